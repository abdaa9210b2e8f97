"""Work on what a stranger sent, in a process of its own that is ended when it takes too long or too
much memory.

Documents, web pages, Markdown, workbooks and answers of the network are read so; plain text costs
no process. One worker serves a process and ends with it. It guards against what a file makes a
library do, not against a file that takes the library over: the worker may do whatever its user may.
"""
import atexit
import os
import pickle
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from importlib import import_module
from typing import Any

from analysis.errors import ArticleError

SECONDS, GIGABYTES = 30, 1.0
_MOST_CALLS = 200       # then the worker is a new one: libraries keep what they have read
_BEGIN = ("import sys; sys.path[:] = {path!r}; from analysis.system.limited import serve; "
          "serve({gigabytes})")


def call(name: str, function: str, *arguments: Any, seconds: float = SECONDS,
         gigabytes: float = GIGABYTES) -> Any:
    """What `function`, "module:name", returns for the arguments, computed in the worker.

    name: what is read, for messages. Arguments and result are such as pickle can carry. Raises the
    ArticleError that the function raises, and one, in a line that names the option, where it takes
    longer or more memory than allowed.

    >>> call("a sum", "operator:add", 2, 3)
    5
    """
    with _state.lock:
        worker = _state.worker
        if worker is None or not worker.fit(gigabytes):
            _end()
            worker = _state.worker = _Worker(gigabytes)
        try:
            done, value = worker.ask((function, arguments, seconds), seconds)
        except (EOFError, OSError, pickle.UnpicklingError) as problem:
            _end()
            raise ArticleError(f"{name} {worker.why(seconds)}") from problem
        except BaseException:
            _end()
            raise
        if done:
            return value
        if not isinstance(value, ArticleError):
            _end()
            value = ArticleError(f"{name} {_reason(value, gigabytes)}")
        raise value


def _reason(problem, gigabytes):
    if issubclass(problem, MemoryError):
        return (f"takes more than {gigabytes:g} GB of memory to read: raise the limit with "
                f"--gigabytes (in Python gigabytes=), "
                "or give its text alone.")
    if issubclass(problem, RecursionError):
        return "is nested too deeply to be read: give its text alone."
    return f"cannot be read ({problem.__name__}): save it again, or give its text alone."


class _Worker:
    """A process that answers one question at a time over its standard input and output."""

    def __init__(self, gigabytes):
        path = [os.path.abspath(place) for place in sys.path]
        self.process = subprocess.Popen(
            [sys.executable, "-c", _BEGIN.format(path=path, gigabytes=gigabytes)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            env=os.environ | {"OPENBLAS_NUM_THREADS": "1"})
        self.gigabytes, self.calls, self.late = gigabytes, 0, False

    def fit(self, gigabytes):
        """Whether it can take another question under this limit."""
        return (self.gigabytes == gigabytes and self.calls < _MOST_CALLS
                and self.process.poll() is None)

    def ask(self, question, seconds):
        """The answer; EOFError where the process ends without one, which it is made to after so
        many seconds."""
        self.calls += 1
        timer = threading.Timer(seconds, self._stop)
        timer.start()
        try:
            pickle.dump(question, self.process.stdin)
            self.process.stdin.flush()
            return pickle.load(self.process.stdout)
        finally:
            timer.cancel()

    def _stop(self):
        self.late = True
        self.process.kill()

    def why(self, seconds):
        """Why there was no answer, in words."""
        if self.late:
            return (f"takes longer than {seconds:g} seconds to read: raise the limit with "
                    f"--seconds (in Python seconds=), or "
                    "give its text alone.")
        return (f"made the process that read it end (status {self.process.returncode}), perhaps "
                f"for want of memory: raise the "
                "limit with --gigabytes (in Python gigabytes=), or give its text alone.")

    def end(self):
        """End the process, whatever it is doing."""
        self.process.kill()
        with suppress(OSError):
            self.process.stdin.close()
        self.process.stdout.close()
        self.process.wait()


class _State:
    """The worker of this process, or None, and the lock that gives it one question at a time."""

    def __init__(self):
        self.begin()

    def begin(self):
        self.lock, self.worker = threading.Lock(), None


_state = _State()


def _end():
    worker, _state.worker = _state.worker, None
    if worker is not None:
        worker.end()


atexit.register(_end)
if hasattr(os, "register_at_fork"):     # a fork has a worker of its own
    os.register_at_fork(after_in_child=_state.begin)


def serve(gigabytes: float) -> None:
    """The worker's life: answer questions until standard input ends. It ends itself where nobody is
    left to end it."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)       # what a library prints is no answer
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _restrict(gigabytes)
    while True:
        try:
            function, arguments, seconds = pickle.load(sys.stdin.buffer)
        except EOFError:
            return
        if hasattr(signal, "alarm"):
            signal.alarm(int(seconds) + 2)
        pickle.dump(_answer(function, arguments), answers)
        answers.flush()


def _answer(function: str, arguments: tuple) -> tuple[bool, Any]:
    try:
        module, _, name = function.partition(":")
        work = getattr(import_module(module), name)
        return True, work(*arguments)
    except ArticleError as problem:
        return False, ArticleError(str(problem))
    except Exception as problem:        # whatever a hostile file makes a library raise
        return False, next(kind for kind in type(problem).__mro__ if kind.__module__ == "builtins")


def _restrict(gigabytes):
    try:
        import resource
        most = int(gigabytes * 1e9)
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    except (ImportError, ValueError, OSError):      # not on Windows, not on every macOS
        pass
