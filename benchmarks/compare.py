"""What a comparison of 20 articles costs, as a ratio to the parse: python benchmarks/compare.py

The articles are cut from the project's own three: windows of about 700 words, each beginning
elsewhere, with their numbers raised by the number of the article, so that there is much to match
and much that differs. The unit is the bare parse of all their paragraphs, as in
`benchmarks/cost.py`; all figures are of one process.
"""
import re
import time

import analysis
from analysis.project import COMPARED
from analysis.text.parse import parse, pipeline

NUMBER, WORDS = 20, 700
TABLES = ["voices", "quotations", "figures", "facts", "cues", "tones"]


def articles():
    """NUMBER texts of about WORDS words."""
    paragraphs = [[part for part in path.read_text("utf8").split("\n\n") if part.strip()]
                  for path in COMPARED]
    for number in range(NUMBER):
        title, *body = paragraphs[number % len(paragraphs)]
        body = body[number % len(body):] + body[:number % len(body)]
        kept, words = [f"{title} {number}", f"By Ann Other – Gazette {number} – 14 March 2025"], 0
        while words < WORDS:
            kept.append(re.sub(r"\b(\d\d+)\b(?! March)", lambda match,
                               number=number: str(int(match[1]) + number % 4),
                               body[len(kept) % len(body)]))
            words += len(kept[-1].split())
        yield "\n\n".join(kept)


def seconds(work):
    """Elapsed seconds of a call."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


if __name__ == "__main__":
    pipeline()
    comparison = analysis.Comparison([analysis.Article(text) for text in articles()])
    words = sum(len(article.text.split()) for article in comparison.articles)
    elapsed = {"parse": seconds(lambda: [article.parsed for article in comparison.articles])}
    texts = [paragraph.copy.text for article in comparison.articles for paragraph in article.parsed]
    unit = min(seconds(lambda: parse(texts)) for _ in range(2))
    needed = ["quotes", "attributions", "speakers", "mentions", "numbers", "stances"]
    elapsed["tables of each article"] = seconds(lambda: [getattr(article, name)
                                                         for article in comparison.articles
                                                         for name in needed])
    for name in TABLES:
        elapsed[f"comparison: {name}"] = seconds(lambda name=name: getattr(comparison, name))
    print(f"{NUMBER} articles, {words:,} words; bare parse {unit:.1f} s, {words / unit:,.0f} words "
          "a second")
    for name, spent in elapsed.items():
        print(f"{name:32}{spent / unit:6.2f}")
    print(f"{'all / bare parse':32}{sum(elapsed.values()) / unit:6.2f}   "
          f"({sum(elapsed.values()):.1f} s)")
