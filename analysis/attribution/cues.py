"""The cue lexicon: which lemma attributes, how often, with what attitude."""

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from analysis.lexicons import rows
from analysis.syntax import is_adverbial, is_particle

if TYPE_CHECKING:
    from analysis.text.tokens import Token

_UNSEEN = {"speech": 0.7, "document": 0.5, "thought": 0.4, "evaluation": 0.5}
_FALLBACKS = {"clause": ("clause", "quote"), "quote": ("quote", "clause"), "alone": ("alone",)}


class Cue(NamedTuple):
    """One line of lexicons/cues.tsv; alone, clause, quote: shares or None."""

    lemma: str
    pos: str
    cue_class: str
    scope: str
    seen: int
    alone: float | None
    clause: float | None
    quote: float | None

    def share(self, frame: str) -> float:
        """How often this lemma is a cue in a frame: "alone", with a "clause", beside a "quote"; 0
        to 1."""
        figures = [getattr(self, name) for name in _FALLBACKS[frame]]
        known = [figure for figure in figures if figure is not None]
        return known[0] if known and self.seen >= 5 else _UNSEEN[self.scope]


@cache
def lexicon() -> dict[tuple[str, str], Cue]:
    """{(lemma, part of speech): Cue} of lexicons/cues.tsv."""
    cells = [list(row.values()) for row in rows("cues.tsv")]
    return {
        (row[0], row[1]): Cue._make([*row[:4], int(row[4]),
                                     *(float(x) if x else None for x in row[5:8])])
        for row in cells
    }


@cache
def _first_words():
    return frozenset(lemma.split()[0] for lemma, _ in lexicon())


def entry(token: "Token") -> Cue | None:
    """The lexicon's `Cue` of a token, with its particle ("shot back") where that has a line of its
    own, or None."""
    lemma = token.lemma_.lower()
    if lemma not in _first_words():  # most are not, and every rule asks of every token
        return None
    pos = "VERB" if token.tag_.startswith("VB") else token.pos_
    word = particle(token)
    own = lexicon().get((f"{lemma} {word.lower_}", pos)) if word else None
    found = own or lexicon().get((lemma, pos))
    # "was charged down", "claimed back": with a particle, an accusation is a deed
    deed = own is None and word is not None and is_particle(word)
    return None if deed and found and found.cue_class in ("accusing", "doubting") else found


def particle(token: "Token") -> "Token | None":
    """The word right after a verb that belongs to it ("shot back", "ruled out"), or None."""
    if not token.tag_.startswith("VB") or token.i + 1 == len(token.doc):
        return None
    word = token.nbor()
    return word if word.head.i == token.i and (is_particle(word) or is_adverbial(word)) else None


@cache
def topics() -> dict[str, frozenset[str]]:
    """{verb: prepositions that lead to what it speaks of} of lexicons/topics.tsv."""
    return {row["verb"]: frozenset(row["prepositions"].split()) for row in rows("topics.tsv")}
