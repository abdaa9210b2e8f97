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
BUSY = 7        # seconds of CPU after which the tables of the long article are being made
TEXT = ("A Bridge\n\n“It fell,” said Ana Brell, the mayor of the town, on Tuesday. "
        "She had 40 letters on her desk.\n")


@pytest.fixture
def place(tmp_path):
    """A folder with an article, an old report and a folder for what is temporary."""
    (tmp_path / "a.txt").write_text(TEXT, "utf8")
    (tmp_path / "b.txt").write_text(TEXT.replace("40", "50"), "utf8")
    (tmp_path / "temporary").mkdir()
    replace_text(tmp_path / "report.html", "the old report")
    return tmp_path


@pytest.fixture
def long(place):
    """The folder with an article that takes a while, and a file of twelve that do."""
    (place / "long.txt").write_text((TEXT + "\n") * 2_500, "utf8")
    rows = [{"id": str(row), "text": TEXT * 150 + f"Day {row}."} for row in range(12)]
    (place / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf8")
    return place


def begun(place, *arguments, limited=lambda: None, **options):
    """A process of the command line whose temporary files and caches lie in `place`, `limited`
    before it starts; Ctrl-C ends it though a shell that runs the tests has it ignored."""
    def prepare():
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        limited()

    surroundings = os.environ | {
        "TMPDIR": str(place / "temporary"), "XDG_CACHE_HOME": str(place / "cache")}
    return subprocess.Popen(
        [sys.executable, "-m", "analysis", *map(str, arguments)], cwd=ROOT, env=surroundings,
        stderr=subprocess.PIPE, text=True, preexec_fn=prepare, **options)


def processes(place):
    """The command lines of all processes that name the folder."""
    listed = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True).stdout
    return [line
            for line in listed.splitlines()
            if str(place) in line and "-m analysis" not in line and "pytest" not in line]


def worked(run):
    """The seconds of CPU that a process has used; however slow the machine, it is then as far."""
    listed = subprocess.run(["ps", "-o", "time=", "-p", str(run.pid)], capture_output=True,
                            text=True, check=True).stdout
    hours, minutes, seconds = map(int, listed.strip().split(":"))
    return 3600 * hours + 60 * minutes + seconds


def ended(place):
    """Wait until no process names the folder; those that still do."""
    until = time.monotonic() + 20
    while processes(place) and time.monotonic() < until:
        time.sleep(0.2)
    return processes(place)


def temporary(place):
    """The temporary files that are left."""
    return [path for path in (place / "temporary").rglob("*") if path.is_file()]


@pytest.mark.parametrize("sent, command, articles", [
    (signal.SIGTERM, "report", ["a.txt"]), (signal.SIGKILL, "report", ["a.txt"]),
    (signal.SIGINT, "report", ["a.txt"]), (signal.SIGTERM, "compare", ["a.txt", "b.txt"]),
    (signal.SIGKILL, "compare", ["a.txt", "b.txt"])])
def test_a_page_that_is_stopped_leaves_the_old_one_no_process_and_no_text(
        sent, command, articles, place):
    before = (place / "report.html").read_bytes()
    articles = [place / name for name in articles]
    with begun(place, command, *articles, "-o", place / "report.html") as process:
        next(line for line in process.stderr if line.startswith("Running notebook"))
        process.send_signal(sent)
        said = [
            line for line in process.stderr if not line.startswith(("Running", "[IPKernelApp]"))]
    assert (place / "report.html").read_bytes() == before
    # While notebooks run, nbclient takes SIGTERM for Ctrl-C.
    assert (process.returncode
            in {signal.SIGTERM: (130, 143), signal.SIGINT: (130,), signal.SIGKILL: (-9,)}[sent])
    assert len(said) == (sent != signal.SIGKILL), said
    assert ended(place) == []
    left = temporary(place)
    assert sent == signal.SIGKILL or left == []
    assert not any(b"Ana Brell" in path.read_bytes() for path in left)


@pytest.mark.parametrize("sent, status, lines", [
    (signal.SIGTERM, 143, 1), (signal.SIGINT, 130, 1), (signal.SIGKILL, -9, 0)])
def test_tables_reviews_and_archives_that_are_stopped_leave_nothing_half(sent, status, lines, long):
    runs = [begun(long, *arguments, start_new_session=True) for arguments in (
        ("tables", long / "long.txt", "-o", long / "out.xlsx"), ("review", long / "long.txt"),
        ("archive", long / "rows.jsonl", "-o", long / "out", "--part", "1", "--workers", "1"))]
    for run in runs[:2]:
        while worked(run) < BUSY:
            time.sleep(0.2)
        run.send_signal(sent)
    while not list((long / "out").glob("ledger/part-*.json")):     # until an article is through
        assert runs[-1].poll() is None
        time.sleep(0.05)
    runs[-1].send_signal(sent)
    for run in runs:
        said = [line for line in run.communicate()[1].splitlines() if line.startswith("analysis")]
        assert (run.returncode, len(said)) == (status, lines), said
        assert workers(run.pid) == []
    assert temporary(long) == [] and ended(long) == []
    assert not (long / "out.xlsx").exists() and not (long / "long.review.xlsx").exists()
    assert [path.name for path in long.iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize("work", [
    """from analysis.publish.export.workbook import workbook
def rows():
    yield from ([text] for _ in range(3_000))
    die()
workbook({"quotes": rows()})""",
    """import analysis.reading
from analysis.archive.analyse import PLAIN, article_of
from analysis.archive.records import Record
analysis.reading.call = die
article_of(Record("page.html", data=f"<html><p>{text}</p></html>".encode()), PLAIN)"""])
def test_text_is_in_no_temporary_file_when_a_process_is_killed_at_it(work, place):
    begin = ("import os, signal\ntext = 'It fell, said Ana Brell.'\n"
             "def die(*_, **__): os.kill(os.getpid(), signal.SIGKILL)\n")
    run = subprocess.run([sys.executable, "-c", begin + work], cwd=ROOT, capture_output=True,
                         env=os.environ | {"TMPDIR": str(place / "temporary")})
    assert run.returncode == -signal.SIGKILL, run.stderr
    assert not any(b"Ana Brell" in path.read_bytes() for path in temporary(place))


def workers(session):
    """The processes of a session, once they had time to end."""
    for _ in range(100):
        listed = subprocess.run(["ps", "-o", "pid=,stat=", "-s", str(session)], capture_output=True,
                                text=True).stdout.splitlines()
        left = [line for line in listed if "Z" not in line]
        if not left:
            break
        time.sleep(0.1)
    return left


@pytest.fixture
def locked(place):
    """A folder with an article in which nobody may write, not even root."""
    folder = place / "locked"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, "utf8")
    folder.chmod(0o555)
    mounted = os.access(folder, os.W_OK)
    if mounted and subprocess.run(["mount", "--bind", "-o", "ro", folder, folder],
                                  capture_output=True).returncode:
        pytest.skip("root may write everywhere, and nothing can be mounted")
    yield folder
    if mounted:
        subprocess.run(["umount", folder], check=True)


def test_a_folder_that_may_not_be_written_to_is_told_in_one_line(long, locked):
    runs = [begun(long, *arguments) for arguments in (
        ("tables", locked / "a.txt", "-o", locked / "out"), ("review", locked / "a.txt"),
        ("compare", locked / "a.txt", long / "b.txt", "-o", locked / "compare.html"),
        ("archive", long / "rows.jsonl", "-o", locked / "out", "--workers", "1"))]
    for run in runs:
        said = run.communicate()[1].splitlines()
        assert run.returncode in (1, 2) and "locked" in said[-1], said
        assert [line for line in said if line.startswith("analysis: ")] == said[-1:]
    assert [path.name for path in locked.iterdir()] == ["a.txt"]


@pytest.mark.parametrize("name", ["out.json", "out.xlsx", "folder"])
def test_a_full_disk_is_told_in_one_line_and_leaves_no_part(name, place):
    import resource

    def full():
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, 1_000))

    process = begun(place, "tables", place / "a.txt", "-o", place / name, limited=full)
    said = process.communicate()[1].splitlines()
    assert (process.returncode == 1
            and said[-1].startswith("analysis: ")
            and "Traceback" not in "\n".join(said))
    written = [path
               for path in place.rglob("*")
               if path.is_file() and not path.is_relative_to(place / "temporary")]
    assert all(path.stat().st_size < 1_000 and not path.name.startswith(".") for path in written)


def test_two_runs_at_once_write_one_whole_file(place):
    runs = [begun(place, "tables", place / "a.txt", "-o", place / "out.json") for _ in range(2)]
    said = [run.communicate()[1] for run in runs]
    assert [run.returncode for run in runs] == [0, 0], said
    assert json.loads((place / "out.json").read_text("utf8"))["text"] == TEXT
    assert sorted(path.name for path in place.iterdir() if path.name.startswith(".")) == []


def test_an_archive_on_a_full_disk_is_told_in_one_line_and_goes_on_where_it_was(long):
    import resource

    def full():
        resource.setrlimit(resource.RLIMIT_FSIZE, (2_000, 2_000))

    archive = "archive", long / "rows.jsonl", "-o", long / "out", "--part", "12", "--workers", "1"
    run = begun(long, *archive, limited=full)
    said = run.communicate()[1].splitlines()
    assert run.returncode == 1 and said[-1].startswith("analysis: "), said
    assert not list((long / "out").glob("ledger/part-*.json"))
    run = begun(long, *archive)
    assert "12 articles, 0 errors" in run.communicate()[1] and run.returncode == 0
    assert not list((long / "out").glob("*/.part-*"))
