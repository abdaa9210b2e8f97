"""What does not add up is found, and what does is left alone."""
import json
from pathlib import Path

import pytest
from elsewhere import elsewhere

from analysis.article import Article

DATA = Path(__file__).parent.parent / "data"


def checks(text, published="2024-05-15"):
    return [(row.kind, row.explanation)
            for row in Article(text, published=published).checks.itertuples()]


def kinds(text, published="2024-05-15"):
    return [kind for kind, _ in checks(text, published)]


@pytest.mark.parametrize("text, kind, arithmetic", [
    ("The fair opened on Monday, 7 May 2024, in the rain.", "weekday",
     "7 May 2024 was a Tuesday, not a Monday"),
    ("The pier was opened on 3 March 2001 and closed on 3 March 2021, and it stood for twelve "
     "years.", "duration", "20"),
    ("The storm wrecked 40 houses, 30 shops and 20 barns, 80 buildings in all.", "sum",
     "40 + 30 + 20 = 90"),
    ("Of the 400 tenants, 100 have returned, or 45 per cent.", "percentage",
     "100 of 400 is 25 per cent"),
    ("The offer of $82 a share comprised $60 in cash and $32 in stock.", "sum", "60 + 32 = 92"),
    ("The crash killed 12 people, including 11 tourists and two pilots.", "sum", "11 + 2 = 13"),
    ("They sold 150 boats, or 40 per cent of the 300 they had.", "percentage",
     "150 of 300 is 50 per cent"),
    ("About 40 per cent of the 300 boats, or 150, sank.", "percentage",
     "150 of 300 is 50 per cent"),
    ("The mill burned in 2001, 15 years ago.", "duration", "from 2001 to 2024 is 23 years"),
    ("The first pier cost €10m (£8m), the next €20m (£16m) and the last £30m (£24m).",
     "magnitude", "£24m are 30 million EUR"),
    ("Profit rose 40 per cent to €110 million from €100 million.", "percentage", "10 per cent"),
    ("The ferry carried 22 people, 31 of them children.", "part", "31 is more than 22"),
    ("The plant burns 6 tonnes of straw a month, or 90 tonnes a year.", "rate", "72"),
    ("The new road is 10 miles (26 kilometres) long.", "magnitude", "16.1 kilometres"),
    ("About 110 per cent of voters in the valley cast a ballot.", "percentage", "more than all"),
    ("Some 900 people, or perhaps even 2,000, died in the siege.", "alternative", "offers both"),
])
def test_arithmetic_that_fails_is_named(text, kind, arithmetic):
    found = checks(text)
    assert [one for one, _ in found] == [kind]
    assert arithmetic in found[0][1]


@pytest.mark.parametrize("text", [
    "The fair opened on Tuesday, 7 May 2024, in the rain.",
    "The pier was opened on 3 March 2001 and closed on 3 March 2021, "
    "and it stood for twenty years.",
    "Between 2015 and 2019 he spent two years abroad.",
    "The storm wrecked 40 houses, 30 shops and 20 barns, 90 buildings in all.",
    "Of the 400 tenants, 100 have returned, or 25 per cent.",
    "Of the 1,240 tenants, about a third, 400, have returned.",
    "Profit rose 10 per cent to €110 million from €100 million.",
    "The ferry carried 31 people, 22 of them children.",
    "The plant burns 6 tonnes of straw a month, or 72 tonnes a year.",
    "The new road is 10 miles (16 kilometres) long.",
    "Output rose to 110 per cent of the plan.",
    "The offer of $82 a share comprised $60 in cash and $22 in stock.",
    "The crash killed 12 people, including three tourists and two pilots.",
    "The club has 20 boats, including two yachts and 30 sails.",
    "They sold 120 boats, or 40 per cent of the 300 they had.",
    "The mill burned some 20 years ago, in 2003. It had opened in 1984, 40 years ago.",
    "Profit was £10m (£8m) in the first year and £30m (£24m) in the second.",
    "Twelve people died in the fire in Tarn. A separate fire in Karrow killed 15 people.",
    "At least 50 people were killed in the quake. Rescuers say 59 people were killed in the quake.",
])
def test_figures_that_fit_raise_no_alarm(text):
    assert checks(text) == []


def test_a_figure_that_another_voice_corrects_is_disputed():
    found = checks("The mayor said that 300 tents had been put up on the green. The warden "
                   "corrected him: it was only 180.")
    assert [kind for kind, _ in found] == ["disputed"]


def test_a_toll_that_moves_is_updated():
    assert "updated" in kinds("On Monday the hospital in Tarn spoke of 14 dead. By Wednesday it "
                              "was 19.")


def gold(name):
    return [json.loads(line) for line in
            (DATA / f"gold/{name}/checks.jsonl").read_text(encoding="utf8").splitlines()]


@pytest.mark.parametrize("name", ["harbour", "harbour-wire", "harbour-tabloid"])
def test_the_planted_contradictions_of_our_own_articles_are_found_and_no_others(name):
    meta = json.loads((DATA / f"gold/{name}/meta.json").read_text(encoding="utf8"))
    text = (DATA / f"articles/{name}.txt").read_bytes().decode("utf8")
    article = Article(text, published=meta["published"])
    starts = article.numbers.set_index("number")["start"]
    found = {(row.kind, frozenset(int(starts[number]) for number in (row.number_a, row.number_b)
                                  if number == number and number is not None))
             for row in article.checks.astype({"number_b": float}).itertuples()}
    wanted = {(row["kind"], frozenset(place[0] for place in (row["a"], row["b"]) if place))
              for row in gold(name)}
    assert {kind for kind, _ in found} == {kind for kind, _ in wanted}
    assert len(found) == len(wanted)


def test_the_contradictions_of_the_aleppo_article():
    article = Article(elsewhere("aleppo.txt").read_bytes().decode("utf8"), published="2016-02-19")
    starts = article.numbers.set_index("number")["start"]
    found = {(row.kind, int(starts[row.number_a])) for row in article.checks.itertuples()}
    assert {("disputed", 24897), ("alternative", 4456), ("weekday", 33083)} <= found
    assert len(found) <= 5


def test_every_check_leads_back_to_its_numbers():
    text = (DATA / "articles/harbour.txt").read_bytes().decode("utf8")
    article = Article(text, published="2025-03-14")
    numbers = article.numbers.set_index("number")
    for row in article.checks.itertuples():
        assert article.text[row.start:row.end] == row.text
        assert row.start <= numbers.start[row.number_a] and numbers.end[row.number_a] <= row.end


@pytest.mark.parametrize("text", ["", "Nothing here.", "HEADING", "1", "3 3 3 3",
                                  "In 2020 (2019)."])
def test_an_article_without_claims_has_an_empty_table(text):
    assert checks(text, None) == []


@pytest.mark.parametrize("text, arithmetic", [
    ("Carl Moor, aged 12, was born in 1980 in Kiel.", "born in 1980 is at least 43"),
    ("Born on 7 May 1950 in Kiel, she died aged 70 in 2010.", "at most 60"),
])
def test_an_age_that_the_year_of_birth_does_not_give_is_named(text, arithmetic):
    (kind, explanation), = checks(text)
    assert kind == "age" and arithmetic in explanation


@pytest.mark.parametrize("text", [
    "Tom Hale, 74, was born in 1950.",
    "Born in 1950, she died aged 60 in 2010.",
    "Born in 1950, he became a miner at the age of 16.",
    "Ada Brand, 30, whose mother was born in 1950, lives here.",
    "He was born in 1950 to a farmer, 30, and a nurse.",
])
def test_ages_that_fit_or_belong_to_another_raise_no_alarm(text):
    assert checks(text) == []


def test_the_groups_of_a_telephone_number_do_not_contradict_each_other():
    assert checks("The office has set up a helpline. Its phone number is (555) 555-0142.") == []
