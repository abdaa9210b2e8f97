"""How hard the article is to read, by section and voice (notebook 2)."""
from analysis.article import Article
from analysis.show.display import Finding, Table, finding
from analysis.show.views.sections import names as section_names
from analysis.show.views.tone import VOICES

_GRADES = ["flesch_kincaid_grade", "gunning_fog", "smog_index", "coleman_liau_index",
           "automated_readability_index"]


def indices(article: Article) -> Table:
    """Grade and ease by section and voice, each with its interval; none under 15 sentences."""
    table = article.readability
    where = table["section"].map(section_names(article)).where(table["section"].notna(),
                                                               table["voice"].map(VOICES))
    table = table.assign(part=where.where(table["section"].notna() | (table["voice"] != "all"),
                                          "The whole article"))
    shown = ["flesch_reading_ease", "flesch_kincaid_grade"]
    for name in shown:
        table[name + "_text"] = [
            f"{value:.0f} ({low:.0f} to {high:.0f})" if value == value else None
            for value, low, high in zip(*(table[name + end] for end in ("", "_low", "_high")))]
    return Table(table, f"Readability (n = {len(table)} parts of at least one sentence)",
                 {"part": "Part", "sentences": "Sentences",
                  "flesch_reading_ease_text": "Flesch ease (interval)",
                  "flesch_kincaid_grade_text": "Flesch–Kincaid grade (interval)"}, article=article,
                 empty="There is no sentence to measure.")


def grades_finding(article: Article) -> Finding:
    """The range of the indices for the whole article, in school years."""
    whole = article.readability[article.readability["section"].isna()
                                & (article.readability["voice"] == "all")]
    if whole.empty or whole[_GRADES].isna().all(axis=None):
        return finding("The article has fewer than 15 sentences; the formulas do not hold for so "
                       "few.")
    values = whole[_GRADES].iloc[0]
    return finding("The five grade formulas put the article between school year **{low:.0f}** and "
                   "**{high:.0f}**. They explain "
                   "about a third of what teachers judge, so a difference of one year is none.",
                   low=values.min(), high=values.max())
