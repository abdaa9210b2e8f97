"""An archive loses nothing, whatever dies, and gives the same whatever it runs on."""

import gzip
import json
import os
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pandas
import pyarrow.parquet
import pytest
from archive_faults import disturbed

from analysis.archive import Archive
from analysis.archive import open as open_archive
from analysis.archive.analyse import OWN, PLAIN, Options, schema, tables
from analysis.archive.estimate import estimate
from analysis.archive.ledger import Ledger
from analysis.archive.parts import parts
from analysis.archive.records import Records
from analysis.archive.run import Here, processes, run
from analysis.errors import ArticleError

TOLD = (
    "The council of {place} met for {n} hours. “We will mend the bridge,” said Ana Brell, the "
    "mayor. Some {n}0 people watched."
)
PLACES = ["Tarn", "Brennick", "Osk", "Vell", "Halmar", "Sund", "Orlo", "Pell"]
ROWS = [{
            "id": f"a{n}", "text": TOLD.format(place=place, n=n + 2), "title": f"Bridge at {place}",
            "published": f"2024-0{n + 1}-03", "outlet": ["Gazette", "Post"][n % 2], "desk": "city"}
        for n, place in enumerate(PLACES)]


def lines(path, rows):
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf8")
    return path


def made(source, out, rows=ROWS, workers=None, options=PLAIN, size=3, **more):
    """The Ledger of a finished run."""
    records = Records([source if rows is None else lines(source, rows)], keep=["desk"])
    run(records, out, options, workers or [Here()], size, **more)
    return Ledger(out)


def table(ledger, name):
    return pyarrow.parquet.read_table(ledger.out / name).to_pandas()


@pytest.fixture(scope="module")
def plain(tmp_path_factory):
    """The archive of ROWS, made without any trouble."""
    folder = tmp_path_factory.mktemp("plain")
    return made(folder / "rows.jsonl", folder / "out")


def test_every_table_is_there_with_its_schema_and_the_articles_ids(plain):
    for name in tables(Options()):
        for path in (plain.out / name).glob("*.parquet"):
            assert pyarrow.parquet.read_schema(path).equals(schema(name)), name
    articles = table(plain, "articles").sort_values("article")
    assert articles["article"].tolist() == [row["id"] for row in ROWS]
    assert articles["outlet"].tolist() == [row["outlet"] for row in ROWS]
    assert dict(articles["own"].iloc[0]) == {"desk": "city"}
    assert table(plain, "quotes")["article"].value_counts().to_dict() == dict.fromkeys(
        articles["article"], 1)
    assert articles["quotes"].tolist() == [1] * len(ROWS) and table(plain, "errors").empty


def test_a_second_run_does_nothing_and_a_change_touches_one_part_and_loses_none(plain, tmp_path):
    ledger = made(tmp_path / "rows.jsonl", tmp_path / "out")
    assert ledger.digest() == plain.digest()
    before = {path: path.stat().st_mtime_ns for path in ledger.out.glob("*/part-*")}
    made(tmp_path / "rows.jsonl", tmp_path / "out")
    assert before == {path: path.stat().st_mtime_ns for path in ledger.out.glob("*/part-*")}
    changed = [dict(ROWS[0], title="Another title"), *ROWS[1:]]
    done = ledger.done()
    made(tmp_path / "rows.jsonl", tmp_path / "out", changed)
    assert len(ledger.done() - done) == len(done - ledger.done()) == 1
    assert len(list(ledger.out.glob("replaced/articles/*"))) == 1
    assert made(tmp_path / "rows.jsonl", tmp_path / "out").digest() == plain.digest()


def test_an_article_put_in_between_leaves_the_other_parts_alone():
    rows = [dict(ROWS[0], id=str(n), text=f"Text {n}.") for n in range(60)]

    def digests(chosen):
        from analysis.archive.records import COLUMNS, of_row

        return {part.digest
                for part in parts(
                    [of_row(row, "", dict(zip(COLUMNS, COLUMNS)), ()) for row in chosen], 5)}

    assert (
        len(digests(rows) - digests([*rows[:30], dict(rows[0], id="new", text="New."), *rows[30:]]))
        <= 1)


def test_exact_copies_are_counted_and_analysed_once(tmp_path):
    ledger = made(tmp_path / "rows.jsonl", tmp_path / "out",
                  [ROWS[0], ROWS[1], ROWS[0], dict(ROWS[1], id="b")])
    assert table(ledger, "duplicates").to_dict("records") == [
        {"article": "a0~2", "copy_of": "a0"}, {"article": "b", "copy_of": "a1"}]
    assert table(ledger, "articles")["article"].tolist() == ["a0", "a1"]


def test_rows_come_from_every_kind_of_file_and_articles_from_folders_and_zips(plain, tmp_path):
    frame = pandas.DataFrame(ROWS)
    frame.to_parquet(tmp_path / "rows.parquet")
    frame.to_csv(tmp_path / "rows.csv", index=False)
    frame.to_csv(tmp_path / "saved.csv", index=False, sep=";", encoding="utf-8-sig")
    frame.to_excel(tmp_path / "rows.xlsx", index=False)
    text = "".join(json.dumps(row) + "\n" for row in ROWS)
    with gzip.open(tmp_path / "rows.jsonl.gz", "wt") as file:
        file.write(text)
    with pyarrow.CompressedOutputStream(str(tmp_path / "rows.jsonl.zst"), "zstd") as file:
        file.write(text.encode())
    for path in sorted(tmp_path.iterdir()):
        assert [record.digest() for record in Records([path])] == [
            record.digest() for record in Records([lines(tmp_path.parent / "again.jsonl", ROWS)])
        ], path
    folder = tmp_path / "folder"
    (folder / "deep").mkdir(parents=True)
    (folder / "deep" / "one.txt").write_text(ROWS[0]["text"])
    (folder / "page.html").write_text(
        f"<html><body><h1>Two</h1><p>{ROWS[1]['text']}</p></body></html>"
    )
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as packed:
        packed.write(folder / "deep" / "one.txt", "one.txt")
    ledger = Ledger(tmp_path / "out")
    run(Records([folder, tmp_path / "all.zip"]), ledger.out, workers=[Here()])
    assert table(ledger, "articles")["article"].tolist() == ["deep/one.txt", "page.html"]
    assert table(ledger, "duplicates")["article"].tolist() == ["all.zip/one.txt"]


def test_what_cannot_be_analysed_is_an_error_row_and_costs_nobody_else(tmp_path):
    bad = [
        {"id": "empty", "text": " "}, {"id": "date", "text": ROWS[0]["text"], "published": "soon"},
        {
            "id": "german",
            "text": "Der Rat der Stadt hat am Montag über die Brücke und den Weg beraten, und die "
            "Leute waren nicht alle mit dem zufrieden, was er sagte."}]
    ledger = made(tmp_path / "rows.jsonl", tmp_path / "out", [*bad, ROWS[1]], size=9)
    errors = table(ledger, "errors").set_index("article")
    assert errors["stage"].to_dict() == {"empty": "read", "date": "read", "german": "read"}
    assert (
        "no date" in errors.loc["date", "message"] and "German" in errors.loc["german", "message"])
    assert table(ledger, "articles")["article"].tolist() == ["a1"]


def test_bad_input_is_said_in_one_line(tmp_path):
    with pytest.raises(ArticleError, match="no column text.*it has words"):
        list(Records([lines(tmp_path / "rows.jsonl", [{"words": "x"}])]))
    (tmp_path / "broken.jsonl").write_text("{no json\n")
    for source, message in (
        (tmp_path / "none", "no file or folder"), (tmp_path / "broken.jsonl", "broken.jsonl: ")):
        with pytest.raises(ArticleError, match=message):
            list(Records([source]))


def test_killed_hanging_and_bloated_articles_leave_the_others_as_they_are(plain, tmp_path):
    harm = [dict(ROWS[1], id=word, text=f"{word} befell the town. {ROWS[1]['text']}")
            for word in ("Doom", "Endless", "Bloated")]
    once = dict(ROWS[0], text=ROWS[0]["text"] + " Once.")
    ledger = made(tmp_path / "rows.jsonl", tmp_path / "out", [*harm, once, *ROWS[1:]],
                  processes(2, 4_000_000_000), Options(seconds=9), 3, do=disturbed)
    errors = table(ledger, "errors").set_index("article")["exception"].to_dict()
    assert errors == {"Doom": "WorkerDied", "Endless": "TimeLimit", "Bloated": "MemoryError"}
    for name in ("quotes", "numbers", "findings"):
        here, there = (table(one, name)
                       .query("article != 'a0'")
                       .sort_values(["article", "start"], ignore_index=True)
                       for one in (ledger, plain))
        assert here.astype(str).equals(there.astype(str)), name
    assert set(table(ledger, "articles")["article"]) == {row["id"] for row in ROWS}


def test_killed_workers_leave_the_same_archive_byte_for_byte(tmp_path):
    rows = [dict(ROWS[0], text=ROWS[0]["text"] + " Once."), *ROWS[1:4]]
    undisturbed = made(tmp_path / "rows.jsonl", tmp_path / "one", rows)
    killed = made(tmp_path / "rows.jsonl", tmp_path / "two", rows, processes(1), do=disturbed)
    assert (killed.out / "once").exists() and killed.digest() == undisturbed.digest()


def test_a_killed_driver_leaves_the_same_archive_after_a_restart(plain, tmp_path):
    source, ledger = lines(tmp_path / "rows.jsonl", ROWS), Ledger(tmp_path / "out")
    command = [
        sys.executable, "-m", "analysis", "archive", source, "-o", ledger.out, "--keep", "desk",
        "--part", "3", "--workers", "1"]
    driver = subprocess.Popen(command, stderr=subprocess.DEVNULL, cwd=tmp_path)
    while not ledger.done():
        assert driver.poll() is None
        time.sleep(0.05)
    driver.send_signal(signal.SIGKILL)
    driver.wait()
    (ledger.out / "quotes" / ".part-half.abc").write_bytes(b"PAR1")
    assert ledger.done() < plain.done()
    subprocess.run(command, check=True, capture_output=True, cwd=tmp_path)
    assert ledger.digest() == plain.digest()
    assert not list(ledger.out.glob("*/.part-*")) and not list((ledger.out / "running").iterdir())


def test_two_runs_do_not_write_to_one_archive_at_once(plain):
    import fcntl

    with (plain.out / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(ArticleError, match="Another run"):
            run([], plain.out, workers=[Here()])


def test_an_estimate_writes_nothing(tmp_path):
    found = estimate(
        Records([lines(tmp_path / "rows.jsonl", [*ROWS, ROWS[0]])]), tmp_path / "out", size=3)
    assert (found.articles, found.duplicates, found.missing, found.sample, found.errors) == (
        8, 1, 8, 8, 0)
    assert found.seconds > 0 and found.bytes > 0 and not (tmp_path / "out").exists()


def test_an_existing_dask_cluster_gives_the_same_archive(plain, tmp_path):
    distributed = pytest.importorskip("distributed", reason="dask is not installed")
    from analysis.archive.run import remote

    with (distributed.LocalCluster(
              1, threads_per_worker=1, dashboard_address=None, worker_dashboard_address=None,
              silence_logs=50) as cluster, distributed.Client(cluster) as client):
        assert (made(tmp_path / "rows.jsonl", tmp_path / "out", workers=remote(client)).digest()
                == plain.digest())


def test_spark_writes_the_same_rows(plain, tmp_path):
    spark_sql = pytest.importorskip("pyspark.sql", reason="pyspark is not installed")
    from analysis.archive.spark import SCHEMA, writer

    os.environ["PYSPARK_PYTHON"] = sys.executable
    try:
        session = (spark_sql.SparkSession.builder.master("local[1]")
                   .config("spark.ui.enabled", False)
                   .getOrCreate())
    except Exception as problem:
        pytest.skip(f"Spark does not start here: {problem}")
    frame = session.createDataFrame(pandas.DataFrame(ROWS)).coalesce(1)
    counted = frame.mapInPandas(writer(str(tmp_path / "out"), keep=("desk",)), SCHEMA).toPandas()
    session.stop()
    assert counted["articles"].sum() == len(ROWS) and counted["errors"].sum() == 0
    ledger = Ledger(tmp_path / "out")
    for name in OWN.keys() - {"texts"}:
        here, there = (
            table(one, name).sort_values("article", ignore_index=True) for one in (ledger, plain))
        assert here.astype(str).equals(there.astype(str)), name
    assert Path(tmp_path / "out" / "ledger").exists()


@pytest.fixture(scope="module")
def asked(plain):
    return Archive(plain.out)


def test_measures_group_by_any_column_and_say_on_how_many_articles_they_rest(asked):
    assert asked.overview().iloc[0][["articles", "errors", "outlets"]].tolist() == [8, 0, 2]
    assert asked.groups("desk")["articles"].tolist() == [8]
    for measure in (asked.voices, asked.unnamed, asked.cues, asked.tone, asked.refusals):
        for by, groups in (
            ("outlet", ["Gazette", "Post"]), ("month", [f"2024-0{n + 1}" for n in range(8)]),
            ("desk", ["city"])):
            assert sorted(set(measure(by)[by])) == groups, (measure, by)
    shares = asked.voices("desk")
    assert shares["share"].sum() == pytest.approx(1) and set(shares["articles"]) == {8}
    with pytest.raises(ArticleError, match="no column editor; they have"):
        asked.voices("editor")


def test_a_share_is_that_of_the_articles_tables_and_its_interval_that_of_articles(asked):
    rows = asked.sql("SELECT article, form, quoted_words + reported_words AS words FROM speakers")
    named = rows[rows["form"] == "named"]["words"].sum() / rows["words"].sum()
    found = asked.voices("desk").set_index("form").loc["named"]
    assert found["share"] == pytest.approx(named) and found["low"] <= named <= found["high"]
    # Eight times the same article: nothing varies between articles.
    assert (
        asked.unnamed("desk")["high"].iloc[0] < 1 and asked.unnamed("outlet")["high"].isna().all())


def test_a_person_is_one_across_articles_only_by_full_name_and_affiliation(tmp_path):
    told = "“It held,” said {name}{of}. The weir of {place} is old."
    rows = [{"id": str(number), "text": told.format(name=name, of=of, place=PLACES[number])}
            for number, (name, of) in enumerate(
                [
                    ("Ana Brell", " of the Weir Company"), ("Ana Brell", " of the Weir Company"),
                    ("Ana Brell", ""), ("Ana Brell", "")])]
    made(tmp_path / "rows.jsonl", tmp_path / "out", rows, options=Options(texts=True))
    archive = Archive(tmp_path / "out")
    assert sorted(archive.heard()["articles"]) == [1, 1, 2]
    first = archive.heard().iloc[0]
    assert "“It held,” said Ana Brell" in archive.passage(
        first["article"], first["start"], first["end"])


def test_every_row_leads_back_to_its_passage(plain, asked):
    texts = {row["id"]: row["text"] for row in ROWS}
    for rows in (asked.heard(), asked.alarms(0), asked.findings(0)):
        for row in rows.itertuples():
            assert texts[row.article][row.start : row.end] == row.text
    with pytest.raises(ArticleError, match="without texts"):
        asked.passage("a0", 0, 3)


def test_a_folder_that_is_no_archive_is_said_to_be_none_and_a_file_of_articles_is_made_one(
    tmp_path):
    with pytest.raises(ArticleError, match="no archive"):
        Archive(tmp_path)
    archive = open_archive(lines(tmp_path / "rows.jsonl", ROWS[:2]), tmp_path / "runs")
    assert archive.overview()["articles"][0] == 2 and archive.own == ["desk"]
    assert open_archive(archive.out).overview().equals(archive.overview())
