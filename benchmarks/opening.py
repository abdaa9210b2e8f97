"""How heavy a report is and how soon it opens: python benchmarks/opening.py [ARTICLE]

Prints the size of the report, how many elements it has, the characters of its article, and the
seconds until Chromium has loaded it, the best of several; then what it asked of any server, which
must be nothing. Chromium is the one that the machine has, or the one that the environment variable
CHROMIUM names.
"""
import os
import sys
import tempfile
from pathlib import Path

import analysis
from analysis.project import DEFAULT
from analysis.publish.report import write

RUNS = 5


def opened(browser, file):
    """(seconds until loaded, elements, addresses asked for) of one opening in a new window."""
    page, asked = browser.new_page(viewport={"width": 1280, "height": 800}), []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    seconds = page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd") / 1000
    elements = page.evaluate("document.querySelectorAll('*').length")
    page.close()
    return seconds, elements, [url for url in asked if not url.startswith(("file:", "data:"))]


if __name__ == "__main__":
    from playwright.sync_api import sync_playwright
    article = analysis.read(sys.argv[1] if len(sys.argv) > 1 else DEFAULT)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        file = write(article, Path(folder, "report.html"))
        browser = driver.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"),
            args=["--headless=new", "--no-sandbox", "--disable-gpu"])
        seconds, elements, asked = min(opened(browser, file) for _ in range(RUNS))
        browser.close()
        print(f"{len(article.text):,} characters; {file.stat().st_size:,} bytes; {elements:,} "
              f"elements; opens in {seconds:.2f} s; {len(asked)} addresses asked for")
