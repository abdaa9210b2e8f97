"""Words that several articles quote: whole, shortened, changed, reassigned, paraphrased.

| change      | what                                                                      |
|-------------|---------------------------------------------------------------------------|
| same        | the same words in every article                                           |
| shortened   | one leaves out what another has, and adds nothing                         |
| changed     | one has words inside the quotation marks that no other has                |
| paraphrased | in quotation marks in one article, in the reporter's own words in another |

Compared is all that one attribution quotes, since articles drop whole sentences too.
"""
from collections.abc import Callable
from itertools import combinations

import pandas

from analysis.article import Article
from analysis.comparison.echoes import Quotation, omitted, plain
from analysis.comparison.words import Rarity, Words

# share of the weight of the words of the shorter that a changed, a retold quotation keeps
_ALIKE, _RETOLD = .5, .55
_NEARLY_ALL = .9            # and that one of another voice keeps
_FEWEST, _FEWEST_RETOLD, _MANY = 2, 3, 4
_UNNAMED = {"role", "anonymous"}   # a person who may be the one named elsewhere
_ORDER = ["changed", "paraphrased", "shortened", "same"]
COLUMNS = {"quotation": "int64", "article": "int64", "start": "int64", "end": "int64",
           "text": "str", "sentence": "int64", "attribution": "Int64", "speaker": "str",
           "voice": "object", "cue": "str", "cue_class": "str", "left_out": "object",
           "change": "str", "other_speaker": "bool", "quoted": "bool"}


def table(articles: list[Article], groups: list[list[Quotation]], words: list[Words],
          rarity: Rarity, voice: Callable) -> pandas.DataFrame:
    """One row per quotation and article that has it, in COLUMNS, the most changed first.

    groups: of `analysis.comparison.echoes`. words: the `Words` of each article. voice: a function
    from (article, speaker) to something that is equal for those who are the same. left_out: the
    words of the fullest version that this one lacks, in runs; other_speaker: whether articles give
    the words to different speakers, a person without a name left aside who may be the other;
    quoted: False for a paraphrase.
    """
    units = [_Units(number, article, words[number], voice)
             for number, article in enumerate(articles)]
    things = [[units[quoted_span.article].of(quoted_span.quote)
               for quoted_span in _innermost(group, articles)] for group in groups]
    _alike(units, things, rarity)
    _retold(units, things, rarity)
    found = [_described(thing) for thing in things]
    found.sort(key=lambda thing: (not thing[0]["other_speaker"], _ORDER.index(thing[0]["change"]),
                                  thing[0]["article"], thing[0]["start"]))
    rows = [dict(unit, quotation=number) for number, thing in enumerate(found) for unit in thing]
    return pandas.DataFrame(rows, columns=list(COLUMNS)).astype(COLUMNS)


def _innermost(group, articles):
    """The innermost quoted spans of a group, one of each act."""
    rows = {quoted_span: articles[quoted_span.article].quotes.loc[quoted_span.quote]
            for quoted_span in group}
    kept = {}
    for quoted_span in group:
        here = rows[quoted_span]
        holds = any(other.article == quoted_span.article and other != quoted_span
                    and here["start"] <= rows[other]["start"]
                    and rows[other]["end"] <= here["end"] for other in group)
        if not holds:
            kept.setdefault((quoted_span.article,
                             here["attribution"] if pandas.notna(here["attribution"])
                             else -quoted_span.quote), quoted_span)
    return kept.values()


class _Units:
    """What one article quotes and paraphrases, act by act: dicts of COLUMNS and `whole`."""

    def __init__(self, number, article, words, voice):
        self.article, self.number, self.words, self._voice = article, number, words, voice
        self._forms = dict(zip(article.speakers["speaker"], article.speakers["form"]))
        self._acts = article.attributions.set_index("attribution", drop=False)
        heard = article.quotes[article.quotes["kind"].isin(["direct", "mixed"])]
        self._acts_of = dict(zip(article.quotes["quote"], article.quotes["attribution"]))
        self._of_act = {attribution: list(rows.itertuples())
                        for attribution, rows in heard.groupby("attribution")}

    def of(self, quote):
        """The unit of one quotation: all that its act quotes, shown at the quotation itself."""
        row = self.article.quotes.loc[quote]
        attribution = self._acts_of[quote]
        same = self._of_act.get(attribution, [])
        outer = [other for other in same if not any(one is not other and one.start <= other.start
                                                    and other.end <= one.end for one in same)]
        whole = " ".join(other.text for other in outer) if outer else row["text"]
        return self._unit(int(row["start"]), int(row["end"]), row["speaker"], attribution, whole,
                          True)

    def quoted(self):
        """The units of the acts that quote, each at its first quoted span."""
        return [self.of(rows[0].quote) for attribution, rows in self._of_act.items()]

    def retold(self):
        """The units of the acts that only paraphrase, unsure ones too: that another article quotes
        the words vouches for them."""
        table = self.article.attributions
        for row in table[(table["kind"] == "indirect") & (table["scope"] == "speech")
                         & table["speaker"].notna()].itertuples():
            start, end = row.content[0][0], row.content[-1][1]
            yield self._unit(start, end, row.speaker, row.attribution, self.article.text[start:end],
                             False, row.content)

    def _unit(self, start, end, speaker, attribution, whole, quoted, content=None):
        cue = (self._acts.loc[attribution]
               if pandas.notna(attribution) and attribution in self._acts.index else None)
        speaker = speaker if isinstance(speaker, str) else None
        sentence = int(self.article.sentences["start"].searchsorted(start, side="right")) - 1
        rows = self._of_act.get(attribution, []) if quoted else []
        spans = content or [(row.start, row.end) for row in rows] or [(start, end)]
        return dict(article=self.number, start=start, end=end, text=self.article.text[start:end],
                    sentence=max(sentence, 0), speaker=speaker, form=self._forms.get(speaker),
                    voice=speaker and self._voice(self.number, speaker), quoted=quoted, whole=whole,
                    attribution=attribution,
                    cue=None if cue is None or not isinstance(cue["cue"], str) else cue["cue"],
                    cue_class=None if cue is None or not isinstance(cue["cue"], str)
                    else cue["cue_class"], forms={word.form for word in self.words.within(spans)})


def _alike(units, things, rarity):
    """Add the quotations that are not word for word the same: of one voice and with most words that
    count in common, or of anybody with nearly all."""
    quoted = [list(one.quoted()) for one in units]
    _join(quoted, quoted, rarity, _ALIKE, _FEWEST, things, _same_voice)
    _join(quoted, quoted, rarity, _NEARLY_ALL, _MANY, things, lambda one, other: True)


def _retold(units, things, rarity):
    """Add the paraphrases of what the same voice says in quotation marks in another article."""
    _join([list(one.quoted()) for one in units], [list(one.retold()) for one in units], rarity,
          _RETOLD, _FEWEST_RETOLD, things, _same_voice)


def _same_voice(one, other):
    return one["voice"] is not None and one["voice"] == other["voice"]


def _join(ones, others, rarity, share, fewest, things, may):
    """Make things of the pairs that fit best, or add the one to the thing of the other; an act is
    in one thing, and a thing has one of an article."""
    taken = {_key(unit): thing for thing in things for unit in thing}
    scored = []
    for i, mine in enumerate(ones):
        for j, theirs in enumerate(others):
            if i < j or i != j and ones is not others:
                for one in mine:
                    for other in theirs:
                        common = one["forms"] & other["forms"]
                        if may(one, other) and len(common) >= fewest:
                            least = min(rarity.of(one["forms"]), rarity.of(other["forms"]))
                            if rarity.of(common) >= share * least:
                                scored.append((rarity.of(common), one, other))
    for _, one, other in sorted(scored, key=lambda row: (-row[0], row[1]["article"],
                                                         row[1]["start"], row[2]["article"])):
        known = [unit for unit in (one, other) if _key(unit) in taken]
        if len(known) == 2:
            continue
        thing = taken[_key(known[0])] if known else []
        new = [unit for unit in (one, other) if unit not in known]
        if {unit["article"] for unit in thing} & {unit["article"] for unit in new}:
            continue
        if not thing:
            things.append(thing)
        thing += new
        taken |= dict.fromkeys(map(_key, new), thing)


def _key(unit):
    return unit["article"], unit["attribution"]


def _described(thing):
    """The versions of one quotation with how they differ, in the order of the articles."""
    fullest = max((unit for unit in thing if unit["quoted"]),
                  key=lambda unit: len(plain(unit["whole"])))
    changes = set()
    for unit in thing:
        runs, own = (omitted(fullest["whole"], unit["whole"])
                     if unit is not fullest and unit["quoted"] else ([], False))
        unit["left_out"] = runs
        changes.add("paraphrased" if not unit["quoted"] else "changed" if own else "shortened"
                    if runs else "same")
    others = any(_apart(one, other) for one, other in combinations(thing, 2))
    for unit in thing:
        unit["change"], unit["other_speaker"] = min(changes, key=_ORDER.index), others
    return sorted(thing, key=lambda unit: (unit["article"], unit["start"]))


def _apart(one, other):
    forms = {one["form"], other["form"]}
    return None not in (one["voice"], other["voice"]) and one["voice"] != other["voice"] and not (
        forms & _UNNAMED and forms <= _UNNAMED | {"named"})
