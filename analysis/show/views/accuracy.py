"""How right each extraction is: on this article, where somebody annotated it by hand, and on texts
that cannot be shipped (`data/accuracy.csv`; notebook 7)."""
import json
from pathlib import Path

import pandas

from analysis.article import Article
from analysis.measures import accuracy as measures
from analysis.project import ACCURACY
from analysis.show.display import Table, count, finding
from analysis.show.display.finding import Finding

_HEADINGS = {"measure": "Measured", "value": "This project", "human": "Second person",
             "peer": "Best peer", "n": "Cases", "texts": "On", "seen": "Texts were"}
_FLAT, _HEDGED = "stated flatly: true", "stated with “probably”: true"
# What is said of the figures of each sort of reader, who are never pooled.
_READ = {
    "articles read by fresh readers, at first sight":
        "Of what is stated flatly, people who had no part in the rules found **{flat:.0f} in 100** "
        "true (n = {n:.0f}), of what is stated with “probably” {hedged:.0f} (n = {m:.0f}). What is "
        "less likely than 70 in 100 is withheld.",
    "articles read by the author of the rules":
        "The author of the rules, on other articles, found {flat:.0f} in 100 true of what is said "
        "flatly (n = {n:.0f}) and {hedged:.0f} of the rest (n = {m:.0f}): that is development, and "
        "no measure of what you may expect."}
_FORMATS = {"value": ".0f", "human": ".0f", "peer": ".0f"}


def lines(extraction: str) -> Table:
    """What was measured of one extraction, and how people and the best peer did on the same."""
    table = _measured()
    table = table[table["extraction"] == extraction]
    return Table(table, f"How right the {extraction} table is (this version, on texts by others)",
                 _HEADINGS, empty="Nothing has been measured yet.", formats=_FORMATS)


def measured() -> Table:
    """Everything that was measured on texts by others."""
    table = _measured()
    return Table(table, f"Measured on texts by others (n = {count(len(table), 'figure')})",
                 {"extraction": "Table", **_HEADINGS, "peer_name": "Which peer"},
                 empty="Nothing has been measured yet.", formats=_FORMATS, limit=100)


def measured_finding() -> Finding:
    """Where the program comes nearest to a second person, and where it stays furthest behind."""
    table = _measured().dropna(subset=["human", "value"])
    if table.empty:
        return finding("No figure has that of a second person beside it, so how hard the task is "
                       "cannot be said.")
    share = table["value"] / table["human"]
    near, far = table.loc[share.idxmax()], table.loc[share.idxmin()]
    said = finding("Nearest to what a second person agrees on: **{what}**, {value:.0f} against "
                   "{human:.0f}.", what=near["measure"], value=near["value"], human=near["human"])
    return said if len(table) == 1 else said + finding(
        "Furthest from it: **{what}**, {value:.0f} against {human:.0f}. No program should be "
        "trusted beyond what two people agree on.", what=far["measure"], value=far["value"],
        human=far["human"])


def live(article: Article) -> Table:
    """The tables of this article against the annotations made by hand on this very text."""
    return Table(measures.scores(article), "This article against what a careful reader found",
                 {"extraction": "Table", "measure": "Right is", "n": "By hand", "found": "Found",
                  "right": "Right", "precision": "Of those found", "recall": "Of those by hand",
                  "f1": "F1"}, formats={"precision": ".0%", "recall": ".0%", "f1": ".0%"},
                 empty="Nobody has annotated this text by hand, so nothing can be compared.")


def live_finding(article: Article) -> Finding:
    """Who annotated, and the best and the weakest of the extractions."""
    table = measures.scores(article).dropna(subset=["f1"])
    if table.empty:
        return finding("Nobody has annotated this text by hand. The table below says how the "
                       "program did on other texts; on "
                       "a page of another kind it may do better or worse.")
    best, worst = table.loc[table["f1"].idxmax()], table.loc[table["f1"].idxmin()]
    how = json.loads(Path(measures.folder(article) or "", "meta.json").read_text("utf8"))["how"]
    return finding("Best: **{best}**, {right} of {n}. Weakest: **{worst}**, {few} of {all}. One "
                   "article is a small sample.",
                   best=best["measure"], right=best["right"], n=best["n"], worst=worst["measure"],
                   few=worst["right"],
                   all=worst["n"]) + finding("How it was annotated: {how}.", how=how.rstrip("."))


def errors(article: Article, limit: int = 40) -> Table:
    """Quotations that are missed, or given to another voice than the annotation gives them."""
    table = measures.wrong_speakers(article)
    return Table(table, f"Where the voice is wrong or missing (n = {len(table)})",
                 {"text": "Words in marks", "gold": "By hand", "speaker": "Found"}, article=article,
                 limit=limit, empty="None is wrong." if measures.folder(article)
                 else "Nobody has annotated this text by hand.")


def _measured():
    return pandas.read_csv(ACCURACY, comment="#")


def findings_finding() -> Finding:
    """Of what is stated, how much fresh readers found true, flatly and with "probably"; apart from
    it, what the author of the rules found."""
    table = _measured()
    table = table[table["extraction"] == "findings"].set_index(["texts", "measure"])
    said = [finding(template, flat=table.loc[(texts, _FLAT), "value"],
                    n=table.loc[(texts, _FLAT), "n"], hedged=table.loc[(texts, _HEDGED), "value"],
                    m=table.loc[(texts, _HEDGED), "n"])
            for texts, template in _READ.items() if (texts, _FLAT) in table.index]
    if not said:
        return finding("Nobody has read articles against what is said of them yet.")
    return said[0] if len(said) == 1 else said[0] + said[1]
