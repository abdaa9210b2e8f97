"""The numbers table: what a figure says, of what, and who says so."""
import analysis


def only(text, published="2024-05-17", **columns):
    """The one row of tier 1 or 2 of a sentence, as a dict."""
    rows = analysis.Article(text, published=published).numbers.query("tier < 3").to_dict("records")
    assert len(rows) == 1, [row["text"] for row in rows]
    return rows[0]


def test_a_number_in_attributed_speech_has_its_speaker():
    article = analysis.Article("Ana Brell said that 40 boats had been lost. The town has 300 boats.")
    forty, three_hundred = article.numbers.to_dict("records")
    assert (forty["speaker"], three_hundred["speaker"]) == ("Ana Brell", "reporter")
