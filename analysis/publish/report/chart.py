"""A chart in the report: the image, and over each of its labels a link to the label's passage."""
from typing import Any

from markupsafe import Markup

from analysis.show.escape import markup
from analysis.show.place import Place


def chart(output: Any, kind: str = "image/png") -> Any:
    """An output of a cell that holds an image, as HTML; a chart wider than the screen scrolls by
    itself.

    What `analysis.show.display.Figure` says of it is in the output's metadata; other images have
    their text for a description.
    """
    about, code = output.metadata.get(kind, {}), output.data[kind].replace("\n", "")
    alt, width = about.get("alt", output.data.get("text/plain", "")), about.get("width")
    links = "".join(map(_link, about.get("links", [])))
    reached = "" if links else ' role="group" tabindex="0" aria-label="Chart"'
    size = f' style="width:{int(width)}px"' if width else ""
    return Markup(f'<div class="chart"{reached}><div class="plate"{size}>'
                  f'<img src="data:{kind};base64,{code}" alt="{markup(alt)}">{links}</div></div>')


def _link(link):
    place = Place(int(link["paragraph"]), int(link["sentence"]))
    where = ";".join(f"{side}:{float(link[side]):.1f}%"
                     for side in ("left", "top", "width", "height"))
    return (f'<a class="place" href="{place.href}" style="{where}" '
            f'aria-label="{markup(link["label"])}, paragraph {place.paragraph}, in the text"></a>')
