"""Charts of tone: means with their intervals, and the course through the article."""
from typing import TYPE_CHECKING, Any

from analysis.show.charts import BLUE, GREY, ORANGE, canvas, interval, listed, note
from analysis.text.phrases import amount

if TYPE_CHECKING:
    from matplotlib.figure import Figure

SCALE = "← more negative · scale of the raters, −4 to +4 · more positive →"


def means(groups: list[tuple[str, float, float, float]], title: str) -> "Figure":
    """A dot and an interval for each group on the raters' scale; groups: [(label, mean, low,
    high)], the first on top."""
    figure, axes = listed(title, [label for label, *_ in groups], 1.3, .32)
    for line, (_, mean, low, high) in enumerate(groups):
        end = interval(axes, line, mean, low, high)
        note(axes, amount(mean, "+.1f"), (end, line), 6)
    axes.axvline(0, color=GREY, linewidth=1)
    reach = max([1.0, *(abs(bound) + .25 for _, _, low, high in groups for bound in (low, high))])
    axes.set_xlim(-reach, reach)
    axes.set_xlabel(SCALE)
    return figure


def course(arc: Any, sections: list[tuple], title: str) -> "Figure":
    """Every sentence as a dot, the rolling mean, and the band of shuffled order.

    arc: the frame of `analysis.measures.arc.arc`; sections: [(first sentence's place in it,
    number)].
    """
    figure, axes = canvas(title, height=3.6)
    places = range(1, len(arc) + 1)
    found = (arc["evidence"] > 0).tolist()
    for chosen, face in ((True, GREY), (False, "white")):
        points = [(x, y) for x, y, has in zip(places, arc["score"], found) if has is chosen]
        axes.scatter(*(zip(*points) if points else ([], [])), s=14, facecolor=face, edgecolor=GREY,
                     linewidth=.7)
    axes.fill_between(places, arc["low"], arc["high"], color=ORANGE, alpha=.15, linewidth=0)
    axes.plot(places, arc["mean"], color=BLUE, linewidth=2)
    for place, _ in sections:
        axes.axvline(place + .5, color=GREY, linewidth=.8, linestyle=":")
    axes.set_xticks([place + .5 for place, _ in sections], [str(number) for _, number in sections],
                    ha="left")
    axes.tick_params(axis="x", length=0)
    axes.axhline(0, color=GREY, linewidth=1)
    axes.set_xlim(0, len(arc) + 1)
    axes.set_xlabel("Section of the article. Dots: sentences, rings: without evidence; line: "
                    "rolling mean; band: what shuffled order draws")
    axes.xaxis.label.set_fontsize(8.5)
    axes.set_ylabel("Tone, −4 to +4")
    return figure


def attitudes(groups: list[tuple[str, float, float, float]], title: str) -> Any:
    """As `means`, from −1 (against) to +1 (in favour); a group without an interval is a grey dot.

    groups: [(label, mean, low, high)], low and high NaN where there are too few sentences.
    """
    figure, axes = listed(title, [label for label, *_ in groups], 1.3, .32)
    for line, (_, mean, low, high) in enumerate(groups):
        end = interval(axes, line, mean, low, high, diamond=5)
        note(axes, amount(mean, "+.1f") + ("" if low == low else " too few"), (end, line), 7)
    axes.axvline(0, color=GREY, linewidth=1)
    axes.set_xlim(-1.05, 1.35)
    axes.set_xlabel("← against · mean reading · in favour →")
    return figure


def standings(places: list[tuple[str, float, float, float]], title: str) -> "Figure":
    """Where figures stand among those of other articles: a dot on the way from the lowest to the
    highest article, its range a line, the middle half of the articles shaded; places: [(label,
    share below, low, high)], the first on top."""
    figure, axes = listed(title, [label for label, *_ in places], 1.2, .3, most=44)
    axes.grid(visible=False)
    axes.axvspan(25, 75, color=GREY, alpha=.15, linewidth=0)
    axes.axvline(50, color=GREY, linewidth=1)
    for line, (_, *place) in enumerate(places):
        value, low, high = (100 * share for share in place)
        interval(axes, line, value, low, high)
        note(axes, f"{value:.0f}", (max(high, value), line), 7)
    axes.set_xlim(0, 108)
    axes.set_xticks([0, 25, 50, 75, 100])
    axes.set_xlabel("Of 100 articles, so many have a lower figure; shaded: the middle half")
    return figure
