"""What an article can be asked for, by name, and where it is computed; `analysis.article` reads it."""
from collections import namedtuple

# compute: "module:function" of the article. overlay: likewise, of the article and that function; it puts in what a
# person decided. about: the help text. method: whether it is called, with the article as its first argument.
Entry = namedtuple("Entry", "compute overlay about method")
ENTRIES: dict[str, Entry] = {}


def register(name: str, compute: str, overlay: str | None = None, about: str = "") -> None:
    """Give every `Article` the attribute `name`, computed when it is first asked for."""
    ENTRIES[name] = Entry(compute, overlay, about, False)


def register_method(name: str, place: str, about: str = "") -> None:
    """Give every `Article` a method `name`, the callable "module:name" that takes the article first."""
    ENTRIES[name] = Entry(place, None, about, True)
