"""What an XML file, and so a workbook, can hold."""
import re

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def storable(text):
    """The text with every character that no XML file can hold replaced.

    >>> storable("a\\x07b")
    'a\N{REPLACEMENT CHARACTER}b'
    """
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)
