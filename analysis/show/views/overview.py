"""What was read: the article's card, its text, its sections and its sentences (notebook 1)."""
import pandas

from analysis.article import Article
from analysis.reading.languages import detect
from analysis.show.display import Figure, Finding, Table, TextView, count, finding, listing, places
from analysis.show.page import origin
from analysis.show.views.sections import names as section_names
from analysis.tables.sentences import words
from analysis.text.furniture import APART

_FACTS = {"title": "Title", "outlet": "Outlet", "byline": "Byline", "published": "Date"}
_KINDS = ["title", "standfirst", "byline", "heading", "body", "caption"]
_COUNTED = {"body": "body paragraph", "furniture": "piece of page furniture"}
_PROSE = ["standfirst", "body"]
# words; beyond them a sentence is hard to follow at one reading (Plain English guides advise 15 to
# 20)
LONG = 40


def card(article: Article) -> Table:
    """What is known about the article, and what its figures can be checked against."""
    facts = [(label, getattr(article, name) or "not found") for name, label in _FACTS.items()]
    facts += [("Length",
               f"{count(words(article), 'word')} in {count(len(article.sentences), 'sentence')}"),
              ("Read from", origin(article)),
              ("SHA-256 of what was read", article.sha256[:16] + "…"),
              ("SHA-256 of the text", article.text_sha256[:16] + "…")]
    return Table(pandas.DataFrame(facts, columns=["Fact", "Value"]), "The article")


def language_finding(article: Article) -> Finding:
    """A warning where the text does not seem to be in English, else no words."""
    language, code = detect(article.text) or (None, "en")
    if code == "en":
        return Finding([])
    return finding("**The text is not English; it seems to be {language}.** Only English articles "
                   "can be analysed: use no figure "
                   "of this one, in any notebook.", language=language)


def card_finding(article: Article) -> Finding:
    """What is missing, and which later results that weakens."""
    missing = [label.lower() for name, label in _FACTS.items() if not getattr(article, name)]
    said = language_finding(article)
    if not missing:
        return said + finding("Title, outlet, byline and date were all found.")
    said += finding("**Not found: {missing}.** Title and date can be given by hand, on the command "
                    "line (--title, --published) or as article.title and article.published.",
                    missing=listing(missing))
    if article.published:
        return said
    return said + finding("Without a date, “last Friday” or “two weeks ago” cannot be given a "
                          "place in the calendar.")


def text(article: Article) -> TextView:
    """The text as it was read, each paragraph with its number and kind."""
    return TextView(article)


def text_finding(article: Article) -> Finding:
    """How many paragraphs of each kind there are, and signs that the page was read wrongly."""
    kinds = article.paragraphs["kind"].value_counts()
    found = [count(int(kinds[kind]), _COUNTED.get(kind, kind),
                   {"furniture": "pieces of page furniture"}.get(kind))
             for kind in [*_KINDS, "furniture"] if kind in kinds]
    return finding("The text has {found}. Is that so? A menu or a reader's comment among the body "
                   "paragraphs would be "
                   "counted as the article's words from here on.", found=listing(found))


def apart(article: Article) -> Table:
    """What was taken for no part of the article: captions, and what the page prints around it."""
    table = article.paragraphs[article.paragraphs["kind"].isin(APART)]
    return Table(table, f"Taken for no part of the article (n = {len(table)})",
                 {"kind": "As", "text": "Text"}, article=article,
                 empty="nothing; every line counts.")


def sections(article: Article) -> Table:
    """One row per section: the text up to the first heading, then each heading's."""
    sentences = _prose_sentences(article)
    first = article.paragraphs.groupby("section").first()
    table = pandas.DataFrame({"section": first.index, "start": first["start"],
                              "heading": section_names(article)}).reset_index(drop=True).merge(
        sentences.groupby("section").agg(paragraphs=("paragraph", "nunique"),
                                         sentences=("sentence", "size"), words=("words", "sum")),
        left_on="section", right_index=True,
            how="left").fillna({"paragraphs": 0, "sentences": 0, "words": 0})
    table = table.astype({"paragraphs": int, "sentences": int, "words": int})
    return Table(table, f"Sections (n = {len(table)})",
                 {"heading": "Section", "paragraphs": "Paragraphs", "sentences": "Sentences",
                  "words": "Words"}, article=article)


def sections_finding(article: Article) -> Finding:
    """The longest and the shortest section, or that there are no sections."""
    table = sections(article).frame
    if len(table) < 2:
        return finding("The article has no sections: no headings were found.")
    longest, shortest = table.loc[table["words"].idxmax()], table.loc[table["words"].idxmin()]
    return finding("The longest of {n} sections is **{longest}** ({most}), the shortest {shortest} "
                   "({least}).",
                   n=len(table), longest=longest.heading, most=count(int(longest.words), "word"),
                   shortest=shortest.heading, least=count(int(shortest.words), "word"))


def sentence_lengths(article: Article) -> Figure | Finding:
    """A histogram of the words per sentence of body and standfirst."""
    from analysis.show.charts import lengths
    words = _prose_sentences(article)["words"]
    if words.empty:
        return finding("There is no sentence to measure.")
    return Figure(lengths(words, "Words in a sentence",
                          f"Sentence length (n = {len(words):,} sentences)"),
                  f"A histogram of sentence length. {_summary(words)}",
                  frame=_prose_sentences(article)[["sentence", "words"]])


def longest_sentences(article: Article, number: int = 3) -> Table:
    """The sentences of the body with the most words, longest first."""
    table = _prose_sentences(article).nlargest(number, "words")
    return Table(table, f"The longest sentences ({len(table)} of "
                        f"{len(_prose_sentences(article)):,})",
                 {"text": "Sentence", "words": "Words"}, article=article,
                 empty="The article has no sentences.")


def sentences_finding(article: Article) -> Finding:
    """How long the sentences are, and where the longest stands."""
    sentences = _prose_sentences(article)
    if sentences.empty:
        return finding("There is no sentence to measure.")
    longest = sentences.loc[sentences["words"].idxmax()]
    long = int((sentences["words"] > LONG).sum())
    return finding("{summary} **{long}** {have} more than {limit} words; "
                   "the longest is in {place}.",
                   summary=_summary(sentences["words"]), long=count(long, "sentence").capitalize(),
                   have="has" if long == 1 else "have", limit=LONG,
                   place=places(article, [longest.start])[0])


def _prose_sentences(article):
    kinds = article.paragraphs.set_index("paragraph")["kind"]
    return article.sentences[article.sentences["paragraph"].map(kinds).isin(_PROSE)]


def _summary(words):
    return (f"half of the {count(len(words), 'sentence')} have at most {words.median():.0f} words; "
            f"the longest has {words.max()}.").capitalize()
