"""Asks an archive: DuckDB views of all its tables, and the measures across its articles.

An interval respects that what stands in one article hangs together: of a share or mean over
articles it is that of a ratio whose units are the articles (Cochran 1977, Sampling Techniques, 3rd
ed., section 6.3), 95 %.
"""
from itertools import islice
from pathlib import Path

import pandas

from analysis.archive.analyse import Options, tables
from analysis.archive.ledger import Ledger
from analysis.archive.records import Records
from analysis.archive.run import Here, run
from analysis.errors import ArticleError
from analysis.models.intervals import wilson
from analysis.reading.sources import slug

_Z = 1.959964
_MANY = 500         # articles that are analysed here and now
_FEW = 5            # articles: with fewer an interval says nothing
# The month and year of an article besides its own columns: by what it can be grouped.
_TIMES = {"month": "substr(published, 1, 7)", "year": "substr(published, 1, 4)"}
_SAID = "scope IN ('speech', 'document')"


class Archive:
    """An archive in the folder `out`, to be asked. `connection` is DuckDB's, with a view per table.

    by: a column of `articles` to group by: outlet, month, year, or a column of the user's that was
    kept. Every table says in `articles` how many articles it rests on, in `n` how many
    observations.
    """

    def __init__(self, out: str | Path):
        import duckdb
        self.out = Path(out)
        self.parts = sorted(Ledger(out).done())
        if not self.parts:
            raise ArticleError(f"{out} is no archive: make one with python -m analysis archive.")
        self.connection = duckdb.connect()
        for name in self.tables:
            files = [str(self.out / name / f"{part}.parquet") for part in self.parts]
            self.connection.read_parquet(files).create_view(f"_{name}")
            self.connection.sql(f"CREATE VIEW {name} AS FROM _{name}")
        self.own = [row[0] for row in self.connection.sql(
            "SELECT DISTINCT unnest(map_keys(own)) AS key FROM _articles ORDER BY key").fetchall()]
        columns = [f"{text} AS {name}" for name, text in _TIMES.items()]
        columns += [f"own[{_text(key)}] AS {_name(key)}" for key in self.own]
        self.connection.sql("CREATE OR REPLACE VIEW articles AS SELECT * EXCLUDE (own), "
                            f"{', '.join(columns)} FROM _articles")

    @property
    def tables(self) -> list[str]:
        """The names of the tables that there are."""
        return [name for name in tables(Options(texts=True)) if (self.out / name).is_dir()]

    def __repr__(self):
        return f"<Archive {self.out.name}: {self.overview()['articles'].iloc[0]:,} articles>"

    def sql(self, query: str, *values) -> pandas.DataFrame:
        """What a query in SQL gives; `values` take the place of its question marks."""
        return self.connection.execute(query, values).df()

    def overview(self) -> pandas.DataFrame:
        """One row: articles, errors, duplicates, words, outlets, first and last day."""
        return self.sql("""SELECT count(*) AS articles, (SELECT count(*) FROM errors) AS errors,
            (SELECT count(*) FROM duplicates) AS duplicates, sum(words)::BIGINT AS words,
            count(DISTINCT outlet) AS outlets, min(published) AS first, max(published) AS last
            FROM articles""")

    def groups(self, by: str = "outlet") -> pandas.DataFrame:
        """Articles, words and errors by group; errors are known by outlet, month and year alone."""
        column, failed = self._by(by), {**_TIMES, "outlet": "outlet"}.get(by, "NULL")
        return self.sql(f"""
            SELECT * FROM (SELECT {column}, count(*) AS articles, sum(words)::BIGINT AS words
                           FROM articles GROUP BY 1)
            FULL JOIN (SELECT {failed} AS {column}, count(*) AS errors FROM errors GROUP BY 1)
            USING ({column}) ORDER BY 1""")

    def errors(self) -> pandas.DataFrame:
        """What could not be analysed: stage, exception, how many, one example."""
        return self.sql("""SELECT stage, exception, count(*) AS n, min(article) AS article,
            min_by(message, article) AS message FROM errors GROUP BY ALL ORDER BY n DESC, 1, 2""")

    def voices(self, by: str = "outlet", of: str = "form") -> pandas.DataFrame:
        """Who is given the words, by group: for each form of voice (or role_class) its share of all
        words given to voices, with low and high; n is the words of the group."""
        return self._ratios(by, f"""SELECT article, coalesce({_name(of)}, '(not stated)') AS part,
            sum(quoted_words + reported_words) AS x FROM speakers GROUP BY ALL""",
            """SELECT article, sum(quoted_words + reported_words) AS w FROM speakers GROUP BY 1""",
            part=of)

    def unnamed(self, by: str = "outlet") -> pandas.DataFrame:
        """The share of acts of speech with a speaker (n) that come from one without a name."""
        where = f"{_SAID} AND speaker IS NOT NULL"
        return self._ratios(by, f"""SELECT article, NULL AS part, count(*) AS x FROM attributions
            SEMI JOIN (FROM speakers WHERE form IN ('anonymous', 'role', 'group'))
            USING (article, speaker) WHERE {where} GROUP BY 1""",
            f"SELECT article, count(*) AS w FROM attributions WHERE {where} GROUP BY 1")

    def refusals(self, by: str = "outlet") -> pandas.DataFrame:
        """How many refusals to speak there are an article, by group."""
        return self._ratios(by, """SELECT article, NULL AS part, count(*) AS x FROM attributions
            WHERE scope = 'refusal' GROUP BY 1""", "SELECT article, 1 AS w FROM articles",
            value="mean", bounds=(0, None))

    def cues(self, by: str = "outlet") -> pandas.DataFrame:
        """The classes of cues (neutral, doubting …) as shares of the acts of speech with a cue."""
        where = f"{_SAID} AND cue_class IS NOT NULL"
        return self._ratios(by, f"""SELECT article, cue_class AS part, count(*) AS x
            FROM attributions WHERE {where} GROUP BY ALL""",
            f"SELECT article, count(*) AS w FROM attributions WHERE {where} GROUP BY 1",
            part="cue_class")

    def tone(self, by: str = "outlet", voice: str = "reporter") -> pandas.DataFrame:
        """The mean tone of a voice's sentences (reporter, quoted, mixed), −4 to +4, by group."""
        own = f"""FROM tone t JOIN sentences s USING (article, sentence)
            WHERE s.voice = {_text(voice)} AND t.score IS NOT NULL GROUP BY 1"""
        return self._ratios(by, f"SELECT t.article, NULL AS part, sum(t.score) AS x {own}",
                            f"SELECT t.article, count(*) AS w {own}", value="mean", bounds=(-4, 4))

    def heard(self, most: int = 30) -> pandas.DataFrame:
        """Named people by the words they are given: name, affiliation, articles, outlets, quotes,
        words, and where they are first heard (article, start, end, text).

        One across articles only by full name and affiliation: a surname, or a name without an
        affiliation, stays the person of its article.
        """
        return self.sql("""
            SELECT speaker AS name, affiliation, count(*) AS articles,
                count(DISTINCT outlet) AS outlets, sum(s.quotes)::BIGINT AS quotes,
                sum(quoted_words + reported_words)::BIGINT AS words,
                {first}
            FROM speakers s JOIN articles a USING (article)
            WHERE form = 'named' AND quoted_words + reported_words > 0
            GROUP BY speaker, affiliation,
                CASE WHEN affiliation IS NULL OR speaker NOT LIKE '% %' THEN article END
            ORDER BY words DESC, name, article LIMIT ?""".replace("{first}", _FIRST), most)

    def alarms(self, least: float = .5, most: int = 50) -> pandas.DataFrame:
        """What does not add up, the surest first, each with its article and passage."""
        return self._surest("checks", "kind, explanation", "confidence", least, most)

    def findings(self, least: float = .8, most: int = 50) -> pandas.DataFrame:
        """Statements of front pages: the likeliest of each kind, then the next of each."""
        table = self._surest("findings", "finding, statement", "probability", least, None)
        rank = table.groupby("finding").cumcount()
        return table.assign(rank=rank).sort_values(["rank", "probability"], ascending=[True, False],
                                                   kind="stable").head(most).drop(columns="rank")

    def _surest(self, table, columns, sure, least, most):
        return self.sql(f"""
            SELECT article, outlet, published, {columns}, {sure}, start, "end", text
            FROM (FROM {table} WHERE {sure} >= ?)
            JOIN (SELECT article, outlet, published FROM articles) USING (article)
            ORDER BY {sure} DESC, published, article, start LIMIT ?""", least, most)

    def passage(self, article: str, start: int, end: int, around: int = 200) -> str:
        """The characters of a place with some around it; needs an archive with texts."""
        if "texts" not in self.tables:
            raise ArticleError("The archive was made without texts: make it with --texts.")
        text = self.sql("SELECT text FROM texts WHERE article = ?", article)["text"].iloc[0]
        return text[max(start - around, 0):end + around]

    def _by(self, by):
        known = self.connection.sql("SELECT * FROM articles LIMIT 0").columns
        if by not in known:
            raise ArticleError(f"Articles have no column {by}; they have {', '.join(known)}.")
        return _name(by)

    def _ratios(self, by, numerators, denominators, part=None, value="share", bounds=(0, 1)):
        """Sum of x over sum of w by group and part, with the interval of a ratio of articles."""
        column = self._by(by)
        kinds = f"SELECT {'DISTINCT part FROM parts' if part else 'NULL AS part'}"
        sums = self.sql(f"""
            WITH x AS ({numerators}), w AS ({denominators}),
            base AS (SELECT {column} AS grouped, article, w FROM w JOIN articles USING (article)),
            whole AS (SELECT grouped, count(*) AS articles, sum(w) AS n, sum(w * w) AS ww
                      FROM base WHERE w > 0 GROUP BY 1),
            parts AS (SELECT grouped, part, sum(x) AS x, sum(x * x) AS xx, sum(x * w) AS xw
                      FROM base JOIN x USING (article) GROUP BY ALL)
            SELECT whole.grouped, kinds.part, articles, n, ww, coalesce(x, 0) AS x,
                coalesce(xx, 0) AS xx, coalesce(xw, 0) AS xw
            FROM whole CROSS JOIN ({kinds}) kinds
            LEFT JOIN parts ON whole.grouped IS NOT DISTINCT FROM parts.grouped
                AND kinds.part IS NOT DISTINCT FROM parts.part
            ORDER BY ALL""")
        ratio, articles = sums["x"] / sums["n"], sums["articles"]
        spread = (sums["xx"] - 2 * ratio * sums["xw"] + ratio ** 2 * sums["ww"]).clip(lower=0)
        se = (spread * articles / (articles - 1)) ** .5 / sums["n"]
        se = se.where((articles >= _FEW) & (spread > 0))
        low, high = (ratio - _Z * se).clip(*bounds), (ratio + _Z * se).clip(*bounds)
        if value == "share":        # none or all, which vary in no article
            for row in sums.index[ratio.isin([0, 1]) & (articles >= _FEW)]:
                low[row], high[row] = wilson(ratio[row] * articles[row], articles[row])
        return pandas.DataFrame({
            by: sums["grouped"], **({part: sums["part"]} if part else {}), "articles": articles,
            "n": sums["n"].astype("int64"), value: ratio, "low": low, "high": high, "se": se})


_FIRST = ", ".join(f"min_by({source}, (published, article)) AS {name}" for name, source in (
    ("article", "article"), ("start", "s.start"), ("end", '"end"'), ("text", "s.text")))


def open(place: str | Path, runs: str | Path = "runs") -> Archive:
    """The `Archive` in the folder `place`.

    Where `place` is not one but up to 500 articles, in a folder or a file of rows, their archive is
    made first, in the folder `runs`, with all columns and texts; more need the command line.
    """
    if Ledger(place).done():
        return Archive(place)
    records = Records([place], keep=None)
    if sum(1 for _ in islice(records, _MANY + 1)) > _MANY:
        raise ArticleError(f"{place} has more than {_MANY} articles: make its archive first, with "
                           "python -m analysis archive, and open that.")
    out = Path(runs) / slug(Path(place).resolve())
    run(records, out, Options(texts=True), [Here()])
    return Archive(out)


def _name(identifier):
    return '"' + identifier.replace('"', '""') + '"'


def _text(value):
    return "'" + value.replace("'", "''") + "'"
