"""A run that is killed, ended, or finds the disk full leaves files whole, no process and no text
behind."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest

from analysis.project import ROOT
from analysis.publish.files import replace_text

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals and limits are POSIX's")
TEXT = ("A Bridge\n\n“It fell,” said Ana Brell, the mayor of the town, on Tuesday. "
        "She had 40 letters on her desk.\n")


@pytest.fixture
def place(tmp_path):
    """A folder with an article, an old report and a folder for what is temporary."""
    (tmp_path / "a.txt").write_text(TEXT, "utf8")
    (tmp_path / "temporary").mkdir()
    replace_text(tmp_path / "report.html", "the old report")
    return tmp_path


def begun(place, *arguments, **options):
    """A process of the command line whose temporary files and caches lie in `place`."""
    surroundings = os.environ | {
        "TMPDIR": str(place / "temporary"),
        "XDG_CACHE_HOME": str(place / "cache"),
    }
    return subprocess.Popen(
        [sys.executable, "-m", "analysis", *map(str, arguments)],
        cwd=ROOT,
        env=surroundings,
        stderr=subprocess.PIPE,
        text=True,
        **options,
    )


def processes(place):
    """The command lines of all processes that name the folder."""
    listed = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True).stdout
    return [
        line
        for line in listed.splitlines()
        if str(place) in line and "-m analysis" not in line and "pytest" not in line
    ]


@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGKILL, signal.SIGINT])
def test_a_report_that_is_stopped_leaves_the_old_one_no_process_and_no_text(sent, place):
    before = (place / "report.html").read_bytes()
    with begun(place, "report", place / "a.txt", "-o", place / "report.html") as process:
        next(line for line in process.stderr if line.startswith("Running notebook"))
        process.send_signal(sent)
        said = [
            line for line in process.stderr if not line.startswith(("Running", "[IPKernelApp]"))
        ]
    assert (place / "report.html").read_bytes() == before
    # While notebooks run, nbclient takes SIGTERM for Ctrl-C.
    assert (
        process.returncode
        in {signal.SIGTERM: (130, 143), signal.SIGINT: (130,), signal.SIGKILL: (-9,)}[sent]
    )
    assert len(said) == (sent != signal.SIGKILL), said
    until = time.monotonic() + 20
    while processes(place) and time.monotonic() < until:
        time.sleep(0.2)
    assert processes(place) == []
    left = [path for path in (place / "temporary").rglob("*") if path.is_file()]
    assert sent == signal.SIGKILL or left == []
    assert not any(b"Ana Brell" in path.read_bytes() for path in left)


@pytest.mark.parametrize("name", ["out.json", "out.xlsx", "folder"])
def test_a_full_disk_is_told_in_one_line_and_leaves_no_part(name, place):
    import resource

    def full():
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, 1_000))

    process = begun(place, "tables", place / "a.txt", "-o", place / name, preexec_fn=full)
    said = process.communicate()[1].splitlines()
    assert (
        process.returncode == 1
        and said[-1].startswith("analysis: ")
        and "Traceback" not in "\n".join(said)
    )
    written = [
        path
        for path in place.rglob("*")
        if path.is_file() and not path.is_relative_to(place / "temporary")
    ]
    assert all(path.stat().st_size < 1_000 and not path.name.startswith(".") for path in written)


def test_two_runs_at_once_write_one_whole_file(place):
    runs = [begun(place, "tables", place / "a.txt", "-o", place / "out.json") for _ in range(2)]
    said = [run.communicate()[1] for run in runs]
    assert [run.returncode for run in runs] == [0, 0], said
    assert json.loads((place / "out.json").read_text("utf8"))["text"] == TEXT
    assert sorted(path.name for path in place.iterdir() if path.name.startswith(".")) == []
