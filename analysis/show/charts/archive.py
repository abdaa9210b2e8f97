"""A chart for an archive: a value with its interval for each group."""
from typing import TYPE_CHECKING

from analysis.show.charts import GREY, interval, listed, note

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def dots(groups: list[tuple[str, float, float, float]], title: str, label: str,
         percent: bool = True) -> "Figure":
    """A dot and its interval for each group; groups: [(label, value, low, high)], the first on top.

    A value without an interval, since too few articles stand behind it, is a grey diamond.
    """
    figure, axes = listed(title, [str(name) for name, *_ in groups], 1.3, .3)
    for line, (_, *values) in enumerate(groups):
        end = interval(axes, line, *values)
        note(axes, f"{values[0]:.0%}" if percent else f"{values[0]:+.1f}", (end, line), 7)
    reach = [bound for _, *values in groups for bound in values if bound == bound]
    if percent:
        axes.set_xlim(0, min(1.1, max([.1, *reach]) * 1.15))
        axes.xaxis.set_major_formatter(lambda share, _: f"{share:.0%}")
    else:
        axes.axvline(0, color=GREY, linewidth=1)
        axes.set_xlim(min([-.5, *reach]) * 1.2, max([.5, *reach]) * 1.2)
    axes.set_xlabel(label)
    return figure
