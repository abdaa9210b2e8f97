"""The article's text as HTML, cut into flat pieces wherever a mark begins or ends."""
import html

from analysis.article import Article
from analysis.show.escape import markup, spelled_out
from analysis.show.reader import details, layers


def visible(text: str) -> str:
    """The text with the characters that cannot or must not be printed as their codes.

    >>> visible("a\\x1b[0m\\r")
    'a\\\\x1b[0m\\r'
    """
    return "\r".join(map(spelled_out, text.split("\r")))


def text(article: Article, numbered: dict, level: int = 3) -> str:
    """The whole text of an Article as HTML; without tags it is `visible(article.text)`.

    A sentence is a span `s<number>`, a marked piece a `mark` whose `data-i` names the items it
    belongs to. Numbers, labels and tone are in attributes alone. numbered: the `voices` of
    `analysis.show.reader.layers`. level: of its headings.
    """
    tones = {row.sentence: row for row in article.tone.itertuples()}
    sentences = list(article.sentences.itertuples())
    bounds = {0, len(article.text), *article.paragraphs["start"], *article.paragraphs["end"],
              *article.sentences["start"], *article.sentences["end"]}
    opened = {}
    inside = {}
    for sentence in sentences:
        inside.setdefault(sentence.paragraph, []).append(sentence.sentence)
    for row in article.paragraphs.itertuples():
        opened.setdefault(row.start, []).append(_open(
            row, [tones[number] for number in inside.get(row.paragraph, []) if number in tones],
            level))
    for row in sentences:
        opened.setdefault(row.start, []).append(f'<span class="s" id="s{row.sentence}" '
                                     f'data-s="{row.sentence}">')
    closed = {row.end: ["</span>"] for row in sentences}
    for row in article.paragraphs.itertuples():
        closed.setdefault(row.end, []).append("</p></div>")
    seen, parts = set(), []
    for start, end, over in layers.cut(layers.spans(article, numbered), sorted(bounds)):
        parts += opened.get(start, [])
        parts.append(_piece(article.text[start:end], start, over, seen))
        parts += closed.get(end, [])
    return "".join(parts)


def _open(row, tones, level):
    bars = "".join(_bar(tone) for tone in tones)
    said = "; ".join(details.tone(tone) for tone in tones)
    number = len(tones)
    heading = f' role="heading" aria-level="{level}"' if row.kind in ("title", "heading") else ""
    strip = (f'<div class="tone" role="img" aria-label="Tone of paragraph {row.paragraph}, '
             f'{number} sentence{"s" * (number != 1)}: {markup(said)}">{bars}</div>' if tones
             else '<div class="tone"></div>')
    return (f'<div class="par {row.kind}" data-p="{row.paragraph}">{strip}<p dir="auto"{heading}>')


def _bar(tone):
    if not tone.evidence:
        return f'<i data-s="{tone.sentence}"></i>'
    side = "up" if tone.score > 0 else "down"
    return (f'<i class="{side}" data-s="{tone.sentence}" '
            f'style="--t:{min(abs(tone.score) / 2, 1):.2f}"></i>')


def _piece(text, start, over, seen):
    letters = html.escape(visible(text)).replace("\r", "&#13;")
    if not over:
        return letters
    speech = [span for span in over if span.layer in (layers.QUOTE, layers.REPORT)]
    inner = max(speech, key=lambda span: (span.layer == layers.QUOTE, span.start), default=None)
    names = list(dict.fromkeys(span.layer for span in over))
    fresh = [span for span in over if span.item not in seen]
    first = [span.layer + "-first" for span in speech if span.start == start]
    seen.update(span.item for span in fresh)
    voices = list(dict.fromkeys(str(span.voice) for span in over if span.voice))
    classes = [*names, *dict.fromkeys(first), *_hue(inner and inner.voice)]
    attributes = [f'class="{" ".join(classes)}"',
                  f'data-i="{" ".join(dict.fromkeys(span.item for span in reversed(over)))}"']
    if voices:
        attributes.append(f'data-v="{" ".join(voices)}"')
    if first and inner.voice:
        attributes.append(f'data-n="{inner.voice}"')
    if fresh:
        attributes.append('tabindex="-1"')
    return f'<mark {" ".join(attributes)}>{letters}</mark>'


def _hue(voice):
    return [] if voice is None else [f"v{(voice - 1) % layers.COLOURS}",
                                     f"u{(voice - 1) // layers.COLOURS % 4}"]
