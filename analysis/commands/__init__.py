"""The command line, `article-notebooks COMMAND` or `python -m analysis COMMAND`; the commands bear
the names of what they call in Python.

Exit status: 0 done, 1 a notebook failed or a file could not be written, 2 input that cannot be
used, 130 interrupted. What goes wrong is said in one line on stderr.
"""
import argparse
import os
import signal
import sys
import threading
import traceback
import warnings
from argparse import ArgumentParser
from importlib import import_module
from pathlib import Path

import analysis
from analysis.errors import ArticleError, NotebookError

_CONSOLE = "article-notebooks"
COMMANDS = [
    "report", "compare", "archive", "tables", "worklist", "voices", "review", "agreement", "show",
    "lab", "norms", "outputs"
]


class _Paragraphs(argparse.HelpFormatter):
    """Keeps the paragraphs of a description, each filled to the width of the terminal."""

    def _fill_text(self, text, width, indent):
        return "\n\n".join(super(_Paragraphs, self)._fill_text(part, width, indent)
                           for part in text.split("\n\n"))


def parser() -> ArgumentParser:
    """The parser of the whole command line; every command adds its own part."""
    by_module = Path(sys.argv[0]).parts[-2:] == ("analysis", "__main__.py")
    name = "python -m analysis" if by_module else _CONSOLE
    top = argparse.ArgumentParser(prog=name, description=_first(analysis.__doc__),
                                  epilog=f"{name} COMMAND --help says more about a command.")
    top.add_argument("--version", action="version", version=f"{_CONSOLE} {analysis.__version__}")
    commands = top.add_subparsers(metavar="COMMAND", required=True)
    for name in COMMANDS:
        module = import_module(f"analysis.commands.{name}")
        summary = _first(module.__doc__).rstrip(".")
        command = commands.add_parser(name, help=summary[0].lower() + summary[1:],
                                      description=module.__doc__, formatter_class=_Paragraphs)
        module.arguments(command)
        command.set_defaults(run=module.run)
    return top


def _first(text):
    """The first paragraph of a docstring, in one line."""
    return " ".join(text.partition("\n\n")[0].split())


def main(arguments: list[str] | None = None) -> int | None:
    """Run a command line; returns the exit status."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")      # type: ignore[union-attr]
    options = parser().parse_args(arguments)
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, _end)
    try:
        with warnings.catch_warnings():
            warnings.showwarning = lambda warning, *_: _say(warning)
            options.run(options)
        sys.stdout.flush()
        return 0
    except ArticleError as problem:
        return _fail(problem, 2)
    except NotebookError as problem:
        return _fail(problem, 1)
    except BrokenPipeError:  # `… | head` has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as problem:
        return _fail(f"{problem.filename or 'a file'}: {problem.strerror or problem}", 1)
    except KeyboardInterrupt:
        return _fail("interrupted; nothing was replaced", 130)
    except _Ended:
        return _fail("ended from outside; nothing was replaced", 143)
    except MemoryError:
        return _fail("there is not enough memory for this article; nothing was replaced", 1)
    except Exception as problem:
        return _fail(_mistake(problem), 1)


class _Ended(BaseException):
    """SIGTERM: what is temporary is removed and what runs is ended, as after Ctrl-C."""


def _end(*_):
    raise _Ended


def _mistake(problem):
    """What nobody foresaw, in one line that says where it happened."""
    place = traceback.extract_tb(problem.__traceback__)[-1]
    return (
        f"a mistake in the program: {type(problem).__name__} in "
        f"{os.path.basename(place.filename)}, line {place.lineno} ({str(problem)[:200]}); nothing "
        "was replaced. Please report it (SECURITY.md says how)"
    )


def _fail(problem, status):
    _say(problem)
    # What is closed half written, later than this, would tell the same again with a traceback.
    sys.unraisablehook = lambda _: None
    return status


def _say(problem):
    from analysis.show.escape import printable
    print(f"analysis: {printable(str(problem))}", file=sys.stderr)
