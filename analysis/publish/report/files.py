"""Where something can be written to, told before it is made; `analysis.files` writes it, whole or not at all."""
import os
from pathlib import Path

from analysis.errors import ArticleError
from analysis.files import replace_bytes, replace_text

__all__ = ["checked_folder", "checked_target", "replace_bytes", "replace_text"]


def checked_target(target):
    """The path to write to; ArticleError, before any work is done, where it cannot be a file."""
    target = Path(target)
    if target.is_dir():
        raise ArticleError(f"{target} is a folder; name a file in it")
    if target.exists() and not target.is_file():
        raise ArticleError(f"{target} is a device or a pipe; name a file")
    if not target.absolute().parent.is_dir():
        raise ArticleError(f"there is no folder {target.parent}; create it first")
    if not os.access(target if target.exists() else target.absolute().parent, os.W_OK):
        raise ArticleError(f"{target} cannot be written to; choose another place with -o")
    return target


def checked_folder(folder):
    """The folder to write files to, made when they are written; ArticleError where a file is in its place or above it."""
    folder = Path(folder)
    there = next(place for place in (folder, *folder.absolute().parents) if place.exists())
    if not there.is_dir():
        raise ArticleError(f"{there} is a file; name a folder")
    return folder
