"""One picture of an article: its voices, its numbers and its tone along one axis."""
from textwrap import fill
from typing import TYPE_CHECKING, Any

from analysis.show.charts import BLUE, GREY, INK, ORANGE, panels
from analysis.show.charts.speakers import draw_sections, draw_spans

if TYPE_CHECKING:
    from matplotlib.figure import Figure


WIDE, NARROW = 10.6, 4.4    # inches: of a screen, and of a telephone held upright
_READ = ("Section of the article. Solid: quoted, hatched: paraphrased. Triangles: numbers that do "
         "not add up. Tone of each sentence: up positive, down (hatched) negative, nothing where "
         "no word carries tone")
_LABEL, _TITLE, _NOTE = (2.45, 14), (9, 0), (11.5, 0)   # letters to the inch, but no fewer than


def along(voices: list[tuple], numbers: list, checked: list, tone: Any, sections: list[int],
          length: int, title: str, width: float = WIDE) -> "Figure":
    """Three panels over one axis of `length` characters.

    voices: [(label, quoted spans, reported spans)], the first on top. numbers, checked: offsets of
    the numbers and of those among them that do not add up. tone: [(start, end, score, has
    evidence)], one per sentence. sections: offsets. width: in inches, of which the size of the
    letters does not depend.
    """
    label, heading, line = (max(int(width * letters), least)
                            for letters, least in (_LABEL, _TITLE, _NOTE))
    figure, (top, middle, bottom) = panels(
        fill(title, heading), [.2 + .21 * max(len(voices), 2), .35, .95], width, .9)
    draw_spans(top, voices, length, label)
    middle.vlines([place for place in numbers if place not in set(checked)], .15, .85, color=GREY,
                  linewidth=1)
    middle.vlines(checked, 0, 1, color=ORANGE, linewidth=1.8)
    if checked:  # an empty line that is not clipped is laid out at the figure's corner
        middle.plot(checked, [1.1] * len(checked), "v", color=ORANGE, markersize=5, clip_on=False)
    middle.set_yticks([.5], ["Numbers"])
    middle.set_ylim(0, 1.2)
    for start, end, score, found in tone:
        if found:
            bottom.bar(start, score, width=max(end - start, length / 300), align="edge",
                       color=BLUE if score > 0 else ORANGE, hatch=None if score > 0 else "///",
                       edgecolor="white", linewidth=.3)
    bottom.axhline(0, color=INK, linewidth=.8)
    reach = max([1.0, *(abs(score) * 1.1 for _, _, score, _ in tone)])
    bottom.set_ylim(-reach, reach)
    bottom.set_ylabel("Tone")
    for axes in (top, middle, bottom):
        axes.grid(visible=False)
        draw_sections(axes, sections, length)
    bottom.set_xlabel(fill(_READ, line), fontsize=9)
    return figure
