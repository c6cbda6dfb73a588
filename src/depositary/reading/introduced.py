"""Introduced: people whom a text itself gives a State, "Bolivian President Luis Arce", and who then stand for it."""

from __future__ import annotations

import re

from depositary.reading.mentions import Mention, Thing
from depositary.reference import NameUse

_INTRODUCED = re.compile(
    r"(?:[’']s?)?\s(?:(?:[A-Z][a-z]+|foreign|prime|defen[cs]e|trade|vice|finance|justice|energy|interior|environment|"
    r"climate|economy|top|acting|interim|outgoing|new|special|deputy|state|commerce|health)\s)*"
    r"(?:[Pp]resident|[Mm]inister|[Pp]remier|[Cc]hancellor|[Kk]ing|[Ee]mir|[Ss]ultan|[Ll]eader|[Ss]ecretary|[Ee]nvoy|[Aa]mbassador|"
    r"[Dd]iplomat|[Pp]rince|[Pp]resident-elect|[Nn]egotiator)\s"
    r"(?P<name>[A-ZÀ-Ý][\w’'-]+(?:\s(?:bin|al|de|van|von|el|da)|\s[A-ZÀ-Ý][\w’'-]+){0,3})"
)


_OWNED = re.compile(r"[’']s\s(?P<name>[A-ZÀ-Ý][\w-]+)(?=,|\sand\s|\s(?:sign|say|agree|meet|seal|ink|hail)s?\b)")


def with_introduced(text: str, found: list[Mention]) -> list[Mention]:
    """The mentions, and people whom the text itself introduces: "Bolivian President Luis Arce" makes Arce Bolivia's."""
    people: dict[str, Mention] = {}
    first_line = text.find("\n") if "\n" in text else len(text)
    for mention in found:
        owned = (
            _OWNED.match(text, mention.end)
            if mention.thing is Thing.PARTICIPANT and mention.end < first_line <= 160
            else None
        )
        if owned is not None:
            people[owned.group("name")] = mention
        introduced = _INTRODUCED.match(text, mention.end) if mention.thing is Thing.PARTICIPANT else None
        if introduced is not None:
            name = introduced.group("name").removesuffix("’s").removesuffix("'s")
            people[name] = people[name.split()[-1]] = mention
    if not people:
        return found
    covered = [(mention.start, mention.end) for mention in found]
    added: list[Mention] = []
    names = sorted(people, key=len, reverse=True)
    for match in re.finditer(r"(?<![\w-])(?:" + "|".join(map(re.escape, names)) + r")(?![\w-])", text):
        if any(start < match.end() and match.start() < end for start, end in covered):
            continue
        whose = people[match.group()]
        added.append(Mention(match.start(), match.end(), match.group(), Thing.PERSON, whose.ids, NameUse.SHORT))
    return sorted([*found, *added], key=lambda mention: mention.start)
