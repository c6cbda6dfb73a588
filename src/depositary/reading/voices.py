"""Voices: who says what a sentence says, as a chain from the outlet's source to the first speaker."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from depositary.reading.analysis import Analysed, singular
from depositary.reading.attributing import Holding, attributed
from depositary.reading.beside import stands_for_a_state
from depositary.reading.mention import Mention, Thing
from depositary.reading.parties import Parties
from depositary.reading.roles import role_of
from depositary.reading.subjects import is_passive
from depositary.reading.trailing import LONGEST_NAME, aside, last_before, name_before, tagged, trailer
from depositary.reference import Reference
from depositary.terms import Attribution, ParticipantKind, Role, Voice, cite

_QUOTES = frozenset("“”\"‘’'")
_ADDRESSEES = frozenset(["reporters", "journalists", "parliament", "lawmakers", "broadcaster", "newspaper"])
_PRONOUNS = frozenset({"he", "she", "it", "they", "who"})
_COURTESIES = frozenset({"honour", "honor", "pleasure", "privilege"})
"""What a note has of communicating something: no voice."""
_POSSESSIVES = frozenset({"its", "his", "her", "their"})
_WITH_OBJECTS = frozenset("announce declare confirm report state signal conclude maintain communicate note".split())
"""Verbs that pass nothing on where a noun is their object: "maintained relations", "announced the severance"."""
_PASS_ON = frozenset({"say", "tell", "add", "warn", "confirm", "announce", "insist", "vow", "report"})
_PARTS = ("compound", "amod", "flat", "nmod:poss", "nmod", "nummod", "det", "appos")


@dataclass(frozen=True, slots=True)
class Reported:
    """Tokens `first` to `last` (inclusive) of the sentence that somebody says.

    `outside` are the words that say so, `verb` the verb among them.
    """

    first: int
    last: int
    attribution: Attribution
    outside: frozenset[int]
    verb: int | None = None

    def covers(self, index: int) -> bool:
        """Whether the token lies in what is said."""
        return self.first <= index <= self.last and index not in self.outside


@dataclass(slots=True)
class Voices:
    """Finds who says what; remembers the last speaker, so that "he said" can point back."""

    known: Reference
    parties: Parties
    last: Attribution = field(default_factory=Attribution)

    def of(self, a: Analysed) -> list[Reported]:
        """What is said by others in this sentence, the innermost last."""
        found = [*self._told_before(a), *self._according(a), *self._heading_tags(a)]
        for index in range(len(a.tokens)):
            form = a.form(index)
            if (
                form is None
                or form.lemma not in a.words.say
                or a.tokens[index].pos not in ("VERB", "AUX")
                or index in a.at
            ):
                continue
            reported = self._said(a, index)
            if reported is not None:
                found.append(reported)
        return self._citing(a, self._with_others(a, self._with_trailer(a, found)))

    def _with_others(self, a: Analysed, found: list[Reported]) -> list[Reported]:
        """What is said with verbs that are no words of ours: "Ljubljana retorts that a State cannot walk away"."""
        more = list(found)
        for told in attributed(a.tree):
            if told.source is None or told.holding is not Holding.SAYS:
                continue
            outside = frozenset(at for first, last in (told.cue, told.source) for at in range(first, last + 1))
            for first, last in told.contents:
                is_new = not any(each.covers((first + last) // 2) for each in more)
                attribution = self._chain(a, told.source, told.verb) if is_new else None
                if attribution is not None:
                    more.append(Reported(first, last, attribution, outside, told.verb))
        return more

    def _citing(self, a: Analysed, found: list[Reported]) -> list[Reported]:
        """ "Reuters reported, citing two officials": who said it in the first place."""
        at = next((at for at in range(1, len(a.tokens) - 1) if a.lower[at] in ("citing", "quoting")), None)
        if at is None or a.lower[at - 1] not in (",", "“", "–"):
            return found
        end = next((n for n in range(at + 1, len(a.tokens)) if a.lower[n] in (",", ".", ";")), len(a.tokens))
        voice = self._voice(a, (at + 1, end - 1)) if end > at + 1 else None
        if voice is None:
            return found
        told = found[-1] if found else Reported(0, len(a.tokens) - 1, Attribution(), frozenset())
        chain = Attribution((*told.attribution.voices, voice))
        return [*found[:-1], replace(told, attribution=chain, outside=told.outside | set(range(at, end)))]

    def _with_trailer(self, a: Analysed, found: list[Reported]) -> list[Reported]:
        """What the eye finds at the end, where the tree found nobody there or only a part of the name."""
        told = trailer(a) or aside(a)
        there = next((each for each in found if told is not None and each.verb == told.say), None)
        if told is None or (told.end is not None and (there is None or there.first < told.say) and found):
            return found
        if there is not None and a.lower[told.first - 1] != ",":
            return found
        attribution = self._chain(a, (told.first, told.last), told.say)
        if attribution is None:
            return found
        kept = [each for each in found if each is not there]
        outside = frozenset(range(told.begin, len(a.tokens) if told.end is None else told.end + 1))
        return [*kept, Reported(0, len(a.tokens) - 1, attribution, outside, told.say)]

    def speaker(self, a: Analysed, verb: int) -> Attribution:
        """The one who does the saying, demanding or denying of this verb."""
        head = next(iter(a.tree.related(verb, "nsubj")), None)
        if is_passive(a, verb):
            head = next((child for child in a.tree.related(verb, "obl") if "by" in a.cases(child)), None)
            return Attribution(voice_or_none) if head and (voice_or_none := self._by(a, head)) else Attribution()
        if head is None and a.tokens[verb].relation == "conj":
            head = next(iter(a.tree.related(a.tokens[verb].head, "nsubj")), None)
        if head is None:
            head = next(
                (
                    left
                    for left in range(verb - 1, max(-1, verb - 8), -1)
                    if left in a.at or a.tokens[left].pos in ("NOUN", "PROPN", "PRON")
                ),
                None,
            )
        if head is None or a.lower[head] in ("which", "that") or a.words.is_noun(a.lemma(head), "agreement"):
            return Attribution()
        if a.lower[head] in _PRONOUNS:
            return self.last
        voice = self._voice(a, self._span(a, head, verb))
        return Attribution((voice,)) if voice is not None else Attribution()

    def _by(self, a: Analysed, head: int) -> tuple[Voice, ...]:
        """The voice behind "by", none where it is no voice."""
        voice = self._voice(a, self._span(a, head, len(a.tokens)))
        return (voice,) if voice is not None else ()

    def _told_before(self, a: Analysed) -> Iterator[Reported]:
        """The source that "According to X," named before the sentence."""
        if a.told_by is None:
            return
        start, end = a.told_by
        article = re.match(r"(?:the|a|an)\s+", a.text[start:end], re.IGNORECASE)
        start += article.end() if article else 0
        mentions = [mention for mention in a.mentions if start <= mention.start < end]
        speaks_for = [p for mention in mentions for p in self.parties.of_mention(mention)]
        name = re.sub(r"\s+", " ", a.text[start:end])
        lemmas = {singular(word) for word in name.lower().split()}
        kind = speaks_for[0].kind if speaks_for else None
        is_source = any(mention.thing is Thing.SOURCE for mention in mentions)
        role = Role.AGENCY if is_source else role_of(lemmas, kind, is_official=bool(speaks_for))
        voice = Voice(name, role, speaks_for[0].id if speaks_for else None, cite(a.text, start, end))
        self.last = Attribution((voice,))
        yield Reported(0, len(a.tokens) - 1, self.last, frozenset())

    def _according(self, a: Analysed) -> Iterator[Reported]:
        for index in range(len(a.tokens) - 2):
            if a.lower[index] != "according" or a.lower[index + 1] != "to":
                continue
            first = index + 2
            last = first
            while (
                last + 1 < len(a.tokens)
                and last - first < LONGEST_NAME
                and a.lower[last + 1] not in (",", ".", ";", "–", "—", "which", "who")
            ):
                last += 1
            voice = self._voice(a, (first, last))
            if voice is None:
                continue
            outside = frozenset(range(index, last + 1))
            self.last = Attribution((voice,))
            yield Reported(0, len(a.tokens) - 1, self.last, outside)

    def _heading_tags(self, a: Analysed) -> Iterator[Reported]:
        """ "S – foreign minister", "Ramaphosa: S"."""
        for (first, last), content in tagged(a) if a.is_heading else ():
            if (voice := self._voice(a, (first, last))) is not None:
                yield Reported(*content, Attribution((voice,)), frozenset())

    def _said(self, a: Analysed, say: int) -> Reported | None:
        if self._has_thing(a, say) or (a.lower[say] == "accusing" and a.lower[say - 1] == ","):
            return None
        head = next((child for child in a.tree.related(say, "nsubj") if a.tokens[child].relation != "nsubj:pass"), None)
        if head is not None and a.lower[head] in ("which", "that"):
            return None
        after = self._content_after(a, say)
        before_comma = self._comma_before(a, say, head)
        if before_comma is not None and after and self._is_fronted(a, before_comma, say):
            before_comma = None
        if before_comma is not None and before_comma > 1 and not (after and a.lower[say + 1 : say + 2] == ("that",)):
            span = self._span(a, head, say) if head is not None and head < say else self._inverted(a, say)
            if head is not None and head > say:
                span = self._span(a, head, len(a.tokens))
            if span is None:
                return None
            attribution = self._chain(a, span, say)
            if attribution is None:
                return None
            end = self._end_of_attribution(a, max(say, span[1]))
            outside = frozenset(range(before_comma, end + 1))
            last = len(a.tokens) - 1
            return Reported(0, last, attribution, outside, say)
        if not after:
            return None
        span = self._span(a, head, say) if head is not None and head < say else name_before(a, say)
        if span is None:
            return None
        attribution = self._chain(a, span, say)
        if attribution is None or _COURTESIES & set(a.lower[span[0] : span[1] + 1]):
            return None
        outside = frozenset(range(span[0], self._begin_of_content(a, say)))
        return Reported(say + 1, len(a.tokens) - 1, attribution, outside, say)

    def _has_thing(self, a: Analysed, say: int) -> bool:
        """Whether a noun is the object of a verb that then says nothing: "announced the severance of relations"."""
        if a.lemma(say) not in _WITH_OBJECTS or any(child > say for child in a.tree.related(say, "ccomp")):
            return False
        return any(
            a.tokens[child].pos == "NOUN" and child not in a.timed and child > say
            for child in a.tree.related(say, "obj")
        )

    def _begin_of_content(self, a: Analysed, say: int) -> int:
        """The first token of what is said: the day and the hearers stand before it ("said on Monday that")."""
        near = a.lower[say + 1 : say + 12]
        if "that" in near:
            between = range(say + 1, say + 1 + near.index("that"))
            if not any(a.tokens[at].pos in ("VERB", "AUX") and at not in a.at for at in between):
                return between.stop + 1
        return say + 1

    def _content_after(self, a: Analysed, say: int) -> bool:
        """Whether a clause follows that the verb passes on."""
        if a.lemma(say) in ("accuse", "allege"):
            return True
        if any(child > say for child in a.tree.related(say, "ccomp")):
            return True
        following = [a.lower[index] for index in range(say + 1, min(len(a.tokens), say + 7))]
        if "that" in following[:5] or any(word in ("“", '"', "‘", ":") for word in following[:2]):
            return True
        if a.form(say) is not None and a.lemma(say) in _PASS_ON:
            return any(
                a.tokens[index].pos in ("VERB", "AUX") and a.tokens[index].tag != "VBG"
                for index in range(say + 1, min(len(a.tokens), say + 12))
            )
        return False

    def _comma_before(self, a: Analysed, say: int, head: int | None) -> int | None:
        """The comma or quote that parts the content from "X said" after it; None where the speaker comes first."""
        first = say
        if head is not None and head < say:
            first = min(self._span(a, head, say)[0], say)
        left = first - 1
        while left > 0 and a.tokens[left].pos in ("DET", "ADJ", "ADV", "NUM") and a.lower[left] not in _QUOTES:
            left -= 1
        if left > 0 and (a.lower[left] in (",", "–", "—", "-") or a.lower[left] in _QUOTES):
            return left
        return None

    def _is_fronted(self, a: Analysed, comma: int, say: int) -> bool:
        """ "A day after the one left, the other said that": what leads the sentence is not said by anybody in it."""
        if not any(a.tokens[at].relation == "ccomp" and at > say for at in a.tree.children(say)):
            return False
        before = [at for at in a.tree.children(say) if at < comma]
        is_led = any(a.tokens[at].relation in ("advcl", "obl", "obl:unmarked") for at in before)
        return is_led and not any(a.tokens[at].relation in ("ccomp", "parataxis", "obj") for at in before)

    def _end_of_attribution(self, a: Analysed, index: int) -> int:
        at = index
        while at + 1 < len(a.tokens) and a.lower[at + 1] not in (",", ";", "–", "—", "“", ".", '"'):
            at += 1
        return at

    def _span(self, a: Analysed, head: int | None, until: int) -> tuple[int, int]:
        """First and last token of the speaker's name: the run of the phrase around its head."""
        assert head is not None
        tokens = [index for index in a.phrase(head, _PARTS) if index < until or index == head]
        first = head
        while first - 1 in tokens or (
            first - 1 >= 0 and a.at.get(first - 1) is not None and a.at.get(first - 1) is a.at.get(first)
        ):
            first -= 1
        while (
            first > 0 and a.tokens[first - 1].pos in ("PROPN", "NOUN", "ADJ") and a.tokens[first - 1].text[0].isupper()
        ):
            first -= 1
        last = head
        while last + 1 in tokens and last + 1 < until and a.lower[last + 1] != ",":
            last += 1
        while (
            last + 1 < min(until, len(a.tokens))
            and a.tokens[last + 1].tag in ("NNP", "NNPS")
            and until != len(a.tokens)
        ):
            last += 1
        return first, max(min(last, first + LONGEST_NAME), last_before(a, head, until))

    def _inverted(self, a: Analysed, say: int) -> tuple[int, int] | None:
        """ "said Peter Kent" after the content."""
        first = say + 1
        if first >= len(a.tokens) or not (first in a.at or a.tokens[first].pos in ("PROPN", "NOUN", "DET", "ADJ")):
            return name_before(a, say)
        last = first
        while (
            last + 1 < len(a.tokens)
            and a.lower[last + 1] not in (",", ".", ";", "on", "in")
            and last - first < LONGEST_NAME
        ):
            last += 1
        return first, last

    def _chain(self, a: Analysed, span: tuple[int, int], say: int) -> Attribution | None:
        if a.lower[span[0]] in _PRONOUNS and span[0] == span[1]:
            if a.lower[span[0]] == "who" and a.tokens[say].relation == "acl:relcl":
                return None
            return self.last if self.last.voices else self._pronoun(a, span[0])
        voice = self._voice(a, span)
        if voice is None:
            return None
        heard_by = next(
            (
                a.at[index]
                for index in range(say + 1, min(len(a.tokens), say + 4))
                if index in a.at and a.at[index].thing is Thing.SOURCE
            ),
            None,
        )
        voices = [voice]
        if heard_by is not None:
            outer = Voice(heard_by.text, Role.AGENCY, None, cite(a.text, heard_by.start, heard_by.end))
            voices.insert(0, outer)
        self.last = Attribution(tuple(voices))
        return self.last

    def _pronoun(self, a: Analysed, index: int) -> Attribution | None:
        party = self.parties.of(a, index)
        participants = self.parties.pointed_back_to(party)
        if len(participants) != 1:
            return None
        token = a.tokens[index]
        return Attribution(
            (Voice(participants[0].name, Role.GOVERNMENT, participants[0].id, cite(a.text, token.start, token.end)),)
        )

    def _voice(self, a: Analysed, span: tuple[int, int]) -> Voice | None:
        first, last = span
        timed = a.timed
        while first < last and (
            first in timed
            or a.tokens[first].pos in ("DET", "PUNCT", "ADP", "CCONJ", "ADV")
            or a.lower[first] in _QUOTES
            or a.lower[first] in _POSSESSIVES
        ):
            first += 1
        if a.lower[first] == "elect" and first > 1 and a.lower[first - 1] == "-":
            first -= 2  # "president-elect"
        while last > first and (last in timed or a.tokens[last].pos in ("PUNCT", "ADP") or a.tokens[last].tag == "POS"):
            last -= 1
        start, end = a.tokens[first].start, a.tokens[last].end
        name = re.sub(r"\s+", " ", a.text[start:end]).strip()
        if "(" in name and ")" not in name:  # "Qatar News Agency (QNA) reported"
            end = start + a.text[start:end].index("(")
            end = start + len(a.text[start:end].rstrip())
            name = re.sub(r"\s+", " ", a.text[start:end])
        if not name or not any(c.isalpha() for c in name) or (first == last and a.lower[first] in _ADDRESSEES):
            return None
        inside = [index for index in range(first, last + 1) if index in a.at]
        mentions = [a.at[index] for index in inside]
        for mention in dict.fromkeys(mentions):
            if (full := self._full_name(mention)) is not None and full not in name:
                name = name.replace(mention.text, full)
        speaks_for = [p for m in mentions for p in self.parties.of_mention(m)]
        participant = speaks_for[0] if speaks_for else None
        role = self._role(a, first, last, participant is not None, participant.kind if participant else None)
        return Voice(name, role, participant.id if participant else None, cite(a.text, start, end))

    def _full_name(self, mention: Mention) -> str | None:
        """ "Tusk" of Poland is Donald Tusk: the one person of that surname who held an office there, if it is one."""
        if mention.thing is not Thing.PERSON or " " in mention.text:
            return None
        of_name = (person for person in self.known.people if person.surname == mention.text)
        names = {person.name for person in of_name if person.participant in mention.ids}
        return next(iter(names)) if len(names) == 1 else None

    def _role(self, a: Analysed, first: int, last: int, has_state: bool, kind: ParticipantKind | None) -> Role:
        lemmas = {a.lemma(index) for index in range(first, last + 1)}
        if any(index in a.at and a.at[index].thing is Thing.SOURCE for index in range(first, last + 1)):
            return Role.AGENCY
        is_official = has_state or any(stands_for_a_state(a, index) for index in range(first, last + 1))
        return role_of(lemmas, kind, is_official=is_official)
