"""A mention of an actor, and the actor: what the rules of `analysis.entities` pass to each
other."""
from dataclasses import dataclass, field

from analysis.entities.choice import Choice


@dataclass(eq=False)
class Mention:
    """doc[first:last] of passage number `passage` names somebody.

    head: the token that carries the phrase. kind: name, noun (a role or group noun) or pronoun.
    words: of a name, its words without title, article and possessive. label: of a name, what it is
    taken for (person, body, place, people or other). roles: the `RolePhrase`s that say who it is;
    spans: their tokens (first, last). signs: what stands beside a name (a title, an age); company:
    what those next to it in a row are taken for; several: whether it is in the plural; needed:
    whether it is one of those of whom one must be who "she" is. inside: after a preposition of
    place; bracketed: after an opening bracket; supposed: a predicate that is denied or may be.
    clause: its role in the clause. sentence: the running number of its sentence.
    quoted: the innermost act whose direct quoted span holds it, or None. of: the token of whom a
    predicate or an apposition says something.
    """

    paragraph: int
    first: int
    last: int
    head: int
    kind: str
    sentence: int
    clause: str
    words: tuple = ()
    label: str | None = None
    roles: list = field(default_factory=list)
    gender: str | None = None
    plural: bool = False
    definite: bool = False
    quoted: int | None = None
    attribution: int | None = None
    closes: list = field(default_factory=list)
    possessed: bool = False
    mine: bool = False
    actor: "Actor | None" = None
    signs: list = field(default_factory=list)
    company: list = field(default_factory=list)
    several: bool = False
    needed: bool = False
    source: bool = False
    inside: bool = False
    bracketed: bool = False
    supposed: bool = False
    courtesy: bool = False
    titles: list = field(default_factory=list)
    affiliation: tuple | None = None
    spans: list = field(default_factory=list)
    choice: Choice | None = None
    type: str | None = None
    of: int | None = None
    said: int | None = None

    @property
    def span(self) -> tuple[int, int]:
        """(first, last) of its tokens, a name with the title before it."""
        return min([self.first, *self.titles]), self.last

    @property
    def form(self) -> tuple[str, bool]:
        """A description as it is written again: its words, and whether of several."""
        return self.roles[0].text.lower(), self.plural

    def settle(self, choice: Choice) -> None:
        """Give the mention its actor by a choice."""
        self.choice, self.actor = choice, choice.actor

    @property
    def place(self) -> tuple[int, int]:
        return self.paragraph, self.head

    @property
    def issued(self) -> bool:
        """Whether it is a document that stands for who issued it, of whom its words say nothing."""
        return (self.type == "document" and self.actor is not None
                and self.actor.kind != "document")


@dataclass(eq=False)
class Actor:
    """One person, body, group or document across the article.

    kind: person, body, place, people (Kurds), group, role (an unnamed individual), document, joint
    (several who speak as one: `members`). owner: of "his mother", him. names: {words: times seen}.
    roles: the `RolePhrase`s said of it, in order, each once; told: their texts, and whether the
    reporter says them.
    """

    kind: str
    names: dict = field(default_factory=dict)
    phrase: str | None = None
    roles: list = field(default_factory=list)
    told: set = field(default_factory=set)
    gender: str | None = None
    plural: bool = False
    members: tuple = ()
    owner: "Actor | None" = None
    mentions: list = field(default_factory=list)
    name: str | None = None

    @property
    def named(self) -> bool:
        """Whether it, or one of several who speak as one, has a name."""
        return any(one.names for one in (self, *self.members))

    @property
    def individual(self) -> bool:
        return self.kind in ("person", "role")

    @property
    def known(self) -> bool:
        """Whether a role noun of the lexicon was said of it."""
        return any(role.known for role in self.roles)


def amount(count: int) -> str:
    """A count in few words, so that one weight serves many: 0, 1, 2, 3 to 5, 6 to 11, 12 and more.

    >>> [amount(n) for n in (0, 2, 4, 30)]
    ['0', '2', '3+', '12+']
    """
    return "12+" if count >= 12 else "6+" if count >= 6 else "3+" if count >= 3 else str(count)
