"""From a web page to its article: trafilatura finds it, the rules here part it from the page."""
import re
from typing import Any

from ftfy import fix_text

from analysis.errors import ArticleError
from analysis.reading.document import Document, compose
from analysis.text.furniture import is_furniture

_JOB = (r"(?:reporter|writer|editor|correspondent|columnist|curator|journalist|author|"
        r"contributor|blogger|producer|professor|fellow|novelist|director)\b")
_BIOGRAPHY = re.compile(rf"(?P<name>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){{0,3}}),? "
                        rf"(?:is|was|writes|covers|reports|has (?:written|"
                        rf"covered|worked))\b(?P<job> (?:an?|the|our|[\w.]+['’]s) "
                        rf"[^.]{{0,60}}\b{_JOB} (?:at|for|with|of|covering|based))?")
_CONTACT = re.compile(r"\b(?:may|can) be reached (?:at|on|via)\b|"
                      r"^(?:e-?mail|contact|follow)\b.*@\w", re.I)
_LAST = 3       # the author's biography stands among the last paragraphs
_BIOGRAPHY_WORDS = 60
_LEAST_WORDS = 5
_DEEPEST = 250      # the parser drops, without a word, what stands deeper than 255
_MOST_ATTRIBUTES = 2_000    # of one tag; the parser compares each with all before it
_STANDFIRST = re.compile(r"(^|[\s_-])(standfirst|dek|deck|sub-?title|sub-?head(line)?|strapline|"
                         r"stand-first)($|[\s_-])", re.I)


def read_page(markup: str, limit: int, url: str | None = None) -> Document:
    """The `Document` of a web page's markup, of at most `limit` characters.

    Raises ArticleError where no article is found in it, or markup without end.
    """
    from trafilatura import bare_extraction
    tree = _tree(markup)
    headings = [_line(heading) for heading in tree.iter("h1")]
    decks = [_line(element)
             for element in tree.xpath("//*[self::p or self::h2 or self::div or self::span]"
                                       "[@class]")
             if _STANDFIRST.search(element.get("class")) and 4 < len(_line(element).split()) < 80]
    language = (tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang")
                or "")[:2].lower()
    try:
        found: Any = bare_extraction(tree, url=url, include_comments=False, include_links=True,
                                with_metadata=True,
                                date_extraction_params={"original_date": True,
                                                        "extensive_search": False})
    except (MemoryError, RecursionError):
        raise
    except Exception as error:      # whatever a broken page makes the libraries beneath raise
        raise ArticleError(f"The page cannot be read ({type(error).__name__}): save the article's "
                           "text in a file and read that.") from error
    title = _title(headings, found.title, found.sitename) if found else None
    blocks = _article_only(list(_blocks(found.body)), title, found.author) if found else []
    if sum(len(text.split()) for _, text in blocks) < _LEAST_WORDS:
        raise ArticleError("No article was found on the page (it may need scripts or a "
                           "subscription): save the article's text in a file and read that.")
    standfirst = next((text for kind, text in blocks[:2] if any(_same(text, deck) for deck in decks)
                       or kind == "heading" and _same(text, found.description)), None)
    blocks = [("standfirst" if text == standfirst else kind, text) for kind, text in blocks]
    return compose([("title", title or ""), *blocks], limit, title=title,
                   byline=_byline(found.author), outlet=found.sitename, published=found.date,
                   language=language or None)


def _tree(markup):
    """The elements of a page, posts like all others; ArticleError where markup has no end."""
    from trafilatura import load_html
    if any(tag.partition(">")[0].count("=") > _MOST_ATTRIBUTES for tag in markup.split("<")):
        raise ArticleError(f"The page has a tag with more than {_MOST_ATTRIBUTES:,} attributes: "
                           "save the article's text in a file and read that.")
    tree = load_html(markup)
    if tree is None:
        raise ArticleError("The page cannot be read as HTML: save the article as plain text and "
                           "read that.")
    if tree.xpath(f"boolean(//*[count(ancestor::*) >= {_DEEPEST}])"):
        raise ArticleError(f"The page nests more than {_DEEPEST} elements in one another, and what "
                           "is deeper is not read: "
                           "save the article's text in a file and read that.")
    for quotation in tree.xpath("//blockquote[contains(@class, 'twitter-tweet')]"):
        # trafilatura drops embedded posts by their class and their wrapper's; reporters quote them
        for element in quotation.xpath("self::* | parent::*"):
            element.attrib.pop("class", None)
    return tree


def _line(element):
    return _mended("".join(element.itertext()))


def _mended(text):
    return " ".join(fix_text(text, uncurl_quotes=False).split())


def _byline(author):
    return author and ", ".join(part.strip() for part in author.split(";"))


def _words(text):
    return re.findall(r"\w+", (text or "").lower())


def _same(text, other):
    """Whether two lines are the same but for case, punctuation and an end cut off."""
    one, two = _words(text), _words(other)
    shorter, longer = sorted(map(len, (one, two)))
    return bool(shorter) and one[:shorter] == two[:shorter] and shorter >= .8 * longer


def _title(headings, stated, site):
    """The main heading that says what the stated title says, else that without the site."""
    headings = [heading for heading in headings if not _same(heading, site)]
    if not stated:
        return headings[0] if len(headings) == 1 else None
    stated = _mended(stated)
    words = set(_words(stated))

    def shared(heading):
        own = set(_words(heading))
        return len(words & own) / max(len(own), 1)
    best = max(headings, key=shared, default="")
    if shared(best) >= .6 and len(_words(best)) >= 2:
        return best
    if len(headings) == 1 and len(_words(headings[0])) >= 4:
        return headings[0]
    return re.sub(r" [|»–—-] [^|»–—-]{2,40}$", "", stated)


def _blocks(body):
    """(kind, text) of the paragraphs of trafilatura's tree, lists of links left out."""
    yield from _lines(None, body.text)
    for element in body:
        linked = sum(len("".join(link.itertext())) for link in element.iter("ref"))
        whole = len("".join(element.itertext()))
        if not (element.tag == "list" and linked > .8 * whole):
            parts = element.xpath(".//row | .//item") or [element]
            if element.tag == "quote":
                parts = element.xpath("./p") or [element]
            for part in parts:
                separator = " " if part.tag == "row" else ""
                for line in _broken_lines(part, separator):
                    yield from _lines("heading" if element.tag == "head" else None, line)
        yield from _lines(None, element.tail)


def _broken_lines(element, separator):
    """The text of an element, cut at its line breaks."""
    lines = [element.text or ""]
    for part in element.iterdescendants():
        if part.tag in ("lb", "p", "item"):
            lines.append("")
        lines[-1] += separator + (part.text or "")
        lines[-1] += part.tail or ""
    return lines


def _lines(kind, text):
    text = _mended(text or "")
    if any(map(str.isalnum, text)):
        yield kind, text


def _article_only(blocks, title, author):
    """The blocks without the repeated title, page furniture and the author's biography."""
    kept = [(kind, text) for kind, text in blocks if not is_furniture(text)]
    kept = [block
            for number, block in enumerate(kept) if not (number < 3 and _same(block[1], title))]
    kept = kept[:-_LAST] + [block for block in kept[-_LAST:] if not _is_biography(block[1], author)]
    while kept and kept[-1][0] == "heading":
        kept.pop()
    return kept


def _is_biography(text, author):
    """Whether a short paragraph says who the page's author is, or somebody's job."""
    if len(text.split()) > _BIOGRAPHY_WORDS:
        return False
    match = _BIOGRAPHY.match(text)
    return bool(_CONTACT.search(text) or match
                and (match["name"] in author if author else match["job"]))
