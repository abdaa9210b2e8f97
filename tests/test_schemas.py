"""Every table has the columns and types that the design promises, also when it has no rows."""
import pandas
import pytest

import analysis
from analysis.corrections.codebook import entries
from analysis.publish.export.facts import facts
from analysis.tables.schemas import SCHEMAS, arrow, arrow_schema, frame


@pytest.mark.parametrize("name", SCHEMAS)
def test_an_empty_table_keeps_its_columns_and_types(name):
    table = frame(name)
    assert list(table.columns)[:3] == ["start", "end", "text"]
    assert {column: str(dtype) for column, dtype in table.dtypes.items()} == SCHEMAS[name]


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_table_of_an_article_has_its_schema(name):
    article = analysis.Article("The weir held.\n\n“It held,” Ana Brell said on Monday. Twelve "
                               "people watched.")
    table = getattr(article, name)
    assert {column: str(dtype) for column, dtype in table.dtypes.items()} == SCHEMAS[name]


def test_the_codebook_defines_every_column_of_every_table_and_every_fact_and_no_other():
    rows = entries()
    common = [row["column"] for row in rows if row["table"] == "(every table)"]
    for name, columns in SCHEMAS.items():
        assert common + [row["column"] for row in rows
                         if row["table"] == name] == list(columns), name
    assert [row["column"] for row in rows
            if row["table"] == "article"] == list(facts(analysis.Article("It held.")))
    assert {row["table"] for row in rows} == {"(every table)", "article", *SCHEMAS}
    assert all(row["definition"] for row in rows)


def test_a_table_without_rows_and_a_full_one_have_one_arrow_schema():
    article = analysis.Article("The weir held.\n\n“It held,” Ana Brell said, as many as 12 happy "
                               "people, sadly.")
    empty = analysis.Article("It held.")
    for name in SCHEMAS:
        full, none = (arrow(name, getattr(one, name)) for one in (article, empty))
        assert full.schema == none.schema == arrow(name, frame(name)).schema == arrow_schema(name)
        assert full.num_rows == len(getattr(article, name))
    assert arrow("attributions", article.attributions)["content"].to_pylist()[0] == [
        dict(zip(("start", "end"), article.attributions["content"][0][0]))]


def test_going_through_a_table_gives_what_pandas_gives():
    article = analysis.Article("The weir held.\n\n“It held,” Ana Brell said on Monday. Twelve "
                               "people watched.")
    for name in SCHEMAS:
        table = getattr(article, name)
        plain = pandas.DataFrame(table)
        for here, there in ((table.itertuples(), plain.itertuples()),
                            (table.itertuples(index=False, name=None),
                             plain.itertuples(index=False, name=None))):
            here, there = list(here), list(there)
            assert [getattr(row, "_fields", None) for row in here] == [getattr(row, "_fields", None)
                                                                       for row in there]
            for one, other in zip(here, there, strict=True):
                assert all(a is b or a == b or a != a and b != b
                           for a, b in zip(one, other, strict=True)), name
