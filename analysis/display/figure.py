"""A chart with its description: a PNG for the eye, one sentence for everything else."""
from base64 import b64encode
from io import BytesIO

from analysis.display.escape import printable

_DPI, _COLOURS = 128, 32


class Figure:
    """A matplotlib figure and `alt`, the sentence that says what it shows, made from the same data.

    The sentence is the figure's text form, so that a changed result fails the comparison of notebook outputs, and
    the image's alternative text in the report. Make the figure with `matplotlib.figure.Figure`, not with pyplot:
    then it needs no closing and no display.
    """

    def __init__(self, figure, alt):
        self.figure, self.alt = figure, printable(alt)

    def png(self):
        """The image, the same bytes for the same data."""
        from PIL import Image
        drawn, small = BytesIO(), BytesIO()
        self.figure.savefig(drawn, format="png", dpi=_DPI, facecolor="white", bbox_inches="tight",
                            metadata={"Software": None})
        # A chart has few colours: a palette makes the file a third, and the report loads at once.
        Image.open(drawn).convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE).save(small, format="png", optimize=True)
        return small.getvalue()

    def _repr_mimebundle_(self, include=None, exclude=None):
        png = self.png()
        width = int.from_bytes(png[16:20], "big") * 100 // _DPI
        return ({"image/png": b64encode(png).decode(), "text/plain": self.alt},
                {"image/png": {"alt": self.alt, "width": width}})

    def __repr__(self):
        return self.alt
