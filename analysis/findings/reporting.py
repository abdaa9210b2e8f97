"""How speech is reported, and who was asked and gave no answer."""

from math import prod

from analysis.findings.statement import Statement
from analysis.findings.voices import called
from analysis.findings.draws import nameless
from analysis.findings.weights import rate
from analysis.text.phrases import listing
from analysis.voices.spoken_words import voiced

_LISTED = 4


def statements(article) -> list[Statement]:
    """refusals and doubted."""
    return [_refusals(article), _doubted(article)]


def _refusals(article):
    table = article.attributions[article.attributions["scope"] == "refusal"]
    if table.empty:
        none = "Nobody is said to have been asked and to have given no answer"
        return Statement(
            "refusals",
            rate("no refusal"),
            f"{none}.",
            f"{none}, as far as the program can tell.",
            "Whether somebody was asked and gave no answer is not clear.",
            value=0,
            unit="voices",
        )
    shown = table.drop_duplicates("speaker").head(_LISTED)
    said = listing(
        [
            f"{_who(row, nameless(article))} (“{_printed(article, row)}”)"
            for row in shown.itertuples()
        ]
    )
    speaker = shown["speaker"].iloc[0]
    return Statement(
        "refusals",
        prod(shown["confidence"]),
        f"Asked, and without an answer: {said}.",
        f"Probably asked, and without an answer: {said}.",
        f"Perhaps asked, and without an answer: {said}.",
        speaker if isinstance(speaker, str) else None,
        len(table),
        unit="voices",
        evidence=_spans(shown),
    )


def _who(row, unnamed):
    return (
        called(row.speaker, unnamed) if isinstance(row.speaker, str) else row.source or "somebody"
    )


def _printed(article, row):
    """What the article prints of a refusal, from its cue on."""
    start = int(row.cue_start) if row.cue_start == row.cue_start else row.start
    return " ".join(article.text[start : row.end].split())


def _doubted(article):
    cues = voiced(article.attributions).dropna(subset=["cue"])
    doubted = cues[cues["cue_class"] == "doubting"]
    if cues.empty:
        return Statement(
            "doubted",
            rate("no doubt"),
            "There is no speech whose reporting could be weighed.",
            "There is no speech whose reporting could be weighed.",
            "",
            value=0,
            unit="cues",
        )
    if doubted.empty:
        return Statement(
            "doubted",
            rate("no doubt"),
            "No verb that reports speech leaves open whether it is true (as “claims” would).",
            "No verb that reports speech seems to leave open whether it is true (as “claims” would).",
            "Whether a verb leaves the truth of what is said open is not clear.",
            value=0,
            unit="cues",
        )
    shown = doubted.drop_duplicates("speaker").head(_LISTED)
    unnamed = nameless(article)
    said = listing([f"{_who(row, unnamed)} (“{row.cue}”)" for row in shown.itertuples()])
    likely = prod(shown["confidence"])
    speaker = shown["speaker"].iloc[0]
    return Statement(
        "doubted",
        likely,
        f"Reported so that the truth is left open: {said}.",
        f"Reported, it seems, so that the truth is left open: {said}.",
        f"Perhaps reported so that the truth is left open: {said}.",
        speaker if isinstance(speaker, str) else None,
        len(doubted),
        unit="cues",
        evidence=_spans(shown),
    )


def _spans(table):
    return list(zip(table["start"].astype(int), table["end"].astype(int)))
