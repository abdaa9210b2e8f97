"""Facts about the canonical speakers and the speakers table."""
import pandas
import pytest

from analysis import Article
from analysis.voices import resolve

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
    assert (set(harbour.quotes["speaker"].dropna()) | set(harbour.attributions["speaker"].dropna())
            <= known)


def test_speakers_are_aligned_with_the_acts(harbour):
    assert len(resolve(harbour)) == len(harbour.decoded)


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
            "“We will stay,” said Mrs Brandt.\n\n“We will go,” said Mr Brandt.\n\n“We will see,” "
            "said Karl Brandt.\n")
    speakers = Article(text).quotes["speaker"].tolist()
    assert speakers[2] == "Karl Brandt"
    assert "Anna Brandt" in Article(text).speakers["speaker"].tolist()


def test_unnamed_speakers_stay_apart():
    text = ("“It shook,” said a resident of Tolne.\n\n“It roared,” said another resident.\n")
    speakers = Article(text).quotes["speaker"]
    assert speakers.nunique() == 2


def test_abbreviation_is_the_body_written_out():
    text = ("The Harbour Workers Union (HWU) called a strike in Tolne.\n\nThe HWU said wages had "
            "fallen.\n")
    spoken = Article(text).attributions["speaker"].dropna()
    assert set(spoken) == {"Harbour Workers Union"}


def test_people_who_speak_together_are_one_voice():
    text = ("Ada Lorn and Piet Holm run the ferry.\n\n“The sea is rising,” Lorn and Holm wrote. "
            "They said it would not stop.\n")
    assert Article(text).quotes["speaker"].tolist() == ["Ada Lorn and Piet Holm"]


def test_an_article_without_voices_has_an_empty_table():
    table = Article("It rained all day.").speakers
    assert table.empty and table["share"].dtype == "float64"


def test_own_facts_override_and_add(tmp_path):
    (tmp_path / "a.txt").write_text(HARBOUR)
    (tmp_path / "a.voices.csv").write_text("speaker,camp,role_class\nVeldin,town "
                                           "hall,business\nNobody Here,moon,\n")
    article = Article(HARBOUR, source=str(tmp_path / "a.txt"))
    with pytest.warns(UserWarning, match="Nobody Here"):
        table = article.speakers
    row = table.set_index("speaker").loc["Marta Veldin"]
    assert (row["camp"], row["role_class"]) == ("town hall", "business")
    assert table.attrs["unmatched"] == ["Nobody Here"]
    assert pandas.isna(table.set_index("speaker").loc["Jonas Prell", "camp"])


@pytest.mark.parametrize("text", [
    "Indications suggest that the pier will sink.", "The figures show that the pier is sinking."])
def test_evidence_and_things_are_no_voice(text):
    table = Article(text + " Nobody went there.").attributions
    assert table["speaker"].isna().all() and (table["why"] == "the source is no voice").all()


@pytest.mark.parametrize("source", ["A report", "The cobbler", "The town",
                                    "A growing number of economists", "A lawyer who lives there"])
def test_documents_places_and_unknown_people_are_voices(source):
    assert Article(f"{source} says that the pier will sink.").attributions["speaker"].notna().all()


def test_reason_for_anonymity_ends_before_the_main_verb():
    row = Article(HARBOUR).speakers.query("form == 'anonymous'").iloc[0]
    assert row["anonymity"].endswith("because the inquiry is open")


STYLES = {
    "uk": ("Sir Keith Ellery, the chairman of the port authority, and Ms Joan Marsh, a councillor, "
           "met in Tolne.\n\n"
           "“It is a shambles,” said Sir Keith.\n\n“It is a triumph,” said Ms Marsh.\n",
           ["Keith Ellery", "Joan Marsh"]),
    "india": ("Union minister Ravi Kulkarno on Friday inaugurated the jetty, while Congress leader "
              "Meena Osari stayed away.\n\n"
              "“The jetty is ready,” Mr Kulkarno said.\n\n“The jetty is unsafe,” Ms Osari "
              "alleged.\n", ["Ravi Kulkarno", "Meena Osari"]),
    "wire": ("TOLNE, March 3 - Shipping firm Velda Lines said on Tuesday it would close the pier. "
             "“We have no cargo,” "
             "Chief Executive Piet Holm told reporters. Holm said he would resign.\n",
             ["Piet Holm"]),
    "opinion": ("I have known Ada Lorn since school. “You will see,” she told me. I did not. Old "
                "Ada Lorn was right.\n", ["Ada Lorn"]),
    "transcript": ("Ada Lorn and Piet Holm debated in Tolne.\n\nLORN: The pier is safe.\n\nHOLM: "
                   "The pier is not safe.\n\nLORN: It is new.\n\nHOLM: It is old.\n",
                   ["Ada Lorn", "Piet Holm"]),
}


@pytest.mark.parametrize("style", STYLES)
def test_speakers_have_full_names_in_every_style(style):
    text, names = STYLES[style]
    article = Article(text)
    assert [name for name in dict.fromkeys(article.attributions["speaker"].dropna())
            if name in names] == names
    assert not {name.split()[-1] for name in names} & set(article.speakers["speaker"])


def test_whom_a_quotation_brings_in_speaks_within_it():
    text = ('A spokesman for the railway said that the water was clean.\n\n'
            '"I asked the man at the well: Would you drink it? And he said, \'I just take the '
            'samples,\'" Mara Pell told the board.')
    rows = Article(text).attributions
    assert set(rows["speaker"][rows["within"].notna()]) == {"man"}


def test_a_name_explained_twice_is_one_voice():
    text = ("My neighbour, a retired signalman called Osric, thinks the rot set in early. "
            "“They closed the box,” he told me.")
    row = Article(text).speakers.set_index("speaker").loc["Osric"]
    assert (row["role"], row["quotes"]) == ("neighbour", 1)


def test_a_role_ends_where_the_name_begins():
    text = ("As the great railway historian Agnes Thorold once wrote, “a timetable is a promise "
            "made to strangers”.")
    assert list(Article(text).speakers["role"]) == ["great railway historian"]


def test_taking_sides_is_no_class_of_voice():
    rows = Article("Critics said the dam was unsafe. Supporters said it was sound. The food critic "
                   "Ada Lorn said nothing was.").speakers
    assert list(rows["speaker"]) == ["critics", "supporters", "Ada Lorn"]
    assert rows.set_index("speaker")["role_class"].dropna().to_dict() == {"Ada Lorn": "media"}


@pytest.mark.parametrize("text, name, role, role_class", [
    ("Labour’s Ada Lorn, the shadow transport secretary, accused ministers of neglect.", "Ada Lorn",
     "shadow transport secretary", "official"),
    ("Transport minister Sir Osric Pell promised an inquiry.", "Osric Pell", "transport minister",
     "official"),
    ("The MP for Oldbury Ada Lorn accused ministers of neglect.", "Ada Lorn", "MP for Oldbury",
     "official"),
    ("District Collector Ada Lorn said the leak had been stopped.", "Ada Lorn",
     "District Collector", "official"),
    ("Pensioner Derek Holm, who lives by the quay, said he was safe.", "Derek Holm", "Pensioner",
     "witness"),
    ("Chief Financial Officer Dan Riel declined to comment.", "Dan Riel", "Chief Financial Officer",
     "business"),
])
def test_name_role_and_class_before_and_after_a_name(text, name, role, role_class):
    row = Article(text).speakers.set_index("speaker").loc[name]
    assert (row["role"], row["role_class"]) == (role, role_class)


def test_a_firm_by_its_short_name_and_a_town_in_a_compound():
    text = ("Kestrel Foods KSTL.N cut its forecast on Thursday. The Denver-based maker now expects "
            "less. "
            "A source said Kestrel was considering cutting jobs.")
    speakers = Article(text).speakers
    assert list(speakers["speaker"][speakers["form"] == "organisation"]) == ["Kestrel Foods"]


def test_who_wrote_the_article_is_not_in_it():
    article = Article("Weir holds\n\nBy Ilse Marr\n\nThe weir held, said Ada Lorn, who watched it "
                      "all night from the bridge in the rain.")
    assert list(article.speakers["speaker"]) == ["Ada Lorn"]


@pytest.mark.parametrize("text, speaker", [
    ("Thousands chanted “Bread and freedom” outside the ministry.", "thousands"),
    ("The opposition’s Ada Karm (Greens) called for a new vote.", "Ada Karm"),
])
def test_crowds_speak_and_a_party_in_brackets_does_not(text, speaker):
    assert list(Article(text).attributions["speaker"]) == [speaker]


def test_a_paragraph_that_begins_with_somebody_new_is_about_them():
    text = ("Mr Osric Pell walked jurors through the accounts. “The money left a trail,” Mr Pell "
            "told the court.\n\n"
            "Judge Howard Holm set sentencing for January. “You will be heard,” he told her.")
    assert list(Article(text).quotes["speaker"]) == ["Osric Pell", "Howard Holm"]


def test_a_bare_surname_stays_with_whom_it_has_named_before():
    text = ("Gail Ostrom was convicted on Monday. Ostrom said nothing.\n\nHer brother, Wade "
            "Ostrom, called it unjust.\n\n"
            "Ostrom said later that she would appeal.")
    assert list(Article(text).attributions["speaker"])[-1] == "Gail Ostrom"


@pytest.mark.parametrize("text, speaker", [
    ("Judge Rolf Tamm set a hearing. The treasurer, Mara Ilves, did not testify. Asked by the "
     "judge whether she understood, she replied, “I do, sir.”",
     "Mara Ilves"),
    ("Carer Mara Ilves, 33, said she missed a party. The mum-of-two said: “I love this town. I "
     "just want it to open.”", "Mara Ilves"),
    ("A member of the jury, who asked not to be named, said the vote was quick. “After that nobody "
     "argued,” the juror said.",
     "member of the jury"),
    ("One of the women, who asked not to be named, said the vote was quick. “After that nobody "
     "argued,” she said.", "one of the women"),
])
def test_who_answers_and_who_is_meant_by_a_word_for_a_person(text, speaker):
    assert Article(text).quotes["speaker"].tolist() == [speaker]


def test_a_verb_of_speech_behind_a_quotation_outweighs_the_voice_before():
    article = Article(
        "The harbour of Karrow\n\nThe minister countered: “Blame the harbour, not me.””He was "
        "furious,” one of the pilots, who asks not to be named, recalls.")
    assert article.attributions["speaker"].tolist() == ["minister", "one of the pilots"]


def test_they_who_speak_are_the_several_who_spoke_last():
    article = Article(
        "The harbour of Karrow\n\nMara Ilves and Tomas Brandt studied the plan. “It will flood the "
        "town,” Ilves and Brandt wrote in the Karrow Post. The plan is also late, they wrote, "
        "“perhaps too late to save the quay.”")
    assert article.attributions["speaker"].tolist() == ["Mara Ilves and Tomas Brandt"] * 2


@pytest.mark.parametrize("text, name, role, affiliation", [
    ("House Rules Committee Chair Osric Pell said it would open soon.", "Osric Pell",
     "House Rules Committee Chair", "House Rules Committee"),
    ("The road is dangerous, said goatherd Osric Pell.", "Osric Pell", "goatherd", None),
    ("“It is over,” said Ada Lorn, who heads the Harbour Watch.", "Ada Lorn",
     "heads the Harbour Watch", "Harbour Watch"),
    ("A member of the town council, Ada Lorn, said the road would open.", "Ada Lorn",
     "member of the town council", "town council"),
    ("“It is over,” said Brayford University’s Ada Lorn.", "Ada Lorn", None,
     "Brayford University"),
    ("A police spokesman, Osric Pell, said the road would open.", "Osric Pell",
     "police spokesman", "police"),
    ("On Monday Transport Minister Osric Pell said the road would open.", "Osric Pell",
     "Transport Minister", None),
    ("“It is over,” said Ada Lorn, co-founder of Kestrel Foods.", "Ada Lorn",
     "co-founder of Kestrel Foods", "Kestrel Foods"),
    ("Ada Lorn, a director of Brayford-based wind farm builder Kestrel Foods, said it would rise.",
     "Ada Lorn", "director of Brayford-based wind farm builder Kestrel Foods", "Kestrel Foods"),
    ("The Rural Trade Secretary Osric Pell said it would rise.", "Osric Pell",
     "Rural Trade Secretary", None),
    ("She missed the kick and pilot Osric Pell said it would rise.", "Osric Pell", "pilot", None),
    ("A firm called Kestrel Foods closed. Ada Lorn, the pilot, said so.", "Kestrel Foods", "firm",
     None),
    ("For Ada Lorn, the need for a bridge grew. She said it would rise.", "Ada Lorn", None, None),
    ("President-Elect Ada Lorn said the road would open.", "Ada Lorn", "President-Elect", None),
])
def test_role_and_affiliation_are_read_where_they_are_stated(text, name, role, affiliation):
    found = voice(Article(text), name)
    stated = [None if pandas.isna(found[one]) else found[one] for one in ("role", "affiliation")]
    assert stated == [role, affiliation]


def test_a_surname_that_is_a_common_word_is_still_that_person():
    article = Article("Ada Trimming runs the ferry.\n\nTrimming continued: “It is a small boat.”")
    assert set(article.quotes["speaker"]) == {"Ada Trimming"}


@pytest.mark.parametrize("text, speaker", [
    ("Ada Lorn and Jon Karm run the ferry. They said it would close.", "Ada Lorn and Jon Karm"),
    ("The ministry issued a statement. “We regret it,” the statement said.", "ministry"),
    ("Ada Lorn, the mayor, met the minister. The mayor said it was cold. The 45-year-old said it "
     "would snow.",
     "Ada Lorn"),
    ("The Harbour Union won the vote. The Harbour Union party said it would govern.",
     "Harbour Union"),
])
def test_who_is_meant_by_a_row_a_statement_an_age_and_a_kind_of_body(text, speaker):
    assert Article(text).attributions["speaker"].tolist()[-1] == speaker


def test_refusals_are_counted_by_who_refused():
    article = Article("Ada Lorn said the road would open. She declined to comment on the cost. "
                      "Jon Karm said nothing was lost.")
    refused = article.speakers.set_index("speaker")["refusals"]
    assert refused.to_dict() == {"Ada Lorn": 1, "Jon Karm": 0}


@pytest.mark.parametrize("text", [
    "No minister has said that the road would open.",
    "Not one of the residents said the road was safe.",
    "None of the officials admitted that the road was unsafe.",
    "The minister did not say that the road would open.",
])
def test_what_nobody_said_gives_nobody_words(text):
    assert Article(text).speakers["reported_words"].sum() == 0


def test_an_investigation_speaks_as_a_document_does():
    article = Article("A Harbour News investigation has found that the bridge was unsafe.")
    row, = article.attributions.itertuples()
    assert row.scope == "document" and row.speaker.endswith("investigation")


def test_people_named_in_a_row_have_a_row_when_only_a_quotation_without_cue_is_theirs():
    article = Article("“It is late,” said Osric Pell.\n\nAda Lorn and Jon Karm joined the protest. "
                      "The quay was wet.\n\n“The quay is lost and nobody helps at all.”")
    assert article.quotes["speaker"].tolist()[-1] in article.speakers["speaker"].tolist()


@pytest.mark.parametrize("text, name", [
    ("The final of the Lorn Cup was moved. Thousands came to the Lorn Cup in Tolne.", "Lorn Cup"),
    ("She won the Brell Award for the film. The Brell Award is given in May.", "Brell Award"),
    ("She shared the picture on Facebook. Her Facebook page has many friends.", "Facebook"),
    ("The striker moved to the Bernadal last summer.", "Bernadal"),
    ("Her first album Marigold came out in May. She wrote Marigold in Tolne.", "Marigold"),
    ("She runs the operating system Marigold. He runs Marigold in Tolne.", "Marigold"),
    ("She got a telephone call saying that it rose.", "telephone call"),
    ("The pilot spoke in Welsh. The signs are in Welsh, too.", "Welsh"),
    ("Kestrel Foods closed. The firm had grown. The firm made jam.", "firm"),
    ("A campaign began in May. The campaign cost money.", "campaign"),
    ("Ada Lorn fell ill. Later the old senator rose. The old senator left.", "old senator"),
    ("People stayed at home. People were afraid.", "people"),
    ("The reports grew. The reports filled a room.", "reports"),
    ("The report was seen by the pilot of Harbour Foods.", "Harbour Foods"),
    ("Osric Pell, an analyst at Tolne Bank, agreed.", "Tolne Bank"),
    ("The walkers met by Harbour Watch.", "Harbour Watch"),
    ("Two Tolne Bank clerks left. A Tolne Bank safe was open.", "Tolne Bank"),
    ("Osric Pell told Harbour News that it rose. “It rose,” he told Harbour News.", "Harbour News"),
    ("A few divers drank. Divers drink, and divers sing.", "divers"),
    ("“Good people help. Good people stay. The good people are here,” Ada Lorn said.",
     "good people"),
    ("Any diver who can lift his own boat leaves. It rained.", "diver"),
    ("Kenyans drank with Ada Lorn.", "Kenyans")])
def test_what_only_happens_or_is_stood_in_has_no_row(text, name):
    assert name not in set(Article(text).speakers["speaker"])


@pytest.mark.parametrize("text, name", [
    ("Ada Lorn met Osric Pell at the pier.", "Osric Pell"),
    ("The Harbour Union closed the pier.", "Harbour Union"),
    ("Harbour Foods is big. The town sold a pier to Harbour Foods.", "Harbour Foods"),
    ("Some divers left. The divers met a pilot. The divers were cold.", "divers"),
    ("A report by the Court of Audit was late.", "Court of Audit"),
    ("A blind diver came. She climbed the wall.", "blind diver"),
    ("A campaign to arrest police began. Critics say police may strike.", "police"),
    ("The council sued Kestrel Foods in May.", "Kestrel Foods"),
    ("Police are looking for Ada Lawrence. A picture of Ada Lawrence hung there.", "Ada Lawrence"),
    ("Osric Brain, a baker, left. Brian said the bread was good.", "Brian"),
    ("Lida Clare left the town. Mr Clear said that it was late.", "Clear"),
    ("Ana Maria Eda Lorn left. Ms Maria, a waitress of 19, said it was fun.", "Maria"),
    ("The resistance said that it was ill. The mission knew.", "resistance"),
    ("The legislation said that it was late.", "legislation")])
def test_who_acts_or_is_told_has_a_row(text, name):
    assert name in set(Article(text).speakers["speaker"])


@pytest.mark.parametrize("source", ["A statement from the ferry union", "A letter by Ada Lorn",
                                    "A statement e-mailed by Ada Lorn, who keeps the weir,"])
def test_a_statement_is_its_issuers(source):
    speakers = Article(f"Ada Lorn lives in Tolne. {source} said that the weir was safe.").speakers
    heard = speakers[speakers["reported_words"] > 0]["speaker"].tolist()
    assert heard == ["ferry union" if "union" in source else "Ada Lorn"]


def test_the_pair_are_the_two_who_were_named():
    article = Article("Mara Ilves and Jon Karm missed the vote. The board waits. The pair said "
                      "that they were ill. A pair of shoes was found.")
    rows = article.speakers.set_index("speaker")
    assert rows.loc["Mara Ilves and Jon Karm", "reported_words"] == 4
    assert not any("pair" in name for name in rows.index)


def test_a_score_is_no_part_of_a_name():
    article = Article("Tolne won by beating Argentina 3-0. “We are sorry,” Argentina said.")
    assert not any("3-0" in name for name in article.speakers["speaker"])


def test_yet_to_say_is_not_to_say():
    speakers = Article("Mara Ilves has yet to say that the weir is safe.").speakers
    assert speakers["reported_words"].sum() == 0


@pytest.mark.parametrize("text, name", [
    ("The Tolne Gazette was sold. The Gazette said that it would go on.", "Tolne Gazette"),
    ("The US Labor Department closed. The Labor Department said that it was safe.",
     "US Labor Department"),
    ("The Federal Quay Board met. “It will rise,” the Fed said.", "Federal Quay Board"),
    ("The Harbour Watch (TLH) met. The TLH said that it was safe.", "Harbour Watch"),
    ("Harbour Street said yes. Harbour St said that it was sorry.", "Harbour St"),
    ("Osmar Benicio Lorna da Talva won. President Lorna said that it was safe.",
     "Osmar Benicio Lorna da Talva"),
    ("Phillip Pell left town. “It is safe,” Philip Pell said.", "Philip Pell"),
    ("Osric Tarrionuelo left. Mr Tarrioneulo said that it was safe.", "Osric Tarrionuelo"),
    ("Twentieth Harbour Foods is late. Twentieth Harbour Foods said that it was sorry.",
     "Twentieth Harbour Foods")])
def test_one_is_one_by_a_short_or_misspelt_name(text, name):
    article = Article(text)
    assert set(article.attributions["speaker"].dropna()) <= {name}
    assert article.speakers["speaker"].tolist().count(name) == 1


def test_what_stands_before_a_name_says_that_it_is_a_body():
    rows = Article("Ada Lorn told the daily Marja that it rose. The leader of Tolne's biggest bank "
                   "Rellbank agreed.").speakers.set_index("speaker")
    assert rows.loc["Marja", "form"] == "organisation"
    assert "leader" not in str(rows["role"].get("Rellbank"))


def test_who_speaks_once_in_a_row_has_the_row_of_them_all():
    names = Article("“It rises,” said Ada Lorn and Piet Holm.").speakers["speaker"].tolist()
    assert names == ["Ada Lorn and Piet Holm"]


def test_a_name_ends_at_a_dash():
    article = Article("Osric Pell - Lorn's old pilot - told the board that the pier held.")
    assert ("Osric", "Pell") in [mention.words for mention in article.entities.mentions]


def test_what_is_no_person_by_its_ending_speaks_for_nobody():
    rows = Article("Religious tolerance arguing that the wall held was rare. The management said "
                   "that it rose.").speakers
    assert rows["speaker"].tolist() == ["management"]


def test_a_dateline_is_nobody():
    article = Article("PORT TOLNE, Brellshire — Mayor Ada Lorn said on Monday that the pier held.")
    assert article.speakers["speaker"].tolist() == ["Ada Lorn"]


def test_a_role_in_the_plural_is_no_name():
    for people in ("Jurors", "People"):
        found = Article(f"{people} saw the film. {people} said that it was long.").speakers["form"]
        assert found.tolist() == ["group"]


def test_a_name_that_follows_what_somebody_is_called_is_the_speakers():
    article = Article("An engineer of the harbour named Piet Holm said that the gates were old. He "
                      "repairs them.")
    assert list(article.attributions["speaker"]) == ["Piet Holm"]


def test_a_staff_speaks_and_not_whose_it_is():
    article = Article("Mayor Ada Lorn opened a bridge. Lorn’s staff said that it was too dear. "
                      "City staff confirmed that the wall would come down.")
    assert list(article.attributions["speaker"]) == ["Lorn’s staff", "city staff"]


def test_a_newsletter_is_no_person():
    article = Article("Ada Lorn runs the harbour of Tolne. Lorn opened the pier on Monday.\n\nThe "
                      "newsletter says: “The wall will hold for years.”")
    assert list(article.attributions["scope"]) == ["document"]
    assert list(article.attributions["speaker"]) == ["newsletter"]


def test_a_president_before_a_dash_is_no_dateline():
    article = Article("US President Osric Pell – a former pilot – said the bridge was safe.")
    assert list(article.attributions["speaker"]) == ["Osric Pell"]


def test_the_mother_of_a_boy_named_ilves_is_not_ilves():
    article = Article("The mother of a boy named Ilves said the wall was weak.")
    assert "Ilves" not in list(article.attributions["speaker"])


def test_the_third_of_several_can_speak():
    article = Article("Two pilots waited. The third said the gate was open.")
    assert list(article.attributions["source"]) == ["The third"]
    assert article.attributions["speaker"].notna().all()


def test_the_mayor_is_not_the_deputy_mayor():
    text = ("Mayor Jon Karm closed the weir in May. Deputy Mayor Mara Ilves said that he would "
            "explain it. The mayor accused the board of “neglect”.")
    table = Article(text).attributions
    assert list(table["speaker"]) == ["Mara Ilves", "Jon Karm"]


def test_a_quotation_that_is_pulled_out_counts_once_and_is_that_of_whoever_says_it():
    said = "We have waited ten years for this bridge"
    text = (f"The bridge will open in May.\n\n“{said},” said Mara Ilves, head of the board.\n\n"
            f"The ferry will run at night, said Jon Karm, who owns it.\n\n“{said}”\n\n"
            "The old span dates from 1920.")
    speakers = Article(text).speakers.set_index("speaker")
    assert speakers.loc["Mara Ilves", "quoted_words"] == 8
    assert speakers.loc["Jon Karm", "quoted_words"] == 0
    other = text.replace(f"“{said}”", "“The old one was never safe in a storm”")
    voices = Article(other).speakers.set_index("speaker")
    assert voices.loc["Jon Karm", "quoted_words"] > 0


@pytest.mark.parametrize("share", ["One in five", "Sixty per cent", "A quarter of those asked"])
def test_a_share_of_people_whom_nothing_names_is_no_voice(share):
    assert Article(f"{share} said that the bridge was unsafe.").speakers.empty
    assert not Article("One of the divers said that the bridge was unsafe.").speakers.empty


def test_what_two_voices_say_in_the_same_words_counts_for_both():
    said = "“We shall never cross that bridge again,”"
    table = Article(f"{said} said Mara Ilves. {said} said Jon Karm.").speakers
    assert dict(zip(table["speaker"], table["quoted_words"])) == {"Mara Ilves": 7, "Jon Karm": 7}


@pytest.mark.parametrize("text, name, form", [
    ("Green peer Lord Tebber said he agreed with the view.", "Tebber", "named"),
    ("Piet Lorn and Ada Lorn met the press. The Lorns said they would stay.", "Lorns", "group"),
    ("He met African Americans. African Americans said they would vote.", "African Americans",
     "group")])
def test_what_speaks_has_the_form_of_what_its_name_is_of(text, name, form):
    speakers = Article(text).speakers.set_index("speaker")
    assert speakers.form[name] == form


def test_who_is_explained_behind_a_comma_has_the_words_also_of_a_parse_that_misses_it():
    speakers = Article('Ada Brook-Lorn, campaigns director at Greenweald in the UK, said: "It is '
                       'fairly meaningless to talk about it."').speakers
    assert [*speakers.speaker[speakers.quoted_words > 0]] == ["Ada Brook-Lorn"]


def test_a_body_before_a_name_is_no_title():
    found = Article("A student at University of Texas Arlington Amneh Lorn heard of it. Lorn said "
                    "she felt wronged.").entities.mentions
    assert "university" not in {role.noun for mention in found if "Lorn" in mention.words
                                for role in mention.roles}


@pytest.mark.parametrize("text, name", [
    ("Earlier, Frenchman Romain Grosse also crashed on the grid. Grosse said he was well.",
     "Romain Grosse"),
    ("They pay for their nominee, Catherine Cortez Lorn. Cortez Lorn said she was glad.",
     "Catherine Cortez Lorn")])
def test_a_name_has_its_first_name_and_no_nationality(text, name):
    assert [*Article(text).speakers.query("reported_words > 0").speaker] == [name]


def test_a_document_is_listed_for_the_words_it_is_given_only():
    text = ("The directive prohibits agencies from paying. A survey found that many are tired. "
            "Mara Ilves keeps the weir. She walked home. She slept. It rained. The survey said "
            "that four in ten sleep badly.")
    assert [*Article(text).speakers.query("form == 'document'").speaker] == ["survey"]


@pytest.mark.parametrize("text, role", [
    ("Finance Minister, Ada Lorn MSP, said the plan was sound.", "Finance Minister"),
    ("The Green nominee for the Senate, Ada Lorn, said it helps.", "Green nominee for the Senate")])
def test_the_role_before_a_comma_is_of_who_follows(text, role):
    speakers = Article(text).speakers.set_index("speaker")
    assert (speakers.role["Ada Lorn"], speakers.reported_words["Ada Lorn"] > 1) == (role, True)


@pytest.mark.parametrize("text", [
    'They spoke with a singer going by the name "The Brellinator". She was outside.',
    "They met a trader known as “Brellinator”. She was tired.",
    "A hacker called “Brellinator” wrote the tool. She has not been found."])
def test_who_goes_by_a_name_in_quotation_marks_is_somebody(text):
    assert Article(text).speakers.set_index("speaker").form["Brellinator"] == "named"


@pytest.mark.parametrize("text, role_class", [
    ("The US phone firm Brelltel said it was sorry.", "business"),
    ("Brelltel, a news website, said it was sorry.", "media"),
    ("Brelltel, a British group, said it was sorry.", "organisation")])
def test_a_body_is_of_the_class_of_what_it_is_called(text, role_class):
    assert Article(text).speakers.set_index("speaker").role_class["Brelltel"] == role_class


@pytest.mark.parametrize("text, name, role, role_class", [
    ("The relatives of Brellian leader Osric Pell came.", "Osric Pell", "Brellian leader",
     "organisation"),
    ("She met Ada Lorn's former mother-in-law Jackie Stall.", "Jackie Stall",
     "Ada Lorn's former mother-in-law", "witness")])
def test_a_role_is_of_who_is_named_not_of_who_belongs_to_them(text, name, role, role_class):
    row = Article(text).speakers.set_index("speaker").loc[name]
    assert (row.role, row.role_class) == (role, role_class)


def test_believers_are_a_group():
    speakers = Article("Muslims said they would vote. Later, Muslims voted.").speakers
    assert speakers.set_index("speaker").form["Muslims"] == "group"


def test_who_is_nobody_in_particular_refuses_and_does_not_fear():
    article = Article("Those who were asked declined to comment. Others feared the storm.")
    found = dict(zip(*article.attributions.lists("scope", "speaker")))
    assert found["refusal"] == "those" and not isinstance(found["thought"], str)


def test_a_pageant_is_not_miss_somebody():
    text = "The firm decided against broadcasting his Miss Universe pageant."
    assert "Universe" not in {*Article(text).speakers.speaker}
