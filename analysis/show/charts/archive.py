"""A chart for an archive: a value with its interval for each group."""
from typing import TYPE_CHECKING

from analysis.show.charts import BLUE, GREY, INK, canvas, short

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def dots(groups: list[tuple[str, float, float, float]], title: str, label: str,
         percent: bool = True) -> "Figure":
    """A dot and its interval for each group; groups: [(label, value, low, high)], the first on top.

    A value without an interval, since too few articles stand behind it, is a grey diamond.
    """
    figure, axes = canvas(title, height=1.3 + .3 * max(len(groups), 2))
    for line, (_, value, low, high) in enumerate(groups):
        known = low == low
        if known:
            axes.hlines(line, low, high, color=INK, linewidth=1.5)
        axes.plot(value, line, "o" if known else "d", color=BLUE if known else GREY, markersize=7)
        axes.annotate(f"{value:.0%}" if percent else f"{value:+.1f}",
                      (high if known else value, line),
                      (7, 0), textcoords="offset points", va="center", fontsize=9, color=INK)
    axes.set_yticks(range(len(groups)), [short(str(name)) for name, *_ in groups])
    axes.set_ylim(max(len(groups), 2) - .5, -.5)
    reach = [bound for _, *values in groups for bound in values if bound == bound]
    if percent:
        axes.set_xlim(0, min(1.1, max([.1, *reach]) * 1.15))
        axes.xaxis.set_major_formatter(lambda share, _: f"{share:.0%}")
    else:
        axes.axvline(0, color=GREY, linewidth=1)
        axes.set_xlim(min([-.5, *reach]) * 1.2, max([.5, *reach]) * 1.2)
    axes.set_xlabel(label)
    axes.grid(visible=True, axis="x")
    axes.grid(visible=False, axis="y")
    return figure
