"""Things of several articles that belong together, joined pair by pair."""


class Groups:
    """Joins hashable things into groups (union-find); iteration order is that in which the things were first seen.

    >>> groups = Groups("abc"); groups.join("a", "c"); groups.all()
    [['a', 'c'], ['b']]
    """

    def __init__(self, things=()):
        self._above = {thing: thing for thing in things}

    def find(self, thing):
        """The thing that stands for the group of this one."""
        above = self._above.setdefault(thing, thing)
        while above != self._above[above]:
            above = self._above[above]
        return above

    def join(self, one, other):
        """Make the groups of two things one."""
        self._above[self.find(other)] = self.find(one)

    def members(self, thing):
        """The things in the group of this one."""
        top = self.find(thing)
        return [other for other in self._above if self.find(other) == top]

    def all(self):
        """The groups, each a list of things."""
        found = {}
        for thing in self._above:
            found.setdefault(self.find(thing), []).append(thing)
        return list(found.values())
