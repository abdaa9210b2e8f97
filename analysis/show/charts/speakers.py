"""Charts of who speaks: the article as a strip, each voice in its place; bars of words."""
from typing import TYPE_CHECKING, Any

from analysis.show.charts import BLUE, GREY, INK, QUOTED, REPORTED, canvas, listed, name_lines, note

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def strip(voices: list[tuple], length: int, sections: list[int], title: str) -> "Figure":
    """Each voice on its own line, at its places in the article.

    voices: [(label, quoted spans, reported spans)], the first on top, spans in characters. length:
    of the article. sections: where its sections begin.
    """
    figure, axes = canvas(title, height=1.1 + .27 * max(len(voices), 2))
    draw_spans(axes, voices, length)
    draw_sections(axes, sections, length)
    axes.set_xlabel("Section of the article (solid: quoted, hatched: paraphrased)")
    axes.grid(visible=False)
    return figure


def draw_spans(axes: Any, voices: list[tuple], length: int, most: int = 34) -> None:
    """Draw voices as `strip` has them; most: characters of a label."""
    for line, (_, quoted, reported) in enumerate(voices):
        axes.broken_barh(visible(reported, length), (line - .3, .6), **REPORTED)
        axes.broken_barh(visible(quoted, length), (line - .4, .8), **QUOTED)
    name_lines(axes, [label for label, _, _ in voices], most)


def draw_sections(axes: Any, starts: list[int], length: int) -> None:
    """Draw where the sections of an article begin, their numbers below."""
    for start in starts:
        axes.axvline(start, color=GREY, linewidth=.8, linestyle=":")
    axes.set_xlim(0, length)
    axes.set_xticks([(start + end) / 2 for start, end in zip(starts, [*starts[1:], length])],
                    [str(number) for number in range(len(starts))])
    axes.tick_params(axis="x", length=0)


def stacked(groups: list[tuple], title: str, unit: str) -> "Figure":
    """Horizontal bars of quoted (solid) and paraphrased (hatched) words, with their figures.

    groups: [(label, quoted, reported)], the first on top. unit: what is counted.
    """
    figure, axes = listed(title, [label for label, *_ in groups], 1.1, .32)
    for line, (_, quoted, reported) in enumerate(groups):
        axes.barh(line, quoted, height=.6, **QUOTED)
        axes.barh(line, reported, left=quoted, height=.6, **REPORTED)
        note(axes, f"{quoted:,} + {reported:,}", (quoted + reported, line), 4)
    axes.set_xlim(0, 1.18 * max([quoted + reported for _, quoted, reported in groups] + [1]))
    axes.set_xlabel(f"{unit} (solid: quoted, hatched: paraphrased)")
    return figure


def bars(groups: list[tuple[str, int]], title: str, label: str) -> "Figure":
    """Horizontal bars of whole numbers; groups: [(label, number)], the first on top."""
    figure, axes = listed(title, [label for label, *_ in groups], 1.1, .32)
    for line, (_, number) in enumerate(groups):
        axes.barh(line, number, height=.6, color=BLUE)
        note(axes, f"{number:,}", (number, line), 4)
    axes.set_xlim(0, 1.12 * max([number for _, number in groups] + [1]))
    axes.set_xlabel(label)
    return figure


def intervals(groups: list[tuple], title: str, label: str) -> "Figure":
    """Horizontal bars of shares from 0 to 1, each with its interval and its figure.

    groups: [(label, share, low, high)], the first on top.
    """
    figure, axes = listed(title, [label for label, *_ in groups], 1.1, .32)
    for line, (_, share, low, high) in enumerate(groups):
        axes.barh(line, share, height=.6, color=BLUE, alpha=.75)
        axes.plot([low, high], [line, line], color=INK, linewidth=1.5, solid_capstyle="butt")
        note(axes, f"{share:.0%}", (max(high, share), line), 5)
    axes.set_xlim(0, min(1.1, 1.15 * max([max(share, high) for _, share, _, high in groups]
                                         + [.1])))
    axes.xaxis.set_major_formatter(lambda value, _: f"{value:.0%}")
    axes.set_xlabel(label)
    return figure


def visible(spans: list[tuple[int, int]], length: int) -> list[tuple[int, float]]:
    """Spans of characters as (start, width), none thinner than the eye can see."""
    return [(start, max(end - start, length / 300)) for start, end in spans]
