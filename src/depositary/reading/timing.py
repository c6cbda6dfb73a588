"""Timing: which of the dates in a sentence is the date of an act."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from depositary.reading.act import Act
from depositary.reading.analysis import Analysed
from depositary.reading.dates import Bearing, Direction, TimeWords, time_words
from depositary.reading.firmness import Stance
from depositary.reading.mention import Thing
from depositary.reading.voices import Reported
from depositary.terms import Action, Moment, UnreadableMoment

_BESIDE = 4
"""Code points between "the same day" and the date that says which ("in May")."""
_LEADING_TO = frozenset({"for", "of", "on", "to", "about", "towards"})
"""Before "joining", where it is spoken of: "affirmed their support for its joining"."""
_TURNS = frozenset({"but", "though", "although", "while", "whereas"})
_CAUSES = frozenset({"because", "due", "owing"})
_FAR_UP = 6
_AT_THE_FRONT = 3
"""Tokens from the beginning of a sentence within which a time is of the main clause, whatever stands between."""
_LONGEST_MONTH = 31
_YEAR, _LONGEST_YEAR = 365, 366
_SPOKEN_WITHIN = 300
"""Code points from "that year" back to the date that says which."""
_AGREED_UPON = frozenset({Action.RESUME, Action.ESTABLISH_RELATIONS})
"""What two do by agreeing to do it: "agreed on Monday to resume relations"."""
_LASTING = frozenset({Action.ESTABLISH_RELATIONS, Action.ENTER_INTO_FORCE, Action.SUSPEND})
"""Acts that a text dates by "since": what they began lasts."""


@dataclass(frozen=True, slots=True)
class Before:
    """The date of the act told before in the sentence, and whether that was on the same agreement.

    `latest` is the date of the last act told in a sentence before.
    """

    moment: Moment | None = None
    is_of_same: bool = True
    latest: Moment | None = None


def moment_of(
    a: Analysed,
    act: Act,
    how: Stance,
    triggers: set[int],
    reported: Sequence[Reported],
    before: Before,
    published: date | None,
) -> Moment | None:
    """The date of the act: the nearest of the clause's dates, told from the day of publication; None without one."""
    previous = before.moment
    direction = Direction.FUTURE if how.is_future or how.is_present else Direction.PAST
    outside = {index for each in reported for index in each.outside}
    best: tuple[int, TimeWords] | None = None
    is_done_by_agreeing = act.frame.action in _AGREED_UPON and "agreed" in a.lower[: act.index]
    for words in a.times:
        index = next((t.index for t in a.tokens if t.start <= words.start < t.end), None)
        if index is None or index in outside or words.is_modifier or _is_of_its_name(a, index):
            continue
        if words.is_same_day and any(0 <= other.start - words.end <= _BESIDE for other in a.times):
            continue
        if act.frame.action is Action.DENOUNCE and words.bearing is Bearing.FROM:
            continue
        if words.bearing is Bearing.UNTIL and not how.is_since:
            continue
        if words.bearing is Bearing.SINCE and not _is_lasting(act):
            continue
        if how.is_future and index < act.index and not is_done_by_agreeing and _is_of_past_governor(a, act, index):
            continue
        cost = _distance(a, act, index, triggers)
        if cost is not None and (best is None or cost < best[0]):
            best = (cost, words)
    if best is None:
        return None
    words = best[1]
    is_counted = _is_later(words) or words.is_earlier
    if previous is None and (is_counted or words.month_after is not None or words.in_year_after is not None):
        previous = _spoken_of(a.text, words.start)
        if before.latest is not None and previous is not None and previous.begin <= before.latest.begin < previous.end:
            previous = before.latest  # "in 2020, when two signed in September. Another did so three months later"
    if is_done_by_agreeing and words.start < a.tokens[act.index].start:
        direction = Direction.PAST
    if words.years_before is not None or words.months_before is not None:
        return _counted_back(a, act, words, previous, published)
    if words.month_after is not None:
        return _month_after(words.month_after, previous)
    if words.in_year_after is not None:
        return _in_year_after(words.in_year_after, previous)
    if words.is_same_day:
        is_now = published is not None and direction is Direction.PAST and "time" not in a.text[words.start : words.end]
        return previous or (Moment.of(published) if published and is_now else None)
    year = _year_of_when(a, words.start) if words.is_yearless and direction is Direction.PAST else None
    told = words.moment(date(year, 12, 31) if year else published, direction)
    if words.is_yearless and told and previous and before.is_of_same and direction is Direction.PAST:
        return _carried_on(words, told, previous)
    return told


def dates_of_each(a: Analysed, moment: Moment | None, count: int) -> list[Moment | None]:
    """ "Brazil and Chile came in, in 1975 and 1979": each its own year, in the order of the names."""
    both = re.fullmatch(r"(\d{4})/(\d{4})", str(moment or ""))
    if both is None or count != 2 or " and ".join(both.groups()) not in a.text[a.tree.start : a.tree.end]:
        return [moment] * count
    return [Moment.parse(year) for year in both.groups()]


def _year_of_when(a: Analysed, until: int) -> int | None:
    """ "They go back to 2020, when two signed in September": the year that "when" is of."""
    when = next((t.index for t in reversed(a.tokens) if t.start < until and t.text.lower() == "when"), 0)
    if when < 2 or a.lower[when - 1] != "," or not re.fullmatch(r"(?:19|20)\d\d", a.lower[when - 2]):
        return None
    return int(a.lower[when - 2])


def _is_of_its_name(a: Analysed, index: int) -> bool:
    """ "The treaty of 1951", "the agreement of November 2020": a date that tells which one is meant."""
    if index < 2 or a.lower[index - 1] != "of":
        return False
    mention = a.at.get(index - 2)
    is_named = mention is not None and mention.thing is Thing.AGREEMENT
    return is_named or (mention is None and a.words.is_noun(a.lemma(index - 2), "agreement"))


def _carried_on(words: TimeWords, told: Moment, previous: Moment) -> Moment | None:
    """ "Signed in March 1991, followed by Paraguay in June": the June after that March, not the last one.

    Where the date before is a year alone, "in June" may be of that year or of a later one: it stays as told.
    """
    is_year = (previous.end - previous.begin).days > _LONGEST_MONTH
    if is_year or (told.begin - previous.begin).days < _YEAR:
        return told
    return words.moment(previous.begin, Direction.FUTURE)


def _is_lasting(act: Act) -> bool:
    return act.frame.action in _LASTING or act.frame.id == "member-since"


def _is_later(words: TimeWords) -> bool:
    """ "A year later", "the same year": counted from what was told before."""
    return (words.years_before or words.months_before or 0) < 0 or words.years_before == 0


def _spoken_of(text: str, until: int) -> Moment | None:
    """The last date before this place that says its year itself: what "that year" and "a year later" point back to."""
    for words in reversed(time_words(text, max(0, until - _SPOKEN_WITHIN), until)):
        told = None if words.is_yearless else words.moment(None, Direction.PAST)
        if told is not None:
            return told
    return None


def _counted_back(
    a: Analysed, act: Act, words: TimeWords, previous: Moment | None, published: date | None
) -> Moment | None:
    """ "33 years after Rabat left": the act after the words lies so long before the one before them.

    "A year later" counts the other way, from the act told before, and from nothing where that has no day.
    """
    is_later = _is_later(words)
    if a.tokens[act.index].start < words.end and not (is_later or words.is_earlier):
        return None
    is_from_before = is_later or words.is_earlier
    base = previous.begin if previous is not None and previous.begin.year > 1 else None
    base = base if is_from_before or base is not None else published
    if base is None:
        return None
    if words.years_before is not None:
        return Moment.parse(f"{base.year - words.years_before:04}")
    if is_from_before and previous is not None and (previous.end - previous.begin).days > _LONGEST_MONTH:
        return None  # "a month later", told after a year alone
    months = base.year * 12 + base.month - 1 - (words.months_before or 0)
    return Moment.parse(f"{months // 12:04}-{months % 12 + 1:02}")


def _distance(a: Analysed, act: Act, index: int, triggers: set[int]) -> int | None:
    """How far the time is from the act; None where another act stands between, or a clause ends."""
    low, high = sorted((act.index, index))
    own = {act.index, act.noun}
    between = range(low + 1, high)
    is_in_front = index <= _AT_THE_FRONT
    if any(at in triggers and at not in own and not (is_in_front and _is_aside(a, at, act)) for at in between):
        return None
    if "following" in a.lower[low + 1 : high]:
        return None
    if index > act.index and _CAUSES & set(a.lower[low + 1 : high]):  # "not applied due to the war of 2023"
        return None
    if index < act.index and _is_of_clause_before(a, act, index):
        return None
    if index > act.index and _is_of_clause_after(a, act, index):
        return None
    if _is_of_relative_clause(a, act, index, {at for at in triggers if at not in own}):
        return None
    breaks = sum(
        1 for at in between if a.lower[at] in (",", ";", "–", "—", ":", "but", "which", "that", "after", "though")
    )
    if is_in_front:
        breaks = min(breaks, 1)
    if any(a.lower[at] in (";", ":") for at in between) or breaks > 2:
        return None
    penalty = 6 if index < act.index and breaks else 0
    if index < act.index and any(at < index for at in triggers) and "and" in a.lower[index:high]:
        penalty += 8  # "acceded in 1985 and signed it in 1992": the year of the act before, unless there is no other
    return (high - low) + 4 * breaks + penalty


def _is_aside(a: Analysed, verb: int, act: Act) -> bool:
    """Whether the verb stands in a relative clause that the act is no part of."""
    return a.tokens[verb].relation.startswith("acl") and act.index not in a.tree.subtree(verb)


def _is_of_clause_before(a: Analysed, act: Act, index: int) -> bool:
    """ "Ratified in October, and it took effect": "and" parts the time from who does the act."""
    if index > _AT_THE_FRONT and _TURNS & set(a.lower[index + 1 : act.index]):
        return True
    if a.lower[act.index - 1] == "since":  # "signed it that July, and has since left"
        return True
    clause = act.index
    while a.tokens[clause].relation.startswith("acl") or a.tokens[clause].relation in ("xcomp", "ccomp"):
        clause = a.tokens[clause].head
    if any(index < at and a.lower[at] == "after" for at in a.tree.related(clause, "mark")):
        return True  # "takes effect on 1 May after Kenya became the 16th country to ratify it"
    subjects = a.tree.related(act.index, "nsubj")
    if not subjects and a.tokens[act.index].relation == "conj" and index > _AT_THE_FRONT:
        subjects = (act.index,)
    return any(
        a.lower[at] in ("and", "but") and not a.is_participant(at - 1)
        for subject in subjects
        for at in range(index + 1, subject)
    )


def _is_of_past_governor(a: Analysed, act: Act, index: int) -> bool:
    """ "In March Iran agreed to restore ties": the day of the promise is not the day of what was promised."""
    node = a.tokens[index].head
    for _ in range(_FAR_UP):
        if a.tokens[node].pos == "VERB" or a.tokens[node].head == node:
            break
        node = a.tokens[node].head
    before, tag = a.lower[act.index - 1], a.tokens[act.index].tag
    is_told_of = (tag == "VB" and before == "to") or (tag == "VBG" and before in _LEADING_TO)
    is_promise = node not in (act.index, act.noun) and a.tokens[node].tag == "VBD" and is_told_of
    return is_promise and act.index in a.tree.subtree(node)


def _is_of_clause_after(a: Analysed, act: Act, index: int) -> bool:
    """ "Ukraine did so, though a part was put off until 2015": the time of another clause with a verb of its own."""
    turn = next((at for at in range(act.index + 1, index) if a.lower[at] in _TURNS), None)
    if turn is None:
        return False
    return any(a.tokens[at].pos == "VERB" and at not in a.at for at in range(turn + 1, index))


def _is_of_relative_clause(a: Analysed, act: Act, index: int, others: set[int]) -> bool:
    """ "The protocol, which Britain signed in July, takes effect": the time of an act inside a clause of its own."""
    node = index
    for _ in range(_FAR_UP):
        node = a.tokens[node].head
        if node in others and a.tokens[node].relation.startswith("acl"):
            return _is_aside(a, node, act) and not _is_of_its_meeting(a, node, act)
        if node == a.tokens[node].head:
            return False
    return False


def _is_of_its_meeting(a: Analysed, verb: int, act: Act) -> bool:
    """ "Signed it at a summit that Mr Biden hosted in December": the day of the meeting is the day of the act."""
    meeting = a.tokens[verb].head
    is_there = "at" in a.cases(meeting) and a.tokens[meeting].head in (act.index, act.noun)
    return is_there and a.lemma(verb) in ("host", "hold", "convene")


def _month_after(month: int, previous: Moment | None) -> Moment | None:
    """ "that September": the first one from the date before it on."""
    if previous is None or previous.begin.year <= 1:
        return None
    year = previous.begin.year + (month < previous.begin.month)
    return Moment.parse(f"{year:04}-{month:02}")


def _in_year_after(told: tuple[int, str], previous: Moment | None) -> Moment | None:
    """ "10 May of that year": the year of the date before; None where that is no one year."""
    if previous is None or previous.begin.year <= 1 or (previous.end - previous.begin).days > _LONGEST_YEAR:
        return None
    try:
        return Moment.parse(f"{previous.begin.year + told[0]:04}-{told[1]}")
    except UnreadableMoment:
        return None


def effect_of(a: Analysed, act: Act, published: date | None) -> Moment | None:
    """When a notice takes effect, where the text says so beside it: "with effect from 1 January"."""
    if act.frame.action is not Action.DENOUNCE:
        return None
    words = next((each for each in a.times if each.bearing is Bearing.FROM), None)
    return words.moment(published, Direction.FUTURE) if words is not None else None
