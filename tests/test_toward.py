"""The attitude toward one mention: names carry none, one parse or two give one reading, and it says
when it does not know."""
import re

import pytest

import analysis
from analysis.text.parse import parse
from analysis.text.reading_copy import mend
from analysis.text.tokens import Doc
from analysis.tone.attitudes import Reader, toward, toward_table

PRAISE = "Critics praised {} as an honest and brilliant leader who saved the harbour."
BLAME = "Critics accused {} of lying, fraud and corruption that ruined the harbour."
NAMES = ["Ana Brell", "Osric Tamm", "Fatima Haddou", "Wei Lin"]


def read(sentence, name):
    start = sentence.index(name)
    return toward_table([dict(text=sentence, start=start, end=start + len(name))]).iloc[0]


@pytest.mark.parametrize("name", NAMES)
def test_plain_praise_and_plain_blame_are_read_as_such(name):
    assert read(PRAISE.format(name), name)["stance"] == 1
    assert read(BLAME.format(name), name)["stance"] == -1


@pytest.mark.parametrize("pattern", [PRAISE, BLAME, "{} met the council on Monday.",
                                     "The court jailed {} for theft."])
def test_the_name_of_the_actor_changes_nothing(pattern):
    readings = [read(pattern.format(name), name) for name in NAMES]
    assert len({reading["likeliest"] for reading in readings}) == 1
    assert max(reading["probability"] for reading in readings) - min(reading["probability"]
                                                                     for reading in readings) < .05


def test_he_and_she_are_read_alike():
    he, she = "He lied to the court, the judge found.", "She lied to the court, the judge found."
    assert read(he, "He")["probability"] == read(she, "She")["probability"]


def test_no_feature_holds_the_name_of_anybody():
    text = "Osric Tamm accused Fatima Haddou of theft."
    (doc,) = parse([text])
    names = {word.lower() for word in ("Osric", "Tamm", "Fatima", "Haddou")}
    for start, end in ((0, 10), (19, 32)):
        features = Reader(Doc(doc), mend(text)).features(start, end)
        assert not any(names & set(re.split("[:_]", feature.lower())) for feature in features)


def test_two_actors_of_one_sentence_have_a_reading_each():
    sentence = "The judge praised Ana Brell and condemned Osric Tamm."
    assert read(sentence, "Ana Brell")["likeliest"] > read(sentence, "Osric Tamm")["likeliest"]


def test_it_abstains_below_its_threshold_and_toward_still_answers():
    table = toward_table([dict(text=pattern.format("Wei Lin"), start=pattern.index("{"),
                               end=pattern.index("{") + 7)
                          for pattern in (PRAISE, "{} said so.",
                                          "It was {}, they thought, and then perhaps not.",
                                          "The weather was bad when {} came.",
                                          "Few had heard {} laugh.")])
    assert table["stance"].isna().tolist() == table["abstained"].tolist()
    assert table["abstained"].any() and not table["abstained"].all()
    assert table["probability"].between(1 / 3, 1).all()
    assert toward("Few had heard Wei Lin laugh.", 14, 21) in (-1, 0, 1)


def test_offsets_without_a_word_are_an_error():
    with pytest.raises(ValueError):
        toward("Ana Brell left.", 40, 44)


def test_the_function_stays_a_function_after_its_first_call():
    from analysis import tone as tone
    assert tone.toward("Ana Brell left.", 0, 9) == tone.toward("Ana Brell left.", 0, 9)


def test_an_article_reads_a_sentence_as_toward_does():
    sentence = "Voters blamed Ana Brell for the flood, and Ana Brell blamed the lying mayor."
    article = analysis.Article(sentence)
    stances = article.stances
    alone = toward_table([dict(text=sentence, start=row.start, end=row.end)
                          for row in stances.itertuples()])
    assert len(stances) and stances["probability"].tolist() == alone["probability"].tolist()
