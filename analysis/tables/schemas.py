"""The columns of every table and their types; DESIGN: one row of a table is one thing found in the article.

Each table begins with `start`, `end` (character offsets of `article.text`, end exclusive) and `text`, the
characters between them. Missing values are NaN or None, never "" or 0.
"""
import pandas

_INT, _ID, _FLOAT, _TEXT, _BOOL, _LIST = "int64", "Int64", "float64", "str", "bool", "object"
_PLACE = {"start": _INT, "end": _INT, "text": _TEXT}

SCHEMAS = {
    "paragraphs": {"paragraph": _INT, "kind": _TEXT, "section": _INT},
    "sentences": {"sentence": _INT, "paragraph": _INT, "section": _INT, "voice": _TEXT, "words": _INT},
    "quotes": {"quote": _INT, "kind": _TEXT, "attribution": _ID, "speaker": _TEXT, "source": _TEXT,
               "cue": _TEXT, "confidence": _FLOAT, "speaker_confidence": _FLOAT, "why": _TEXT, "words": _INT,
               "sentence": _INT, "paragraph": _INT, "section": _INT},
    "attributions": {"attribution": _INT, "kind": _TEXT, "scope": _TEXT, "content": _LIST,
                     "source": _TEXT, "source_start": _ID, "source_end": _ID,
                     "cue": _TEXT, "cue_start": _ID, "cue_end": _ID, "cue_class": _TEXT,
                     "speaker": _TEXT, "why": _TEXT, "confidence": _FLOAT, "speaker_confidence": _FLOAT,
                     "within": _ID},
    "speakers": {"speaker": _TEXT, "form": _TEXT, "role": _TEXT, "role_class": _TEXT, "affiliation": _TEXT,
                 "anonymity": _TEXT, "mentions": _INT, "quotes": _INT, "quoted_words": _INT,
                 "reported_words": _INT, "share": _FLOAT, "last_start": _ID},
    "mentions": {"mention": _INT, "actor": _TEXT, "sentence": _INT, "role": _TEXT},
    "numbers": {"number": _INT, "kind": _TEXT, "value_low": _FLOAT, "value_high": _FLOAT, "low_open": _BOOL,
                "high_open": _BOOL, "modifier": _TEXT, "modifier_text": _TEXT, "unit": _TEXT, "counted": _TEXT,
                "per": _TEXT, "change": _TEXT, "iso": _TEXT, "linked": _ID, "negated": _BOOL,
                "conditional": _BOOL, "future": _BOOL, "speaker": _TEXT, "second_hand": _BOOL,
                "attribution": _ID, "sentence": _INT, "question": _TEXT, "tier": _INT},
    "checks": {"check": _INT, "kind": _TEXT, "number_a": _INT, "number_b": _ID, "explanation": _TEXT,
               "confidence": _FLOAT},
    "tone": {"sentence": _INT, "compound": _FLOAT, "score": _FLOAT, "se": _FLOAT, "topic": _FLOAT,
             "evaluative": _FLOAT, "evidence": _INT, "hedges": _INT, "boosters": _INT, "modals": _INT,
             "loaded": _INT, "subjective": _BOOL, "drivers": _LIST},
    "stances": {"mention": _INT, "actor": _TEXT, "sentence": _INT, "voice": _TEXT, "stance": _ID,
                "probability": _FLOAT, "abstained": _BOOL},
    "decisions": {"decision": _INT, "about": _TEXT, "row": _INT, "rule": _TEXT, "chosen": _TEXT,
                  "probability": _FLOAT, "runner_up": _TEXT, "runner_up_probability": _FLOAT},
    "findings": {"finding": _TEXT, "subject": _TEXT, "value": _FLOAT, "low": _FLOAT, "high": _FLOAT, "unit": _TEXT,
                 "statement": _TEXT, "probability": _FLOAT, "stated": _TEXT, "evidence": _LIST},
    "readability": {"section": _ID, "voice": _TEXT, "sentences": _INT,
                    **{index + bound: _FLOAT
                       for index in ("flesch_reading_ease", "flesch_kincaid_grade", "gunning_fog", "smog_index",
                                     "coleman_liau_index", "automated_readability_index", "dale_chall")
                       for bound in ("", "_low", "_high")}},
}
SCHEMAS = {name: {**_PLACE, **columns} for name, columns in SCHEMAS.items()}


def frame(name, rows=()):
    """A table of the schema `name`, from dicts with its columns; no rows give an empty typed frame.

    >>> frame("checks").dtypes["explanation"]
    <StringDtype(na_value=nan)>
    """
    columns = SCHEMAS[name]
    table = pandas.DataFrame.from_records(list(rows), columns=list(columns))
    return table.astype(columns)
