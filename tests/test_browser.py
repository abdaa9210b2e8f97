"""The report in a real browser, driven as a person would: quiet, alone, harmless, and usable by
everybody."""
import re
from io import BytesIO

import hostile
import pytest
from conftest import ARTICLES

import analysis
from analysis.publish.report import write

LOOKS = [("light", 360), ("light", 1280), ("dark", 360), ("dark", 1280)]
TEXT = ".reader .text"


def opened(browser, file, scheme, width):
    """The opened report; `.heard` collects what the console and dialogs say, `.asked` every address
    asked for."""
    page = browser.new_page(color_scheme=scheme, viewport={"width": width, "height": 800},
                            reduced_motion="reduce")
    page.heard, page.asked = [], []
    page.on("console", lambda message: page.heard.append(message.text))
    page.on("pageerror", lambda error: page.heard.append(str(error)))
    page.on("dialog", lambda dialog: (page.heard.append(dialog.message), dialog.dismiss()))
    page.on("request", lambda asked: page.asked.append(asked.url))
    page.goto(file.as_uri())
    return page


@pytest.fixture(scope="module", params=[(name, *look) for name in ARTICLES for look in LOOKS],
                ids=lambda made: "-".join(map(str, made)))
def page(request, browser, reports):
    """The report on each article, on a screen and on a phone, light and dark."""
    name, scheme, width = request.param
    page = opened(browser, reports(name)[0], scheme, width)
    yield page
    page.close()


def test_the_console_is_quiet_and_nothing_is_asked_of_any_server(page):
    page.mouse.move(200, 400)
    assert page.heard == []
    assert [url for url in page.asked if not url.startswith(("file:", "data:"))] == []


def test_axe_finds_nothing_to_complain_about(page, rules):
    page.evaluate(rules)  # as the debugger does: the page's own policy forbids scripts
    page.check("#show-code")
    # Contrast takes minutes on 20,000 words; the colours are those of the other articles.
    colours = "20,000" not in page.url.replace("%20", " ")
    violations = page.evaluate("""async colours => (await axe.run(
        {resultTypes: ['violations'],
         rules: {'color-contrast': {enabled: colours}}})).violations""",
                               colours)
    assert [(found["id"], [node["html"][:120] for node in found["nodes"]])
            for found in violations] == []


def test_the_page_is_no_wider_than_the_screen(page):
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_the_picture_of_the_front_page_is_as_wide_as_the_screen_and_its_links_lie_in_it(page):
    assert page.evaluate("""(() => {
        const chart = document.querySelector(".front .chart")
        const of = part => part.getBoundingClientRect()
        const box = of(chart), links = [...chart.querySelectorAll(".place")].map(of)
        return chart.scrollWidth <= chart.clientWidth && links.every(link => link.width > 0
            && link.left >= box.left - 1 && link.right <= box.right + 1)
    })()""")
    image = page.locator(".front .chart img")
    wide = image.evaluate("image => image.naturalWidth > 900")
    assert wide == (page.viewport_size["width"] > 640)


def test_every_link_leads_somewhere_within_the_report_or_saves_a_table(page):
    missing = page.evaluate(
        """[...document.querySelectorAll('a[href]:not([download])')]
           .map(a => a.getAttribute('href'))
           .filter(href => href[0] !== '#' || !document.getElementById(href.slice(1)))""")
    assert missing == []
    saved = page.evaluate("[...document.querySelectorAll('a[download]')].map(a => a.href)")
    assert all(href.startswith("data:text/csv") for href in saved)


def test_every_figure_has_a_description_and_is_drawn(page):
    images = page.evaluate("[...document.images].map(i => [i.alt.length > 20, i.naturalWidth > "
                           "100])")
    assert images and all(described and drawn for described, drawn in images)


def test_what_the_article_says_is_only_said(page):
    """Nothing of the article became an element, whatever it holds."""
    alive = page.evaluate("""[...document.querySelectorAll('body *')].filter(e =>
        !/^data:image.png/.test(e.getAttribute('src') ?? 'data:image/png')
        || [...e.attributes].some(a => /^on/i.test(a.name))
        || e.matches('iframe, object, embed, form, svg, base, meta, link, textarea, ' +
                     '.text :is(a, b, u, img)')).map(e => e.outerHTML.slice(0, 99))""")
    assert alive == []
    assert (page.evaluate("[...document.scripts].filter(s => s.type !== 'application/json').length")
            == 1)


# What one does with it, on the project's own article and on a long one

@pytest.fixture(scope="module", params=["harbour", "aleppo"])
def desk(request, browser, reports):
    desk = opened(browser, reports(request.param)[0], "light", 1280)
    yield desk
    desk.close()


def said(desk):
    return desk.locator(".what").inner_text()


def unfolded(desk, selector):
    """The first place that the selector finds, with the folded parts around it opened as a reader
    opens them."""
    place = desk.locator(selector).first
    folded = place.locator("xpath=ancestor::details[not(@open)]")
    while folded.count():
        folded.first.locator("> summary").click()
    return place


def test_the_switch_shows_and_hides_the_code(desk):
    desk.check("#show-code")
    assert desk.locator(".code").first.is_visible()
    desk.uncheck("#show-code")
    assert not desk.locator(".code").first.is_visible()


def test_a_place_in_a_table_leads_into_the_text_and_back(desk):
    link = unfolded(desk, "td a.place[id]")
    anchor, sentence = link.get_attribute("id"), link.get_attribute("href")
    link.click()
    desk.wait_for_selector(f".reader {sentence}.hit")
    assert desk.locator(f".reader {sentence}").evaluate("s => { const box = "
                                                        "s.getBoundingClientRect(); return box.top "
                                                        ">= 0 && box.top < innerHeight }")
    desk.locator(f'.panel a[href="#{anchor}"]').click()
    assert desk.evaluate("location.hash") == f"#{anchor}"


def test_a_label_in_a_figure_leads_into_the_text_and_back(desk):
    assert (desk.locator(".front .plate a.place").count() > 5
            and desk.locator(".chapter .plate a.place").count() > 20)
    label = unfolded(desk, ".chapter .plate a.place[id]")
    inside = label.evaluate("a => { const [own, all] = [a, a.closest('.plate')].map(e => "
                            "e.getBoundingClientRect());return all.left <= own.left && own.right "
                            "<= all.right && all.top <= own.top && own.bottom <= all.bottom }")
    anchor, sentence = label.get_attribute("id"), label.get_attribute("href")
    label.focus()
    desk.keyboard.press("Enter")
    desk.wait_for_selector(f".reader {sentence}.hit")
    desk.locator(f'.panel a[href="#{anchor}"]').click()
    assert inside and desk.evaluate("location.hash") == f"#{anchor}"


def test_the_label_of_a_voice_leads_to_a_sentence_of_its_own(desk):
    if "harbour" in desk.url:
        desk.get_by_role("link", name="Wenna Draye, paragraph").first.click()
        desk.wait_for_selector(".reader .s.hit")
        assert "Wenna Draye" in desk.locator(".reader .s.hit").inner_text()


def test_the_pointer_and_the_arrows_show_what_was_found(desk):
    desk.keyboard.press("Escape")
    desk.click(".panel .close")
    desk.locator("mark.quote-first").nth(2).hover()
    assert "Decided by" in said(desk)
    desk.focus(TEXT)
    seen = set()
    for _ in range(12):
        desk.keyboard.press("ArrowRight")
        seen.add(desk.evaluate("document.activeElement.dataset.i"))
        assert desk.evaluate("(box => box.top >= 0 && box.bottom <= "
                             "innerHeight)(document.activeElement.getBoundingClientRect())")
    assert len(seen) >= 6 and None not in seen
    desk.keyboard.press("Escape")
    assert desk.evaluate("document.activeElement.matches('.text')")


def test_a_deep_link_opens_the_text_at_its_sentence(browser, desk):
    again = browser.new_page(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    again.goto(desk.url.split("#")[0] + "#s50")
    again.wait_for_selector(".reader #s50.hit")
    assert again.locator("#s50").evaluate("s => { const top = s.getBoundingClientRect().top; "
                                          "return top >= 0 && top < innerHeight }")
    again.close()


def test_the_report_opens_with_its_findings_their_range_and_their_evidence(desk):
    assert desk.locator(".headlines li").count() == 6
    # The range that the unsure rows leave, and how sure it is that the finding is true.
    said = desk.locator(".headlines").inner_text()
    ranges = re.findall(r"between (\d+)% and (\d+)%", said)
    assert ranges and all(int(low) <= int(high) for low, high in ranges)
    assert re.search(r"\(\d+% sure\)", said)
    assert desk.locator(".headlines li .place").count() >= 3
    assert desk.locator(".headlines .evidence a[href]").count() == 6
    order = desk.evaluate("[...document.querySelectorAll('.front, .whole, .chapter')].map(part => "
                          "part.className)")
    assert order[:3] == ["front", "whole", "chapter"]


def test_the_evidence_of_a_finding_is_the_sentence_and_the_table_behind_it(desk):
    finding = desk.locator(".headlines li").first
    place = finding.locator("a.place").first
    sentence = place.get_attribute("href")
    place.click()
    desk.wait_for_selector(f".reader {sentence}.hit")
    assert desk.locator(f".reader {sentence}").is_visible()
    desk.click(".panel .close")
    target = finding.locator(".evidence a").get_attribute("href")
    finding.locator(".evidence a").click()
    assert desk.evaluate("location.hash") == target
    assert desk.locator(f'[id="{target[1:]}"]').is_visible()


def test_it_is_light_enough_to_open_at_once(browser, desk):
    """34,000 characters in less than a second: under a megabyte without the tables to save, which
    are read only when they are saved, and few enough elements to lay out."""
    page = desk.content()
    assert len(page.encode()) < 1_250_000
    assert len(re.sub(r'href="data:text/csv[^"]*"', "", page).encode()) < 1_000_000
    assert desk.evaluate("document.querySelectorAll('*').length") < 12_000
    assert min(_opening(browser, desk.url.split("#")[0]) for _ in range(3)) < 1_000


def test_it_is_no_longer_than_its_article_deserves(browser, desk):
    """45 screens of 1,280 by 900 at most, for a long one."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(desk.url.split("#")[0])
    assert page.evaluate("document.documentElement.scrollHeight") <= 45 * 900
    page.close()


def test_five_hundred_words_make_twelve_screens_at_most(browser, tmp_path):
    said = [f"“The weir held for {number} hours on Monday,” said Ana Brell, a baker, and "
            f"the mayor, Tom Quist, praised the {number} workers who had watched the gates."
            for number in range(3, 23)]
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(write(analysis.Article("\n\n".join(said)), tmp_path / "short.html").as_uri())
    assert page.evaluate("document.documentElement.scrollHeight") <= 12 * 900
    page.close()


def _opening(browser, url):
    """The milliseconds until a page is loaded and laid out."""
    page = browser.new_page()
    page.goto(url)
    page.evaluate("document.body.offsetHeight")
    took = page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd")
    page.close()
    return took


def test_a_page_that_is_printed_is_read_as_the_article_that_it_shows(browser, tmp_path):
    """With what the browser prints around it, and the page's menu above the title."""
    body = ["The weir at Tarnholm held through the night, and by morning the water had fallen.",
            "“It held,” said Ana Brell, who has kept the sluices for twelve years.",
            "The council will meet on Friday to decide what the repairs may cost."] * 12
    page = browser.new_page()
    page.route("**/*", lambda route: route.fulfill(
        content_type="text/html; charset=utf-8", body="<title>The weir holds | Post</title>"
        "<nav>News Sport Weather</nav><h1>The weir holds</h1>" + "".join(f"<p>{line}</p>"
                                                                        for line in body)))
    page.goto("https://post.example/2024/05/03/weir?from=front")
    page.pdf(path=tmp_path / "printed.pdf", display_header_footer=True,
             margin=dict.fromkeys(("top", "bottom", "left", "right"), "2cm"))
    page.close()
    article = analysis.read(tmp_path / "printed.pdf")
    assert (article.title, article.published) == ("The weir holds", "2024-05-03")
    assert list(article.paragraphs["kind"][:3]) == ["furniture", "title", "body"]
    words = " ".join(article.text.split())
    assert all(line in words for line in body) and "post.example" not in words
    assert "| Post" not in words and len(article.text.split()) < len(" ".join(body).split()) + 10


def test_it_prints_with_its_text_on_all_pages(desk):
    from pypdf import PdfReader
    printed = PdfReader(BytesIO(desk.pdf(format="A4")))
    words = "".join("".join(page.extract_text() for page in printed.pages).split())
    assert 10 < len(printed.pages) < 120
    for sentence in (desk.locator(".text .s").first, desk.locator(".text .s").last):
        assert "".join(sentence.inner_text().split()) in words
    assert "Whatthiscannottellyou" in words


def test_the_title_of_a_hostile_article_is_shown_as_it_is(browser, reports):
    page = opened(browser, reports("hostile")[0], "light", 1280)
    assert page.locator("h1").inner_text() == hostile.TITLE
    assert page.title().startswith(hostile.TITLE)
    assert (hostile.BYLINE in page.locator(".facts").inner_text()
            and hostile.NAME in page.locator("footer").inner_text())
    page.close()


@pytest.mark.parametrize("scheme, width", [("light", 1280), ("dark", 360)])
def test_the_page_of_a_comparison_is_quiet_accessible_and_fits(browser, rules, compared, scheme,
                                                               width):
    page = opened(browser, compared, scheme, width)
    assert page.heard == [] and [url for url in page.asked
                                 if not url.startswith(("file:", "data:"))] == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    missing = page.evaluate(
        """[...document.querySelectorAll('a[href^="#"]')].map(a => a.getAttribute('href').slice(1))
           .filter(id => !document.getElementById(id))""")
    assert missing == []
    page.evaluate(rules)
    violations = page.evaluate("async () => (await axe.run()).violations")
    assert [(found["id"], [node["html"][:120] for node in found["nodes"]])
            for found in violations] == []
    page.close()
