"""A chart with its description: a PNG for the eye, one sentence for everything else."""
from base64 import b64encode
from collections.abc import Iterable
from io import BytesIO
from typing import Any

from pandas import DataFrame

from analysis.show.display.numbers import as_csv
from analysis.show.escape import printable

_DPI, _COLOURS = 128, 32
_MARGIN = .1  # inches around what is drawn


class Figure:
    """A matplotlib figure and `alt`, the sentence that says what it shows, made from the same data.

    The sentence is the figure's text form, so that a changed result fails the comparison of
    notebook outputs, and the image's alternative text in the report. Make the figure with
    `matplotlib.figure.Figure`, not with pyplot: then it needs no closing and no display. labels:
    pairs of a text in the figure (`analysis.show.charts.rows`, `columns`) and the `Place` that it
    leads to, or None; the report makes them links. frame: the numbers that are drawn. narrow: the
    same, drawn for a narrow screen.
    """

    def __init__(self, figure: Any, alt: str, labels: Iterable = (),
                 frame: DataFrame | None = None, narrow: "Figure | None" = None):
        self.figure, self.alt, self.labels, self.frame = figure, printable(alt), list(labels), frame
        self.narrow = narrow

    def png(self) -> bytes:
        """The image, the same bytes for the same data."""
        return self._drawn()[0]

    def _drawn(self):
        """(the image, its part of the figure in inches)."""
        from PIL import Image
        self.figure.set_dpi(_DPI)
        if (layout := self.figure.get_layout_engine()) is not None:
            # Laid out now, and not again when it is measured and drawn.
            layout.execute(self.figure)
            self.figure.set_layout_engine(None)
        box = self.figure.get_tightbbox().padded(_MARGIN)
        drawn, small = BytesIO(), BytesIO()
        self.figure.savefig(drawn, format="png", dpi=_DPI, facecolor="white", bbox_inches=box,
                            metadata={"Software": None}, pil_kwargs={"compress_level": 0})
        # A chart has few colours: a palette makes the file a third, and the report loads at once.
        Image.open(drawn).convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE).save(
            small, format="png", optimize=True)
        return small.getvalue(), box

    def _links(self, box):
        """[{left, top, width, height (per cent), label, paragraph, sentence}] of the links."""
        links = []
        for text, place in self.labels:
            if place is None:
                continue
            ends = text.get_window_extent()
            where = {
                "left": (ends.x0 / _DPI - box.x0) / box.width,
                "top": (box.y1 - ends.y1 / _DPI) / box.height,
                "width": ends.width / _DPI / box.width, "height": ends.height / _DPI / box.height}
            links.append({side: round(100 * share, 1) for side, share in where.items()} | {
                              "label": printable(text.get_text().replace(r"\$", "$")),
                              "paragraph": place.paragraph, "sentence": place.sentence})
        return links

    def _repr_mimebundle_(self, include=None, exclude=None):
        png, box = self._drawn()
        width = int.from_bytes(png[16:20], "big") * 100 // _DPI
        about = {"alt": self.alt, "width": width} | ({"links": links} if
                                                     (links := self._links(box)) else {})
        about |= {} if self.frame is None else as_csv(self.frame, self.alt)
        if self.narrow is not None:
            image, about_it = self.narrow._repr_mimebundle_()
            about["narrow"] = {"image": image["image/png"],
                               "links": about_it["image/png"].get("links", [])}
        return {"image/png": b64encode(png).decode(), "text/plain": self.alt}, {"image/png": about}

    def __repr__(self):
        return self.alt
