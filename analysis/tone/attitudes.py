"""The attitude that a sentence shows toward one mention of an actor: against (-1), none (0), in favour (1).

A logistic regression over what the sentence says around the mention (`analysis.tone.surroundings`), trained by
`training/stance.py` on NewsMTSC (Hamborg and Donnay 2021), whose readers judged the attitude toward people in US
political news; `analysis/weights/README.md` says how often it is right. It abstains where its probability is below
the threshold that the training set; it is never certain of a single mention.
"""
from bisect import bisect_left, bisect_right

from analysis.tone.surroundings import Sentence
from analysis.weights import load


def toward(text, start, end):
    """The likeliest attitude of the text (a sentence or a few) toward the mention `text[start:end]`: -1, 0 or 1.

    Raises ValueError where the offsets hold no word of the text.
    """
    return toward_table([dict(text=text, start=start, end=end)])["likeliest"].tolist()[0]


def toward_table(rows):
    """A table of attitudes, one row per given row.

    rows: dicts or a table with `text`, `start`, `end` (the mention's place in that text). Returned: text, start, end,
    stance (-1, 0, 1; missing where the model abstains), likeliest (-1, 0, 1, always), probability (of the likeliest,
    calibrated), abstained.
    """
    import pandas
    from analysis.language import parse
    from analysis.reading_copy import mend
    rows = pandas.DataFrame(rows, columns=["text", "start", "end"])
    texts = list(dict.fromkeys(rows["text"]))
    copies = {text: mend(text) for text in texts}
    docs = dict(zip(texts, parse([copies[text].text for text in texts])))
    readers = {text: Reader(docs[text], copies[text]) for text in texts}
    read = [readers[row.text].stance(row.start, row.end) for row in rows.itertuples()]
    return rows.assign(**pandas.DataFrame(read, index=rows.index, columns=["stance", "likeliest", "probability", "abstained"]
                                          ).astype({"stance": "Int64"}))


class Reader:
    """The attitudes in one parsed text: `doc` is spaCy's Doc of `copy.text` (an `analysis.reading_copy.ReadingCopy`)."""

    def __init__(self, doc, copy):
        self.doc, self.sentences = doc, {}
        self.starts = [copy.source(token.idx) for token in doc]
        self.ends = [copy.source(token.idx + len(token) - 1) + 1 for token in doc]

    def features(self, start, end):
        """The features of the mention at the offsets [start, end) of the source text."""
        first, last = bisect_right(self.ends, start), bisect_left(self.starts, end)
        if first >= last:
            raise ValueError(f"no word of the text at {start}:{end}")
        sentence = self.doc[first].sent
        if sentence.start not in self.sentences:
            self.sentences[sentence.start] = Sentence(sentence)
        return self.sentences[sentence.start].features(first, min(last, sentence.end))

    def stance(self, start, end):
        """A dict: stance (None where the model abstains), likeliest, probability, abstained."""
        model = load("stance")
        probabilities = model.probabilities(self.features(start, end))
        likeliest, probability = model.classes[probabilities.argmax()], float(probabilities.max())
        abstained = probability < model.about["threshold"]
        return dict(stance=None if abstained else likeliest, likeliest=likeliest, probability=probability, abstained=abstained)
