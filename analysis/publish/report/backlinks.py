"""Links from the text back to what is said about it: an anchor for every place named."""
import html
import re

_HEADING_OR_PLACE = re.compile(r'<h[234] id="[^"]*">(?P<heading>.*?)</h[234]>|<a class="place" '
                               r'href="(?P<target>[^"#]*#s(?P<sentence>\d+))"')
_SENTENCE = re.compile(r'<span id="s\d+">')


def anchored(bodies: list[str], heading: str = "") -> tuple:
    """(bodies with anchors, {sentence: [[anchor, heading], …]}) of the chapters' HTML, in order.

    heading: of what comes before the first heading.

    The printed text of a chapter loses its anchors: in the report the reader has them, and an
    anchor must be unique. A sentence that one heading names several times is linked to the first of
    them.

    >>> anchored(['<h3 id="x">Who?</h3><a class="place" href="#s4"'])
    (['<h3 id="x">Who?</h3><a id="p0" class="place" href="#s4"'], {'4': [['p0', 'Who?']]})
    """
    links, made = {}, 0

    def replaced(match):
        nonlocal made, heading
        if match["heading"] is not None:
            heading = html.unescape(re.sub(r"<[^>]+>", "", match["heading"]))
            return match[0]
        known = links.setdefault(match["sentence"], [])
        if heading in [label for _, label in known]:
            return match[0]
        anchor, made = f"p{made}", made + 1
        known.append([anchor, heading])
        return f'<a id="{anchor}" class="place" href="{match["target"]}"'

    return [_HEADING_OR_PLACE.sub(replaced, _SENTENCE.sub("<span>", body))
            for body in bodies], links
