"""An article's tables as files, to take into other tools: CSV, Parquet, XLSX, JSON, W3C Web Annotations."""
from pathlib import Path

from analysis.errors import ArticleError
from analysis.publish.export import annotations, cells, document, workbook
from analysis.publish.export.facts import facts
from analysis.publish.report.files import checked_folder, checked_target, replace_bytes
from analysis.tables.schemas import SCHEMAS

_TABLES = {"csv": cells.csv, "parquet": cells.parquet}
_WHOLE = {"xlsx": ("tables.xlsx", workbook.encoded), "json": ("tables.json", document.encoded),
          "annotations": ("annotations.jsonld", annotations.encoded)}
_ENDINGS = {Path(name).suffix: format for format, (name, _) in _WHOLE.items()}
FORMATS = [*_TABLES, *_WHOLE]


def export(article, target, format=None):
    """Write the tables of an Article; returns the paths written.

    target: a file that ends in .xlsx, .json or .jsonld (Web Annotations), or a folder (made where it is missing; files
    of the same names are replaced, others left alone). format: one of FORMATS; without it that of the target's ending,
    in a folder CSV. With CSV or Parquet, a folder also gets article.txt, the text that the offsets count in, and
    article.json, what is known about it. An article that was corrected by hand has a further table, corrections.
    Raises ArticleError for an unknown format, one that the target's ending contradicts, for a target with another ending
    that is no folder yet, or where it cannot be written to.
    """
    if not str(target):
        raise ArticleError("no place is named: give a folder, or a file that ends in " + ", ".join(_ENDINGS))
    target = Path(target)
    ending = _ENDINGS.get(target.suffix.lower())
    format = format or ending or "csv"
    if format not in FORMATS:
        raise ArticleError(f"there is no format {format}; choose one of {', '.join(FORMATS)}")
    if ending not in (None, format):
        raise ArticleError(f"{target} is the name of a file for the format {ending}, not {format}; name a folder or leave out the format")
    if ending:
        replace_bytes(checked_target(target), _WHOLE[ending][1](article))
        return [target]
    if not checked_folder(target).exists() and target.suffix[1:].isalpha():
        raise ArticleError(f"{target}: name a folder, or a file that ends in {', '.join(_ENDINGS)}")
    files = _files(article, format)
    target.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        replace_bytes(target / name, data)
    return [target / name for name in files]


def worklist(article, target):
    """Write `analysis.measures.quantities.worklist` of an Article to a file that ends in .xlsx or .csv; returns its path.

    Raises ArticleError for another ending, or where the file cannot be written.
    """
    from analysis.measures.quantities import worklist as rows
    target = Path(target)
    if target.suffix.lower() not in (".xlsx", ".csv"):
        raise ArticleError(f"{target}: name a file that ends in .xlsx or .csv")
    table = rows(article)
    data = cells.csv(table) if target.suffix.lower() == ".csv" else workbook.workbook({"worklist": workbook.sheet(table)})
    replace_bytes(checked_target(target), data)
    return target


def voices(article, target, force=False):
    """Write the `analysis.corrections.own_facts.template` of an Article to a CSV file to fill in; returns its path.

    force: write a file that exists already anew, with what was entered there. Raises ArticleError for a name without
    .csv at its end, without `force` for a file that exists already, and where the file cannot be written.
    """
    from analysis.corrections.own_facts import template
    target = checked_target(target)
    if target.suffix.lower() != ".csv":
        raise ArticleError(f"{target}: name a file that ends in .csv")
    if target.exists() and not force:
        raise ArticleError(f"{target} exists already; --force writes it anew and keeps what was entered there")
    table = template(article, target if target.exists() and target.stat().st_size else None)
    replace_bytes(target, b"\xef\xbb\xbf" + cells.csv(table))  # the mark by which Excel knows UTF-8
    return target


def review(article, target):
    """Write the review workbook of an Article, to correct by hand (`analysis.corrections.workbook`); returns its path.

    Raises ArticleError for a name without .xlsx at its end, for a file that exists already (what somebody entered would
    be lost), and where the file cannot be written.
    """
    from analysis.corrections.workbook import encoded
    target = checked_target(target)
    if target.suffix.lower() != ".xlsx":
        raise ArticleError(f"{target}: name a file that ends in .xlsx")
    if target.exists():
        raise ArticleError(f"{target} exists already and may hold corrections, so it was left as it is; name another file, into which "
                           "the corrections in force are carried over")
    replace_bytes(target, encoded(article))
    return target


def _files(article, format):
    if format in _WHOLE:
        name, encoded = _WHOLE[format]
        return {name: encoded(article)}
    names = [*SCHEMAS, "corrections"] if article.review else list(SCHEMAS)
    return {f"{name}.{format}": _TABLES[format](getattr(article, name)) for name in names} | {
        "article.txt": article.text.encode("utf8", "backslashreplace"), "article.json": document.dumps(facts(article))}
