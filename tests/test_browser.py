"""The report in a real browser: quiet, alone, and usable by everybody."""
from pathlib import Path

import pytest


@pytest.fixture(scope="module", params=[("light", 360), ("light", 1280), ("dark", 360), ("dark", 1280)], ids=str)
def page(request, browser, report):
    """The opened report; `page.heard` collects what the console says and `page.asked` every address asked for."""
    scheme, width = request.param
    page = browser.new_page(color_scheme=scheme, viewport={"width": width, "height": 800})
    page.heard, page.asked = [], []
    page.on("console", lambda message: page.heard.append(message.text))
    page.on("pageerror", lambda error: page.heard.append(str(error)))
    page.on("request", lambda asked: page.asked.append(asked.url))
    page.goto(report[0].as_uri())
    yield page
    page.close()


def test_the_console_is_quiet_and_nothing_is_asked_of_any_server(page):
    assert page.heard == []
    assert [url for url in page.asked if not url.startswith(("file:", "data:"))] == []


def test_axe_finds_nothing_to_complain_about(browser, page):
    import axe_playwright_python
    rules = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text("utf8")
    page.evaluate(rules)  # as the debugger does: the page's own policy forbids scripts
    page.check("#show-code")
    violations = page.evaluate("async () => (await axe.run()).violations")
    assert [(found["id"], [node["html"][:120] for node in found["nodes"]]) for found in violations] == []


def test_the_page_is_no_wider_than_the_screen(page):
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_the_switch_shows_and_hides_the_code(page):
    page.check("#show-code")
    assert page.locator(".code").first.is_visible()
    page.uncheck("#show-code")
    assert not page.locator(".code").first.is_visible()


def test_every_link_within_the_report_leads_somewhere(page):
    missing = page.evaluate("""[...document.querySelectorAll('a[href^="#"]')].map(a => a.getAttribute('href').slice(1))
                               .filter(id => !document.getElementById(id))""")
    assert missing == []


def test_every_figure_has_a_description_and_is_drawn(page):
    images = page.evaluate("[...document.images].map(i => [i.alt.length > 20, i.naturalWidth > 100])")
    assert images and all(described and drawn for described, drawn in images)


def test_a_place_in_a_table_leads_into_the_text_and_back(page):
    link = page.locator("td a.place[id]").first
    anchor, sentence = link.get_attribute("id"), link.get_attribute("href")
    link.click()
    page.wait_for_selector(f".reader {sentence}.hit")
    back = page.locator(f'.panel a[href="#{anchor}"]')
    back.click()
    assert page.evaluate("location.hash") == f"#{anchor}"


def test_a_label_in_a_figure_leads_into_the_text_and_back(page):
    assert page.locator(".front .plate a.place").count() > 5 and page.locator(".chapter .plate a.place").count() > 20
    label = page.get_by_role("link", name="Wenna Draye, paragraph").first
    inside = label.evaluate("a => { const [a1, p] = [a, a.closest('.plate')].map(e => e.getBoundingClientRect());"
                            "return p.left <= a1.left && a1.right <= p.right && p.top <= a1.top && a1.bottom <= p.bottom }")
    anchor, sentence = label.get_attribute("id"), label.get_attribute("href")
    label.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(f".reader {sentence}.hit")
    assert inside and "Wenna Draye" in page.locator(f".reader {sentence}").inner_text()
    page.locator(f'.panel a[href="#{anchor}"]').click()
    assert page.evaluate("location.hash") == f"#{anchor}"


def test_the_report_opens_with_five_findings_and_their_evidence(page):
    assert page.locator(".headlines li").count() == 5
    assert page.locator(".headlines li .caveat").count() == 5
    assert page.locator(".headlines .evidence a[href]").count() == 5
    order = page.evaluate("[...document.querySelectorAll('.front, .whole, .chapter')].map(part => part.className)")
    assert order[:3] == ["front", "whole", "chapter"]
