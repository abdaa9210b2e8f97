"""The reading copy mends what copying broke, leaves alone what is whole, and always leads back to
the text."""
import pytest
from hypothesis import given, strategies

from analysis.text.reading_copy import mend


@pytest.mark.parametrize("text, mended", [
    ("The weir held.Then it rained.", "The weir held. Then it rained."),
    ("The weir held at 9 a.m.Then it rained.", "The weir held at 9 a.m. Then it rained."),
    ("In 2016.A man came.I saw him.", "In 2016. A man came. I saw him."),
    ("It had no impact.”On one day it held,” she said.",
     "It had no impact. “On one day it held,” she said."),
    ("“It held.”Then she left.", "“It held.” Then she left."),
    ("“It held.”“It fell.”", "“It held.” “It fell.”"),
    ("“It held,”said Ana Brell.", "“It held,” said Ana Brell."),
    ("She said,“It held.“ Then she left.", "She said, “It held.” Then she left."),
    ('"It held."Then he said: "Go."', '"It held." Then he said: "Go."'),
    ('She left."It held," he said.', 'She left. "It held," he said.'),
    ("The\u00a0weir\r\nheld\x00", "The weir  held "),
])
def test_what_is_broken_is_mended(text, mended):
    assert mend(text).text == mended


@pytest.mark.parametrize("text", [
    "The U.S.A. and the U.S. grew 3.5 per cent.", "She reads Yahoo!Finance and uses Node.Js daily.",
    "Write to Ana.Brell@Post.Example or see www.TarnholmPost.org/News.Html today.",
    "See https://a.example/One.Two?Three",
    "See WhiteHouse.Gov for more.", "Dr. Brell has a Ph.D. and lives at No. 4.",
    "“He said “go” and left.”", "A 6'2\" keeper",
    "It is a 5\" x 7\" print.", "“A quotation that goes on", "The band will.i.am and e.g. others",
    "Open on Amazon.Com now"])
def test_what_is_whole_is_left_alone(text):
    copy = mend(text)
    assert copy.text == text and copy.inserted == ()


@given(strategies.text("aB.!?,”“\" \x00\r\nx1’)", max_size=80) | strategies.text(max_size=80))
def test_only_blanks_are_inserted_and_the_way_back_is_exact(text):
    copy = mend(text)
    assert all(copy.text[place] == " " for place in copy.inserted)
    kept = [place for place in range(len(copy.text)) if place not in set(copy.inserted)]
    assert [copy.source(place) for place in kept] == list(range(len(text)))
    sources = [copy.source(place) for place in range(len(copy.text))]
    assert sources == sorted(sources)
    for place in kept:
        one, other = copy.text[place], text[copy.source(place)]
        assert one == other or one == " " or {one, other} == {"“", "”"}
        assert copy.span(place, place + 1) == (copy.source(place), copy.source(place) + 1)


def test_a_long_paragraph_costs_little():
    assert len(mend("It held.Then it fell. " * 20_000).inserted) == 20_000
