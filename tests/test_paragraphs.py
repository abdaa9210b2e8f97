"""A paragraph is what a reader sees as one, of the kind that a reader would say, and no letter is
left out."""
import re

import pytest
from elsewhere import elsewhere
from hypothesis import example, given, strategies

from analysis import Article, read
from analysis.text.paragraphs import reopened

BODY = ("The weir at Tarnholm held through the night, and by morning the water had begun to fall "
        "along the whole of the lower valley.")
OTHER = ("“It held,” said Ana Brell, who has kept the sluices for twelve years. "
         "“Nobody thought that it would hold.”")


def kinds(*lines, gap="\n\n", **known):
    return list(Article(gap.join(lines), **known).paragraphs["kind"])


@pytest.mark.parametrize("gap", ["\n\n", "\n", "\r\n\r\n", "\r", "\n \n", "\u2029"])
def test_title_headings_and_sections(gap):
    article = Article(gap.join(["The weir holds", BODY, "A vote on Friday", BODY,
                                "What Comes Next?", OTHER]))
    assert list(article.paragraphs["kind"]) == ["title", "body", "heading", "body", "heading",
                                                "body"]
    assert list(article.paragraphs["section"]) == [0, 0, 1, 1, 2, 2]
    assert article.title == "The weir holds"


def test_short_sentences_lists_labels_and_recurring_lines_are_no_headings():
    assert kinds("The weir holds", BODY, "It was too late.", BODY, "- Repairs to the wall", BODY,
                 "MARR: We waited", BODY, "Tides", BODY, "Tides", BODY, "Tides", OTHER,
                 "Why did nobody ask?", OTHER)[1:] == ["body"] * 15


def test_what_the_page_prints_around_the_article_stands_apart_and_can_be_put_back():
    text = ("335 SHARES Share Tweet\n\n" + BODY + " Story Continued Below " + BODY
            + "\n\nThe weir. (Photo: Ilse Marr)")
    article = Article(text)
    assert article.paragraphs["kind"].tolist() == ["furniture", "body", "furniture", "body",
                                                   "caption"]
    assert article.numbers.empty and set(Article(text, whole=True).paragraphs["kind"]) <= {"title",
                                                                                           "body"}
    assert not Article(text, whole=True).numbers.empty


def test_a_quotation_reopened_in_a_line_begins_a_paragraph_and_stays_its_speakers():
    text = ('"It rose all night," Ana Brell said. "We waited for help. "It never came. '
            '"We had no boats."')
    article = Article(text)
    assert article.paragraphs["text"].str[:6].tolist() == ['"It ro', '"It ne', '"We ha']
    assert article.quotes["text"].tolist() == ["It rose all night,", "We waited for help.",
                                               "It never came.", "We had no boats."]
    assert set(article.quotes["speaker"]) == {"Ana Brell"}


@pytest.mark.parametrize("text", ['He called it "quite dry. " Nobody agreed.',
                                  '"It held," she said. "It held."', 'A 6" pipe. "It broke."'])
def test_quotations_that_close_are_no_breaks(text):
    assert reopened(text) == []


def test_a_byline_at_the_end_of_the_standfirst_is_a_row_of_its_own():
    standfirst = "Nobody in the valley slept. By morning they knew why."
    article = Article(f"The weir holds\n\n{standfirst} By POST Staff – NORWAY – 19 Feb "
                      f"2016\n\n{BODY}")
    assert article.paragraphs[["kind", "text"]].to_numpy().tolist()[1:3] == [
        ["standfirst", standfirst], ["byline", "By POST Staff – NORWAY – 19 Feb 2016"]]
    assert (article.byline, article.outlet, article.published) == ("POST Staff", "POST",
                                                                   "2016-02-19")


def test_the_paragraph_between_title_and_byline_is_the_standfirst():
    assert kinds("The weir holds", "Water falls after a long night.", "By Ilse Marr", BODY,
                 BODY) == ["title", "standfirst", "byline", "body", "body"]


def wrapped(text, width):
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) >= width:
            lines.append("")
        lines[-1] += " " * bool(lines[-1]) + word
    return "\n".join(lines)


@pytest.mark.parametrize("gap", ["\n\n", "\n"])
@pytest.mark.parametrize("width", [60, 72, 80])
def test_hard_wrapped_lines_are_one_paragraph(gap, width):
    text = gap.join(["The weir holds",
                     *(wrapped(part, width) for part in (f"{BODY} {OTHER}", f"{OTHER} {BODY}"))])
    article = Article(text)
    assert list(article.paragraphs["kind"]) == ["title", "body", "body"]
    assert ("\n" in article.paragraphs["text"][1]
            and article.paragraphs["text"][1].split() == f"{BODY} {OTHER}".split())
    assert not any("\n" in paragraph.doc.text for paragraph in article.parsed)


def test_a_turn_a_line_is_a_paragraph_a_turn():
    turns = ["MARR: Why was the gate not closed?",
             "BRELL: It was. I closed it myself at two in the morning.", "MARR: Who saw you?",
             "BRELL: Nobody", "MARR: Then how do we know?"]
    assert kinds(*turns, gap="\n") == ["body"] * 5


def test_only_headings_and_one_sentence():
    assert set(kinds("The weir holds", "A vote on Friday",
                     "What comes next")) <= {"title", "heading", "body"}
    assert kinds("The weir held.") == ["body"]


def test_a_title_given_that_the_text_does_not_print_adds_no_row():
    article = Article(f"{BODY}\n\n{OTHER}", title="The weir holds")
    assert (article.title == "The weir holds"
            and list(article.paragraphs["kind"]) == ["body", "body"])


@example("\x850")
@given(strategies.text() | strategies.text("a Bc.\r\n\t“”!-:By\x00\u2028\ud800א", max_size=200))
def test_paragraphs_hold_every_character_but_blanks_in_order(text):
    article = Article(text)
    text, table = article.text, article.paragraphs
    place = 0
    for row in table.itertuples():
        assert text[row.start:row.end] == row.text and row.text.strip() == row.text
        assert not text[place:row.start].strip()
        place = row.end
    assert not text[place:].strip()


def test_the_aleppo_article_has_ten_sections_and_a_dated_byline():
    article = read(elsewhere("aleppo.txt"))
    table = article.paragraphs
    assert list(table["kind"][:3]) == ["title", "standfirst", "byline"]
    assert article.published == "2016-02-19" and article.outlet and article.byline
    assert table["section"].max() == (table["kind"] == "heading").sum() == 10
    assert set(table["kind"][3:]) == {"heading", "body"}
    assert not any(re.search(r"\.$", heading)
                   for heading in table.loc[table["kind"] == "heading", "text"])


def test_last_lines_on_the_writer_and_lines_of_the_page_are_none_of_the_article():
    story = "The weir at Oxley held.\n\nNobody was hurt, the mayor said on Monday."
    for line in ("Ana Brell is a staff writer who covers rivers.",
                 "Tom Quist covers the coast for the Oxley Post.", "Write to quist@post.example.",
                 "WATCH: The weir gives way at dawn.",
                 "The opinions expressed here are the author’s."):
        assert Article(f"{story}\n\n{line}").paragraphs["kind"].iloc[-1] == "furniture"


def test_a_last_paragraph_on_somebody_of_the_story_is_the_articles():
    text = ("Police held the journalist Ana Brell at the weir.\n\nThe mayor asked for her "
            "release.\n\nAna Brell is a reporter with the Oxley Post and covers rivers.")
    assert Article(text).paragraphs["kind"].iloc[-1] == "body"


@pytest.mark.parametrize("before, after", [
    ("TARNHOLM, Vt., March 3 (Reuters) — ", "The weir held through the night, the council said."),
    ("TARNHOLM -- ", "The weir held through the night, the council said."),
    ("Tarnholm (AFP) – ", "The weir held through the night, the council said.")])
def test_a_dateline_is_no_part_of_the_first_sentence(before, after):
    article = Article(f"The weir held\n\n{before}{after}\n\nNobody slept in the town that night.")
    kinds = dict(zip(article.paragraphs["text"], article.paragraphs["kind"]))
    assert (kinds[before.strip()], kinds[after]) == ("furniture", "body")
    assert article.outlet == ("Reuters" if "Reuters" in before else "AFP" if "AFP" in before
                              else None)


def test_who_edited_is_no_part_of_the_last_sentence():
    article = Article("The weir held, officials said. (Reporting by Ilse Marr; editing by I Karm)")
    assert "Ilse Marr" not in set(article.speakers["speaker"])


@pytest.mark.parametrize("apart", [
    "Rain: the weir was wet all night (Ilse Marr)", "Scene: boats at the weir (BBC/ITN)", "EPA 9",
    "AP:Associated Press 12", "Getty - Contributor"])
def test_captions_and_credits_within_a_paragraph_are_cut_out(apart):
    text = f"The weir held all night. {apart} Mayor Ana Brell said that it was safe."
    kinds = dict(zip(*Article(f"{text}\n\n{BODY}").paragraphs[["text", "kind"]].T.to_numpy()))
    assert kinds[apart] in ("caption", "furniture")
    assert kinds["Mayor Ana Brell said that it was safe."] == "body"


@pytest.mark.parametrize("line", [
    "Image 1 of 8 The weir. Image 2 of 8 Boats. Image 3 of 8 " + "The weir at night. " * 40,
    "window._lane = window._lane || []; _lane.push({ mode: 'thumbnails', target: 'mix' });"])
def test_galleries_and_code_are_no_part_of_the_article(line):
    article = Article(f"{BODY}\n\n{line}\n\n{BODY}")
    assert article.paragraphs["kind"].tolist()[1] in ("caption", "furniture")


def test_a_sentence_with_a_bracket_is_the_articles():
    text = "The council gave two reasons: the weir was old and the boats (12 of them) were heavy."
    assert Article(f"{text}\n\n{BODY}").paragraphs["kind"].isin(["body", "title"]).all()
