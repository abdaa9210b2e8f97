"""Charts: functions from plain data to a `matplotlib.figure.Figure`, in one style.

Every chart is made with `canvas`, says its n in its title, labels things directly and starts at
zero.
"""
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_STYLE = {"font.size": 10, "font.family": "DejaVu Sans", "axes.spines.top": False,
          "axes.spines.right": False,
          "axes.titlesize": 11, "axes.titlelocation": "left", "axes.axisbelow": True,
          "axes.grid": True,
          "axes.grid.axis": "y", "grid.color": "#dddddd", "svg.hashsalt": "article"}
INK, BLUE, ORANGE, GREY = "#222222", "#2f6db3", "#b4530a", "#8a8a8a"


def canvas(title: str, width: float = 7.2, height: float = 3.0) -> tuple[Any, Any]:
    """An empty figure in the house style and its axes; made without pyplot, so it needs no
    closing."""
    import matplotlib
    from matplotlib.figure import Figure
    with matplotlib.rc_context(_style()):
        figure = Figure(figsize=(width, height), layout="constrained")
        axes = figure.add_subplot()
        axes.set_title(title)
    return figure, axes


def _style() -> Any:
    """Every setting of Matplotlib: its own defaults, ours over them."""
    import matplotlib
    return {**matplotlib.rcParamsDefault, **_STYLE}     # type: ignore[dict-item]


def panels(title: str, heights: list[float], width: float = 7.2) -> tuple[Any, list]:
    """A figure in the house style with panels of these heights (inches) below one another over one
    axis, and its axes."""
    import matplotlib
    from matplotlib.figure import Figure
    with matplotlib.rc_context(_style()):
        figure = Figure(figsize=(width, .9 + sum(heights)), layout="constrained")
        axes = figure.subplots(len(heights), sharex=True, height_ratios=heights)
        axes[0].set_title(title)
    return figure, list(axes)


def rows(figure: "Figure") -> list:
    """The labels of the lines of a chart, from the top, as matplotlib's texts."""
    return figure.axes[0].get_yticklabels()


def columns(figure: "Figure") -> list:
    """The labels under a chart, from the left: its sections, where the axis is the article."""
    return figure.axes[-1].get_xticklabels()


def short(label: str, most: int = 34) -> str:
    """A label of at most `most` characters, without those that the font lacks, its dollar signs
    plain (matplotlib takes two for a formula)."""
    label = " ".join("".join(letter for letter in label
                             if ord(letter) in _letters()).split()) or "?"
    label = label if len(label) <= most else label[:most - 1].rstrip() + "…"
    return label.replace("$", r"\$")


@cache
def _letters():
    """The characters that the font of the charts can draw."""
    from matplotlib.font_manager import findfont, get_font
    return frozenset(get_font(findfont(_STYLE["font.family"])).get_charmap())


def lengths(values: list[int], label: str, title: str) -> "Figure":
    """A histogram of whole numbers, in steps of five."""
    figure, axes = canvas(title)
    top = max([*values, 5])
    axes.hist(list(values), bins=range(0, int(top) + 6, 5), color=BLUE, edgecolor="white")
    axes.set_xlabel(label)
    axes.set_ylabel("Sentences")
    axes.set_xlim(left=0)
    for axis in (axes.xaxis, axes.yaxis):
        axis.get_major_locator().set_params(integer=True)
    return figure
