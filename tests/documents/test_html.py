"""A page becomes its headline and article, dated by what it declares and never by an invented day."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from depositary.documents import Document
from depositary.documents.html import html_document
from depositary.documents.intake import Given
from depositary.terms import Finding
from tests.documents.fixtures import CAPTURED, sorted_out

GIVEN = Given(place="a.html", captured=CAPTURED)
PROSE = (
    "Kazakhstan will join the Abraham Accords, officials said on Thursday, after weeks of talks in two capitals. " * 3
)
PAGE = """<!DOCTYPE html><html><head><title>Kazakhstan joins accords | The Astana Report</title>
<meta property="og:site_name" content="The Astana Report"><link rel="canonical" href="https://astana.example/kaz">
{head}</head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<header><h1>Kazakhstan joins accords</h1>{under}</header><article><p>{prose}</p><p>Sudan joined in 2020.</p>{article}
</article><script>var published = "2024-01-01"</script><footer>Copyright 2019 Astana</footer></body></html>"""


def page(head: str = "", under: str = "", article: str = "", given: Given = GIVEN) -> tuple[Document, list[Finding]]:
    markup = PAGE.format(head=head, under=under, article=article, prose=PROSE)
    [document], findings = sorted_out(html_document(markup, given))
    return document, findings


def test_a_page_is_its_headline_and_its_paragraphs_a_line_each() -> None:
    document, findings = page()
    assert document.text == f"Kazakhstan joins accords\n{PROSE.strip()}\nSudan joined in 2020."
    assert document.title == "Kazakhstan joins accords"
    assert document.outlet == "The Astana Report"
    assert document.url == "https://astana.example/kaz"
    assert document.media_type == "text/html"
    assert (document.published, findings) == (None, [])


JSON_LD = '<script type="application/ld+json">{}</script>'
DAY = date(2025, 11, 6)


@pytest.mark.parametrize(
    ("where", "markup", "known_from"),
    [
        (
            "head",
            '<meta property="article:published_time" content="2025-11-06T23:30-05:00">',
            "meta article:published_time",
        ),
        ("head", '<meta name="date" content="November 6, 2025">', "meta date"),
        ("head", '<meta name="pubdate" content="20251106">', "meta pubdate"),
        ("head", '<meta name="DC.date.issued" content="Thu, 06 Nov 2025 10:00:00 GMT">', "meta dc.date.issued"),
        (
            "head",
            JSON_LD.format('{"@type": "NewsArticle", "datePublished": "2025-11-06T10:00:00Z"}'),
            "JSON-LD datePublished",
        ),
        (
            "head",
            JSON_LD.format('{"@graph": [{"@type": "WebSite"}, {"@type": ["Article"], "datePublished": "2025-11-06"}]}'),
            "JSON-LD datePublished",
        ),
        ("under", '<span itemprop="datePublished" content="2025-11-06">today</span>', "itemprop datePublished"),
        ("under", '<article><time datetime="2025-11-06T10:00">6 Nov</time></article>', "time datetime"),
        ("under", '<div class="byline">By Jane Doe, Nov 6, 2025</div>', "date on the page"),
    ],
)
def test_a_page_is_dated_by_what_it_declares(where: str, markup: str, known_from: str) -> None:
    document, findings = page(**{where: markup})  # type: ignore[arg-type]  # only texts are named here
    assert (document.published, document.published_from) == (DAY, known_from)
    assert findings == []


@pytest.mark.parametrize(
    ("where", "markup", "reason"),
    [
        ("head", '<meta property="article:modified_time" content="2025-11-06">', "a change is no publication"),
        ("head", '<meta name="date" content="2025-11">', "a month is no day"),
        ("under", '<time datetime="2025-11">November</time>', "a month is no day"),
        ("under", '<p class="date">04/05/2024</p>', "April or May"),
        ("under", '<span class="updated">Updated <time datetime="2025-11-06">6 Nov</time></span>', "a change"),
        ("article", "<p>The first of them was signed on 15 September 2020.</p>", "a day in a sentence"),
        ("article", "<p>2020-09-15 was the day of it.</p>", "a day in a sentence"),
        ("head", JSON_LD.format("{broken"), "broken metadata is none"),
        ("head", JSON_LD.format('{"@type": "Event", "datePublished": "2025-11-06"}'), "not of an article"),
        (
            "head",
            JSON_LD.format(
                '[{"@type":"Article","datePublished":"2025-11-06"},{"@type":"Article","datePublished":"2024-01-02"}]'
            ),
            "two articles of two days",
        ),
    ],
)
def test_no_day_is_invented(where: str, markup: str, reason: str) -> None:
    document, findings = page(**{where: markup})  # type: ignore[arg-type]  # only texts are named here
    assert document.published is None, reason
    assert document.published_from == ""
    assert findings == []


@pytest.mark.parametrize(
    ("content", "doubt"),
    [("2025-13-40", "no day of the calendar"), ("2031-01-01", "later than the capture")],
)
def test_an_impossible_declared_date_is_left_out_and_said(content: str, doubt: str) -> None:
    document, [finding] = page(head=f'<meta property="article:published_time" content="{content}">')
    assert document.published is None
    assert doubt in finding.message
    assert "meta article:published_time" in finding.message


def test_an_impossible_date_gives_way_to_the_next_one_that_is_declared() -> None:
    both = '<meta property="article:published_time" content="2025-13-40"><meta name="date" content="2025-11-06">'
    document, findings = page(head=both)
    assert (document.published, findings) == (DAY, [])


def test_the_address_shows_the_day_where_nothing_else_does() -> None:
    given = Given(place="a.html", captured=CAPTURED, url="https://astana.example/2025/11/06/kazakhstan")
    document, _ = page(given=given)
    assert (document.published, document.published_from) == (DAY, "date on the page")
    assert document.url == given.url


def test_what_is_given_goes_before_what_the_page_says() -> None:
    given = Given(
        place="a.html", captured=CAPTURED, id="mine", title="T", outlet="O", published=DAY, published_from="given"
    )
    document, _ = page(head='<meta name="date" content="2024-01-01">', given=given)
    assert (document.id, document.title, document.outlet) == ("mine", "T", "O")
    assert (document.published, document.published_from) == (DAY, "given")


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("<meta property='og:title' content='Accord signed'>", "<h1>The Astana Report</h1>", "Accord signed"),
        ("<title>Accord signed - Astana | News</title>", "", "Accord signed - Astana"),
        ("<title>News</title>", "<h1>Accord signed</h1>", "Accord signed"),
        ("<title>Accord signed – News</title>", "<h1>Accord</h1><h1>Accord signed</h1>", "Accord"),
        ("", "", ""),
    ],
)
def test_the_headline_is_the_heading_that_the_title_agrees_with(head: str, body: str, title: str) -> None:
    markup = f"<html><head>{head}</head><body>{body}<p>{PROSE}</p></body></html>"
    [document], _ = sorted_out(html_document(markup, GIVEN))
    assert document.title == title
    assert document.text.startswith(title or "Kazakhstan")


def test_a_table_keeps_its_rows_on_lines() -> None:
    table = "<table><tr><th>Participant</th><th>Signature</th></tr><tr><td>Sudan</td><td>6 Jan 2021</td></tr></table>"
    document, _ = page(article=table)
    assert "| Sudan | 6 Jan 2021 |" in document.text


def test_a_fragment_is_a_page() -> None:
    [document], _ = sorted_out(html_document("<p>Niger left ECOWAS.</p><p>It said <b>so</b> in\nJanuary.</p>", GIVEN))
    assert document.text == "Niger left ECOWAS.\nIt said so in January."


@pytest.mark.parametrize(
    "markup",
    [
        "",
        "<!-- nothing -->",
        "<html><head><title>Kazakhstan</title></head><body></body></html>",
        "<html><body><script>document.write('Kazakhstan joins')</script><style>p {}</style></body></html>",
        "<html><body><noscript>Please enable JavaScript</noscript><script src='app.js'></script></body></html>",
        "<html><body><img src='a.png'><p>&nbsp;</p></body></html>",
    ],
)
def test_a_page_without_text_is_a_finding(markup: str) -> None:
    documents, [finding] = sorted_out(html_document(markup, GIVEN))
    assert documents == []
    assert finding.place == "a.html"
    assert finding.message.startswith("It has no text")


def test_no_entity_is_looked_up(tmp_path: object) -> None:
    markup = (
        '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body><p>Before &x; after</p></body></html>'
    )
    [document], _ = sorted_out(html_document(markup, GIVEN))
    assert "root:" not in document.text


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["<p>", "</p>", "<div", ">", "<table><tr><td>", "<script>", "</script>", "<!--", "&#xD800;", "&#0;"]
        )
        | st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
        max_size=20,
    )
)
def test_broken_markup_never_breaks_the_reading(pieces: list[str]) -> None:
    for thing in html_document("".join(pieces), GIVEN):
        if isinstance(thing, Document):
            thing.text.encode()
