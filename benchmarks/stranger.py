"""What a stranger pays before the first result: disk, and the CPU of the first commands.

    python benchmarks/stranger.py

prints the installed size of the package with all it requires, and the CPU seconds (user and system,
the best of some runs) of `--help` and of `show` on the default article. `--help` has a bound, HELP.
"""
import re
import resource
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, distribution

from analysis.project import DEFAULT

HELP = .1
_NAME = re.compile(r"[\w.-]+")


def required(name: str = "article-notebooks") -> set[str]:
    """The names of a package and all that it requires, without extras, as far as they are installed
    here."""
    found, open_ = set(), [name]
    while open_:
        one = open_.pop().lower().replace("_", "-")
        try:
            needs = distribution(one).requires or []
        except PackageNotFoundError:
            continue
        if one not in found:
            found.add(one)
            open_ += [_NAME.match(need)[0] for need in needs if "extra ==" not in need]
    return found


def megabytes(name: str) -> float:
    """What the files of an installed package take."""
    files = distribution(name).files or []
    return sum(path.stat().st_size
               for path in map(lambda file: file.locate(), files) if path.is_file()) / 1e6


def seconds(*arguments: str, runs: int = 5) -> float:
    """The CPU seconds of a command line, the best of some runs."""
    return min(map(lambda _: _once(arguments), range(runs)))


def _once(arguments):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-m", "analysis", *arguments], check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def main() -> None:
    """Print the figures."""
    sizes = sorted(((megabytes(name), name) for name in required()), reverse=True)
    print(f"installed: {sum(size for size, _ in sizes):,.0f} MB in {len(sizes)} packages; the "
          "largest: "
          + ", ".join(f"{name} {size:.0f}" for size, name in sizes[:6]))
    took = seconds("--help")
    print(f"--help: {took:.3f} s of CPU (bound: {HELP})")
    print(f"show, {DEFAULT.name}: {seconds('show', str(DEFAULT), runs=2):.1f} s of CPU")
    if took > HELP:
        sys.exit("--help takes longer than its bound")


if __name__ == "__main__":
    main()
