"""The figures for one thing, from whatever articles give them, as a table."""
import pandas

from analysis.checks.check import EVENT
from analysis.comparison.matching import CASUALTIES

COLUMNS = {"thing": "int64", "article": "int64", "start": "int64", "end": "int64", "text": "str",
           "number": "int64", "sentence": "int64", "speaker": "str", "counted": "str",
           "event": "str", "relation": "str"}


def table(pairs: list[tuple]) -> pandas.DataFrame:
    """One row per figure of a thing that several articles give; `COLUMNS` has the columns.

    thing: its number, those that differ first, of these the tolls of the dead and hurt, then what
    most articles have; article: the number of the article; number: of the row in its numbers table;
    relation: of the whole thing, the strongest of its pairs (apart, bound, rounded, same).
    """
    things = []
    for a, b, kind in pairs:
        joined = [thing for thing in things if {a, b} & thing["figures"]]
        merged = {"figures": {a, b}.union(*(thing["figures"] for thing in joined)),
                  "kinds": {kind}.union(*(thing["kinds"] for thing in joined))}
        things = [thing for thing in things if thing not in joined] + [merged]
    order = ["apart", "bound", "rounded", "same"]
    for thing in things:
        thing["relation"] = min(thing["kinds"], key=order.index)
        thing["figures"] = sorted(thing["figures"],
                                  key=lambda figure: (figure.article, figure.claim.row.start))
        thing["event"] = next((figure.event for figure in thing["figures"] if figure.event), None)
        thing["articles"] = len({figure.article for figure in thing["figures"]})
    things.sort(key=lambda thing: (order.index(thing["relation"]), thing["event"] not in CASUALTIES,
                                   -thing["articles"], thing["figures"][0].article,
                                   thing["figures"][0].claim.row.start))
    rows = [dict(thing=number, article=figure.article, relation=thing["relation"],
                 event=thing["event"], counted=_counted(thing["figures"]),
                 **{name: getattr(figure.claim.row, name)
                    for name in ("start", "end", "text", "number", "sentence", "speaker")})
            for number, thing in enumerate(things) for figure in thing["figures"]]
    return pandas.DataFrame(rows, columns=list(COLUMNS)).astype(COLUMNS)


def _counted(figures):
    """What the figures of one thing count, in words."""
    event = next((figure.event for figure in figures if figure.event), None)
    return EVENT.get(event) or next((figure.claim.row.counted for figure in figures
                                     if isinstance(figure.claim.row.counted, str)), None)
