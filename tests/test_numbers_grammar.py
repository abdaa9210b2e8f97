"""Forms that news writes: suffixes, signs, units of the registries, series, names that hold
numbers, and open questions."""
import pytest

from analysis.article import Article


def rows(text, published="2024-05-17"):
    return [(row.text, row.kind, row.value_low, row.unit if isinstance(row.unit, str) else None)
            for row in Article(text, published=published).numbers.itertuples()]


@pytest.mark.parametrize("text, expected", [
    ("Some 35m people came.", ("35m", "count", 35e6, None)),
    ("The firm lost $4.2b.", ("$4.2b", "money", 4.2e9, "USD")),
    ("The flat cost S$1mil.", ("S$1mil", "money", 1e6, "SGD")),
    ("The pipe cost 8 bn euros.", ("8 bn euros", "money", 8e9, "EUR")),
    ("The town has 816 000 trees.", ("816 000", "count", 816000, None)),
    ("They spent 420 million Finnish markka.",
     ("420 million Finnish markka", "money", 420e6, "FIM")),
    ("It holds at 113 GPa.", ("113 GPa", "count", 113, "gigapascal")),
    ("The line carries 400 kV.", ("400 kV", "count", 400, "kilovolt")),
    ("The yard emits 12 gigatonnes.", ("12 gigatonnes", "weight", 12, "gigatonne")),
    ("A couple hundred boats sank.", ("A couple hundred", "count", 200, None)),
    ("It was a sixfold rise.", ("sixfold", "ratio", 6, None)),
    ("Shares closed at 3.23 shekels.", ("3.23 shekels", "money", 3.23, "ILS")),
    ("She won the race in 1:23.456 on Sunday.", ("1:23.456", "duration", 83.456, "second")),
    ("It was -10C in Tarn.", ("-10C", "temperature", -10, "degree Celsius")),
    ("The rod is 20 ± 2 mm wide.", ("20 ± 2 mm", "distance", 18, "millimetre")),
    ("Ilves’s $90 bid failed.", ("$90", "money", 90, "USD")),
    ("The quay cost us $5 million.", ("$5 million", "money", 5e6, "USD")),
    ("There was a four-second delay.", ("four-second", "duration", 4, "second")),
    ("They sold \"some 30%\".", ("30%", "percent", 30, "percent")),
    ("Gulls outnumber ducks by 80 to 1.", ("80 to 1", "ratio", 80, None)),
])
def test_a_form_is_read(text, expected):
    found = [row for row in rows(text) if row[1] not in ("date", "time")]
    assert [(*row[:2], pytest.approx(row[2]), row[3]) for row in found] == [expected]


@pytest.mark.parametrize("text, values", [
    ("Her times were 6.61 and 6.62 seconds.", [(6.61, 6.61), (6.62, 6.62)]),
    ("The number of berths rose 32,000 to 1.41 million.", [(32e3, 32e3), (1.41e6, 1.41e6)]),
    ("They were four to five thousand.", [(4000, 5000)]),
    ("The doses were 5 and 6 mg.", [(5, 5), (6, 6)]),
    ("It was below the US $81 to $84 billion band.", [(81e9, 84e9)]),
])
def test_pairs_share_scale_and_unit(text, values):
    found = Article(text).numbers
    assert list(zip(found["value_low"], found["value_high"])) == values
    assert found["unit"].nunique() <= 1


@pytest.mark.parametrize("text, name", [
    ("The S&P 500 rose.", "S&P 500"), ("The team left the Big 12.", "Big 12"),
    ("He reached the last-16 stage.", "last-16"), ("Brell, ranked 134 in the world, won.", "134"),
    ("The 7E7 is new.", "7E7"), ("The Standard and Poor's 500 rose.", "Poor's 500"),
    ("She has a 401(k).", "401(k)"), ("He flew the old 737-800.", "737-800"),
    ("A COVID -19 ward opened.", "COVID -19"), ("Image 2 of 8 shows the pier.", "Image 2")])
def test_numbers_in_names_are_identifiers(text, name):
    assert rows(text)[0][:2] == (name, "identifier")
    assert all(kind == "identifier" for _, kind, _, _ in rows(text))


@pytest.mark.parametrize("text, question", [
    ("Rents rose 40 per cent in a year.", "no base"), ("Rents rose 40 per cent.", "no period"),
    ("A record 300 boats sailed.", "superlative"), ("Up to 300 boats sailed.", "up to"),
    ("In the poll 40 per cent were for the pier.", "poll"),
    ("They wait an average of 70 days.", "average"),
    ("Smokers are 40 per cent more likely to fall ill.", "relative risk"),
    ("It opened on 3/4/2024.", "ambiguous date")])
def test_a_question_is_asked(text, question):
    assert (list(Article(text).numbers["question"]) == [question]
            or question in list(Article(text).numbers["question"]))


@pytest.mark.parametrize("text", [
    "Rents rose 40 per cent last year, to €700 from €500.", "At least 300 boats sailed.",
    "It opened on 3 April 2024.", "Two of the oldest boats sailed.", "Its 10 oldest boats sailed.",
    "In a poll of 1,000 adults 40 per cent were for the pier.",
    "They wait a median average of 70 days."])
def test_an_answered_question_is_not_asked(text):
    assert set(Article(text).numbers["question"].dropna()) <= {"superlative"} - {"superlative"}


def test_the_registries_are_what_their_script_writes():
    pytest.importorskip("pint")
    pytest.importorskip("babel")
    from training import registries
    for name, made in (("registry_units.tsv", registries.units()),
                       ("registry_currencies.tsv", registries.currencies())):
        lines = (registries.LEXICONS / name).read_text(encoding="utf8").splitlines()[2:]
        assert [line.split("\t") for line in lines] == made
