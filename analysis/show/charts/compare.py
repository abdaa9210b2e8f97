"""Who is heard where: a field of voices and outlets."""
from typing import Any

from analysis.show.charts import BLUE, GREY, REPORTED, listed, note, short

_FEW = 6   # outlets for which bars can be told apart
# What stands for a state other than heard: among many outlets, among few.
_STATES = {"mentioned": ("n", "named"), "unsure": ("?", "?"), "absent": ("–", "–")}


def field(voices: list[tuple[str, list]], outlets: list[str], title: str) -> Any:
    """A row for each voice, a column for each outlet; in each field the words given, with few
    outlets as a bar, solid for quoted and hatched for paraphrased.

    voices: [(name, [(state, quoted, reported) for each outlet])], the first on top.
    """
    few = len(outlets) <= _FEW
    figure, axes = listed(title, [name for name, _ in voices], 1.0, .27, width=7.2 if few else 9.0)
    most = max([quoted + reported for _, cells in voices for _, quoted, reported in cells] + [1])
    scale, size = (.68 / most, 8.5) if few else (0, 7)
    for line, (_, cells) in enumerate(voices):
        for column, (state, quoted, reported) in enumerate(cells):
            words = quoted + reported
            if state == "heard" and few:
                axes.barh(line, quoted * scale, left=column, height=.62, color=BLUE)
                if reported:
                    axes.barh(line, reported * scale, left=column + quoted * scale, height=.62,
                              **REPORTED)
            look = {} if state == "heard" else {"color": "#595959", "style": "italic"}
            note(axes, f"{words:,}" if state == "heard" else _STATES[state][few],
                 (column + words * scale, line), 3, fontsize=size, **look)
    for column in range(len(outlets)):
        axes.axvline(column - .03, color=GREY, linewidth=.6)
    axes.set_xlim(-.04, len(outlets))
    axes.set_xticks([column + .02 for column in range(len(outlets))],
                    [short(outlet, 22) for outlet in outlets],
                    ha="left" if len(outlets) <= 4 else "right",
                    rotation=0 if len(outlets) <= 4 else 40)
    axes.tick_params(axis="both", length=0)
    axes.set_xlabel(f"Words given{' (solid: quoted, hatched: paraphrased)' * few}; "
                    f"{_STATES['mentioned'][few]}: spoken of, not heard; "
                    "?: cannot tell; –: not there", fontsize=8.5)
    axes.grid(visible=False)
    axes.spines["left"].set_visible(False)
    return figure
