"""Files written whole or not at all, and never over what somebody changed.

One rule for every file: one that is there already is replaced only where this program wrote it and
nobody changed it since (`analysis.publish.seal`). Those that are there to be filled in
(`analysis.publish.export`) take over what was entered.
"""
import os
from pathlib import Path

from analysis.errors import ArticleError
from analysis.publish.seal import broken, sealed
from analysis.system.files import replace_bytes as write_bytes

HTML, PRINTED = (".html", ".htm"), " (a browser prints it as PDF)"


def checked_target(target: str | Path, endings: tuple[str, ...] = (), hint: str = "") -> Path:
    """The path to write to; ArticleError, before any work is done, where it cannot be a file.

    endings: those that its name may have; hint: what to do instead of another.
    """
    target = Path(target)
    if target.is_dir():
        raise ArticleError(f"{target} is a folder; name a file in it")
    if target.exists() and not target.is_file():
        raise ArticleError(f"{target} is a device or a pipe; name a file")
    if endings and target.suffix.lower() not in endings:
        raise ArticleError(f"{target}: name a file that ends in {' or '.join(endings)}{hint}")
    if not target.absolute().parent.is_dir():
        raise ArticleError(f"there is no folder {target.parent}; create it first")
    if not os.access(target if target.exists() else target.absolute().parent, os.W_OK):
        raise ArticleError(f"{target} cannot be written to; choose another place with -o")
    return target


def replaceable(target: str | Path, endings: tuple[str, ...] = (), hint: str = "") -> Path:
    """As `checked_target`; ArticleError also for a file that is not as this program wrote it."""
    target = checked_target(target, endings, hint)
    if target.exists() and (data := target.read_bytes()) and broken(target, data):
        raise ArticleError(
            f"{target} is not as this program wrote it: somebody changed it, or it is another "
            "file; it was left as it is. Name another file, or move it away")
    return target


def checked_folder(folder: str | Path) -> Path:
    """The folder to write files to; ArticleError where a file is in its place or above it."""
    folder = Path(folder)
    there = next(place for place in (folder, *folder.absolute().parents) if place.exists())
    if not there.is_dir():
        raise ArticleError(f"{there} is a file; name a folder")
    return folder


def replace_bytes(target: Path, data: bytes) -> None:
    """Write bytes, and their seal, to a file (that which a link names), whole or not at all.

    Raises OSError, in the name of the file, where it cannot be written.
    """
    write_bytes(target, sealed(target, data))


def replace_text(target: Path, text: str) -> None:
    """`replace_bytes` with text in UTF-8."""
    replace_bytes(target, text.encode("utf8", "backslashreplace"))
