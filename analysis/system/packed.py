"""Whether a document that is an archive (DOCX, XLSX) may be opened: its directory says how large it
gets."""
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from analysis.errors import ArticleError

_MOST_BYTES, _MOST_PARTS = 100_000_000, 5_000


def checked(data: bytes, name: str) -> list[str]:
    """The names of the archive's parts, none of which is unpacked; no names where it is damaged.

    Raises ArticleError, which calls the document `name`, for one that unpacks to far more than an
    article. Of a part that is larger than the directory says, the rest is not unpacked.
    """
    try:
        with ZipFile(BytesIO(data)) as archive:
            parts = archive.infolist()
    except (BadZipFile, OSError, ValueError, EOFError, NotImplementedError):
        return []
    size = sum(part.file_size for part in parts)
    if size > _MOST_BYTES or len(parts) > _MOST_PARTS:
        raise ArticleError(f"{name} unpacks to {size:,} bytes in {len(parts):,} parts, far more "
                           "than an article: it was not opened.")
    return [part.filename for part in parts]
