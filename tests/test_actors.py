"""Facts about who the names, role nouns and pronouns of an article stand for."""
import pytest

from analysis import Article


def actors(text):
    """{text of a mention, or (text, n) for a later one: canonical name}"""
    article, found = Article(text), {}
    for mention in article.entities.mentions:
        start, end = article.parsed[mention.paragraph].offsets(mention.first, mention.last)
        found.setdefault(article.text[start:end],
                         []).append(mention.actor.name if mention.actor else None)
    return found


def test_a_title_is_no_part_of_the_name():
    assert actors("Professor Ada Lorn met Mayor Piet Holm in Tolne.")["Ada Lorn"] == ["Ada Lorn"]


def test_a_title_stands_for_its_role_noun():
    found = actors("Dr Ada Lorn works at the infirmary of Tolne. The doctor has two children.")
    assert found["The doctor"] == ["Ada Lorn"]


def test_surname_belongs_to_the_full_name():
    found = actors("Ada Lorn, a lawyer, lives in Tolne. On Monday Lorn met the mayor, Piet Holm.")
    assert found["Lorn"] == ["Ada Lorn"]


def test_gender_comes_from_titles_and_pronouns():
    found = actors("Mrs Lorn met Mr Holm at the pier. She told him that the boat had sunk.")
    assert (found["She"], found["him"]) == (["Lorn"], ["Holm"])


def test_a_relative_is_named_by_whose_it_is():
    found = actors("Piet Holm lives in Tolne. His mother says that the house is wet.")
    assert found["His mother"] == ["Piet Holm’s mother"]


def test_a_relative_pronoun_is_its_antecedent():
    assert actors("Ada Lorn, who runs the ferry, sold the boat.")["who"] == ["Ada Lorn"]


def test_a_label_of_a_transcript_is_a_name():
    assert (actors("Ada Lorn runs the ferry in Tolne.\n\nLORN: The boat is wet.\n")["LORN"]
            == ["Ada Lorn"])


def test_headings_make_no_names():
    text = ("The Long Wet Night In Tolne\n\nAda Lorn runs the ferry.\n\n"
            "A Winter Without Lorn\n\nLorn sold it.\n")
    assert {name for names in actors(text).values() for name in names if name} >= {"Ada Lorn"}
    assert not any("Winter" in form for form in actors(text))


@pytest.mark.parametrize("short", ["UN", "U.N."])
def test_abbreviations_without_brackets(short):
    found = actors(f"The United Nations sent a team to Tolne. The {short} has stopped counting.")
    assert found[short] == ["United Nations"]


def test_what_describes_a_name_is_no_part_of_it():
    text = ("Piet Holm runs Tolne. Few trust the hard-line Holm regime. Old Piet Holm sails. "
            "The town fears Holm.")
    assert set(actors(text)["Holm"]) == set(actors(text)["Piet Holm"]) == {"Piet Holm"}


def test_a_relative_of_the_same_surname_just_named_is_meant():
    found = actors("Ada Lorn is a pilot in Tolne. Karl Lorn kept the sluice. The pilot’s uncle, "
                   "now 71, has moved.")
    assert found["The pilot’s uncle"] == ["Karl Lorn"]


def test_a_firm_called_a_contractor_is_one_body_by_its_short_name_too():
    actors = Article("Tamm-Osk Marine, a contractor from the capital, built the wall. Tamm-Osk was "
                     "fined. The wall of Tamm-Osk fell.").entities.actors
    assert [(actor.name, actor.kind) for actor in actors
            if "Tamm" in actor.name] == [("Tamm-Osk Marine", "body")]


def test_a_person_and_a_body_who_state_something_together_are_two():
    text = "Mara Ilves and Harbour Watch said in a statement that the bridge was unsafe."
    assert Article(text).attributions["speaker"].tolist() == ["Mara Ilves and Harbour Watch"]
    assert {"Mara Ilves",
            "Harbour Watch"} <= {actor.name for actor in Article(text).entities.actors}


def test_junior_is_no_surname():
    rows = Article("Osric Pell Jr kept the weir. Mr Pell said that it leaked.").speakers
    assert rows["speaker"].tolist() == ["Osric Pell Jr"]
    both = Article("Osric Pell Sr met Osric Pell Jr in Tolne. Ada Lorn waited.").speakers
    assert {"Osric Pell Sr", "Osric Pell Jr"} <= set(both["speaker"])


def test_a_short_name_in_brackets_is_the_name_before():
    rows = Article("The Academy of Moving Pictures and Arts (Ampa) chose two films. Ampa said that "
                   "it was glad.").speakers
    heard = rows[rows["reported_words"] > 0]["speaker"].tolist()
    assert heard == ["Academy of Moving Pictures and Arts"]


def test_nobody_is_a_deputy_of_his_own():
    rows = Article("The producers are Jon Karm and Osric Pell, with Mara Ilves, Mr Karm's former "
                   "deputy, left off. Karm said so.").speakers.set_index("speaker")
    assert rows["role"].isna()["Jon Karm"]


def test_what_is_denied_or_supposed_is_no_role():
    rows = Article("Mara Ilves is not a doctor. If she wins, she will become the mayor. Jon Karm "
                   "would be the chairman. If Jon Karm is elected president, he goes. He said so, "
                   "and Ilves said so.").speakers
    assert rows.set_index("speaker")["role"].isna()[["Mara Ilves", "Jon Karm"]].all()


def test_a_country_keeps_the_word_that_is_a_title_elsewhere():
    rows = Article("Ada Lorn called the presidents of Sri Lanka and Tolne. Lorn was glad.").speakers
    assert "Lanka" not in set(rows["speaker"])


def test_the_chairman_of_a_body_before_a_name_is_its_bearer():
    rows = Article("Chairman of the Harbour Audit Committee Peter Ainsley MP said: “It is bad.” "
                   "MPs have warned of it.").speakers.set_index("speaker")
    assert rows.loc["Peter Ainsley", ["quotes", "role"]].tolist() == [
        1, "Chairman of the Harbour Audit Committee"]
    assert rows.loc["MPs", "form"] == "group"


def test_a_relative_is_who_is_named_so_later():
    rows = Article("Osric Pell denies it. Pell's mother said that she was certain. His mother Kate "
                   "Pell told the paper that he was innocent. Pell's former wife said that she "
                   "was not.").speakers
    assert rows[rows["reported_words"] > 0]["speaker"].tolist() == ["Kate Pell",
                                                                    "Pell's former wife"]


def test_the_government_is_no_body_of_another_kind():
    text = "The Harbour Watch said that the weir was safe. The government said that it was not."
    rows = Article(text).speakers
    assert rows[rows["reported_words"] > 0]["speaker"].tolist() == ["Harbour Watch", "government"]


def test_a_party_is_one_by_all_its_names():
    rows = Article("The Liberal Democrats say that the weir leaks. Labour say that it stands, and "
                   "the Lib Dems say that it fell. Labour leader Ada Lorn left.").speakers
    assert rows[rows["reported_words"] > 0][["speaker", "form"]].values.tolist() == [
        ["Liberal Democrats", "organisation"], ["Labour", "organisation"]]


def test_the_surname_of_somebody_named_in_full_is_a_person():
    rows = Article("Voters see Bernie Sanders' appeal. Sanders is near, and Sanders said that he "
                   "was glad.").speakers
    assert rows[["speaker", "form"]].values.tolist()[1:] == [["Bernie Sanders", "named"]]


def test_the_chairman_with_the_body_and_its_short_name_speaks_for_himself():
    rows = Article("Tolne Rugby Football Union (TRFU) chairman John Moll has called for a vote on "
                   "the weir.").speakers
    assert rows[rows["reported_words"] > 0]["speaker"].tolist() == ["John Moll"]


def test_an_election_is_no_general():
    rows = Article("The next General Election is in May, Ada Lorn said. Rory Arm, general manager "
                   "of Harbour Foods, said so.").speakers.set_index("speaker")
    assert "Election" not in rows.index
    assert rows.loc["Rory Arm", "role_class"] == "business"


def test_an_office_belongs_to_the_next_name_alone():
    rows = Article("Trump met former Secretary of State Hillary Clinton and Senator Bernard "
                   "Sanders, who said so.").speakers.set_index("speaker")
    assert rows.loc["Bernard Sanders", "role"] == "Senator"


def test_a_president_is_of_the_class_of_what_he_presides_over():
    rows = Article("“It is a victory,” said Chris Shelt, president of the Workers Union of Tolne. "
                   "President Jon Karm said no.").speakers.set_index("speaker")
    assert rows.loc[["Chris Shelt", "Jon Karm"], "role_class"].tolist() == ["organisation",
                                                                          "official"]


def test_the_role_of_who_is_named_next_is_no_part_of_a_body():
    rows = Article("Asked for comment, Kremlin Spokesman Dmitry Pell said the charge was "
                   "“ridiculous.”").speakers
    assert rows[["speaker", "affiliation"]].values.tolist() == [["Dmitry Pell", "Kremlin"]]


def test_who_says_i_before_anything_says_who_that_is_has_a_row():
    rows = Article("“I don’t think the wall will hold,” a spectator can be heard saying in a film "
                   "made at Tolne.").speakers
    assert rows["speaker"].tolist() == ["spectator"]


@pytest.mark.parametrize("text, name, role", [
    ("He praised the work of the harbour director Ada Lorn.", "Ada Lorn", "harbour director"),
    ("He asked for the release of Tolne Mayor Ada Lorn.", "Ada Lorn", "Tolne Mayor"),
    ("He will never attack Labour leader Ada Lorn.", "Ada Lorn", "Labour leader"),
    ("Trade and Industry Secretary Ada Lorn said no.", "Ada Lorn", "Trade and Industry Secretary"),
    ("It was backed by Culture, Media and Sport Secretary Ada Lorn.", "Ada Lorn",
     "Culture, Media and Sport Secretary"),
    ("The defending champion Ada Lorn lost.", "Ada Lorn", "defending champion"),
    ("Ada Lorn went on to be a doctor. She left.", "Ada Lorn", "doctor"),
    ("Ada Lorn used to be a doctor. She left.", "Ada Lorn", None),
    ("Ada Lorn, a narrow victory behind her, said no.", "Ada Lorn", None),
    ("“Ada Lorn is the doctor of the town,” Osric Pell said. Ada Lorn left.", "Ada Lorn", None),
    ("Osric Pell’s brother-in-law Jon Karm left the town.", "Jon Karm",
     "Osric Pell’s brother-in-law"),
    ("Conservative spokesman Jon Karm said no.", "Jon Karm", "Conservative spokesman"),
    ("Osric Pell, head of the firm Kestrel Foods, said no.", "Osric Pell",
     "head of the firm Kestrel Foods"),
    ("Roger Pell, head of gaming industry body RELP, said no. RELP met.", "RELP", None)])
def test_a_role_is_what_the_article_calls_somebody(text, name, role):
    rows = Article(text).speakers.set_index("speaker")
    assert rows["role"].get(name) == role or rows["role"].isna()[name] and role is None


def test_a_spokeswoman_for_a_country_is_so_where_a_man_is_called_like_it():
    rows = Article("Paul England said it was late. Mara Ilves, a spokeswoman for England, "
                   "disagreed.").speakers.set_index("speaker")
    assert rows.loc["Mara Ilves", "affiliation"] == "England"


@pytest.mark.parametrize("text, role_class, affiliation", [
    ("Ada Lorn, president of Kestrel Marlow, said no.", "organisation", "Kestrel Marlow"),
    ("Defence Secretary Ada Lorn said no.", "official", None),
    ("Ada Lorn, chief finance officer of Kestrel Foods, said no.", "business", "Kestrel Foods")])
def test_the_class_of_a_role_is_that_of_its_body(text, role_class, affiliation):
    row, = Article(text).speakers.itertuples()
    assert row.role_class == role_class
    assert affiliation in (row.affiliation, None) and isinstance(row.affiliation, str) == bool(
        affiliation)


def test_nobody_is_he_and_she_in_one_sentence():
    found = actors("Mara Ilves wrote to her brother when he was ill.")
    assert (found["her"], found["he"]) == (["Mara Ilves"], ["Mara Ilves’s brother"])


def test_she_is_who_is_named_though_the_name_looks_like_a_firm():
    found = actors("It will be done, according to Verity Oriol, chief of the giant Brell Pack. The "
                   "job of firms, she said, was to help.")
    assert found["she"] == ["Verity Oriol"]
