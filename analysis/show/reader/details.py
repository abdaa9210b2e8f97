"""What the panel says of a marked passage: the rule and its confidence, the value, the tone."""
from typing import Any

from pandas import notna

from analysis.article import Article
from analysis.checks.check import plain
from analysis.corrections.marks import marked
from analysis.show.display.decided import in_words, speakers
from analysis.show.escape import printable
from analysis.text.phrases import amount

_KINDS = {"direct": "Quotation", "mixed": "Quoted fragment", "scare": "In marks, nobody’s words",
          "title": "In marks, a title"}
_SCOPES = {"speech": "Reported speech", "thought": "Reported thought",
           "document": "Reported from a document", "evaluation": "Reported judgement",
           "evidence": "What facts show", "refusal": "A refusal to speak"}
_SIGNS = {"~": "about", ">": "more than", ">=": "at least", "<": "less than", "<=": "at most"}


def details(article: Article, numbered: dict) -> dict[str, list[list | str]]:
    """{item: [heading, [[label, value], …]]} of every mark, and of every sentence ("s3").

    numbered: the `voices` of `analysis.show.reader.layers`. All values are text that may hold
    anything an article holds.
    """
    decoded = {row.attribution: row for row in article.attributions.itertuples()}
    who = speakers(article)
    found = {f"q{row.quote}": _quote(row, decoded, numbered, who)
             for row in article.quotes.itertuples()}
    found |= {f"a{number}": [_SCOPES[row.scope] if row.kind == "indirect"
                             else f"{_SCOPES[row.scope]}, partly in marks"
                             if row.kind == "mixed" else "Source and cue of a quotation",
                             _act(row, numbered, who)]
              for number, row in decoded.items()}
    checks = {}
    for row in article.checks.itertuples():
        for number in {row.number_a, row.number_b} - {None}:
            if notna(number):
                checks.setdefault(number, []).append(("Check", f"{row.kind}: {row.explanation}"))
    found |= {f"n{row.number}": ["Number", _number(row, numbered) + checks.get(row.number, [])]
              for row in article.numbers.itertuples()}
    found |= {f"s{row.sentence}": ["Sentence", [("Tone", tone(row))]]
              for row in article.tone.itertuples()}
    for table, letter in (("quotes", "q"), ("numbers", "n")):
        rows = getattr(article, table)
        for number, by_hand in enumerate(marked(article, rows)):
            if by_hand:
                found[f"{letter}{number}"][1].append(("By hand", "✎ corrected"))
    return {item: [heading,
                   [[label, printable(str(value))] for label, value in facts if value is not None]]
            for item, (heading, facts) in found.items()}


def tone(row: Any) -> str:
    """A row of the tone table in words.

    >>> from types import SimpleNamespace
    >>> tone(SimpleNamespace(evidence=0, score=-.1, se=.7, drivers=[]))
    'no word that carries tone'
    """
    if not row.evidence:
        return "no word that carries tone"
    because = ", ".join(f"{word} {_signed(adds)}"
                        for word, adds, *_ in sorted(row.drivers, key=lambda one: -abs(one[1]))[:4])
    return f"{_signed(row.score)} (error {row.se:.1f})" + f", from {because}" * bool(because)


def _signed(value):
    return amount(value, "+.1f")


def _voice(name, numbered):
    if not notna(name):
        return "nobody who could be named"
    return f"{name} (voice {numbered[name].number})" if name in numbered else name


def _quote(row, decoded, numbered, who):
    facts = [("Voice", _voice(row.speaker, numbered)), ("Words", row.words)]
    if notna(row.attribution):
        return [_KINDS[row.kind], facts + _act(decoded[row.attribution], numbered, who)[1:]]
    return [_KINDS[row.kind], facts + [("Why", row.why.removeprefix("unuttered: "))]]


def _act(row, numbered, who):
    cue = (f"{row.cue} ({row.cue_class})" if notna(row.cue) and notna(row.cue_class)
           else row.cue if notna(row.cue) else "none")
    return [("Voice", _voice(row.speaker, numbered)),
            ("Source", row.source if notna(row.source) else "none"), ("Cue", cue),
            ("Decided by", in_words(row.why)), ("Confidence", f"{row.confidence:.0%}"),
            ("Who", who[row.attribution]),
            ("Name right",
             f"{row.speaker_confidence:.0%}" if notna(row.speaker_confidence) else None)]


def _number(row, numbered):
    unit = row.unit if notna(row.unit) and row.unit != "percent" else ""
    said = "the reporter" if row.speaker == "reporter" else _voice(row.speaker, numbered)
    return [("Value", _value(row, unit)), ("Kind", row.kind),
            ("Of", row.counted if notna(row.counted) else None),
            ("Per", row.per if notna(row.per) else None),
            ("Date", row.iso if notna(row.iso) else None),
            ("Said by", said + " (second hand)" * bool(row.second_hand)),
            ("How", ", ".join(word for word in ("negated", "conditional", "future")
                              if getattr(row, word)) or None)]


def _value(row, unit):
    low, high = row.value_low, row.value_high
    if not notna(low) and not notna(high):
        return None
    bounds = [plain(value) for value in (low, high) if notna(value)]
    text = " to ".join(dict.fromkeys(bounds))
    sign = _SIGNS.get(row.modifier, "") if len(set(bounds)) == 1 else ""
    return " ".join(filter(None, [sign, text + " %" * (row.kind == "percent"), unit]))
