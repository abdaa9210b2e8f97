"""One figure, one definition: words, voices and tone are the same wherever an article shows
them."""
import json
import re

import pandas
import pytest

import analysis
from analysis.publish.export import document
from analysis.show import card
from analysis.show.views import front, overview, summary, tone, voices


def said(pattern, *shown):
    """What the one group of a pattern finds in the text of each thing shown."""
    return [re.search(pattern, re.sub(r"<[^>]+>|\*\*", "", str(one)))[1] for one in shown]


def test_words_are_counted_in_one_way(harbour):
    rows = json.loads(document.encoded(harbour))["tables"]["sentences"]
    total = f"{sum(row['words'] for row in rows):,}"
    shown = [overview.card(harbour), front.headlines(harbour), card.html(harbour)]
    assert said(r"([\d,]+) words", *shown) == [total] * 3
    assert not re.search(r"\d words", repr(harbour))


def test_voices_are_counted_in_one_way(harbour):
    speakers = json.loads(document.encoded(harbour))["tables"]["speakers"]
    total = str(sum(row["quotes"] > 0 or row["reported_words"] > 0 for row in speakers))
    assert said(r"n = (\d+)\)", summary.voices(harbour).text()) == [total]
    assert said(r"(\d+) voices", front.picture(harbour).alt) == [total]
    assert len(voices.shares(harbour).frame) == int(total)


def test_tone_is_the_same_with_its_interval(harbour):
    row = harbour.findings.set_index("finding").loc["tone"]
    words = [analysis.text.phrases.amount(row[end], "+.1f") for end in ("value", "low", "high")]
    shown = [summary.tone(harbour).text(), tone.coverage_finding(harbour)]
    for pattern, wanted in zip([
            r"([+−]\d\.\d) ?\(95", r"interval ([+−]\d\.\d) to",
            r"interval [+−]\d\.\d to ([+−]\d\.\d)"
    ], words):
        assert said(pattern, *shown) == [wanted] * 2


def test_no_figure_has_a_hyphen_for_a_minus_or_a_sign_before_nought(reports):
    html = reports("harbour")[0].read_text("utf8")
    text = re.sub(r"<(script|style|pre).*?</\1>|<[^>]+>", " ", html, flags=re.S)
    assert not re.search(r"(?<![\w.])-\d+\.\d|[−-]0(\.0+)?(?![\d.,])", text)


def test_the_first_page_gives_no_quotation_two_pairs_of_marks(harbour):
    shown = repr(front.headlines(harbour))
    assert "words are these? “" in shown and "““" not in shown and "””" not in shown


def test_the_numbers_of_every_table_and_chart_can_be_saved(reports):
    html = reports("harbour")[0].read_text("utf8")
    assert html.count('<table>') <= html.count('download="') > 30
    assert "Save as CSV: bars-of-words-by-voice.csv" in html


def test_the_package_and_an_article_say_what_they_offer(harbour):
    assert {"Article", "read", "compare", "Comparison"} <= set(
        dir(analysis)) and "import_module" not in dir(analysis)
    assert {"quotes", "findings", "codebook", "view"} <= set(dir(harbour))
    assert "kind" in set(harbour.codebook["quotes"].frame["column"])
    with pytest.raises(KeyError, match="there is no such table"):
        harbour.codebook["verdicts"]
    assert all(f"article.{name}" in card.html(harbour)
               for name in ("quotes", "numbers", "findings"))


def test_a_table_displays_text_first_and_offsets_last_and_stays_as_it_is(harbour):
    table = harbour.quotes
    before = list(table.columns)
    heads = re.findall(r"<th>([a-z_]+)</th>", table.head(2)._repr_html_())
    assert heads[:2] == ["text", "speaker"] and heads[-2:] == ["start", "end"]
    assert list(table.columns) == before and isinstance(table[table["words"] > 5], pandas.DataFrame)
    assert sorted(heads) == sorted(before)


def test_a_comparison_shows_itself():
    from analysis.project import COMPARED
    comparison = analysis.compare(COMPARED)
    assert repr(comparison).startswith(
        "<Comparison of") and "Which figures differ?" in comparison._repr_html_()
