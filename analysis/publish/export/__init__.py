"""An article's tables as files: CSV, Parquet, XLSX, JSON, W3C Web Annotations."""
import json
from hashlib import sha256
from pathlib import Path

from analysis.article import Article
from analysis.errors import ArticleError
from analysis.publish.export import annotations, document, workbook
from analysis.publish.export.facts import facts
from analysis.publish.export.filled import review, voices, worklist
from analysis.publish.files import checked_folder, replace_bytes, replaceable
from analysis.tables import cells
from analysis.tables.schemas import SCHEMAS

__all__ = ["FORMATS", "export", "place", "review", "voices", "worklist"]

_TABLES = {"csv": cells.csv, "parquet": cells.parquet}
_WHOLE = {"xlsx": ("tables.xlsx", workbook.encoded), "json": ("tables.json", document.encoded),
          "annotations": ("annotations.jsonld", annotations.encoded)}
_ENDINGS = {Path(name).suffix: format for format, (name, _) in _WHOLE.items()}
FORMATS = [*_TABLES, *_WHOLE]
_RECORD, _TEXT = "article.json", "article.txt"


def export(article: Article, target: str | Path, format: str | None = None) -> list[Path]:
    """Write the tables of an Article; returns the paths written.

    target: a file that ends in .xlsx, .json or .jsonld (Web Annotations), or a folder (made where
    it is missing; files of other names are left alone). format: one of FORMATS; without it that of
    the target's ending, in a folder CSV. With CSV or Parquet, a folder also gets article.txt, the
    text that the offsets count in, and article.json, what is known about it, with the SHA-256 of
    the files. An article that was corrected by hand has a further table, corrections. Raises
    ArticleError as `place` does, and for a file that somebody changed since it was written.
    """
    target, format = place(target, format)
    if format in _TABLES:
        return _folder(article, target, format)
    name, encoded = _WHOLE[format]
    if target.suffix.lower() not in _ENDINGS:
        target.mkdir(parents=True, exist_ok=True)
        target = target / name
    replace_bytes(replaceable(target), encoded(article))
    return [target]


def place(target: str | Path, format: str | None = None) -> tuple[Path, str]:
    """(the Path to write to, the format): what `export` makes of them, before there is any article.

    Raises ArticleError for an unknown format, one that the target's ending contradicts, for a
    target with another ending that is no folder yet, or where it cannot be written to.
    """
    if not str(target):
        raise ArticleError(
            f"no place is named: give a folder, or a file that ends in {', '.join(_ENDINGS)}")
    target = Path(target)
    ending = _ENDINGS.get(target.suffix.lower())
    format = format or ending or "csv"
    if format not in FORMATS:
        raise ArticleError(f"there is no format {format}; choose one of {', '.join(FORMATS)}")
    if ending not in (None, format):
        raise ArticleError(
            f"{target} is the name of a file for the format {ending}, not {format}; name a folder "
            "or leave out the format")
    if ending:
        replaceable(target)
    elif not checked_folder(target).exists() and target.suffix[1:].isalpha():
        raise ArticleError(f"{target}: name a folder, or a file that ends in {', '.join(_ENDINGS)}")
    return target, format


def _folder(article, target, format):
    target.mkdir(parents=True, exist_ok=True)
    tables = [*SCHEMAS, "corrections"] if article.review else list(SCHEMAS)
    record, known = replaceable(target / _RECORD), {}
    if record.exists():
        known = json.loads(record.read_bytes()).get("files", {})
    names = [f"{name}.{format}" for name in tables] + [_TEXT]
    there = {name: sha256((target / name).read_bytes()).hexdigest()
             for name in {*names, *known} if (target / name).exists()}
    if changed := sorted(name for name in there
                         if name in names and there[name] != known.get(name)):
        raise ArticleError(
            f"in {target}, {', '.join(changed)} {'is' if len(changed) == 1 else 'are'} not as this "
            "program wrote it; nothing was replaced. Name another folder, or move it away")
    contents = {f"{name}.{format}": _TABLES[format](getattr(article, name)) for name in tables}
    contents[_TEXT] = article.text.encode("utf8", "backslashreplace")
    for name, content in contents.items():
        replace_bytes(target / name, content)
    files = {name: known[name] for name in there if name in known} | {
        name: sha256(content).hexdigest() for name, content in contents.items()}
    replace_bytes(record, document.dumps(facts(article) | {"files": dict(sorted(files.items()))}))
    return [*(target / name for name in contents), record]
