"""Parties: which participants a noun phrase or a pronoun stands for, and which organ of the State acts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from depositary.reading.analysis import Analysed
from depositary.reading.beside import (
    beside_members,
    beside_others,
    beside_pronoun,
    called_kin,
    is_of_a_society,
    is_part_of_other_name,
    is_posted,
    pronoun_before,
    run_before,
    stands_for_a_state,
)
from depositary.reading.lexicon import Lexicon
from depositary.reading.members import all_of
from depositary.reading.mention import Mention, Thing
from depositary.reading.naming import is_organisation
from depositary.reading.party import Party
from depositary.reference import NameUse, Reference
from depositary.terms import Organ, Participant

_PRONOUNS_ONE = frozenset({"it", "he", "she", "itself", "we", "i", "ourselves"})
_PRONOUNS_MANY = frozenset({"they", "both", "all", "themselves", "each", "pair", "trio", "duo", "neither"})
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "both": 2, "pair": 2, "trio": 3, "neither": 2}
_OF_A_BODY = frozenset("member nation country state ally party economy power leader head".split())
_WHO_SPEAK_FOR_IT = frozenset({"leaders", "heads"})
"""Who decide for a body: "the Community's heads of state"."""
_ORGANS_OF_BODIES = frozenset("summit council assembly commission secretariat authority conference".split())
_UNNAMED = frozenset("a an another any some one no several many which further every each most other more".split())
_TITLES = frozenset({"president", "minister", "premier", "chancellor", "king", "queen", "emir", "sultan"})
_SEATED = frozenset({"government", "administration", "authority", "regime", "leadership"})
_COUNTERPARTS = frozenset({"counterpart", "counterparts", "colleague", "colleagues"})
_RESTRICTING = frozenset({("that",), ("which",), ("who",)})
_NO_LONGER = frozenset({"former", "ex", "late", "ousted", "deposed", "then"})
_OF_A_KIND = frozenset("developed developing rich wealthy poor western advanced emerging industrialised".split())
_BEFORE_HIM = frozenset({"predecessor", "successor", "rival"})
_BODIES = frozenset("community bloc alliance union organisation organization association league".split())
_HIS = frozenset({"his", "her", "its", "their", "our", "my"})
_COMMITTEES = frozenset({"committee", "panel", "commission"})
_AGENT_CASES = frozenset({"of", "from", "in", "between", "for"})
_TOLD_EACH = 12
"""How many a closed group may have to be told of one by one: "the EU's 28 member states" act as one."""
_ANY_SIZE = 1000


@dataclass(slots=True)
class Parties:
    """Resolves phrases to participants with what is known beforehand and what was spoken of before.

    `told` are people whose State only this text tells, by the words of their names; `named_last` are all whom the
    sentence before names, by whatever word; `body_last` is the last organisation named before; `topic` is the last one
    that a sentence was about; `groups` are the last of several.
    """

    known: Reference
    words: Lexicon
    recent: list[tuple[Participant, ...]] = field(default_factory=list)
    told: dict[str, Participant] = field(default_factory=dict)
    named_last: tuple[Participant, ...] = ()
    body_last: tuple[Participant, ...] = ()
    topic: tuple[Participant, ...] = ()
    groups: list[tuple[Participant, ...]] = field(default_factory=list)

    def of(self, a: Analysed, head: int) -> Party:
        """The participants that the phrase with this head stands for; none where it names none."""
        organ = self._organ(a, head)
        if a.is_participant(head) and self._is_group(a.at[head]) and a.lower[head + 1 : head + 2] in _RESTRICTING:
            return Party(is_unnamed=True)  # "the Baltic States that signed it"
        if a.is_participant(head) and not is_part_of_other_name(a, head):
            indexes = tuple(dict.fromkeys([*a.coordinated(head), *self._counterparts(a, head)]))
            pronoun = pronoun_before(a, min(indexes))
            if pronoun is not None:
                return Party(self._participants(a, indexes), indexes, organ, is_anaphoric=True, number=1, place=pronoun)
            return Party(self._participants(a, indexes), indexes, organ)
        low = a.lower[head]
        if low in _PRONOUNS_ONE:
            beside = beside_pronoun(a, head)
            return Party(self._participants(a, beside), beside, organ, is_anaphoric=True, number=1, place=head)
        if low in _PRONOUNS_MANY or (low in _NUMBERS and a.tokens[head].pos in ("NUM", "DET", "PRON", "NOUN")):
            return Party(organ=organ, is_anaphoric=True, number=_NUMBERS.get(low, 0), place=head)
        if low == "others" and (beside := beside_others(a, head)):
            return Party(self._participants(a, beside), beside, organ)
        if not stands_for_a_state(a, head):
            if (part := self._part_of_organ(a, head)) is not None:
                return self.of(a, part)
            body = self._body_before(a, head) or self._body_after(a, head)
            if body is not None:
                return Party(self._participants(a, (body,)), (body,), organ)
            titled = self._titled(a, head)
            return titled if titled is not None else self._listed(a, head, organ)
        indexes = self._inside(a, head)
        if organ is None and a.tokens[head].tag in ("NNS", "NNPS"):  # "Knesset members"
            organ = next((self._organ(a, at) for at in indexes if a.at[at].office), None)
        if indexes and all(a.at[at].is_adjective for at in indexes) and self._is_one_more(a, head):
            return Party(is_unnamed=True)
        some = [at for at in indexes if self._is_group(a.at[at]) and not self._is_all_of(a, head, at)]
        if some:  # "a Caribbean government", "a country in the Caribbean"
            indexes = tuple(at for at in indexes if at not in some)
            if not indexes and self._is_told_before(a, head, min(some)):
                among = tuple(who for at in some for who in self.of_mention(a.at[at], _ANY_SIZE))
                return Party(organ=organ, is_anaphoric=True, number=1, place=head, among=among)
            if not indexes:
                return Party(is_unnamed=bool(_UNNAMED & set(a.lower[max(0, min(some[0], head) - 3) : head])))
        if indexes and a.lemma(head) in _OF_A_BODY:
            bodies = tuple(at for at in indexes if a.at[at].agreement is not None and not a.at[at].is_adjective)
            members = tuple(at for at in indexes if at not in bodies)
            if not members and a.lower[head] in _WHO_SPEAK_FOR_IT and len(bodies) == 1:
                return Party(self._participants(a, bodies), bodies, organ)  # "the Community's leaders approved it"
            if not members:
                bodies_of = self._participants(a, bodies)
                return all_of(a, head, bodies_of[0], bodies[0], organ) if len(bodies_of) == 1 else Party()
            indexes = members
        if indexes:
            for other in a.tree.related(head, "conj"):
                if stands_for_a_state(a, other) and other not in a.at:
                    indexes = tuple(sorted({*indexes, *self._inside(a, other)}))
            return Party(self._participants(a, indexes), indexes, organ)
        whose = self._whose(a, head)
        if whose:
            return Party(self._participants(a, whose), whose, organ)
        return self._pointing_back(a, head, organ)

    def _counterparts(self, a: Analysed, head: int) -> tuple[int, ...]:
        """ "Tovar and his counterparts from Singapore and Chile", "Chinchilla and her host, Santos"."""
        beside = [at for at in a.tree.related(head, "conj") if at not in a.at and a.tokens[at].pos == "NOUN"]
        inside = (name for at in beside if a.lower[at] in _COUNTERPARTS for name in self._inside(a, at))
        named = (at + 2 for at in beside if a.lower[at + 1 : at + 2] == (",",) and a.is_participant(at + 2))
        return (*inside, *(at for at in named if a.at[at].thing is Thing.PERSON))

    def _whose(self, a: Analysed, head: int) -> tuple[int, ...]:
        """ "Russia and Belarus, whose presidents signed": the names before the comma."""
        at = next((at for at in a.tree.related(head, "nmod:poss") if a.lower[at] == "whose"), None)
        if at is None or at < 2 or a.lower[at - 1] != "," or not a.is_participant(at - 2):
            return ()
        return a.coordinated(at - 2)

    def _is_all_of(self, a: Analysed, head: int, at: int) -> bool:
        """ "The Baltic States", "all five Central Asian presidents": everyone of the group, and not some of it."""
        if a.lower[head] == a.lemma(head) or a.lower[head + 1 : head + 2] in _RESTRICTING:
            return False
        first = min(at, head)
        before = set(a.lower[max(0, first - 3) : first])
        if before & {"most", "some", "many", "several", "of"}:
            return False
        size = len(self.of_mention(a.at[at], _ANY_SIZE))
        return bool(before & {"the", "all", "both"}) or any(_NUMBERS.get(word) == size for word in before)

    def _is_one_more(self, a: Analysed, head: int) -> bool:
        """ "One more Micronesian government", "another Arab State": somebody, and not said who."""
        words = {a.lower[child] for child in a.tree.related(head, "det", "amod", "nummod")} | run_before(a, head)
        return bool(words & {"another", "more", "further", "other"}) and a.lemma(head) in self.words.anaphoric

    def named(self, a: Analysed, among: Iterable[int]) -> tuple[Participant, ...]:
        """All whom the names in these places stand for, by whatever word, in their order."""
        return self._participants(a, (at for at in among if a.is_participant(at)))

    def only(self, a: Analysed, indexes: Iterable[int]) -> Party:
        """These names and no others that they are coordinated with."""
        named = tuple(indexes)
        return Party(self._participants(a, named), named)

    def _body_before(self, a: Analysed, head: int) -> int | None:
        """The organisation in the name of its organ: "the BRICS group", "Commonwealth Ministerial Action Group"."""
        if not self.words.is_noun(a.lemma(head), "body") and a.tokens[head].tag not in ("NNP", "NNPS"):
            return None
        left = head - 1
        while left >= 0 and a.tokens[left].pos in ("PROPN", "NOUN", "ADJ", "PART") and head - left <= 5:
            mention = a.at.get(left)
            if mention is not None:
                is_body = mention.agreement is not None and not mention.is_adjective
                return left if is_body and self.words.is_noun(a.lemma(head), "body") else None
            left -= 1
        return None

    def _body_after(self, a: Analysed, head: int) -> int | None:
        """The organisation whose organ it is: "the summit of the African Union", "the Council of the Union"."""
        if a.lemma(head) not in _ORGANS_OF_BODIES or a.lower[head + 1 : head + 2] != ("of",):
            return None
        at = head + 2
        while at < len(a.tokens) and a.tokens[at].pos == "DET":
            at += 1
        mention = a.at.get(at)
        return at if mention is not None and mention.agreement is not None and not mention.is_adjective else None

    def _part_of_organ(self, a: Analysed, head: int) -> int | None:
        """ "The Foreign Affairs Committee of the Turkish Parliament": the organ that it is a part of."""
        if a.lemma(head) not in _COMMITTEES:
            return None
        return next((at for at in a.tree.related(head, "nmod") if self._organ(a, at) is not None), None)

    def _titled(self, a: Analysed, head: int) -> Party | None:
        """ "President Hilda Heine", "Lawrence Gonzi, the prime minister": who acts for a State that the text names."""
        if not a.tokens[head].text[0].isupper() or head in a.at or a.tokens[head].pos not in ("PROPN", "NOUN"):
            return None
        told = self.told.get(a.tokens[head].text)
        if told is not None:
            return Party(tuple(dict.fromkeys([told, *self._beside_person(a, head)])), place=head)
        for child in a.tree.related(head, "appos"):
            if stands_for_a_state(a, child):
                office = self.of(a, child)
                others = [self.of(a, at) for at in a.tree.related(head, "conj") if stands_for_a_state(a, at)]
                if office.participants:
                    everyone = [*office.participants, *(who for each in others for who in each.participants)]
                    return replace(office, participants=tuple(dict.fromkeys(everyone)))
                return Party(place=head, is_titled=a.lemma(child) in _TITLES)
        near = a.lower[head + 1 : head + 3]
        if near in ((",", "who"),) and _TITLES & set(a.lower[head + 3 : head + 8]):  # ", who became prime minister in"
            return Party(place=head, is_titled=True)
        titles = a.phrase(head, ("nmod:desc", "compound", "amod", "flat"))
        is_former = bool(_NO_LONGER & {a.lower[at] for at in titles})
        is_title = not is_former and any(
            a.lemma(at) in _TITLES and (a.tokens[at].text[0].isupper() or a.tokens[at + 1].text[0].isupper())
            for at in titles
            if at < head
        )
        if not is_title and a.tokens[head].relation.startswith("nsubj") and (beside := self._beside_person(a, head)):
            return Party(beside, place=head)  # "Pak and Singapore's foreign minister": the one whom we do not know
        return Party(place=head, is_titled=True) if is_title else None

    def _beside_person(self, a: Analysed, head: int) -> tuple[Participant, ...]:
        """Whom those stand for that a person is coordinated with: "Kiir and John Magufuli", "and Peru's minister"."""
        found: list[Participant] = []
        for at in a.tree.related(head, "conj"):
            if a.is_participant(at):
                found.extend(self._participants(a, a.coordinated(at)))
            elif at not in a.at:  # "Heine and the forum's secretary-general, Baron Waqa"
                named = [n for n in a.tree.related(at, "appos") if a.is_participant(n)]
                inside = self._inside(a, at) if stands_for_a_state(a, at) else ()
                found.extend(self._participants(a, inside or named))
        return tuple(dict.fromkeys(found))

    def _listed(self, a: Analysed, head: int, organ: Organ | None) -> Party:
        """ "the five holdouts, A, B and C": the names that follow a plural."""
        if a.tokens[head].tag not in ("NNS", "NNPS", "CD"):
            return Party()
        at = head + 1
        for including in range(head + 1, min(len(a.tokens) - 1, head + 6)):  # "20 of these, including Chad, have"
            if a.lower[including] == "including" and a.is_participant(including + 1):
                indexes = a.coordinated(including + 1)
                return Party(self._participants(a, indexes), indexes, organ)
        if a.tokens[head].tag == "CD":
            return Party()
        if at + 1 < len(a.tokens) and a.lower[at] in (",", ":", "–", "-", "("):
            while at < len(a.tokens) and (a.lower[at] in (",", ":", "–", "the", "(") or a.tokens[at].pos == "DET"):
                at += 1
            if at < len(a.tokens) and a.is_participant(at):
                indexes = a.coordinated(at)
                if len(indexes) > 1:
                    return Party(self._participants(a, indexes), indexes, organ)
        return Party()

    def remember(self, participants: Iterable[Participant]) -> None:
        """Keep these as what "it" or "they" may point back to."""
        group = tuple(participants)
        if group:
            self.recent.append(group)
            self.groups += [group] if len(group) > 1 else []
            del self.recent[:-8], self.groups[:-8]

    def pointed_back_to(self, party: Party) -> tuple[Participant, ...]:
        """What a pronoun or "the country" points back to; none where nothing fits."""
        for group in reversed(self.recent):
            if party.number == 1 and len(group) == 1:
                return group
            if party.number == 0 and len(group) > 1:
                return group
            if party.number is not None and party.number > 1 and len(group) == party.number:
                return group
        if party.number == 2:
            singles = list(dict.fromkeys(group[0] for group in reversed(self.recent) if len(group) == 1))
            return tuple(reversed(singles[:2])) if len(singles) >= 2 else ()
        return next((group for group in reversed(self.groups) if party.number in (0, len(group))), ())

    def person_before(self, excluding: Sequence[Participant] = ()) -> tuple[Participant, ...]:
        """The last single State spoken of in the sentences before, without these and without organisations."""
        for group in reversed(self.recent):
            if len(group) == 1 and group[0] not in excluding and not is_organisation(group[0]):
                return group
        return ()

    def _pointing_back(self, a: Analysed, head: int, organ: Organ | None) -> Party:
        lemma = a.lemma(head)
        beside = beside_others(a, head)
        if beside:
            return Party(self._participants(a, beside), beside, organ)
        if lemma in self.words.anaphoric or lemma in _OF_A_BODY:
            articles = {a.lower[child] for child in a.tree.related(head, "det", "amod")} | run_before(a, head)
            if articles & _UNNAMED:
                return Party(is_unnamed=True)
        if a.lower[head] != lemma and _OF_A_KIND & {a.lower[at] for at in a.tree.related(head, "amod")}:
            return Party(is_unnamed=True)  # "the developed nations"
        is_many = a.lower[head] != lemma or a.lower[head] in ("men", "women")
        determiners = {a.lower[child] for child in a.tree.related(head, "det", "nmod:poss", "nummod")}
        determiners |= {a.lower[child] for child in a.tree.related(head, "nmod") if organ is not None}
        for child in a.tree.related(head, "nmod"):  # "the ambassadors of the two countries"
            if a.lower[child] in _NUMBERS and a.tokens[child].pos == "NUM" and a.tree.related(child, "det"):
                return Party(organ=organ, is_anaphoric=True, number=_NUMBERS[a.lower[child]], place=child)
            counts = {a.lower[at] for at in a.tree.related(child, "nummod", "det")} & {"two", "three", "both"}
            if counts and a.lemma(child) in self.words.anaphoric:
                return Party(organ=organ, is_anaphoric=True, number=_NUMBERS[min(counts)], place=child)
        if a.lower[head] in _WHO_SPEAK_FOR_IT and ("its" in determiners or determiners & _BODIES):
            return Party(self.body_last, (), organ)  # "the community's heads of state"
        number = next((_NUMBERS[word] for word in determiners if word in _NUMBERS), 0 if is_many else 1)
        for child in a.tree.related(head, "nmod:poss"):  # "his predecessor's government"
            if a.lower[child] in _BEFORE_HIM and {a.lower[at] for at in a.tree.related(child, "nmod:poss")} & _HIS:
                return Party(organ=organ, is_anaphoric=True, number=1, place=head)
        if determiners & _HIS and stands_for_a_state(a, head) and not is_many:
            is_of_many = "their" in determiners and lemma not in self.words.anaphoric
            return Party(organ=organ, is_anaphoric=True, number=0 if is_of_many else 1, place=head)
        if is_many and {"its", "his", "her"} & determiners and stands_for_a_state(a, head):  # "its generals"
            return Party(organ=organ, is_anaphoric=True, number=1, place=head)
        if is_many and "their" in determiners and stands_for_a_state(a, head):  # "their fisheries ministers signed it"
            return Party(organ=organ, is_anaphoric=True, number=0, place=head)
        is_counted = is_many and bool(determiners & {"two", "three", "both"})
        is_pointing = (
            lemma in self.words.anaphoric
            or is_counted
            or (is_many and lemma in ("side", "government", "power", "neighbour"))
        )
        if a.is_heading and lemma in self.words.anaphoric and not is_many:
            return Party(organ=organ, is_anaphoric=True, number=1)
        if (
            is_many
            and (not determiners or (determiners == {"the"} and a.lower[head - 2] == "for"))
            and lemma in ("president", "minister", "leader", "delegate", "negotiator", "envoy")
        ):
            return Party(organ=organ, is_anaphoric=True, number=0)
        if organ is not None or (is_pointing and determiners & {"the", "both", "this", "two", "three", *_HIS}):
            return Party(organ=organ, is_anaphoric=True, number=number, place=head)
        return Party(organ=organ)

    def _inside(self, a: Analysed, head: int) -> tuple[int, ...]:
        """Participants named inside the phrase of an office: "presidents of A and B", "A's parliament"."""
        found: list[int] = []
        for child in a.phrase(head, ("compound", "amod", "flat", "appos", "nmod:poss", "nmod", "nmod:unmarked")):
            if child == head or not a.is_participant(child) or is_of_a_society(a, child, head):
                continue
            case = {case for case in a.cases(child) if case not in ("’s", "'s")}
            is_seat = case == {"at"} and a.at[child].use is NameUse.METONYM  # "MPs at Westminster"
            if (case and not case & _AGENT_CASES and not is_seat) or (case == {"in"} and is_posted(a, head)):
                continue
            found.extend(a.coordinated(child))
        found = list(called_kin(a, head)) or [*found, *beside_members(a, head, found)]
        seat = head + 2
        is_seat = a.lower[head + 1 : seat] == ("in",) and a.is_participant(seat) and a.lemma(head) in _SEATED
        if not found and is_seat and a.at[seat].use is NameUse.METONYM:
            found = [seat]
        if not found:
            left = head - 1
            if left >= 0 and a.is_participant(left):
                found = list(a.coordinated(left))
        return tuple(sorted(set(found)))

    def _participants(self, a: Analysed, indexes: Iterable[int]) -> tuple[Participant, ...]:
        found: dict[str, Participant] = {}
        for index in indexes:
            for participant in self.of_mention(a.at[index]):
                found.setdefault(participant.id, participant)
        return tuple(found.values())

    def of_mention(self, mention: Mention, most: int = _TOLD_EACH) -> tuple[Participant, ...]:
        """The participants of a mention: each of a closed group of at most so many, otherwise the one it names."""
        if mention.thing not in (Thing.PARTICIPANT, Thing.PERSON) or not mention.ids:
            return ()
        if mention.ids[0] not in self.known.participants:
            return ()
        entry = self.known.participants[mention.ids[0]]
        is_closed = entry.participant.kind.value == "group" and 0 < len(entry.members) <= most
        return tuple(self.known.participants[m].participant for m in entry.members if is_closed) or (entry.participant,)

    def _is_told_before(self, a: Analysed, head: int, first: int) -> bool:
        """ "The Central Asian republic": one of the group, of whom the text has told."""
        is_one = a.lower[head] == a.lemma(head) and a.lemma(head) in self.words.anaphoric
        return is_one and first < head and "the" in a.lower[max(0, first - 2) : first]

    def _is_group(self, mention: Mention) -> bool:
        """Whether it names several States: a "Central Asian country" is one of them, and not said to be which."""
        return len(self.of_mention(mention, _ANY_SIZE)) > 1

    def _organ(self, a: Analysed, head: int) -> Organ | None:
        mention = a.at.get(head)
        if mention is not None:
            return self.words.organs.get(mention.office)
        if a.lower[head : head + 3] == ("council", "of", "ministers"):
            return Organ.CABINET
        found = self.words.organs.get(a.lemma(head)) or self.words.organs.get(a.lower[head])
        if found is not None:
            return found
        return None
