"""No check fails, whatever ends of its numbers are open; one that does leaves a row and the others'
work."""
from dataclasses import replace
from functools import cache
from itertools import groupby
from math import nan

from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.article import Article
from analysis.checks import find
from analysis.checks.claims import claims

TEXT = (
    "The fair opened on Monday, 7 May 2024. The pier opened on 3 March 2001 and closed on 3 March "
    "2021, and it stood for "
    "nearly 13 years. The storm wrecked 40 houses, 30 shops and 20 barns, 80 buildings in all. Of "
    "the 400 tenants, 100 have "
    "returned, or 45 per cent. Profit rose 40 per cent to €110 million from €100 million. The "
    "ferry carried 22 people, 31 of "
    "them children. Some 185 of the 154 boats sank. The plant burns 6 tonnes of straw a month, or "
    "90 tonnes a year. They made "
    "50 a day for ten days, 900 in all. The road is 10 miles (26 km) long. It was 10 degrees "
    "Celsius (70 degrees Fahrenheit). "
    "Some 900 people, or perhaps 2,000, died in the siege. The mayor said 300 tents had been put "
    "up. The warden corrected "
    "him: it was only 180. Carl Moor, aged 12, was born in 1980 in Kiel. Ada Brand, 34, met the "
    "36-year-old Ada Brand. The "
    "index rose 76 points, or 2.2 per cent, to 6,290. Arrests doubled from 20 to 95. They led 46 "
    "to 38, 11 points. A third "
    "(45 per cent) left. It fell from 12 to 30 boats. It went for €10m ($11m), €20m ($22m), €3m "
    "($3.3m) and €4m ($44m).")


@cache
def read():
    article = Article(TEXT, published="2024-05-15")
    return article, claims(article)


ENDS = st.lists(st.sampled_from([(True, True), (True, False), (False, True), (False, False)]),
                min_size=12, max_size=12)


@settings(max_examples=120, deadline=None)
@given(ENDS, st.sampled_from(["=", "~", ">", "range"]))
def test_every_check_stands_every_combination_of_open_ends(ends, modifier):
    article, found = read()
    open_ended = [replace(claim, row=claim.row._replace(
        value_low=claim.low if ends[place % 12][0] else nan,
        value_high=claim.high if ends[place % 12][1] else nan,
        modifier=modifier)) for place, claim in enumerate(found)]
    for _, group in groupby(open_ended, lambda claim: claim.row.sentence):
        sentence = list(group)
        for rule in find.SENTENCE_RULES:
            list(rule(sentence, article))
    for rule in find.ARTICLE_RULES:
        list(rule(open_ended, article))


def test_a_check_that_fails_leaves_a_row_and_the_work_of_the_others(monkeypatch):
    def broken(claims, article):
        raise ZeroDivisionError("no base")

    monkeypatch.setattr(find, "SENTENCE_RULES", (broken, *find.SENTENCE_RULES))
    table = Article("The ferry carried 22 people, 31 of them children.").checks
    assert list(table["kind"]) == ["error", "part"]
    assert "ZeroDivisionError: no base" in table["explanation"][0] and table["confidence"][0] == 0


def test_a_duration_that_is_only_a_bound_is_held_against_its_years():
    [check] = Article("Opened in 2001 and closed in 2021, "
                      "it stood for nearly 13 years.").checks.itertuples()
    assert (check.kind == "duration"
            and "nearly 13 years" not in check.explanation.partition("the article")[0])
