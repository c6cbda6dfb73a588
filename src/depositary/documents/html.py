"""A page of the web as a document: its headline and article text, and what its masthead says of it."""

from __future__ import annotations

import copy
import logging
import re
from collections.abc import Iterator
from datetime import UTC, date, timedelta
from typing import TYPE_CHECKING

from depositary.documents.dateline import dateline, line_day
from depositary.documents.days import UnreadableDay, iso_day
from depositary.documents.decoding import flaw
from depositary.documents.document import Document, content_id
from depositary.documents.intake import Given
from depositary.documents.masthead import Masthead, masthead, one_line
from depositary.terms import Finding

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]  # lxml ships no types

LONGEST_DATE_LINE = 120
"""Characters of an element that may be a line of byline and date; a longer one is prose."""

_UNSEEN = frozenset(
    {"script", "style", "noscript", "template", "head", "iframe", "object", "svg", "textarea", "select"}
)
_INLINE_NAMES = (
    "a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd label mark nobr q s samp small span strong sub "
    "sup time tt u var wbr"
)
_INLINE = frozenset(_INLINE_NAMES.split())
_XML_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_NO_XML = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_PATH_DAY = re.compile(r"/(\d{4})[/-](\d{2})[/-](\d{2})(?:/|-|$)")


def html_document(markup: str, given: Given) -> Iterator[Document | Finding]:
    """The document that a page of HTML is, and what is wrong with it.

    The text is the article, a paragraph a line, without menus and footers; the headline is its first line, also where
    the page shows it apart from the article. Nothing is fetched: no picture, no style sheet, no entity of a DTD.
    """
    tree = _tree(markup)
    if tree is None:
        yield Finding(given.place, "It has no text.", given.id)
        return
    latest = given.captured.astimezone(UTC).date()
    said = masthead(tree, latest=latest + timedelta(days=1))
    body = _article_text(tree)
    if not body.strip():
        yield Finding(given.place, "It has no text once scripts and markup are left out.", given.id)
        return
    text = _with_headline(said.headline, body)
    if wrong := flaw(text):
        yield Finding(given.place, wrong, given.id)
        return
    url = given.url or said.url
    published, published_from, doubts = _published(tree, text, said, given, latest, url)
    title, outlet = given.title or said.headline, given.outlet or said.outlet
    document = Document(
        id=given.id or content_id(text, published=published, outlet=outlet, url=url, title=title),
        text=text,
        captured=given.captured,
        title=title,
        outlet=outlet,
        url=url,
        published=published,
        published_from=published_from,
        media_type="text/html",
        origin=given.origin,
    )
    yield document
    for doubt in doubts:
        yield Finding(given.place, doubt, document.id)


def _tree(markup: str) -> HtmlElement | None:
    from lxml import etree  # type: ignore[import-untyped]  # lxml ships no types
    from lxml.html import HTMLParser, document_fromstring

    declaration = _XML_DECLARATION.match(markup)
    clean = _NO_XML.sub(" ", markup[declaration.end() :] if declaration else markup)
    parser = HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        return document_fromstring(clean.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


def _article_text(tree: HtmlElement) -> str:
    """The article as `trafilatura` finds it, else all that the page shows."""
    from trafilatura import extract

    for name in ("trafilatura", "htmldate"):  # their warnings are for their makers; what matters here is a `Finding`
        logging.getLogger(name).addHandler(logging.NullHandler())
    article = extract(copy.deepcopy(tree), include_comments=False, include_tables=True) or ""
    shown = _shown_text(tree)
    return article if article.strip() and shown.strip() else shown


def _shown_text(tree: HtmlElement) -> str:
    from lxml import etree

    pieces: list[str] = []
    hidden = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        unseen, breaks = element.tag in _UNSEEN, element.tag not in _INLINE
        if event == "start":
            hidden += unseen
            pieces.append("\n" if breaks else "")
            pieces.append("" if hidden else element.text or "")
        else:
            hidden -= unseen
            pieces.append("\n" if breaks else "")
            pieces.append("" if hidden else element.tail or "")
    lines = (one_line(line) for line in re.split(r"\n", "".join(_unwrapped(pieces))))
    return "\n".join(line for line in lines if line)


def _unwrapped(pieces: list[str]) -> Iterator[str]:
    """The pieces with the line ends of the markup, which mean nothing in HTML, as spaces."""
    for piece in pieces:
        yield piece if piece == "\n" else piece.replace("\n", " ").replace("\r", " ")


def _with_headline(headline: str, body: str) -> str:
    first = _words(body[: 2 * len(headline) + 200])
    if not headline or first.startswith(_words(headline)):
        return body
    return f"{headline}\n{body}"


def _words(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


def _published(
    tree: HtmlElement, text: str, said: Masthead, given: Given, latest: date, url: str
) -> tuple[date | None, str, tuple[str, ...]]:
    """The day of publication, how it is known, and the dates that had to be left out."""
    if given.published:
        return given.published, given.published_from, ()
    if said.published:
        return said.published, said.published_from, ()
    found = dateline(text, captured=latest)
    if found.day:
        return found.day, found.where, ()
    day = _seen_day(tree, url)
    if day and day <= latest + timedelta(days=1):
        return day, "date on the page", ()
    return None, "", (*said.doubts, found.doubt) if found.doubt else said.doubts


def _seen_day(tree: HtmlElement, url: str) -> date | None:
    """The original date that `htmldate` finds, where the page's address or a line of its own shows that very day.

    Unchecked, it turns 2020-09 into a day in September, and takes a day out of a sentence.
    """
    from htmldate import find_date

    guess = find_date(_unchanged(tree), original_date=True, extensive_search=False, url=url or None)
    try:
        day = iso_day(guess or "")
    except UnreadableDay:
        return None
    if (path := _PATH_DAY.search(url)) and "-".join(path.groups()) == day.isoformat():
        return day
    for element in tree.iter("p", "div", "span", "time", "td", "small", "em", "strong", "dd"):
        line = one_line(element.text_content())
        if len(line) <= LONGEST_DATE_LINE and line_day(line) == day:
            return day
    return None


def _unchanged(tree: HtmlElement) -> HtmlElement:
    """A copy of the page without what it says of its last change: that is no date of publication."""
    pruned = copy.deepcopy(tree)
    for meta in pruned.xpath("//meta"):
        named = f"{meta.get('property') or ''} {meta.get('name') or ''} {meta.get('itemprop') or ''}"
        if re.search(r"modif|updat|revis", named, re.I):
            meta.drop_tree()
    return pruned
