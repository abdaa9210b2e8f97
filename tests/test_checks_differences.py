"""Parts, differences, directions, sizes and rates as news tells them, and what only looks like
one."""
import pytest

from analysis.article import Article


def kinds(text, published="2024-05-15"):
    return [row.kind for row in Article(text, published=published).checks.itertuples()]


@pytest.mark.parametrize("text, kind", [
    ("Some 185 of the 154 boats sank in the storm.", "part"),
    ("The fire killed 84 people, including 110 children.", "part"),
    ("They led 46 to 38, 11 points, at the break.", "difference"),
    ("Brell beat Moor by 28 points (58 per cent to 40 per cent).", "points"),
    ("Brell won 21,380 votes, compared to 15,260 for Moor, a majority of 8,120.", "difference"),
    ("Unemployment was 12.3 per cent, down from 11.5 per cent.", "magnitude"),
    ("Sales rose from €1.2m to €1m last year.", "magnitude"),
    ("The ship can carry up to 500 miles (2,400 km) of cable.", "magnitude"),
    ("Only 21 per cent of the 6.1 million who wait for it, or 700,000 people, amounting to 21 per "
     "cent of the 6.1 million, get it.",
     "percentage"),
    ("Just 12 per cent of the seats – 14 out of 683 – are held by women.", "percentage"),
    ("The grant was £4.2m, of which £2.5m went to roads and £1.9m to schools.", "sum"),
    ("Turnout fell from 60 to 52 per cent, a drop of 12 percentage points.", "points"),
    ("Support rose from 40 to 50 per cent, up 10 per cent.", "points"),
    ("Ana Brell, 34, born in 1970, was elected on Tuesday.", "age"),
    ("The pier is worth $3 billion (£2 million).", "magnitude"),
    ("The number of berths fell from 9,514 to 8,214, or 31 per cent.", "percentage"),
    ("The shares closed down 312p, or 30 per cent, at 1040 pence.", "percentage"),
    ("The guild has 412 votes, 15 more than the 361 that it takes to rule.", "difference"),
    ("Its readers number 90m, but this represents less than 70 per cent of the 1.4 billion people "
     "in the country.", "percentage"),
    ("The storm came in 2016. The pier fell on Monday, 7 February.", "weekday"),
])
def test_what_does_not_add_up_is_named(text, kind):
    assert kind in kinds(text, None if kind == "weekday" else "2024-05-15")


@pytest.mark.parametrize("text", [
    "Some 154 of the 185 boats sank in the storm.",
    "The fire killed 110 people, including 84 children.",
    "They led 46 to 38, 8 points, at the break.",
    "Brell beat Moor by 18 points (58 per cent to 40 per cent).",
    "Brell won 21,380 votes, compared to 15,260 for Moor, a majority of 6,120.",
    "Unemployment was 11.5 per cent, down from 12.3 per cent.",
    "The ship can carry more than 400 miles (640 km) of cable.",
    "The files included 44 drawings that were not among the 52,000 drawings of the yard.",
    "The office cut its forecast down from the 5.3 per cent estimated in May to 3.2 per "
    "cent.",
    "The grant was £4.2m, of which £2.5m went to roads and £1.7m to schools.",
    "Turnout fell from 60 to 52 per cent, a drop of 8 percentage points.",
    "Support rose from 40 to 50 per cent, up 25 per cent.",
    "Ana Brell, 54, born in 1970, was elected on Tuesday.",
    "The firm will pay 70 euro cents (£0.60).",
    "The number of berths fell from 9,514 to 8,214, or 13.7 per cent.",
    "The shares closed down 312p, or 23 per cent, at 1040 pence.",
    "The guild has 412 votes, 51 more than the 361 that it takes to rule.",
    "Three girls and a boy, aged 14 to 18, were hurt. All four are well.",
    "The margin was 31.6%, less than the 33.8% planned and down from 33.1% in May.",
    "The gauge, which looks two quarters ahead, crept up to 88.5, from 88.1 in May.",
    "Cooks are given some 70p of each pound. For waiters without a contract it is 60p.",
    "In seven cases the burner smoked. In 23 cases it smoked and burned the carpet.",
    "Moor scored 18 goals for Tarn. He scored 25 goals for Karrow.",
])
def test_what_adds_up_or_is_of_another_thing_raises_no_alarm(text):
    assert kinds(text) == []
