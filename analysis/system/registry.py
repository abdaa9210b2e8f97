"""What an article can be asked for, by name, and where it is computed; `analysis.article` reads
it."""
from collections import namedtuple
from importlib import import_module
from typing import Any, Protocol

# compute: "module:function" of the article. overlay: likewise, of the article and that function; it
# puts in what a person decided. about: the help text. method: whether it is called, with the
# article as its first argument.
Entry = namedtuple("Entry", "compute overlay about method")
ENTRIES: dict[str, Entry] = {}
# How a comparison shows itself: "module:function" of it, whose result has an HTML form.
COMPARISON = "analysis.show.views.compare_headlines:headlines"


class ArticleLike(Protocol):
    """An article as rooms see it that stand above the central object: its text, and by name what is
    registered for it."""

    text: str

    def __getattr__(self, name: str) -> Any:
        """What is registered under a name."""


def register(name: str, compute: str, overlay: str | None = None, about: str = "") -> None:
    """Give every `Article` the attribute `name`, computed when it is first asked for."""
    ENTRIES[name] = Entry(compute, overlay, about, False)


def register_method(name: str, place: str, about: str = "") -> None:
    """Give every `Article` a method `name`, the callable "module:name" that takes the article
    first."""
    ENTRIES[name] = Entry(place, None, about, True)


def loaded(place: str) -> Any:
    """What stands at "module:name"."""
    module, _, name = place.partition(":")
    return getattr(import_module(module), name)
