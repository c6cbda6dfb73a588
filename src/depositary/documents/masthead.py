"""The masthead of a page: its headline, its outlet, its address and its date, as its markup declares them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from depositary.documents.days import DAY_PATTERN, UnreadableDay, iso_day, written_day

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]  # lxml ships no types

_DATE_NAMES = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "publication_date",
    "publish-date",
    "publish_date",
    "publishdate",
    "pubdate",
    "dcterms.issued",
    "dc.date.issued",
    "citation_publication_date",
    "citation_online_date",
    "dc.date",
    "dcterms.date",
    "date",
)
"""Names of `meta` elements that date the publication, the surest first; none of a change, none of the page's making."""

_OUTLET_NAMES = ("og:site_name", "citation_journal_title", "dc.publisher", "dcterms.publisher", "application-name")
_ARTICLE = re.compile(r"article$|^report$|blogposting$|^pressrelease$", re.I)
_SEPARATOR = re.compile(r"\s+[|»·•]\s+|\s+[-–—]\s+|\s+::\s+")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_CHANGED = re.compile(r"updat|modif|chang|edit", re.I)
_ASIDE = frozenset({"nav", "aside", "footer", "li", "form"})


@dataclass(frozen=True, slots=True)
class Masthead:
    """What a page says of itself; a part that it does not say is empty. `doubts` are sentences on dates left out."""

    headline: str = ""
    outlet: str = ""
    url: str = ""
    published: date | None = None
    published_from: str = ""
    doubts: tuple[str, ...] = ()


def masthead(tree: HtmlElement, *, latest: date) -> Masthead:
    """What the page's `meta` elements, JSON-LD, `time` and headings say; a date after `latest` is no publication's."""
    metas = _metas(tree)
    article = _article(tree)
    outlet = next((metas[name] for name in _OUTLET_NAMES if metas.get(name)), "") or _publisher(article)
    doubts: list[str] = []
    published, published_from = None, ""
    for where, text in _dates(tree, metas, article):
        try:
            day = _day(text)
        except UnreadableDay as unreadable:
            doubts.append(f"The date in {where} is left out: {unreadable}")
            continue
        if day and day > latest:
            doubts.append(f"The date in {where} is left out: {day} is later than the capture.")
        elif day:
            published, published_from, doubts = day, where, []
            break
    return Masthead(
        headline=_headline(tree, metas, outlet),
        outlet=outlet,
        url=_address(tree, metas),
        published=published,
        published_from=published_from,
        doubts=tuple(doubts),
    )


def one_line(text: str) -> str:
    """The words of `text` with one space between them."""
    return " ".join(text.split())


def _metas(tree: HtmlElement) -> dict[str, str]:
    metas: dict[str, str] = {}
    for meta in tree.iter("meta"):
        content = one_line(meta.get("content") or "")
        for key in ("property", "name", "itemprop"):
            name = (meta.get(key) or "").strip().lower()
            if name and content:
                metas.setdefault(name, content)
    return metas


def _article(tree: HtmlElement) -> Mapping[str, object]:
    """The JSON-LD node of the page's article; nothing where there is none, or where several give different days."""
    nodes: list[Mapping[str, object]] = []
    for script in tree.iter("script"):
        if (script.get("type") or "").split(";")[0].strip().lower() != "application/ld+json":
            continue
        try:
            loaded = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue  # as browsers do: broken metadata is no metadata, and the page's text is whole without it
        nodes += [node for node in _nodes(loaded, 3) if _is_article(node)]
    days = {str(node.get("datePublished"))[:10] for node in nodes}
    return nodes[0] if len(days) == 1 else {}


def _nodes(loaded: object, depth: int) -> Iterator[Mapping[str, object]]:
    if depth and isinstance(loaded, list):
        for item in loaded:
            yield from _nodes(item, depth - 1)
    elif depth and isinstance(loaded, dict):
        yield loaded
        yield from _nodes(loaded.get("@graph"), depth - 1)
        yield from _nodes(loaded.get("mainEntity"), depth - 1)


def _is_article(node: Mapping[str, object]) -> bool:
    kinds = node.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(name, str) and _ARTICLE.search(name) for name in names)


def _publisher(article: Mapping[str, object]) -> str:
    publisher = article.get("publisher")
    if isinstance(publisher, list):
        publisher = publisher[0] if publisher else None
    name = publisher.get("name") if isinstance(publisher, dict) else publisher
    return one_line(name) if isinstance(name, str) else ""


def _dates(tree: HtmlElement, metas: Mapping[str, str], article: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    for name in _DATE_NAMES:
        if name in metas:
            yield f"meta {name}", metas[name]
    declared = article.get("datePublished")
    if isinstance(declared, str) and declared.strip():
        yield "JSON-LD datePublished", declared
    for element in tree.xpath("//*[@itemprop='datePublished'] | //time[@pubdate]"):
        yield "itemprop datePublished", element.get("datetime") or element.get("content") or element.text_content()
    yield from _times(tree)


def _times(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    """The `time` that dates the article: the first one before its text; those of links, lists and changes are not."""
    within = tree.xpath("//article | //main | //*[@role='main']")
    for element in (within[0] if within else tree).iter():
        if element.tag == "p" and len(one_line(element.text_content())) > 120:
            return
        if element.tag != "time" or not element.get("datetime"):
            continue
        parents = list(element.iterancestors())
        nearest = parents[0]
        label = f"{element.get('class') or ''} {nearest.get('class') or ''} {nearest.text or ''} {element.text or ''}"
        if _CHANGED.search(label) or any(parent.tag in _ASIDE for parent in parents):
            continue
        yield "time datetime", element.get("datetime")
        return


def _day(text: str) -> date | None:
    """The full day that a declared date begins with, None where it gives less; raises `UnreadableDay`."""
    text = one_line(text)
    if compact := _COMPACT.fullmatch(text):
        return iso_day("-".join(compact.groups()))
    match = re.match(DAY_PATTERN, text, re.I)
    return written_day(match[0]) if match else None


def _headline(tree: HtmlElement, metas: Mapping[str, str], outlet: str) -> str:
    """The first of: the heading that the declared title agrees with, the declared title, a lone heading."""
    headings = [one_line(heading.text_content()) for heading in tree.iter("h1")]
    headings = [heading for heading in headings if heading and heading != outlet]
    titles = [one_line(title.text_content()) for title in tree.xpath("//head/title")]
    declared = metas.get("og:title") or metas.get("twitter:title") or next(iter(titles), "")
    for heading in headings:
        if declared and (_folded(declared).startswith(_folded(heading)) or _folded(declared) in _folded(heading)):
            return heading
    if metas.get("og:title") or len(headings) != 1:
        return _without_outlet(declared, outlet)
    return headings[0]


def _without_outlet(title: str, outlet: str) -> str:
    """The title without the outlet's name at its end ("Accord signed | The Astana Report")."""
    pieces = list(_SEPARATOR.finditer(title))
    if not pieces:
        return title
    last = title[pieces[-1].end() :]
    if (outlet and _folded(last) == _folded(outlet)) or "|" in pieces[-1][0]:
        return title[: pieces[-1].start()]
    return title


def _folded(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


def _address(tree: HtmlElement, metas: Mapping[str, str]) -> str:
    links = [link.get("href") for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower().split()]
    for candidate in (*links, metas.get("og:url")):
        try:
            parts = urlsplit((candidate or "").strip())
        except ValueError:
            continue
        if parts.scheme in ("http", "https") and parts.hostname:
            return parts.geturl()
    return ""
