"""What a cell of a workbook or a CSV file can hold, and what a spreadsheet would run."""
import re

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def storable(text: str) -> str:
    """The text with every character that no XML file can hold replaced.

    >>> storable("a\\x07b")
    'a\N{REPLACEMENT CHARACTER}b'
    """
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)


def runs(text: str) -> bool:
    """Whether a spreadsheet may take a cell with this text for a formula."""
    return text.startswith(_FORMULA)
