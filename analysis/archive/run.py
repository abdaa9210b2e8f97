"""From records to an archive: parts on this machine's cores or on an engine."""
import faulthandler
import fcntl
import os
import resource
import sys
import threading
import time
from collections.abc import Callable, Iterable
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing import get_context, parent_process
from pathlib import Path
from typing import Any

from analysis.archive.analyse import PLAIN, Options, analyse
from analysis.archive.ledger import Ledger, name
from analysis.archive.parts import SIZE, Part, parts
from analysis.archive.records import Record
from analysis.errors import ArticleError
from analysis.text.parse import pipeline

_SHARE = 50             # parts after which a worker is replaced, so that nothing in it grows on
_FULL = .7              # of its memory, likewise
_DEATHS = 2             # of workers at the same article, before it is given up
_EVERY = 5              # seconds between two lines of progress


def work(part: Part, own: str, options: Options, out: str | Path) -> tuple[dict, int]:
    """Analyse a part and write it to the folder `out` under the name `own`, in whatever process.

    Gives its entry in the ledger and the memory that the process has. Where a worker died before,
    the articles go one by one, and one at which two have died is an error. Raises ArticleError
    where this process has another version of the code, the model or the lists than who sent it.
    """
    ledger = Ledger(out)
    if own != name(part.digest, options):
        raise ArticleError("A worker has another version of the analysis than the driver: install "
                           "the same everywhere, and change nothing while it runs.")
    deaths = ledger.deaths(own)
    skip = {record: ("worker", "WorkerDied", f"{times} workers died while they analysed it: it "
                     "takes too much memory, or does not stop.")
            for record, times in deaths.items() if times >= _DEATHS}
    begin = ledger.begin(own)
    pipeline()              # loading the model is no article's time

    def watched(record):
        # Ends the process where an article does not even stop when it is told to.
        faulthandler.dump_traceback_later(2 * options.seconds + 5, exit=True, file=sys.__stderr__)
        begin(record)
    try:
        made = analyse(part, options, skip, watched, together=not deaths)
    finally:
        faulthandler.cancel_dump_traceback_later()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return ledger.write(own, made, options), memory * (1 if sys.platform == "darwin" else 1024)


class Process:
    """One process of this machine; begun anew after it died, grew, or did its share."""

    deaths = (BrokenProcessPool,)

    def __init__(self, memory: int):
        self.memory, self._parts = memory, 0
        self._executor: ProcessPoolExecutor | None = None

    def submit(self, function: Callable, *arguments: Any) -> Any:
        """The future of a call in the process."""
        if self._executor is None:
            self._executor = ProcessPoolExecutor(1, get_context("spawn"), _prepare, (self.memory,))
        self._parts += 1
        return self._executor.submit(function, *arguments)

    def rest(self, memory: int) -> None:
        """What is done between two parts, given the memory that the process had."""
        if self._parts >= _SHARE or memory > _FULL * self.memory:
            self.close()

    def close(self) -> None:
        """End the process."""
        if self._executor is not None:
            self._executor.shutdown(wait=False, cancel_futures=True)
        self._executor, self._parts = None, 0


class Remote:
    """One of the places of an existing `dask.distributed` client, which replaces workers itself."""

    def __init__(self, client: Any):
        from distributed import KilledWorker
        self.deaths = (KilledWorker,)
        self._executor = client.get_executor(pure=False)

    def submit(self, function: Callable, *arguments: Any) -> Any:
        """The future of a call on the cluster."""
        return self._executor.submit(function, *arguments)

    def rest(self, memory: int) -> None:
        """Nothing: the cluster has limits of its own."""

    def close(self) -> None:
        """Nothing: the client is not ours."""


class Here:
    """This process itself: for a few articles, where starting others would take longer."""

    deaths = ()

    def submit(self, function: Callable, *arguments: Any) -> Any:
        """The future of a call, which has been made."""
        future = Future()
        future.set_result(function(*arguments))
        return future

    def rest(self, memory: int) -> None:
        """Nothing."""

    def close(self) -> None:
        """Nothing."""


def processes(number: int | None = None, memory: int | None = None) -> list[Process]:
    """So many processes of this machine (one a core), of so many bytes (a share of 80 %)."""
    number = number or os.cpu_count() or 1
    physical = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return [Process(memory or int(.8 * physical / number)) for _ in range(number)]


def remote(client: Any) -> list[Remote]:
    """The places of a `dask.distributed.Client`: two for each thread, so that none waits."""
    return [Remote(client) for _ in range(2 * max(sum(client.nthreads().values()), 1))]


def _prepare(memory):
    """In a new process: its memory has a limit, and it does not outlive the driver."""
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
    driver = parent_process()
    threading.Thread(target=lambda: (driver.join(), os._exit(1)), daemon=True).start()


@dataclass
class Progress:
    """How far a run is."""

    say: Callable[[str], None]
    fraction: Callable[[], float]
    articles: int = 0
    errors: int = 0
    duplicates: int = 0
    kept: int = 0               # parts that were whole before
    started: int = 0            # records of the parts that were not
    began: float = field(default_factory=time.monotonic)
    said: float = 0

    def add(self, rows: dict) -> None:
        """Count a part that was made."""
        self.articles, self.errors = self.articles + rows["articles"], self.errors + rows["errors"]
        self.duplicates += rows["duplicates"]

    @property
    def made(self) -> int:
        """How many records are through."""
        return self.articles + self.errors + self.duplicates

    def line(self) -> str:
        """How many articles and errors, how fast, how long it will take."""
        passed = time.monotonic() - self.began
        fraction = self.fraction() * self.made / max(self.started, 1)
        left = f", {_span(passed * (1 / fraction - 1))} left" if 0 < fraction < 1 else ""
        rate = self.articles / max(passed, 1e-9)
        return (f"{self.articles:,} articles, {self.errors:,} errors, {self.duplicates:,} "
                f"duplicates; {rate:.1f} a second{left}")

    def tell(self) -> None:
        """Say the line, every few seconds."""
        if time.monotonic() - self.said > _EVERY:
            self.said = time.monotonic()
            self.say(self.line())


def run(records: Iterable[Record], out: str | Path, options: Options = PLAIN,
        workers: list | None = None, size: int = SIZE,
        say: Callable[[str], None] = lambda line: None, do: Callable = work) -> Progress:
    """Make or complete the archive of the records in the folder `out`.

    workers: `processes(…)` or `remote(client)`. do: what a worker does with a part, as `work`.
    What is whole already stays; parts whose articles have changed or gone are moved to
    `out/replaced`. Raises ArticleError where another run is writing there.
    """
    workers, ledger = workers or processes(), Ledger(out)
    progress, named, running = Progress(say, lambda: getattr(records, "fraction", 0)), set(), {}
    with _alone(Path(out)):
        ledger.forget_deaths()
        done, idle = ledger.done(), list(workers)
        try:
            for part in parts(records, size):
                own = name(part.digest, options)
                named.add(own)
                if own in done:
                    progress.kept += 1
                    continue
                while not idle:
                    _collect(running, idle, ledger, progress)
                worker, progress.started = idle.pop(), progress.started + len(part.records)
                job = do, part, own, options, out
                running[worker.submit(*job)] = worker, job
            while running:
                _collect(running, idle, ledger, progress)
        finally:
            for worker in workers:
                worker.close()
        ledger.retire(named)
    return progress


def _collect(running, idle, ledger, progress):
    """Wait for the next part; one whose worker died goes to another."""
    for future in wait(running, _EVERY, FIRST_COMPLETED).done:
        worker, job = running.pop(future)
        try:
            entry, memory = future.result()
        except worker.deaths:
            worker.close()
            if not ledger.deaths(job[2]):
                raise ArticleError("A worker died before it began with an article: give it more "
                                   "memory, or see what it printed.") from None
            running[worker.submit(*job)] = worker, job
            continue
        progress.add(entry["rows"])
        worker.rest(memory)
        idle.append(worker)
    progress.tell()


@contextmanager
def _alone(out):
    out.mkdir(parents=True, exist_ok=True)
    with (out / ".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise ArticleError(f"Another run is writing to {out}: wait for it.") from None
        yield


def _span(seconds):
    """A length of time in words.

    >>> _span(7300)
    '2 h 2 min'
    """
    minutes = round(seconds / 60)
    if minutes >= 60:
        return f"{minutes // 60} h {minutes % 60} min"
    return f"{minutes} min" if minutes else f"{seconds:.0f} s"
