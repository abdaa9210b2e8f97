"""Who vouches for a number: the speaker of the innermost attribution whose content it stands in, else the reporter."""
from bisect import bisect_right

from pandas import notna


class Voices:
    """The attributions and quotes of an article, ready to be asked for a character."""

    def __init__(self, article):
        rows = article.attributions
        self.pieces = sorted((start, end, -(end - start), row) for row in rows.itertuples() for start, end in row.content or ())
        self.starts = [piece[0] for piece in self.pieces]
        self.reach = max((piece[1] - piece[0] for piece in self.pieces), default=0)
        self.quotes = sorted(zip(article.quotes["start"], article.quotes["end"], article.quotes["kind"]))
        self.quote_starts = [quote[0] for quote in self.quotes]

    def of(self, start, end):
        """{speaker, second_hand, attribution} for the characters [start, end) of the article."""
        best = None
        position = bisect_right(self.starts, start)
        while position and self.pieces[position - 1][0] >= start - self.reach:
            position -= 1
            first, last, _, row = self.pieces[position]
            if first <= start and end <= last and (best is None or last - first < best[1] - best[0]):
                best = first, last, row
        if best:
            row = best[2]
            return dict(speaker=row.speaker if notna(row.speaker) else None, second_hand=bool(notna(row.within)),
                        attribution=row.attribution)
        place = bisect_right(self.quote_starts, start)
        if place and end <= self.quotes[place - 1][1] and self.quotes[place - 1][2] not in ("title", "scare"):
            return dict(speaker=None, second_hand=False, attribution=None)
        return dict(speaker="reporter", second_hand=False, attribution=None)
