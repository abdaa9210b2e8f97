"""Facts about the canonical speakers and the speakers table."""
import pandas
import pytest

from analysis import Article
from analysis.speakers import resolve

HARBOUR = """The harbour at Tolne has closed, the mayor, Marta Veldin, said on Monday.

“We had no choice,” said Veldin, who has led the town since 2009. She said the pier was unsafe.

“Nobody asked us,” said Jonas Prell, a 52-year-old fisherman. “We are ruined,” the fisherman said.

A ministry official who asked not to be named because the inquiry is open said the cost was unknown.
"""


@pytest.fixture(scope="module")
def harbour():
    return Article(HARBOUR)


def voice(article, name):
    return article.speakers.set_index("speaker").loc[name]


def test_every_speaker_of_quotes_and_attributions_has_a_row(harbour):
    known = set(harbour.speakers["speaker"])
    assert set(harbour.quotes["speaker"].dropna()) | set(harbour.attributions["speaker"].dropna()) <= known


def test_speakers_are_aligned_with_the_acts(harbour):
    assert len(resolve(harbour)) == len(harbour.acts)


def test_surname_pronoun_and_full_name_are_one_voice(harbour):
    spoken = harbour.attributions["speaker"].tolist()
    assert spoken.count("Marta Veldin") >= 3


def test_role_noun_speaks_for_the_name_it_described(harbour):
    quotes = harbour.quotes.set_index("text")["speaker"]
    assert quotes["We are ruined,"] == "Jonas Prell"


def test_role_and_class_are_what_the_article_says(harbour):
    assert voice(harbour, "Marta Veldin")["role"] == "mayor"
    assert voice(harbour, "Marta Veldin")["role_class"] == "official"
    assert voice(harbour, "Jonas Prell")["role_class"] == "witness"


def test_reason_for_anonymity_is_quoted(harbour):
    unnamed = harbour.speakers[harbour.speakers["form"] == "anonymous"]
    assert unnamed["anonymity"].str.contains("not to be named because the inquiry is open").any()
    assert unnamed["role_class"].tolist() == ["official"]


def test_words_are_counted_once(harbour):
    row = voice(harbour, "Marta Veldin")
    assert (row["quotes"], row["quoted_words"]) == (1, 4)
    assert harbour.speakers["share"].sum() == pytest.approx(1)


def test_gender_is_never_guessed_from_a_name():
    text = ("Maria Kost, the chairman, met Peter Lund, the spokeswoman, in Tolne.\n\n"
            "“It is late,” she said.\n\n“It is early,” he said.\n")
    assert Article(text).quotes["speaker"].tolist() == ["Peter Lund", "Maria Kost"]


def test_two_people_with_one_surname_are_kept_apart():
    text = ("Anna Brandt, a nurse, and her brother, Karl Brandt, own the mill in Tolne.\n\n"
            "“We will stay,” said Mrs Brandt.\n\n“We will go,” said Mr Brandt.\n\n“We will see,” said Karl Brandt.\n")
    speakers = Article(text).quotes["speaker"].tolist()
    assert speakers[2] == "Karl Brandt"
    assert "Anna Brandt" in Article(text).speakers["speaker"].tolist()


def test_unnamed_speakers_stay_apart():
    text = ("“It shook,” said a resident of Tolne.\n\n“It roared,” said another resident.\n")
    speakers = Article(text).quotes["speaker"]
    assert speakers.nunique() == 2


def test_abbreviation_is_the_body_written_out():
    text = ("The Harbour Workers Union (HWU) called a strike in Tolne.\n\nThe HWU said wages had fallen.\n")
    spoken = Article(text).attributions["speaker"].dropna()
    assert set(spoken) == {"Harbour Workers Union"}


def test_people_who_speak_together_are_one_voice():
    text = "Ada Lorn and Piet Holm run the ferry.\n\n“The sea is rising,” Lorn and Holm wrote. They said it would not stop.\n"
    assert Article(text).quotes["speaker"].tolist() == ["Ada Lorn and Piet Holm"]


def test_an_article_without_voices_has_an_empty_table():
    table = Article("It rained all day.").speakers
    assert table.empty and table["share"].dtype == "float64"


def test_own_facts_override_and_add(tmp_path):
    (tmp_path / "a.txt").write_text(HARBOUR)
    (tmp_path / "a.voices.csv").write_text("speaker,camp,role_class\nVeldin,town hall,business\nNobody Here,moon,\n")
    article = Article(HARBOUR, source=str(tmp_path / "a.txt"))
    with pytest.warns(UserWarning, match="Nobody Here"):
        table = article.speakers
    row = table.set_index("speaker").loc["Marta Veldin"]
    assert (row["camp"], row["role_class"]) == ("town hall", "business")
    assert table.attrs["unmatched"] == ["Nobody Here"]
    assert pandas.isna(table.set_index("speaker").loc["Jonas Prell", "camp"])
