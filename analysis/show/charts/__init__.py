"""Charts: functions from plain data to a `matplotlib.figure.Figure`, in one style.

Every chart is made with `canvas`, or `listed`, and says its n in its title, labels things directly
and starts at zero.
"""
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_STYLE = {"font.size": 10, "font.family": "DejaVu Sans", "axes.spines.top": False,
          "axes.spines.right": False, "axes.titlesize": 11, "axes.titlelocation": "left",
          "axes.axisbelow": True, "axes.grid": True, "axes.grid.axis": "y", "grid.color": "#dddddd",
          "svg.hashsalt": "article"}
INK, BLUE, ORANGE, GREY = "#222222", "#2f6db3", "#b4530a", "#8a8a8a"
QUOTED: dict[str, Any] = {"color": BLUE}
REPORTED: dict[str, Any] = {"facecolor": "white", "edgecolor": ORANGE, "hatch": "////",
                             "linewidth": .8}


def canvas(title: str, width: float = 7.2, height: float = 3.0) -> tuple[Any, Any]:
    """An empty figure in the house style and its axes."""
    figure, (axes,) = panels(title, [height], width, 0)
    return figure, axes


def panels(title: str, heights: list[float], width: float, more: float) -> tuple[Any, list]:
    """A figure in the house style with panels of these heights (inches, and as much more for all)
    below one another over one axis, and its axes; made without pyplot, so it needs no closing."""
    import matplotlib
    from matplotlib.figure import Figure
    style: Any = {**matplotlib.rcParamsDefault, **_STYLE}
    with matplotlib.rc_context(style):
        figure = Figure(figsize=(width, sum(heights) + more), layout="constrained")
        axes = figure.subplots(len(heights), sharex=True, height_ratios=heights, squeeze=False)
        axes[0, 0].set_title(title)
    return figure, list(axes[:, 0])


def listed(title: str, labels: list[str], head: float, line: float, *, width: float = 7.2,
           least: int = 2, most: int = 34, **text: Any) -> tuple[Any, Any]:
    """A figure and its axes with a line for each label, the first on top; head, line: its height
    without lines and that of one, in inches. least: lines that there is room for. most, text: of
    the labels."""
    figure, axes = canvas(title, width, head + line * max(len(labels), least))
    name_lines(axes, labels, most, **text)
    axes.grid(visible=False)
    axes.grid(visible=True, axis="x")
    return figure, axes


def name_lines(axes: Any, labels: list[str], most: int = 34, **text: Any) -> None:
    """Put the labels of lines, the first on top, beside them."""
    axes.set_yticks(range(len(labels)), [short(label, most) for label in labels], **text)
    axes.set_ylim(max(len(labels), 2) - .5, -.5)


def note(axes: Any, text: str, place: tuple[float, float], gap: float, **look: Any) -> None:
    """Write a text `gap` points to the right of a place."""
    axes.annotate(text, place, (gap, 0), textcoords="offset points", va="center",
                  **{"color": INK, "fontsize": 9} | look)


def interval(axes: Any, line: int, value: float, low: float, high: float,
             diamond: float = 7) -> float:
    """Draw a value as a dot with its interval as a line, or as a grey diamond (of a size in points)
    where it has none; returns the right end."""
    if low != low:
        axes.plot(value, line, "d", color=GREY, markersize=diamond)
        return value
    axes.plot([low, high], [line, line], color=INK, linewidth=1.5, solid_capstyle="butt")
    axes.plot(value, line, "o", color=BLUE, markersize=7)
    return high


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
