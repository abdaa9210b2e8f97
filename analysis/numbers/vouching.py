"""Who vouches for a number: the speaker of the innermost attribution whose content it stands in,
else the reporter."""
import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Any

from pandas import notna

from analysis import syntax
from analysis.attribution import cues
from analysis.lexicons import words
from analysis.numbers.quantity import Quantity
from analysis.numbers.statements import modes
from analysis.system.registry import ArticleLike
from analysis.text.parse import ParsedParagraph
from analysis.voices import told_of

if TYPE_CHECKING:
    from analysis.text.tokens import Token

_DECLINED = re.compile(r"\b(?:not|never|refused?s?|declined?s?)\b|n[’']t\b")
_RESULTS = ("score", "lap")      # which anybody can see
_FIGURES = re.compile(r"(?:[’']s?)?((?: [a-z]+){1,2})\b")
_FIGURES_FROM = re.compile(rf"\b(?:{'|'.join(sorted(words('numbers.studies')))}) "
                           r"(?:[a-z]+(?:ed|ne) )?(?:from|by) (?:the )?$", re.I)
# A share of those asked, which is the reporter's or the poll's to tell: "40% of voters said".
_SHARE = re.compile(r"%|\bper ?cent\b|^(?:\w+ ){0,2}\w+ (?:in|out of) (?:\w+|\d+)$", re.I)


class Voices:
    """The attributions, quotes and mentions of an article, ready to be asked for a claim."""

    def __init__(self, article: ArticleLike):
        rows, quotes = article.attributions, article.quotes
        self.pieces = sorted((start, end, -(end - start), row) for row in rows.itertuples()
                             if _vouches(row, article.parsed) for start, end in row.content or ())
        self.starts = [piece[0] for piece in self.pieces]
        self.reach = max((piece[1] - piece[0] for piece in self.pieces), default=0)
        self.quotes = sorted(zip(*quotes.lists("start", "end", "kind")))
        self.quote_starts = [quote[0] for quote in self.quotes]
        self.mentions = sorted(told_of(article, "start", "end", "actor"))
        self.mention_starts = [mention[0] for mention in self.mentions]
        self.text = article.text

    def of(self, claim: Quantity, paragraph: ParsedParagraph) -> dict[str, Any]:
        """{speaker, second_hand, attribution} of a placed Claim of a passage.

        What a source declines to say ("did not reply to 14 questions") is the reporter's. Where
        the source reports what somebody else said ("“He told us that it was 180,” she said"), that
        person is the speaker, at second hand; a source who reports somebody that has no row in
        `article.speakers` stays the speaker, at second hand too.
        """
        start, end = paragraph.char_offsets(claim.start, claim.end)
        best = self._innermost(start, end)
        if best:
            first, last, row = best
            token = paragraph.doc[claim.first]
            if row.kind != "direct" and not self._quoted(start, end) and (
                    claim.form in _RESULTS and not _own(token) or aside(claim, token)):
                return dict(speaker="reporter", second_hand=False, attribution=None)
            if (not notna(row.source) or row.scope == "thought") and presupposed(claim, token):
                return dict(speaker="reporter", second_hand=False, attribution=None)
            if notna(row.cue) and _DECLINED.search(row.cue):
                return dict(speaker="reporter", second_hand=False, attribution=None)
            speaker, second_hand = (row.speaker if notna(row.speaker)
                                    else self.owner(row.source_start, row.source_end)
                                    if notna(row.source) else None,
                                    bool(notna(row.within)))
            cue = _saying(token)
            if cue is not None and first <= paragraph.offsets(cue.i, cue.i + 1)[0] < last:
                source = syntax.subject_above(cue)
                if source is not None and source.lower_ not in ("i", "we"):
                    actor = self.actor(paragraph.offsets(source.i, source.i + 1)[0])
                    second_hand = second_hand or actor is None or actor != speaker
                    speaker = actor or speaker
            return dict(speaker=speaker, second_hand=second_hand, attribution=row.attribution)
        return dict(speaker=None if self._quoted(start, end) else "reporter", second_hand=False,
                    attribution=None)

    def _quoted(self, start, end):
        """Whether what lies between two characters stands in quoted speech."""
        place = bisect_right(self.quote_starts, start)
        return bool(place and end <= self.quotes[place - 1][1]
                    and self.quotes[place - 1][2] not in ("title", "scare"))

    def _innermost(self, start, end):
        best = None
        position = bisect_right(self.starts, start)
        while position and self.pieces[position - 1][0] >= start - self.reach:
            position -= 1
            first, last, _, row = self.pieces[position]
            if first <= start and end <= last and (best is None
                                                   or last - first < best[1] - best[0]):
                best = first, last, row
        return best

    def owner(self, first: int, last: int) -> str | None:
        """The actor whose figures the words between two characters are ("Harbour Office figures",
        "data from the Harbour Office"), or None."""
        for start, end, actor in self.mentions[bisect_left(self.mention_starts, first):
                                               bisect_left(self.mention_starts, last)]:
            behind = _FIGURES.match(self.text, end)
            if behind and words("numbers.studies") & set(behind[1].split()) or (
                    _FIGURES_FROM.search(self.text, first, start)):
                return actor
        return None

    def actor(self, place: int) -> str | None:
        """The actor of the last mention that begins at or before a character and covers it, or
        None."""
        for _, end, actor in reversed(self.mentions[:bisect_right(self.mention_starts,
                                                                  place)][-4:]):
            if place < end:
                return actor
        return None


def _vouches(row, paragraphs):
    """Whether who is named in an attribution says what its content says: not in "the council
    approved 40 new homes", "aims to build 40", "agreed to build 40" or "commented on the loss of
    40", nor a share of those asked, nor where an indirect one is less likely than not, unless its
    cue is said of figures. What is said without a source ("allegedly") is nobody's for sure, and
    not the reporter's."""
    told = row.cue.lower().split() if notna(row.cue) else []
    cue = set(told)
    acts = row.kind != "direct" and cue & words("numbers.deeds") and not all(
        _states(paragraphs, *piece) for piece in row.content or ())
    does = acts or cue & words("numbers.aims") or (
        row.kind == "indirect" and cue & words("numbers.takes_up") and told[-1] in ("on", "about"))
    sees = cue & words("numbers.sees") and not notna(row.speaker)  # "the deal sees it get $6bn"
    if row.scope == "evaluation" or does or sees or notna(row.source) and _SHARE.search(row.source):
        return False
    return (row.kind != "indirect" or row.confidence >= .5 or not notna(row.source)
            or bool(words("numbers.tells_figures") & cue))


def _states(paragraphs, start, end):
    """Whether the words between two characters of an article are a clause with a subject: "a third
    of them were unsafe", not "to pay" or "a deal that is worth $5m"."""
    paragraph = paragraphs[bisect_right(paragraphs, start, key=lambda one: one.start) - 1]
    first, last = bisect_left(paragraph.starts, start), bisect_left(paragraph.starts, end)
    return syntax.subject(syntax.top(paragraph.doc, first, last)) is not None


def _own(token):
    """Whether a token stands in a clause about somebody who a pronoun says is known: "she said that
    she lost 3-1"."""
    doer = syntax.subject(syntax.clause(token))
    return doer is not None and doer.pos_ == "PRON"


def aside(claim: Quantity, token: "Token") -> bool:
    """Whether the reporter adds a figure to what somebody is said to say: the age behind or for a
    name, what a relative clause behind a comma says, who else says something in the next clause
    ("half said that they were for it and 60 per cent said …")."""
    named = "old" in claim.notes and claim.counted is None        # "the 19-year-old", for his name
    if claim.kind == "age" and token.i and (
            syntax.is_apposition(token) or token.nbor(-1).text in ",("
            or named and token.nbor(-1).lower_ == "the"):
        return True
    verb = syntax.clause(token)
    if syntax.is_relative(verb) and verb.left_edge.i and verb.left_edge.nbor(-1).text == ",":
        return True
    known = cues.entry(verb) if syntax.is_conjunct(verb) and verb.i > token.i else None
    return (known is not None and known.scope == "speech"
            and cues.entry(syntax.first_conjunct(verb)) is not None)


def presupposed(claim: Quantity, token: "Token") -> bool:
    """Whether a figure is part of what a sentence takes for known: "the $40m contract is thought to
    be void", "the bid that values it at $40m"."""
    verb = syntax.clause(token)
    if claim.form == "date":
        return False
    if syntax.is_relative(verb) and syntax.definite(verb.head):
        return True
    noun = token
    while (syntax.in_front(noun) or syntax.is_adverbial(noun)) and noun.head.i > noun.i:
        noun = noun.head
    return noun is not token and syntax.definite(noun)


def _saying(token):
    """The nearest verb of speech above a token that has the token in its clause of content, or
    None; not "he should explain how he would pay for 40", where nobody has said it."""
    while token.head.i != token.i:
        verb = token.head
        if (syntax.is_content(token) and verb.tag_.startswith("VB")
                and (known := cues.entry(verb)) and known.scope == "speech"
                and not any(one is not None and any(modes(one)[1:])
                            for one in (verb, syntax.verb_above(verb)))):
            return verb
        token = verb
    return None
