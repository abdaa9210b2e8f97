"""Who gets to speak, for how long, as what, and who is only spoken of (notebook 4)."""
from analysis.article import Article
from analysis.measures import balance as measures
from analysis.show.charts import columns, rows
from analysis.show.charts.speakers import intervals, stacked, strip
from analysis.show.display import Figure, Finding, Table, count, finding, listing, places
from analysis.show.views.sections import names as section_names
from analysis.voices.spoken_words import spoken

_MOST = 14  # voices in a chart; the tables have them all
_CLASSES = {"official": "officials", "military": "the military", "expert": "experts",
            "organisation": "organisations", "witness": "witnesses and citizens", "media": "media",
            "business": "business", "document": "documents"}
_NOBODY = "Nobody is given a word in this article."


def strip_of_voices(article: Article) -> Figure | Finding:
    """The article from beginning to end, each voice where it is quoted or paraphrased."""
    voices = measures.placed(article, _MOST)
    if not voices:
        return finding(_NOBODY)
    order = [name for name, *_ in voices]
    sections = article.paragraphs.groupby("section")["start"].first()
    title = (f"Who is heard where (n = {len(order)} of {spoken(article)['speaker'].nunique()} "
             "voices, those with the most words)")
    figure = strip(voices, len(article.text), sections.tolist(), title)
    first = [min(quoted + reported)[0] for _, quoted, reported in voices]
    labels = [*zip(rows(figure), places(article, first)),
              *zip(columns(figure), places(article, sections))]
    return Figure(figure, _strip_sentence(article, order), labels, frame=spoken(article))


def _strip_sentence(article, order):
    table = measures.words(article)
    first, longest = table.loc[table["start"].idxmin()], table.iloc[0]
    last = article.speakers.dropna(subset=["last_start"])
    last = last.loc[last["last_start"].astype(int).idxmax(), "speaker"]
    return (f"A strip of the article with {count(len(order), 'voice')}. {first['speaker']} is "
            f"heard first, {last} last, "
            f"{longest['speaker']} longest ({count(int(longest['words']), 'word')}).")


def shares(article: Article) -> Figure | Finding:
    """Words of each voice, quoted and paraphrased."""
    table = measures.words(article)
    if table.empty:
        return finding(_NOBODY)
    shown, total = table.head(_MOST), int(table["words"].sum())
    figure = stacked(list(zip(shown["speaker"], shown["quoted"], shown["reported"])),
                     f"Words by voice (n = {total:,} words of {len(table)} voices)", "Words")
    return Figure(figure, _shares_sentence(table),
                  zip(rows(figure), places(article, shown["start"])), frame=table)


def _shares_sentence(table):
    top = [f"{row.speaker} {row.quoted} quoted and {row.reported} paraphrased"
           for row in table.head(3).itertuples()]
    return f"Bars of words by voice. The first: {listing(top)}."


def concentration_finding(article: Article) -> Finding:
    """Whether many speak or few, and the share of the longest with its interval."""
    table = measures.words(article)
    if len(table) < 2:
        return finding("{n} given words; there is no balance to measure.",
                       n=count(len(table), "voice is", "voices are").capitalize())
    number, low, high = measures.effective_voices(article)
    longest = table.iloc[0]
    return finding("**{n} voices** are given {words}. Weighed by length they amount to "
                   "{number:.1f} voices of equal length (95 % interval {low:.0f} to {high:.0f}). "
                   "The longest, {name}, has {share:.0%} of the words ({a:.0%} to {b:.0%}). The "
                   "intervals say how much another selection of quotations from the same people "
                   "might change these figures.",
                   n=len(table), words=count(int(table["words"].sum()), "word"), number=number,
                   low=low, high=high, name=longest["speaker"], share=longest["share"],
                   a=longest["low"], b=longest["high"])


def speakers(article: Article, limit: int = 40) -> Table:
    """Every voice with what the article says it is, its quotations and its words."""
    table = article.speakers[article.speakers["share"] > 0]
    table = table.sort_values("share", ascending=False, kind="stable")
    return Table(table, f"The voices (n = {len(table)})",
                 {"speaker": "Voice", "form": "Form", "role": "Role", "role_class": "Class",
                  "affiliation": "Affiliation", "quotes": "Quotations",
                  "quoted_words": "Quoted words", "reported_words": "Paraphrased words",
                  "share": "Share"}, formats={"share": ".0%"}, article=article, limit=limit,
                 empty=_NOBODY)


def sections(article: Article) -> Table:
    """Who comes first, last and longest in each section."""
    table = measures.by_section(article)
    table.insert(0, "heading", table["section"].map(section_names(article)))
    return Table(table, f"Voices by section (n = {len(table)} sections in which anybody is heard)",
                 {"heading": "Section", "voices": "Voices", "words": "Words", "first": "First",
                  "last": "Last", "longest": "Longest",
                  "longest_words": "Its words"}, article=article, empty=_NOBODY)


def classes(article: Article) -> Figure | Finding:
    """Shares of the words by class of role, with intervals."""
    table = measures.words(article, "role_class")
    if table.empty:
        return finding(_NOBODY)
    groups = [(f"{row.role_class} ({row.voices})", row.share, row.low, row.high)
              for row in table.itertuples()]
    total = int(table["words"].sum())
    figure = intervals(groups, f"Words by class of role, voices in brackets (n = {total:,} words)",
                       "Share of all words given")
    return Figure(figure, _classes_sentence(table),
                  zip(rows(figure), places(article, table["start"])), frame=table)


def _classes_sentence(table):
    return "Shares of words by class of role: " + listing([f"{row.role_class} {row.share:.0%}"
                                                           for row in table.itertuples()]) + "."


def classes_finding(article: Article) -> Finding:
    """The powerful against ordinary people, in words."""
    whole = measures.ordinary_against_powerful(article).iloc[0]
    if not whole["powerful"] + whole["ordinary"]:
        return finding("Neither officials and military nor witnesses and citizens are given a "
                       "word, as far as the article says who they are.")
    return finding("Officials and the military are given **{powerful}**, witnesses and citizens "
                   "**{ordinary}**. Voices whose role the article does not state are in neither.",
                   powerful=count(int(whole["powerful"]), "word"),
                   ordinary=count(int(whole["ordinary"]), "word"))


def ordinary(article: Article) -> Table:
    """Officials and military against witnesses and citizens, section by section."""
    table = measures.ordinary_against_powerful(article).iloc[1:]
    table = table.assign(heading=table["section"].map(section_names(article)))
    return Table(table, f"Officials against ordinary people by section (n = {len(table)})",
                 {"heading": "Section", "powerful": "Words of officials and military",
                  "ordinary": "Words of witnesses and citizens"}, article=article, empty=_NOBODY)


def doubt(article: Article) -> Table:
    """Cues by class of role: how many report, how many doubt."""
    table = measures.doubt(article)
    return Table(table, f"Whose words are doubted (n = {int(table['n'].sum())} cues)",
                 {"role_class": "Class", "n": "Cues", "neutral": "Neutral", "doubting": "Doubting",
                  "share": "Share doubted", "low": "at least", "high": "at most"},
                 formats={"share": ".0%", "low": ".0%", "high": ".0%"}, empty="No voice has a cue.")


def doubt_finding(article: Article) -> Finding:
    """Whether the data can tell the groups apart."""
    table = measures.doubt(article)
    doubted = table[table["doubting"] > 0]
    if doubted.empty:
        return finding("No cue puts anybody's words in doubt." if len(table) else
                       "There are no cues to compare.")
    apart = table["low"].max() > table["high"].min()
    names = listing([_CLASSES.get(name, name) for name in doubted["role_class"]])
    if apart:
        return finding("Doubting cues are used of {names}; the intervals of at least two groups do "
                       "not overlap, so the "
                       "difference is more than chance would make.", names=names)
    return finding("Doubting cues are used of {names}, but every interval overlaps with every "
                   "other: **with so few cues the "
                   "data cannot tell the groups apart.**", names=names)


def silent(article: Article, limit: int = 12) -> Table:
    """Those of whom the article speaks often and who are given few words or none."""
    table = measures.silent(article)
    return Table(table, f"Discussed, hardly heard (n = {len(table)} actors mentioned three times "
                        "or more)",
                 {"speaker": "Actor", "form": "Form", "mentions": "Mentions",
                  "quotes": "Quotations", "words": "Words given"}, article=article, limit=limit,
                 empty="Everybody who is mentioned three times is also heard.")


def silent_finding(article: Article) -> Finding:
    """Who could have spoken and is not heard, as firmly as it is likely."""
    return finding("{statement}",
                   statement=article.findings.set_index("finding").loc["silent", "statement"])


def unnamed(article: Article) -> Table:
    """Voices without a name, with the reason the article gives for it."""
    table = measures.unnamed(article)
    return Table(table, f"Heard without a name (n = {len(table)})",
                 {"speaker": "Voice", "form": "Form", "anonymity": "Reason given",
                  "quotes": "Quotations", "words": "Words"}, article=article,
                 empty="Every voice has a name.")


def unnamed_finding(article: Article) -> Finding:
    """How many of the unnamed are explained."""
    table = measures.unnamed(article)
    if table.empty:
        return finding("Nobody is heard without a name.")
    total = int(article.speakers[["quoted_words", "reported_words"]].sum().sum())
    return finding("{n} without a name {have} {share:.0%} of the words. **For {reasons} the "
                   "article says why.** A group or "
                   "a role in passing needs no name; a source who makes an accusation does.",
                   n=count(len(table), "voice").capitalize(),
                   have="has" if len(table) == 1 else "have", share=table["words"].sum() / total,
                   reasons=count(int(table["anonymity"].notna().sum()), "one", "of them")
                   if table["anonymity"].notna().sum() != 1 else "one")
