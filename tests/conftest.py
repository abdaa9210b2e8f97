"""What several tests share: the default article, notebooks run once, a browser."""
import os
from pathlib import Path

import pytest

import analysis
from analysis.report.notebooks import DEFAULT

CHROMIUM = next((path for path in map(Path, os.environ.get("CHROMIUM", "").split() or
                                      ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
                                       "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"])
                 if path.exists()), None)
_FLAGS = ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
          "--disable-component-update", "--disable-sync"]


@pytest.fixture(scope="session")
def harbour():
    return analysis.read(DEFAULT)


@pytest.fixture(scope="session")
def report(harbour, tmp_path_factory):
    """The report on the default article, and the folder of its executed notebooks."""
    from analysis.report import write
    folder = tmp_path_factory.mktemp("report")
    return write(harbour, folder / "report.html", folder / "notebooks"), folder / "notebooks"


@pytest.fixture(scope="module")
def browser():
    """The machine's Chromium. Without it the test is skipped; in CI, where it was installed, it fails."""
    if CHROMIUM is None:
        said = "no Chromium on this machine: install it, or name it in the environment variable CHROMIUM"
        pytest.fail(said) if os.environ.get("CI") == "true" else pytest.skip(said)
    from playwright.sync_api import sync_playwright
    with sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=CHROMIUM, args=_FLAGS)
        yield chromium
        chromium.close()
