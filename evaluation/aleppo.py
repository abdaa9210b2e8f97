"""What the program says of the Aleppo article: the block of docs/aleppo.md and its charts.

    ARTICLE_FOLDER=… python -m evaluation.documents

writes them where the folder holds the article, which is in copyright and no part of the project: so
nothing here says more of it than counts, names and kinds.
"""
import os
from pathlib import Path

import analysis
from analysis.measures import balance, tone
from analysis.measures.accuracy import scores
from analysis.project import ROOT
from analysis.show.charts.speakers import strip
from analysis.show.charts.tone import means
from analysis.show.display import count, listing
from analysis.show.display.figure import Figure
from analysis.text.phrases import amount

PAGE = ROOT / "docs" / "aleppo.md"
_NAME = "aleppo.txt"
_MOST, _SILENT, _LONGEST = 5, 3, 20   # voices told in words; of the silent; in the chart


def article() -> analysis.Article | None:
    """The article, where the environment variable ARTICLE_FOLDER names a folder that holds it."""
    folder = os.environ.get("ARTICLE_FOLDER")
    path = Path(folder, _NAME) if folder else None
    return analysis.read(path) if path and path.is_file() else None


def block(article: analysis.Article) -> str:
    """What is found, a line of Markdown for each of the questions of the notebooks."""
    return "\n".join([_read(article), *_voices(article), _silent(article), _checks(article),
                      _tone(article), "", *_right(article)])


def charts(article: analysis.Article) -> dict[Path, bytes]:
    """{file: PNG} of who is heard where, people with a name alone, and of the tone by section."""
    named = set(article.speakers.loc[article.speakers["form"] == "named", "speaker"])
    placed = [voice for voice in balance.placed(article, _LONGEST) if voice[0] in named]
    sections = article.paragraphs.groupby("section")["start"].first().tolist()
    heard = strip(placed, len(article.text), sections,
                  f"Who is heard where (n = {len(placed)} voices with a name, of the "
                  f"{_LONGEST} with most words)")
    table, _ = _by_section(article)
    groups = [(f"section {row.group}" if row.group else "before the first heading", row.mean,
               row.low, row.high) for row in table.itertuples()]
    sound = means(groups, f"Tone by section (n = {table['n'].sum():,} sentences)")
    return {PAGE.with_name(f"aleppo-{name}.png"): Figure(figure, name).png()
            for name, figure in (("voices", heard), ("tone", sound))}


def _by_section(article):
    scored = tone.scored(article)
    return tone.groups(scored, "section"), scored


def _read(article):
    kinds = article.paragraphs["kind"].value_counts()
    return (f"- **It is read** as {count(int(kinds['body']), 'paragraph')} under "
            f"{count(int(kinds['heading']), 'heading')}, with a title, a standfirst and a byline "
            f"dated {article.published}: {article.sentences['words'].sum():,} words, "
            f"{count(len(article.quotes), 'quotation')}, "
            f"{count(len(article.attributions), 'attribution')}, "
            f"{count(len(article.numbers), 'numeric expression')}.")


def _voices(article):
    words = balance.words(article)
    number, low, high = balance.effective_voices(article)
    forms = article.speakers.set_index("speaker")["form"]
    total = words["words"].sum()
    most = [f"{row.speaker if forms[row.speaker] == 'named' else 'a voice without a name'} "
            f"{100 * row.words / total:.0f}" for row in words.head(_MOST).itertuples()]
    yield (f"- **{count(len(words), 'voice')}** are given {total:,} words, quoted or paraphrased; "
           f"weighed by length they amount to about {number:.0f} (95 % interval {low:.0f} to "
           f"{high:.0f}). Most have, in per cent of the words: {listing(most)}.")


def _silent(article):
    rows = balance.silent(article)
    rows = rows[rows["form"] == "named"].head(_SILENT)
    said = [f"{row.speaker} ({count(int(row.mentions), 'mention')}, {count(int(row.words), 'word')}"
            ")" for row in rows.itertuples()]
    return f"- **Named often and given little or nothing:** {listing(said)}."


def _checks(article):
    kinds = article.checks["kind"].value_counts(sort=False)
    found = [count(int(number), kind) for kind, number in kinds.items()]
    return f"- **What does not add up**, by kind of alarm: {listing(found)}."


def _tone(article):
    row = article.findings.set_index("finding").loc["tone"]
    value, low, high = (amount(row[name], "+.1f") for name in ("value", "low", "high"))
    table, _ = _by_section(article)
    apart = table["low"].max() > table["high"].min()
    return (f"- **Tone:** {value} on a scale from −4 to +4 (95 % interval {low} to {high}). "
            + ("Not all sections have intervals that overlap."
               if apart else "The intervals of all its sections overlap."))


def _right(article):
    yield "| beside what a person marked | marked | found | right |"
    yield "|---|---|---|---|"
    for row in scores(article).itertuples():
        yield f"| {row.measure} | {row.n} | {row.found} | {row.right} |"
