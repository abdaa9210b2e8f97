"""A chart in the report: the image, and over each of its labels a link to the label's passage."""
from itertools import repeat
from typing import Any

from markupsafe import Markup

from analysis.show.escape import markup
from analysis.show.place import Place


def chart(output: Any, kind: str = "image/png") -> Any:
    """An output of a cell that holds an image, as HTML; a chart wider than the screen scrolls by
    itself, one that is drawn for a narrow screen, too, has another image there.

    What `analysis.show.display.Figure` says of it is in the output's metadata; other images have
    their text for a description.
    """
    about, code = output.metadata.get(kind, {}), output.data[kind].replace("\n", "")
    alt, width = about.get("alt", output.data.get("text/plain", "")), about.get("width")
    narrow = about.get("narrow", {})
    links = "".join(map(_link, about.get("links", []), narrow.get("links") or repeat(None)))
    reached = "" if links else ' role="group" tabindex="0" aria-label="Chart"'
    size = f' style="width:{int(width)}px"' if width else ""
    image = f'<img src="data:{kind};base64,{code}" alt="{markup(alt)}">'
    if narrow:
        image = (f'<picture><source media="(max-width: 40rem)" srcset="data:{kind};base64,'
                 f'{narrow["image"]}">{image}</picture>')
    shape = "chart both" if narrow else "chart"
    return Markup(f'<div class="{shape}"{reached}><div class="plate"{size}>{image}{links}</div>'
                  '</div>')


def _link(link, narrow):
    place = Place(int(link["paragraph"]), int(link["sentence"]))
    where = "".join(f"--{name}{side}:{float(one[side]):.1f}%;"
                    for name, one in (("", link), ("narrow-", narrow)) if one
                    for side in ("left", "top", "width", "height"))
    return (f'<a class="place" href="{place.href}" style="{where}" '
            f'aria-label="{markup(link["label"])}, paragraph {place.paragraph}, in the text"></a>')
