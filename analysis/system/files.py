"""Files written whole or not at all."""
import os
import tempfile
from pathlib import Path


def replace_bytes(target: str | Path, data: bytes) -> None:
    """Write bytes to a file (that which a link names) so that a reader sees the old content or all
    of the new, never a part.

    Raises OSError, in the name of the file, where it cannot be written.
    """
    try:
        _replace(Path(os.path.realpath(target)), data)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(target)) from error


def _replace(target, data):
    handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with open(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())     # the name must not be on the disk before the content
        os.chmod(temporary, target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
        os.replace(temporary, target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def replace_text(target: str | Path, text: str) -> None:
    """`replace_bytes` with text in UTF-8."""
    replace_bytes(target, text.encode("utf8", "backslashreplace"))


def _umask():
    mask = os.umask(0)
    os.umask(mask)
    return mask
