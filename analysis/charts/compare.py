"""Who is heard where: a field of voices and outlets."""
from analysis.charts import BLUE, GREY, INK, ORANGE, canvas, short

_STATES = {"mentioned": "named", "unsure": "?"}


def field(voices, outlets, title):
    """A row for each voice, a column for each outlet; in each field a bar of the words given, solid quoted, hatched paraphrased.

    voices: [(name, [(state, quoted, reported) for each outlet])], the first on top.
    """
    figure, axes = canvas(title, height=1.0 + .27 * max(len(voices), 2))
    most = max([quoted + reported for _, cells in voices for _, quoted, reported in cells] + [1])
    size = 8.5 if len(outlets) <= 6 else 6.5
    for line, (_, cells) in enumerate(voices):
        for column, (state, quoted, reported) in enumerate(cells):
            if state == "heard":
                scale = .68 / most
                axes.barh(line, quoted * scale, left=column, height=.62, color=BLUE)
                axes.barh(line, reported * scale, left=column + quoted * scale, height=.62, facecolor="white", edgecolor=ORANGE,
                          hatch="////", linewidth=.8)
                axes.annotate(f"{quoted + reported:,}", (column + (quoted + reported) * scale, line), (3, 0),
                              textcoords="offset points", va="center", fontsize=size, color=INK)
            elif state in _STATES:
                axes.annotate(_STATES[state], (column, line), (2, 0), textcoords="offset points", va="center", fontsize=size,
                              color="#595959", style="italic")
            else:
                axes.plot([column + .01, column + .06], [line, line], color=GREY, linewidth=.8)
    for column in range(len(outlets)):
        axes.axvline(column - .03, color=GREY, linewidth=.6)
    axes.set_yticks(range(len(voices)), [short(name) for name, _ in voices])
    axes.set_ylim(max(len(voices), 2) - .5, -.5)
    axes.set_xlim(-.04, len(outlets))
    axes.set_xticks([column + .02 for column in range(len(outlets))],
                    [short(outlet, 22) for outlet in outlets], ha="left" if len(outlets) <= 4 else "right",
                    rotation=0 if len(outlets) <= 4 else 40)
    axes.tick_params(axis="both", length=0)
    axes.set_xlabel("Words given (solid: quoted, hatched: paraphrased); named: spoken of, not heard; ?: cannot tell; –: not there",
                    fontsize=8.5)
    axes.grid(visible=False)
    axes.spines["left"].set_visible(False)
    return figure
