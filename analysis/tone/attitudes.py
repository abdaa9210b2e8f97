"""The attitude that a sentence shows toward one mention of an actor: against (-1), none (0), in
favour (1).

A logistic regression over what the sentence says around the mention (`analysis.tone.surroundings`),
trained by `training/stance.py` on NewsMTSC (Hamborg and Donnay 2021), whose readers judged the
attitude toward people in US political news; `analysis/models/README.md` says how often it is right.
It abstains where its probability is below the threshold that the training set; it is never certain
of a single mention.
"""
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from analysis.models import load
from analysis.tone.surroundings import Sentence

if TYPE_CHECKING:
    from pandas import DataFrame

    from analysis.text.reading_copy import ReadingCopy
    from analysis.text.tokens import Doc


def toward(text: str, start: int, end: int) -> int:
    """The likeliest attitude of the text (a sentence or a few) toward the mention
    `text[start:end]`: -1, 0 or 1.

    Raises ValueError where the offsets hold no word of the text.
    """
    return toward_table([dict(text=text, start=start, end=end)])["likeliest"].tolist()[0]


def toward_table(rows: Any) -> "DataFrame":
    """A table of attitudes, one row per given row.

    rows: dicts or a table with `text`, `start`, `end` (the mention's place in that text). Returned:
    text, start, end, stance (-1, 0, 1; missing where the model abstains), likeliest (-1, 0, 1,
    always), probability (of the likeliest, calibrated), abstained.
    """
    import pandas

    from analysis.text.parse import parse
    from analysis.text.reading_copy import mend
    from analysis.text.tokens import Doc
    rows = pandas.DataFrame(rows, columns=["text", "start", "end"])
    texts = list(dict.fromkeys(rows["text"]))
    copies = {text: mend(text) for text in texts}
    docs = dict(zip(texts, map(Doc, parse([copies[text].text for text in texts]))))
    readers = {text: Reader(docs[text], copies[text]) for text in texts}
    read = attitudes([readers[row.text].parts(row.start, row.end) for row in rows.itertuples()])
    return rows.assign(**pandas.DataFrame(read, index=rows.index,
                                          columns=["stance", "likeliest", "probability",
                                                   "abstained"]
                                          ).astype({"stance": "Int64"}))


def attitudes(parts: Iterable[tuple[Sentence, dict]]) -> list[dict]:
    """A dict for each mention, given as `Reader.parts`: stance (None where the model abstains),
    likeliest, probability, abstained."""
    parts, model = list(parts), load("stance")
    numbers = {sentence: number for number,
               sentence in enumerate(dict.fromkeys(sentence for sentence, _ in parts))}
    shared = model.logits([sentence.shared for sentence in numbers])
    shared = shared.take([numbers[sentence] for sentence, _ in parts], 0)
    rows = model.probabilities(shared + model.logits([own for _, own in parts]))
    read = []
    for place, probability in zip(rows.argmax(1).tolist(), rows.max(1).tolist()):
        likeliest, abstained = model.classes[place], probability < model.about["threshold"]
        read.append(dict(stance=None if abstained else likeliest, likeliest=likeliest,
                         probability=probability, abstained=abstained))
    return read


class Reader:
    """What one parsed text says around its mentions: `doc` is the Doc of `copy.text` (a
    ReadingCopy)."""

    def __init__(self, doc: "Doc", copy: "ReadingCopy"):
        self.doc, self.copy, self.sentences = doc, copy, {}
        self.starts = [token.idx for token in doc]
        self.ends = [token.idx + len(token) for token in doc]

    def features(self, start: int, end: int) -> dict[str, float]:
        """The features of the mention at the offsets [start, end) of the source text, a dict."""
        sentence, own = self.parts(start, end)
        found = Counter(sentence.shared)
        found.update(own)
        return {name: value for name, value in found.items() if value}

    def parts(self, start: int, end: int) -> tuple[Sentence, dict[str, float]]:
        """The same in two: the `surroundings.Sentence`, whose `shared` features are looked up once,
        and what the mention adds."""
        place, stop = self.copy.place(start, end)
        first, last = bisect_right(self.ends, place), bisect_left(self.starts, stop)
        if first >= last:
            raise ValueError(f"no word of the text at {start}:{end}")
        span = self.doc.sentences[first]
        if span.start not in self.sentences:
            self.sentences[span.start] = Sentence(span)
        found = self.sentences[span.start]
        return found, found.features(first, min(last, span.end))
