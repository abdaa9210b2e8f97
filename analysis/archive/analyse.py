"""One part of an archive to its tables: pure, records in and Arrow tables out."""
import signal
import threading
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass

import numpy
import pandas
import pyarrow

from analysis.archive.parts import Part
from analysis.archive.records import Record
from analysis.article import Article
from analysis.errors import ArticleError
from analysis.tables.schemas import SCHEMAS, arrow, arrow_schema, nested
from analysis.text.parse import parse_together

_TEXT, _COUNT = pyarrow.large_string(), pyarrow.int64()
_FACTS = ("outlet", "published", "title", "byline", "language", "source", "sha256", "text_sha256")
# The tables that an article alone does not have; `article` is its id in all of them.
OWN = {"articles": pyarrow.schema(
           [("article", _TEXT), *((fact, _TEXT) for fact in _FACTS), ("words", _COUNT),
            *((name, _COUNT) for name in SCHEMAS), ("own", pyarrow.map_(pyarrow.string(), _TEXT))]),
       "errors": pyarrow.schema([(column, _TEXT) for column in (
           "article", "outlet", "published", "stage", "exception", "message")]),
       "duplicates": pyarrow.schema([("article", _TEXT), ("copy_of", _TEXT)]),
       "texts": pyarrow.schema([("article", _TEXT), ("text", _TEXT)])}


@dataclass(frozen=True)
class Options:
    """What is to be done with each article.

    texts: keep the texts, in a table of their own. limit: the longest text, in characters.
    seconds: how long an article may take; then it becomes an error.
    """

    texts: bool = False
    limit: int = 1_000_000
    seconds: float = 60


PLAIN = Options()


class TimeLimit(BaseException):
    """An article took longer than it may; no Exception, which what it interrupts might catch."""


def schema(table: str) -> pyarrow.Schema:
    """The Arrow schema of an archive's table: that of the article's after the article's id."""
    if table in OWN:
        return OWN[table]
    return pyarrow.schema([("article", _TEXT), *arrow_schema(table)])


def tables(options: Options) -> list[str]:
    """The names of the tables that an archive has."""
    return [name for name in (*SCHEMAS, *OWN) if options.texts or name != "texts"]


def analyse(part: Part, options: Options, skip: dict | None = None,
            begin: Callable = lambda record: None,
            together: bool = True) -> dict[str, pyarrow.Table]:
    """The tables of a part, in order; every record is in `articles`, `errors` or `duplicates`.

    skip: {id: (stage, exception, message)} of articles that are errors already, since a worker died
    of them. begin: called with the id of each record before anything is done with it. together:
    parse all at once, which costs less; without it `begin` says whose parse it was that failed.
    """
    found = {name: [] for name in tables(options)}
    skip = skip or {}
    errors, articles = {}, {}
    for record in part.records:
        if record.id in skip:
            errors[record.id] = skip[record.id]
        elif record.copy_of is None:
            begin(record.id)
            _attempt(articles, errors, record.id, "read", options, article_of, record, options)
    if not (together and _parsed_together(articles, options)):
        for name in list(articles):
            begin(name)
            if not _attempt({}, errors, name, "parse", options, parse_together, [articles[name]]):
                del articles[name]
    for record in part.records:
        if record.copy_of is not None:
            found["duplicates"].append({"article": record.id, "copy_of": record.copy_of})
        elif record.id not in errors:
            begin(record.id)
            article = articles.pop(record.id)       # its tables are not kept longer than needed
            made = {}
            for name in SCHEMAS:
                if not _attempt(made, errors, name, name, options, _table, article, name,
                                owner=record.id):
                    break
            else:
                _add(found, record, article, made, options)
        if record.id in errors:
            facts = record.id, record.outlet, record.published, *errors[record.id]
            found["errors"].append(dict(zip(OWN["errors"].names, facts)))
    return {name: _joined(name, rows) for name, rows in found.items()}


def article_of(record: Record, options: Options) -> Article:
    if record.text is None:
        return _document(record, options)
    from analysis.reading.languages import detect
    language, code = detect(record.text) or (None, None)
    if not any(map(str.isalnum, record.text)):
        raise ArticleError("The text holds no words.")
    if len(record.text) > options.limit:
        raise ArticleError(f"The text has more than {options.limit:,} characters.")
    if code not in ("en", None):
        raise ArticleError(f"The text is not English; it seems to be {language}.")
    return Article(record.text, title=record.title, published=record.published,
                   outlet=record.outlet, language=code, source=record.id)


def _document(record, options):
    """The Article in the bytes of a document, which never lie in a file of ours."""
    from analysis.reading import article_in
    from analysis.reading.sources import given
    return article_in(given(record.data, record.id), english=True, corrections=False,
                      limit=options.limit)


def _parsed_together(articles, options):
    return _attempt({}, {}, "", "parse", options, parse_together, list(articles.values()),
                    times=max(len(articles), 1))


def _table(article, name):
    table = getattr(article, name)
    return table, nested(name, table)       # what no file can hold is this article's error


def _add(found, record, article, made, options):
    facts = {fact: getattr(article, fact) for fact in _FACTS}
    counts = {name: len(table) for name, (table, _) in made.items()}
    found["articles"].append({"article": record.id, **facts, "words": len(article.text.split()),
                              **counts, "own": list(record.own.items())})
    for name, (table, lists) in made.items():
        if len(table):
            found[name].append((record.id, table, lists))
    if options.texts:
        found["texts"].append({"article": record.id, "text": article.text})


def _joined(name, rows):
    """The rows of all articles as one Arrow table: at once, since each costs as much alone."""
    if name in OWN:
        return pyarrow.Table.from_pylist(rows, OWN[name])
    if not rows:
        return schema(name).empty_table()
    owners, found, lists = zip(*rows)
    joined = arrow(name, pandas.concat(found, ignore_index=True),
                   map(pyarrow.concat_arrays, zip(*lists)))
    ids = numpy.repeat(owners, list(map(len, found)))
    return joined.add_column(0, "article", pyarrow.array(ids, _TEXT)).cast(schema(name))


def _attempt(results, errors, key, stage, options, work, *arguments, owner=None, times=1):
    """Put what `work` gives into results[key], or its error into errors; whether it went well."""
    try:
        with _limited(options.seconds * times):
            results[key] = work(*arguments)
        return True
    except (Exception, TimeLimit) as problem:       # whatever it is, it is this article's alone
        message = " ".join(str(problem).split())[:500]
        errors[key if owner is None else owner] = stage, type(problem).__name__, message
        return False


@contextmanager
def _limited(seconds):
    """TimeLimit in the block after so long; not in a thread, where it cannot be raised."""
    main = threading.current_thread() is threading.main_thread()
    if not (main and hasattr(signal, "setitimer")):
        yield
        return

    def stop(*_):
        raise TimeLimit(f"It took longer than {seconds:g} seconds.")
    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
