"""The lexicon: the words that signal acts, modality and voices, read from the rules and inflected."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any  # the rules are text of our own, checked by what they become

from depositary.terms import Action, Modality, Organ

_VOWELS = "aeiou"
_IRREGULAR: Mapping[str, tuple[str, str]] = {  # verb -> past, past participle
    "become": ("became", "become"), "be": ("was", "been"), "begin": ("began", "begun"), "break": ("broke", "broken"),
    "bring": ("brought", "brought"), "choose": ("chose", "chosen"), "come": ("came", "come"), "cut": ("cut", "cut"),
    "get": ("got", "gotten"), "give": ("gave", "given"), "go": ("went", "gone"), "have": ("had", "had"),
    "hold": ("held", "held"), "leave": ("left", "left"), "let": ("let", "let"), "make": ("made", "made"),
    "put": ("put", "put"), "quit": ("quit", "quit"), "rip": ("ripped", "ripped"), "say": ("said", "said"),
    "seek": ("sought", "sought"), "send": ("sent", "sent"), "step": ("stepped", "stepped"),
    "strike": ("struck", "struck"), "take": ("took", "taken"), "tear": ("tore", "torn"), "tell": ("told", "told"),
    "win": ("won", "won"), "withdraw": ("withdrew", "withdrawn"), "write": ("wrote", "written"), "bid": ("bid", "bid"),
    "drop": ("dropped", "dropped"), "wrap": ("wrapped", "wrapped"), "opt": ("opted", "opted"),
    "scrap": ("scrapped", "scrapped"), "draw": ("drew", "drawn"), "foresee": ("foresaw", "foreseen"),
    "freeze": ("froze", "frozen"), "unfreeze": ("unfroze", "unfrozen"), "keep": ("kept", "kept"),
    "undertake": ("undertook", "undertaken"), "undo": ("undid", "undone"), "rebut": ("rebutted", "rebutted"),
    "re-admit": ("re-admitted", "re-admitted"), "regret": ("regretted", "regretted"),
    "admit": ("admitted", "admitted"), "readmit": ("readmitted", "readmitted"), "submit": ("submitted", "submitted"),
    "initial": ("initialled", "initialed"), "expel": ("expelled", "expelled"), "lend": ("lent", "lent"),
    "prefer": ("preferred", "preferred"), "axe": ("axed", "axed"), "commit": ("committed", "committed"),
    "forgo": ("forwent", "forgone"), "forecast": ("forecast", "forecast"), "set": ("set", "set"),
    "read": ("read", "read"), "bind": ("bound", "bound"), "shut": ("shut", "shut"), "throw": ("threw", "thrown"),
    "cast": ("cast", "cast"), "lie": ("lay", "lain"), "uphold": ("upheld", "upheld"), "stand": ("stood", "stood"),
    "sink": ("sank", "sunk"), "concur": ("concurred", "concurred"),
    "cancel": ("cancelled", "canceled"), "transmit": ("transmitted", "transmitted"), "annul": ("annulled", "annulled"),
    "shelve": ("shelved", "shelved"), "defer": ("deferred", "deferred"), "plan": ("planned", "planned"),
    "stop": ("stopped", "stopped"), "show": ("showed", "shown"), "lead": ("led", "led"), "open": ("opened", "opened"),
    "enter": ("entered", "entered"), "deliver": ("delivered", "delivered"), "deposit": ("deposited", "deposited"),
    "denounce": ("denounced", "denounced"), "consider": ("considered", "considered"),
    "broker": ("brokered", "brokered"),
    "hammer": ("hammered", "hammered"), "order": ("ordered", "ordered"), "offer": ("offered", "offered"),
    "trigger": ("triggered", "triggered"), "suffer": ("suffered", "suffered"), "ink": ("inked", "inked"),
    "beg": ("begged", "begged"), "mull": ("mulled", "mulled"), "back": ("backed", "backed"),
}  # fmt: skip
_ING: Mapping[str, tuple[str, ...]] = {
    "initial": ("initialling", "initialing"), "quit": ("quitting",), "cut": ("cutting",), "put": ("putting",),
    "open": ("opening",), "enter": ("entering",), "deliver": ("delivering",), "deposit": ("depositing",),
    "broker": ("brokering",), "hammer": ("hammering",), "order": ("ordering",), "cancel": ("cancelling", "canceling"),
    "consider": ("considering",), "trigger": ("triggering",), "be": ("being",), "let": ("letting",),
    "get": ("getting",), "shut": ("shutting",), "set": ("setting",), "lie": ("lying",),
    "win": ("winning",), "begin": ("beginning",), "annul": ("annulling",), "expel": ("expelling",), "bid": ("bidding",),
}  # fmt: skip


class Kind(StrEnum):
    """Kinds of thing an act can be done to; the values are the words of `rules/acts.toml`."""

    AGREEMENT = "agreement"
    NAMED = "named"
    BODY = "body"
    RELATION = "relation"
    PARTY = "party"
    INSTRUMENT = "instrument"
    APPLICATION = "application"
    TALKS = "talks"
    INVITATION = "invitation"
    MEMBERSHIP = "membership"
    RECOGNITION = "recognition"
    SIGNATURE = "signature"
    NOTICE = "notice"
    MEETING = "meeting"
    EURO = "euro"
    INTENTION = "intention"
    PARTICIPATION = "participation"
    BODY_TO_JOIN = "body-to-join"
    COMMITMENT = "commitment"
    FORMALITY = "formality"
    PAPER = "paper"
    EVENT = "event"
    SUSPENSION = "suspension"
    IMPLEMENTATION = "implementation"
    PROGRAMME = "programme"


class Place(StrEnum):
    """Which place in the sentence the one who acts fills."""

    SUBJECT = "subject"
    OBJECT = "object"
    BODY = "body"
    AGREEMENT = "agreement"


@dataclass(frozen=True, slots=True)
class Frame:
    """What a word must stand with to signal an act; see the head of `rules/acts.toml`."""

    id: str
    action: Action
    verbs: tuple[str, ...]
    particle: frozenset[str]
    noun: frozenset[str]
    via: frozenset[str]
    objects: frozenset[Kind]
    bare: bool
    organ: bool
    actor: Place
    needs: frozenset[str]
    modality: Modality | None
    only_ahead: bool
    nominal: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """An inflected form of a verb: `tag` is VB (base), VBZ, VBD (past and participle) or VBG."""

    lemma: str
    tag: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All rules, indexed by the words of a text in small letters."""

    frames: Mapping[str, tuple[Frame, ...]]
    nominals: Mapping[str, tuple[Frame, ...]]
    forms: Mapping[str, tuple[Form, ...]]
    nouns: Mapping[str, frozenset[str]]
    organs: Mapping[str, Organ]
    offices: frozenset[str]
    anaphoric: frozenset[str]
    operators: Mapping[str, str]
    say: frozenset[str]
    anonymous: frozenset[str]

    def is_noun(self, lemma: str, kind: str) -> bool:
        """Whether the word names a thing of this kind."""
        return lemma in self.nouns[kind]


@cache
def lexicon() -> Lexicon:
    """The lexicon that comes with the program."""
    acts, nouns, modality, voices = (rules(name) for name in ("acts", "nouns", "modality", "voices"))
    frames = [_frame(row) for row in acts["frame"]]
    verbs: dict[str, list[Frame]] = {}
    nominals: dict[str, list[Frame]] = {}
    for frame in frames:
        for verb in frame.verbs:
            verbs.setdefault(verb, []).append(frame)
        for noun in frame.nominal:
            nominals.setdefault(noun, []).append(frame)
    operators = {word: row["effect"] for row in modality["operator"] for word in row["words"]}
    say = frozenset(voices["say"])
    forms: dict[str, list[Form]] = {}
    for verb in sorted({*verbs, *operators, *say}):
        for text, tag in inflections(verb):
            forms.setdefault(text, []).append(Form(verb, tag))
    return Lexicon(
        {verb: tuple(found) for verb, found in verbs.items()},
        {noun: tuple(found) for noun, found in nominals.items()},
        {text: tuple(found) for text, found in forms.items()},
        {kind: frozenset(words) for kind, words in nouns.items() if isinstance(words, list)},
        {word: Organ(organ) for organ, words in nouns["organ"].items() for word in words},
        frozenset(nouns["office"]["words"]),
        frozenset(nouns["office"]["anaphoric"]),
        operators,
        say,
        frozenset(voices["anonymous"]),
    )


def inflections(verb: str) -> list[tuple[str, str]]:
    """The forms of a verb with their tags: ("signs", "VBZ") and so on."""
    past, participle = _IRREGULAR.get(verb, (_past(verb), _past(verb)))
    ings = _ING.get(verb, (_ing(verb),))
    forms = [(verb, "VB"), (_third(verb), "VBZ"), *((ing, "VBG") for ing in ings)]
    if verb == "be":
        forms += [("are", "VBZ"), ("am", "VBZ"), ("’s", "VBZ"), ("'s", "VBZ"), ("were", "VBD")]
    return forms + [(form, "VBD") for form in dict.fromkeys((past, participle))]


def rules(name: str) -> dict[str, Any]:
    """What one of the texts under `rules/` says."""
    return tomllib.loads(files("depositary.reading").joinpath("rules").joinpath(f"{name}.toml").read_text("utf-8"))


def _frame(row: Mapping[str, object]) -> Frame:
    def words(key: str) -> tuple[str, ...]:
        value = row.get(key, [])
        return tuple(value) if isinstance(value, list) else (str(value),)

    return Frame(
        str(row["id"]),
        Action(str(row["action"])),
        words("verbs"),
        frozenset(words("particle")),
        frozenset(words("noun")),
        frozenset(words("via")),
        frozenset(Kind(kind) for kind in words("objects")),
        bool(row.get("bare", False)),
        bool(row.get("organ", False)),
        Place(str(row.get("actor", "subject"))),
        frozenset(words("needs")),
        Modality(str(row["modality"])) if "modality" in row else None,
        bool(row.get("only_ahead", False)),
        words("nominal"),
    )


def _third(verb: str) -> str:
    if verb in ("be", "have"):
        return {"be": "is", "have": "has"}[verb]
    if verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        return verb + "es"
    return verb[:-1] + "ies" if verb.endswith("y") and verb[-2] not in _VOWELS else verb + "s"


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ied"
    return (verb + verb[-1] if _doubles(verb) else verb) + "ed"


def _ing(verb: str) -> str:
    if verb.endswith("e") and not verb.endswith("ee"):
        return verb[:-1] + "ing"
    past = _IRREGULAR.get(verb, ("", ""))[0]
    doubled = past.endswith(verb[-1] * 2 + "ed") or (not past and _doubles(verb))
    return (verb + verb[-1] if doubled else verb) + "ing"


def _doubles(verb: str) -> bool:
    short = sum(c in _VOWELS for c in verb) == 1
    return short and len(verb) > 2 and verb[-1] not in "aeiouwxy" and verb[-2] in _VOWELS and verb[-3] not in _VOWELS
