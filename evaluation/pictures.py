"""The README's picture: the first page of the example report, as a browser shows it.

    python -m evaluation.pictures

writes docs/report.png; it needs Chromium, in the path or named in the environment variable
CHROMIUM. Run it after `make outputs`.
"""
import os
import shutil
from io import BytesIO
from pathlib import Path

from analysis.project import EXAMPLE

PICTURE = EXAMPLE.with_name("report.png")
_SIZE, _COLOURS = {"width": 1280, "height": 1600}, 64


def picture(report: Path) -> bytes:
    """The first page of a report as a PNG with few colours; playwright's error without Chromium."""
    from PIL import Image
    from playwright.sync_api import sync_playwright
    with sync_playwright() as driver:
        chromium = driver.chromium.launch(
            executable_path=os.environ.get("CHROMIUM") or shutil.which("chromium"),
            args=["--no-sandbox"])
        page = chromium.new_page(color_scheme="light", viewport=_SIZE)
        page.goto(report.as_uri())
        shown = page.locator(".headlines").first.bounding_box()
        height = shown["y"] + shown["height"]
        taken = page.screenshot(clip={"x": 0, "y": 0, "width": _SIZE["width"], "height": height})
        chromium.close()
    small = BytesIO()
    Image.open(BytesIO(taken)).convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE).save(
        small, format="png", optimize=True)
    return small.getvalue()


if __name__ == "__main__":
    PICTURE.write_bytes(picture(EXAMPLE))
