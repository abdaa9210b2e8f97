"""What a cell may hold, and what the cells of one row must say together."""
from typing import Any

from analysis.corrections.columns import SHEETS, UNUTTERED, Column, written
from analysis.corrections.review import Refusal


def checked(known: Column, value: Any) -> tuple[Any, str | None]:
    """(value as the column holds it, None), or (None, why it cannot hold it)."""
    if isinstance(value, Refusal):
        return None, value.reason
    if value is None:
        return None, "this cell cannot be blank" if known.needed else None
    if known.use in ("number", "start"):
        if isinstance(value, str):
            try:
                value = float(value.replace(",", "").replace(" ", "").replace("−", "-"))
            except ValueError:
                return None, "this is no number"
        return (value, None) if abs(value) < 1e300 else (None, "this is no number")
    text = value if isinstance(value, str) else f"{value:.15g}"
    if known.use == "choice":
        same = next((choice for choice in known.choices if choice.casefold() == text.casefold()),
                    None)
        return same, None if same else "choose one of " + ", ".join(known.choices)
    return text, None


def quotation(values: dict[str, Any], base: dict[str, Any], current: Any) -> Any:
    """Completes the kind and speaker of a quotation; the reason where they contradict."""
    kind = values.get("kind", (current.kind if current is not None else None))
    if kind in UNUTTERED and "kind" in values:
        if values.get("speaker"):
            return ("scare quotes and titles are nobody’s words: leave the speaker blank, "
                    "or choose direct or mixed")
        if written(getattr(current, "speaker", None)):
            values["speaker"] = None
    elif (kind in (None, *UNUTTERED) and "kind" not in values
          and (values.get("speaker") or not base)):
        words = values.get("text") or (current.text if current is not None else "")
        values["kind"] = ("direct" if len(words.split()) >= 5 or words.rstrip()[-1:] in ".,!?"
                          else "mixed")
    return None


def number(values: dict[str, Any], base: dict[str, Any], current: Any) -> Any:
    """Completes the ends of an interval; the reason where they contradict each other."""
    def now(name):
        return (values[name] if name in values
                else written(getattr(current, name)) if current is not None else base.get(name))
    if not base:
        values.setdefault("kind", "count"), values.setdefault("modifier", "=")
    modifier, low, high = now("modifier"), now("value_low"), now("value_high")
    if (modifier == "=" and ("value_low" in values) != ("value_high" in values)
            and (not base or base.get("value_low") == base.get("value_high"))):
        values["value_high" if "value_low" in values
               else "value_low"] = low = high = low if "value_low" in values else high
    if values.get("modifier") in (">", ">=") and low == high and "value_high" not in values:
        values["value_high"] = high = None
    if values.get("modifier") in ("<", "<=") and low == high and "value_low" not in values:
        values["value_low"] = low = None
    if low is not None and high is not None and low > high:
        return "the lower end of the interval is above the upper"
    return None


def shown(value: str | Refusal | float | None) -> str | None:
    """A value in words, for the report."""
    return (None if value is None else str(value) if isinstance(value, (str, Refusal))
            else f"{value:.15g}")


def same(one: str | float | None, other: str | float | None) -> bool:
    if isinstance(one, float) and isinstance(other, (int, float)):
        return abs(one - other) <= 1e-9 * max(abs(one), abs(other))
    if isinstance(one, float) and isinstance(other, str):
        return f"{one:.15g}" == other
    return one == other


def entries(table: str) -> list[str]:
    """The columns of a table that say something of its row."""
    return [column.name for column in SHEETS[table]
            if column.use in ("choice", "voice", "number", "words")]
