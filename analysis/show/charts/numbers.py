"""Charts of numbers: dates in the order of the text, magnitudes with their intervals."""
from datetime import date
from math import isnan
from typing import TYPE_CHECKING, Any

from analysis.show.charts import BLUE, GREY, INK, ORANGE, QUOTED, REPORTED, listed, note, short

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_STEPS = {30: "a month", 365: "a year", 3652: "10 years", 36525: "100 years"}
_FORMS = {"reporter": ("o", "white", INK), "voice": ("o", BLUE, BLUE),
          "unclear": ("X", ORANGE, ORANGE)}


def timeline(mentions: list[tuple[str, int, int]], published: Any, title: str) -> "Figure":
    """Each mention of a date on its own line, in the order of the text, at its place in time.

    mentions: [(label, first, last)], the first on top, ordinal days. published: the day of
    publication or None. With it the axis counts from there, in steps of a month, a year, ten and a
    hundred years; without it, in years.
    """
    figure, axes = listed(title, [label for label, _, _ in mentions], 1.2, .22, least=3, fontsize=8)
    axes.set_ylim(max(len(mentions), 2) - .3, -.7)
    if published is None:
        place = _year
        axes.xaxis.get_major_locator().set_params(integer=True, nbins=8)
        axes.xaxis.set_major_formatter("{x:.0f}")
        axes.set_xlabel("Year")
    else:
        def place(ordinal):
            return ordinal - published
        _calendar(axes, [place(end) for _, first, last in mentions for end in (first, last)])
    for line, (_, first, last) in enumerate(mentions):
        axes.plot([place(first), place(last)], [line, line], color=BLUE, linewidth=5,
                  solid_capstyle="butt", alpha=.5)
        axes.plot([place((first + last) // 2)], [line], "o", color=BLUE, markersize=5)
    return figure


def _calendar(axes, days):
    """An axis of days from publication, linear within a month of it and logarithmic beyond."""
    axes.set_xscale("symlog", linthresh=30, linscale=1.3)
    reach = [min([*days, -30]), max([*days, 30])]
    ticks = [sign * size for sign in (-1, 1) for size in _STEPS
             if reach[0] * 1.5 <= sign * size <= reach[1] * 1.5] + [0]
    axes.set_xticks(sorted(ticks), ["published" if tick == 0 else _STEPS[abs(tick)]
                                    for tick in sorted(ticks)], fontsize=8)
    axes.set_xlim(reach[0] * 1.6, reach[1] * 1.6)
    axes.axvline(0, color=ORANGE, linewidth=1, linestyle="--")
    axes.minorticks_off()
    axes.set_xlabel("Before (left) and after (right) publication; the further away, the narrower "
                    "the scale")


def _year(ordinal):
    when = date.fromordinal(int(ordinal))
    return when.year + (when.timetuple().tm_yday - 1) / 366


def magnitudes(claims: list[tuple], title: str, label: str) -> "Figure":
    """Each figure on its own line: a dot, the interval it leaves, and who vouches for it.

    claims: [(label, low, high, voice, form)], the first on top; low or high NaN is an open end,
    drawn as an arrow. form: reporter (hollow dot), voice (full dot) or unclear (cross). A
    logarithmic axis has no zero: there are no bars.
    """
    figure, axes = listed(title, [name for name, *_ in claims], 1.2, .24, width=7.8, least=3,
                          fontsize=8)
    axes.set_ylim(max(len(claims), 2) - .3, -.7)
    ends = [end for _, low, high, _, _ in claims for end in (low, high) if not isnan(end)]
    least, most = min(ends, default=1), max(ends, default=10)
    axes.set_xscale("log")
    axes.set_xlim(least / 3, most * (most / least * 10) ** .35)
    for line, (_, low, high, voice, form) in enumerate(claims):
        open_low, open_high = isnan(low), isnan(high)
        start, end = (high / 2 if open_low else low), (low * 2 if open_high else high)
        if start != end:
            axes.plot([start, end], [line, line], color=GREY, linewidth=3, solid_capstyle="butt")
        if open_low or open_high:
            axes.plot([start if open_low else end], [line], "<" if open_low else ">", color=GREY,
                      markersize=6)
        marker, face, edge = _FORMS[form]
        for point in {high if open_low else low, low if open_high else high}:
            axes.plot([point], [line], marker, markerfacecolor=face, markeredgecolor=edge,
                      markersize=6)
        note(axes, short(voice, 26), (max(start, end), line), 9, fontsize=8)
    axes.xaxis.set_major_formatter(lambda value, _: f"{value:,.0f}" if value >= 1 else f"{value:g}")
    axes.minorticks_off()
    axes.set_xlabel(f"{label} (logarithmic; hollow: the reporter, full: a voice, cross: unclear; "
                    "arrow: open end)")
    return figure


def shares(groups: list[tuple[str, dict[str, int]]], columns: list[str], title: str) -> "Figure":
    """Horizontal bars of whole numbers in parts, each part named and counted in place.

    groups: [(label, {part: number})], the first on top. columns: the parts in order, at most four.
    """
    figure, axes = listed(title, [label for label, _ in groups], 1.3, .45)
    looks = [QUOTED, REPORTED, REPORTED | {"edgecolor": BLUE, "hatch": "...."}, {"color": GREY}]
    total = max([sum(parts[part] for part in columns) for _, parts in groups] + [1])
    for line, (_, parts) in enumerate(groups):
        left = 0
        for part, look in zip(columns, looks):
            axes.barh(line, parts[part], left=left, height=.5, **{"linewidth": .8} | look)
            left += parts[part]
        said = ", ".join(f"{parts[part]} {part}" for part in columns if parts[part])
        note(axes, said or "none", (0, line - .42), 2, fontsize=8)
    axes.set_ylim(max(len(groups), 2) - .5, -.75)
    axes.set_xlim(0, total * 1.05)
    axes.set_xlabel("Numbers")
    axes.grid(visible=False)
    return figure
