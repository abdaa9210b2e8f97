"""Who is said to have said what: each test is a way in which a newspaper attributes."""
from analysis import Article


def acts(text):
    """[(source, cue, content)] as texts."""
    rows = Article(text).attributions
    return [(row.source, row.cue, " … ".join(text[start:end] for start, end in row.content)) for row in rows.itertuples()]


def test_says_before_after_and_in_the_middle_of_a_quotation():
    assert acts("“The bridge is safe,” said Mara Ilves.") == [("Mara Ilves", "said", "“The bridge is safe,”")]
    assert acts("Mara Ilves said: “The bridge is safe.”") == [("Mara Ilves", "said", "“The bridge is safe.”")]
    assert acts("“The bridge,” Mara Ilves said, “is safe.”") == [("Mara Ilves", "said", "“The bridge,” … “is safe.”")]


def test_a_reported_clause():
    assert acts("Mara Ilves claimed that the bridge was safe.") == [("Mara Ilves", "claimed", "that the bridge was safe")]


def test_according_to():
    assert acts("According to the harbour board, the bridge was safe.") == \
        [("the harbour board", "According to", "the bridge was safe")]


def test_every_row_returns_its_text():
    text = "“We never left,” said Mara Ilves, who runs the ferry. The board said it would “look into it”."
    table = Article(text).attributions
    assert len(table) == 2
    for row in table.itertuples():
        assert text[row.start:row.end] == row.text
        assert all(row.start <= start < end <= row.end for start, end in row.content)
