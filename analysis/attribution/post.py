"""Posts of social media that a page embeds: their words, a dash, who posted them with the handle in
brackets, the day. "The bridge is open again! — Mara Ilves (@mara) May 2, 2016"."""

import re
from typing import TYPE_CHECKING

from analysis.attribution.candidate import Candidate
from analysis.attribution.features import weigh
from analysis.attribution.scorer import counted

if TYPE_CHECKING:
    from analysis.attribution.quoted_paragraph import QuotedParagraph

_SIGNED = re.compile(
    r"(?:—|–|--?)\s?(?=\w)(?P<name>[^\n(@—–]{2,50}?)\s?\(@\w{1,30}\)[,.]?\s+"
    r"(?:[A-Z][a-z]+\.? \d{1,2}|\d{1,2} [A-Z][a-z]+\.?),? \d{4}\W*$"
)
_LINKS = ("http://", "https://", "pic.twitter.com/")


def signed(paragraph: "QuotedParagraph") -> Candidate | None:
    """The candidate of a paragraph that is an embedded post, or None."""
    text = paragraph.parsed.copy.text
    match = _SIGNED.search(text) if "(@" in text else None
    words = _without_links(text[: match.start()]) if match else ""
    if match is None or not any(letter.isalpha() for letter in words):
        return None
    named = [i.i for i in paragraph.doc if match.start("name") <= i.idx < match.end("name")]
    dash = max(i.i for i in paragraph.doc if i.idx <= match.start())
    if not named or dash >= named[0]:
        return None
    start = len(text) - len(text.lstrip())
    found = Candidate(
        paragraph,
        "post.signed",
        [paragraph.parsed.char_offsets(start, len(words))],
        cue=(dash, dash + 1),
        source=(named[0], named[-1] + 1),
        quoted_spans=[number for number, _ in paragraph.quoted_spans],
        verbatim=True,
    )
    weigh(found, [])
    found.probability = counted(found.why)
    return found


def _without_links(text):
    """A text without the links at its end."""
    return text[:max((word.end() for word in re.finditer(r"\S+", text)
                      if not word[0].startswith(_LINKS)), default=0)]
