"""Charts of who speaks: the article as a strip with each voice in its place, and bars of words by
kind."""
from typing import TYPE_CHECKING

from analysis.show.charts import BLUE, GREY, INK, ORANGE, canvas, short

if TYPE_CHECKING:
    from matplotlib.figure import Figure

QUOTED, REPORTED = {"color": BLUE}, {"facecolor": "white", "edgecolor": ORANGE, "hatch": "////",
                                     "linewidth": .8}


def strip(voices: list[tuple], length: int, sections: list[tuple], title: str) -> "Figure":
    """Each voice on its own line, at its places in the article from the first character to the
    last.

    voices: [(label, quoted spans, reported spans)], the first on top, spans in characters. length:
    of the article. sections: [(offset, heading)] where the sections begin.
    """
    figure, axes = canvas(title, height=1.1 + .27 * max(len(voices), 2))
    for line, (_, quoted, reported) in enumerate(voices):
        axes.broken_barh(visible(reported, length), (line - .3, .6), **REPORTED)
        axes.broken_barh(visible(quoted, length), (line - .4, .8), **QUOTED)
    for offset, _ in sections:
        axes.axvline(offset, color=GREY, linewidth=.8, linestyle=":")
    axes.set_yticks(range(len(voices)), [short(label) for label, _, _ in voices])
    axes.set_ylim(max(len(voices), 2) - .5, -.5)
    axes.set_xlim(0, length)
    ends = [offset for offset, _ in sections[1:]] + [length]
    ticks = [((offset + end) / 2, str(number)) for number,
             ((offset, _), end) in enumerate(zip(sections, ends))]
    axes.set_xticks([place for place, _ in ticks], [label for _, label in ticks])
    axes.set_xlabel("Section of the article (solid: quoted, hatched: paraphrased)")
    axes.tick_params(axis="x", length=0)
    axes.grid(visible=False)
    return figure


def stacked(groups: list[tuple], title: str, unit: str) -> "Figure":
    """Horizontal bars of quoted (solid) and paraphrased (hatched) words, each with its figures
    beside it.

    groups: [(label, quoted, reported)], the first on top. unit: what is counted.
    """
    figure, axes = canvas(title, height=1.1 + .32 * max(len(groups), 2))
    for line, (_, quoted, reported) in enumerate(groups):
        axes.barh(line, quoted, height=.6, **QUOTED)
        axes.barh(line, reported, left=quoted, height=.6, **REPORTED)
        axes.annotate(f"{quoted:,} + {reported:,}", (quoted + reported, line), (4, 0),
                      textcoords="offset points",
                      va="center", color=INK, fontsize=9)
    _lines(axes, [label for label, _, _ in groups])
    axes.set_xlim(0, 1.18 * max([quoted + reported for _, quoted, reported in groups] + [1]))
    axes.set_xlabel(f"{unit} (solid: quoted, hatched: paraphrased)")
    return figure


def bars(groups: list[tuple[str, int]], title: str, label: str) -> "Figure":
    """Horizontal bars of whole numbers, each with its figure beside it; groups: [(label, number)],
    the first on top."""
    figure, axes = canvas(title, height=1.1 + .32 * max(len(groups), 2))
    for line, (_, number) in enumerate(groups):
        axes.barh(line, number, height=.6, color=BLUE)
        axes.annotate(f"{number:,}", (number, line), (4, 0), textcoords="offset points",
                      va="center", color=INK,
                      fontsize=9)
    _lines(axes, [name for name, _ in groups])
    axes.set_xlim(0, 1.12 * max([number for _, number in groups] + [1]))
    axes.set_xlabel(label)
    return figure


def intervals(groups: list[tuple], title: str, label: str) -> "Figure":
    """Horizontal bars of shares from 0 to 1, each with its interval as a line and its figure beside
    it.

    groups: [(label, share, low, high)], the first on top.
    """
    figure, axes = canvas(title, height=1.1 + .32 * max(len(groups), 2))
    for line, (_, share, low, high) in enumerate(groups):
        axes.barh(line, share, height=.6, color=BLUE, alpha=.75)
        axes.plot([low, high], [line, line], color=INK, linewidth=1.5, solid_capstyle="butt")
        axes.annotate(f"{share:.0%}", (max(high, share), line), (5, 0), textcoords="offset points",
                      va="center",
                      color=INK, fontsize=9)
    _lines(axes, [name for name, *_ in groups])
    axes.set_xlim(0, min(1.1, 1.15 * max([max(share, high) for _, share, _, high in groups]
                                         + [.1])))
    axes.xaxis.set_major_formatter(lambda value, _: f"{value:.0%}")
    axes.set_xlabel(label)
    return figure


def _lines(axes, labels):
    axes.set_yticks(range(len(labels)), [short(label) for label in labels])
    axes.set_ylim(max(len(labels), 2) - .5, -.5)
    axes.grid(visible=True, axis="x")
    axes.grid(visible=False, axis="y")


def visible(spans: list[tuple[int, int]], length: int) -> list[tuple[int, float]]:
    """Spans of characters as (start, width), none thinner than the eye can see."""
    return [(start, max(end - start, length / 300)) for start, end in spans]
