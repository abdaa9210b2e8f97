"""What an article tells twice in other words is held against itself: ages of one person, rates of
exchange, steps, shares, tolls."""
import pytest

from analysis.article import Article


def checks(text, published=None):
    return [(row.kind, row.explanation)
            for row in Article(text, published=published).checks.itertuples()]


@pytest.mark.parametrize("text, kind, arithmetic", [
    ("Ada Brand, 34, came home. Her neighbour saw the 36-year-old Ada Brand there.", "age",
     "34 in one place, 36-year-old"),
    ("The index rose 76 points, or 2.2 per cent, to 6,290.", "percentage", "1.2"),
    ("Shares fell €6.20, or 4 per cent, to €758.81.", "percentage", "0.8"),
    ("The firm has 85,000 staff, up 28,000, or about 70 per cent, in five years.", "percentage",
     "49.1"),
    ("Arrests doubled from 20 to 95 last year.", "percentage", "4.75 times"),
    ("Rents halved from €900 to €800.", "percentage", "0.89 times"),
    ("A third (45 per cent) of the tenants left.", "percentage", "33.3 per cent"),
    ("It was 10 degrees Celsius (70 degrees Fahrenheit) at night.", "magnitude",
     "50 degrees Fahrenheit"),
    ("The pier went for €10m ($11m), the boat for €20m ($22m), the hut for €3m ($3.3m) and the "
     "lamp for €4m ($44m).", "magnitude", "4.4 million"),
    ("It met on Tuesday, 4 March, and on Saturday, 15 March. It met again on Friday, 21 March, and "
     "on Monday, 25 March.", "weekday", "25 March is a Tuesday"),
    ("A stolen lorry rammed the toll gate at Orvane before dawn, killing four people. The stolen "
     "lorry rammed the toll gate in Tell county before dawn, killing at least six.", "disputed",
     "at least six"),
    ("The flood killed at least 62 people, the mayor said. So far, 53 flood related deaths have "
     "been recorded, the warden said.", "disputed", "62 people"),
    ("Dozens died in the fire. The warden said 190 people died in the fire.", "disputed",
     "Dozens of people"),
    ("By noon the mayor said 17 people died. Later the warden said 24 people were killed.",
     "updated", "17 people"),
])
def test_what_is_restated_wrongly_is_named(text, kind, arithmetic):
    (found, explanation), = checks(text)
    assert found == kind and arithmetic in explanation


@pytest.mark.parametrize("text", [
    "Ada Brand, 34, came home. Her neighbour saw the 34-year-old Ada Brand there.",
    "Ada Brand, 34, came home. Ada Brand, then 19, had left in a boat. Carl Brand, 60, stayed.",
    "The index rose 76 points, or 1.2 per cent, to 6,290.",
    "The yard has 64,000 staff, up 21,000, or roughly 49 per cent, since it opened.",
    "Arrests doubled from 20 to 41 last year. Sales more than doubled from 10 to 25.",
    "Nearly half (48 per cent) of the tenants left, one in five (20 per cent) died and almost a "
    "third (34 per cent) stayed.",
    "It was 30C (86F) by day and 10 degrees Celsius (50 degrees Fahrenheit) at night.",
    "The pier went for €10m ($11m), the boat for €20m ($22m), the hut for €3m ($3.3m) and the lamp "
    "for €4m ($4.5m).",
    "It cost €10m ($11m) in 1980 and €10m ($14m) today.",
    "It met on Tuesday, 4 March, and on Saturday, 15 March.",
    "It met on Friday, 20 December, and on Tuesday, 4 March.",
    "The mayor said 17 people died. The warden said 17 people were killed.",
    "The mayor said 17 people died in the fire in Tarn. The warden said 24 people drowned in the "
    "lake in Karrow.",
])
def test_what_is_restated_rightly_raises_no_alarm(text):
    assert checks(text) == []
