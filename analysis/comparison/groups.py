"""Things of several articles that belong together, joined pair by pair."""
from collections.abc import Hashable, Iterable
from typing import Any


class Groups:
    """Joins hashable things into groups; their order is that in which the things were first seen.

    >>> groups = Groups("abc"); groups.join("a", "c"); groups.all()
    [['a', 'c'], ['b']]
    """

    def __init__(self, things: Iterable[Hashable] = ()):
        self._group: dict[Hashable, list] = {}
        for thing in things:
            self._group.setdefault(thing, [thing])

    def find(self, thing: Hashable) -> Any:
        """The thing that stands for the group of this one."""
        return self.members(thing)[0]

    def members(self, thing: Hashable) -> list[Any]:
        """The things in the group of this one."""
        return self._group.setdefault(thing, [thing])

    def join(self, one: Hashable, other: Hashable) -> None:
        """Make the groups of two things one."""
        mine, theirs = self.members(one), self.members(other)
        if mine is not theirs:
            mine += theirs
            for thing in theirs:
                self._group[thing] = mine

    def all(self) -> list[list[Any]]:
        """The groups, each a list of things."""
        return list({id(group): group for group in self._group.values()}.values())
