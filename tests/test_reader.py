"""The annotated article: its text letter by letter, its marks, and what a reader does with it in a
browser."""
import html
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import analysis
from analysis.publish.report.backlinks import anchored
from analysis.show.reader import fragment, layers, page
from analysis.show.reader.markup import text, visible

HOSTILE = ("<script>alert('x')</script> {{ 7*7 }} {% raw %}\n\n<b>Ana Brell</b> said: “<img src=x "
           "onerror=alert(1)> **bold** [a](javascript:alert(1)) &amp; </script></style>.” It cost "
           "$40 million.\n\n“]]><!-- “we” said 5\x00%,” <i onclick=alert(2)>Ivo Lund</i> told 3 "
           "people.\u202e -->")


def stripped(article):
    """What is left of the reader's text without its tags."""
    return html.unescape(re.sub(r"<[^>]*>", "", text(article, layers.voices(article))))


def test_without_its_tags_the_text_is_the_article(harbour):
    assert stripped(harbour) == harbour.text
    hostile = analysis.Article(HOSTILE)
    assert stripped(hostile) == visible(HOSTILE)


PIECES = st.sampled_from(["“", "”", '"', "‘", "’", "\n\n", "\r\n", " ", "Ana Brell said",
                          "she says", "40 people", "Monday", ". ", ", ", "<b>", "&lt;", "]]>",
                          "\x00", "\u202e", "😀", "according to the mayor", "the bridge fell", "\t",
                          "3"])


@settings(max_examples=25, deadline=None)
@given(st.lists(PIECES, max_size=25).map("".join))
def test_marks_never_change_a_letter(letters):
    article = analysis.Article(letters)
    assert stripped(article) == visible(article.text)


SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 12),
                           st.sampled_from(["quote", "cue", "number"])), max_size=12)


@given(SPANS)
def test_overlapping_marks_are_cut_where_any_begins_or_ends(drawn):
    spans = sorted((layers.Span(start, min(start + size, 40), kind, f"x{number}")
                    for number, (start, size, kind) in enumerate(drawn)),
                   key=lambda span: (span.start, -span.end))
    pieces = layers.cut(spans, [0, 40])
    assert [start for start, _,
            _ in pieces] == [0, *(end for _, end, _ in pieces[:-1])] and pieces[-1][1] == 40
    for start, end, over in pieces:
        assert set(over) == {span for span in spans if span.start <= start and end <= span.end}


def test_every_quotation_number_source_and_cue_is_marked(harbour):
    items = set(" ".join(re.findall(r'data-i="([^"]*)"', fragment(harbour))).split())
    assert ({f"q{quote}" for quote in harbour.quotes["quote"]}
            | {f"n{number}" for number in harbour.numbers["number"]} <= items)
    with_source = harbour.attributions.dropna(subset=["source_start"])["attribution"]
    assert {f"a{number}" for number in with_source} <= items


def test_every_rule_that_decides_is_said_in_words(harbour):
    from analysis.show.display.decided import rules
    assert set(harbour.decisions["rule"]) | {
        rule for why in harbour.attributions["why"] for rule in why.split("; ")} <= set(rules())


def test_who_is_said_in_words_with_who_else_it_might_be():
    from analysis.show.display.decided import speakers
    text = "Mr Holm met Mr Lorn, the pilot, at the pier. He said that the bridge was safe."
    who, = speakers(analysis.Article(text)).values()
    assert who == "Holm, by the pronoun “He”; else Lorn"


def test_the_view_is_one_line_of_text_and_a_closed_frame(harbour):
    assert re.fullmatch(r"The Night the Water Came In: \d+ quotations, \d+ voices and \d+ numbers "
                        r"marked in the text", repr(harbour.view()))
    assert harbour.view()._repr_html_().startswith('<iframe sandbox="allow-scripts"')


@pytest.mark.parametrize("letters", ["", " \n", "Bridge", "The bridge fell. Nobody was hurt."])
def test_an_article_without_voices_says_so(letters):
    assert "Nobody is given a word" in fragment(analysis.Article(letters))


def test_places_get_anchors_and_the_printed_text_gives_up_its_own():
    bodies, links = anchored(['<h3 id="a">Who &amp; what?</h3><a class="place" href="#s3"><a '
                              'class="place" href="#s3"><span id="s3">',
                              '<h3 id="b">When?</h3><a class="place" href="#s3">'])
    assert links == {"3": [["p0", "Who & what?"], ["p1", "When?"]]}
    assert "".join(bodies).count('id="p') == 2 and 'id="s3"' not in bodies[0]


# In the browser

@pytest.fixture(scope="module", params=["harbour", "hostile"])
def file(request, harbour, tmp_path_factory):
    target = tmp_path_factory.mktemp("reader") / f"{request.param} <b>&.html"
    target.write_text(page(harbour if request.param == "harbour" else analysis.Article(HOSTILE)),
                      "utf8")
    return target


@pytest.fixture(scope="module",
                params=[("light", 360), ("light", 1280), ("dark", 360), ("dark", 1280)], ids=str)
def opened(request, browser, file):
    """The opened reader; `opened.heard` collects what the console says and `opened.asked` every
    address asked for."""
    scheme, width = request.param
    opened = browser.new_page(color_scheme=scheme, viewport={"width": width, "height": 800})
    opened.heard, opened.asked = [], []
    opened.on("console", lambda message: opened.heard.append(message.text))
    opened.on("pageerror", lambda error: opened.heard.append(str(error)))
    opened.on("dialog", lambda dialog: opened.heard.append(dialog.message))
    opened.on("request", lambda asked: opened.asked.append(asked.url))
    opened.goto(file.as_uri())
    yield opened
    opened.close()


def test_it_is_quiet_alone_and_as_wide_as_the_screen(opened):
    assert opened.heard == [] and not [url for url in opened.asked
                                       if not url.startswith(("file:", "data:"))]
    assert opened.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert opened.locator(".text script, .text img, .text b").count() == 0


def test_axe_finds_nothing_in_the_reader(opened):
    from pathlib import Path

    import axe_playwright_python
    opened.evaluate(Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text("utf8"))
    opened.locator("mark[tabindex]").last.click()
    violations = opened.evaluate("async () => (await axe.run()).violations")
    assert [(found["id"], [node["html"][:120] for node in found["nodes"]])
            for found in violations] == []


@pytest.fixture
def desk(browser, harbour, tmp_path):
    """The reader of the project's own article on a wide screen."""
    target = tmp_path / "reader.html"
    target.write_text(page(harbour), "utf8")
    desk = browser.new_page(viewport={"width": 1280, "height": 800})
    desk.goto(target.as_uri())
    yield desk
    desk.close()


def said(desk):
    return desk.locator(".what").inner_text()


def test_pointing_shows_the_rule_the_confidence_and_the_cue(desk):
    desk.hover("mark.quote-first >> nth=0")
    assert all(word in said(desk) for word in ("Quotation", "Ilse Marrek", "Cue", "says (neutral)",
                                               "Decided by", "Confidence", "%"))
    desk.hover("mark.number >> nth=1")
    assert all(word in said(desk) for word in ("Number", "19,000", "Said by"))


def test_the_arrows_walk_through_the_marks_and_escape_leaves_them(desk):
    desk.focus(".text")
    desk.keyboard.press("ArrowRight")
    first = desk.evaluate("document.activeElement.dataset.i")
    assert desk.evaluate("document.activeElement.matches('mark')") and "Decided by" in said(desk)
    desk.keyboard.press("ArrowRight")
    assert desk.evaluate("document.activeElement.dataset.i") != first
    desk.keyboard.press("ArrowLeft")
    assert desk.evaluate("document.activeElement.dataset.i") == first
    desk.keyboard.press("Escape")
    assert (desk.evaluate("document.activeElement.className") == "text"
            and "Point at a mark" in said(desk))


def test_what_a_click_shows_stays_while_the_pointer_goes_on(desk):
    desk.click("mark.quote-first >> nth=0")
    before = said(desk)
    desk.hover("mark.number >> nth=1")
    assert said(desk) == before
    desk.click(".close")
    assert "Point at a mark" in said(desk)


def test_a_layer_is_switched_off_and_its_marks_are_skipped(desk):
    colour = "getComputedStyle(document.querySelector('mark.quote')).backgroundColor"
    assert desk.evaluate(colour) != "rgba(0, 0, 0, 0)"
    for name in ("quotes", "reports", "sources", "cues"):
        desk.uncheck(f"[data-layer={name}]")
    assert desk.evaluate(colour) == "rgba(0, 0, 0, 0)"
    desk.focus(".text")
    for _ in range(5):
        desk.keyboard.press("ArrowRight")
        assert desk.evaluate("document.activeElement.matches('.number, .check')")


def test_one_voice_is_picked_out(desk):
    desk.locator(".voices label", has_text="Wenna Draye").locator("input").check()
    number = desk.locator(".voices input:checked").get_attribute("value")
    assert f"voice {number}" in said(desk)
    lit = desk.evaluate("[...document.querySelectorAll('mark.lit')].map(m => m.dataset.v.split(' "
                        "'))")
    assert lit and all(number in voices for voices in lit)
    desk.click(".on")
    assert "Wenna Draye" in said(desk)


def test_a_deep_link_shows_its_sentence(desk):
    desk.evaluate("location.hash = '#s20'")
    desk.wait_for_function("document.querySelector('.what .head')?.textContent === 'Sentence'")
    assert "Tone" in said(desk) and desk.locator("#s20.hit").count() == 1


def test_marks_are_told_apart_without_colour(desk):
    """Every first piece of a quotation shows its voice's number, and each layer has a line or frame
    of its own."""
    shown = desk.evaluate("""[...document.querySelectorAll('mark.quote-first[data-n]')].map(mark =>
        getComputedStyle(mark, '::before').content === JSON.stringify(mark.dataset.n)
        || getComputedStyle(mark, '::before').content)""")
    assert shown and all(str(one) == "True" or one.strip('"').isdigit() for one in shown)
    style = ("s => { const c = getComputedStyle(document.querySelector(s)); "
             "return [c.textDecorationStyle, c.textDecorationLine, c.boxShadow] }")
    looks = [tuple(desk.evaluate(style, kind))
             for kind in ("mark.source:not(.number)", "mark.cue", "mark.number:not(.source)")]
    assert len(set(looks)) == 3


def test_it_prints_with_its_marks_and_without_its_switches(desk):
    desk.emulate_media(media="print")
    assert not desk.locator(".layers").is_visible() and not desk.locator(".panel").is_visible()
    assert desk.locator(".voices .chip").first.is_visible()
    assert (desk.evaluate("getComputedStyle(document.querySelector('mark.quote')).backgroundColor")
            != "rgba(0, 0, 0, 0)")
    assert len(desk.pdf()) > 20_000


def test_it_works_in_the_frame_that_jupyterlab_shows(browser, harbour):
    opened = browser.new_page(viewport={"width": 1280, "height": 800})
    opened.set_content(harbour.view()._repr_html_())
    frame = opened.frame_locator("iframe")
    frame.locator("mark.quote-first").first.click()
    assert "Decided by" in frame.locator(".what").inner_text()
    opened.close()


def test_a_refusal_has_its_name_in_the_panel():
    from analysis.show.reader import details
    article = analysis.Article("A Weir\n\nAna Brell, the mayor of Lorn, declined to comment on "
                               "the weir.\n\n“It held,” said Ivo Lund.\n")
    assert "refusal" in set(article.attributions["scope"])
    assert "A refusal to speak" in str(details.details(article, layers.voices(article)))
