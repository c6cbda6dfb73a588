"""Context: what the words around the name of a State make of it: part of a longer name, a team, a person, a place."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from depositary.reading.mention import Link, Mention, Reason, Thing
from depositary.reference import NameUse

_CAPITALISED = r"(?:[A-ZÀ-Ý][\w’'&.-]*|of|and|&)"
_HEADS = (
    r"Airways|Airlines?|Steel|Telecom|Open|Cup|League|Grand\sPrix|Masters|Championships?|Premiership|Gulf|Sea|Islands?|"
    r"Ocean|Exchange|Virgin|Universities|Broadcasting"
)
"""Nouns that end the name of a company, a competition or a stretch of water, also after an adjective."""
_HEADS_AFTER_NOUN = (
    r"Corp|Corporation|Inc|Incorporated|Ltd|Limited|Plc|PLC|Co|Company|Companies|Group|Holdings|Bancorp|Motors?|"
    r"Petroleum|Securities|Industries|Partners|Classic|Derby|Games|Times|Post|Herald|Today|News|Daily|Journal|Report|"
    r"Tribune|Telegraph|Gazette|Review|Magazine|Television|TV|Radio|Street|Avenue|Road|Square|Airport|Hotel|Park|"
    r"Stadium|Bridge|University|College|School|Institute|Museum|Registry|Association|Society|Club|Foundation|"
    r"FC|Rangers|Devils|Nets|Church|Orchestra|Festival|Bay|River|First"
)
"""Nouns that end one only after the State's own name: "China Daily", but a "British Group" is just British."""
_ORGANS = (
    "Navy|Army|Air\\sForce|Marines?|Marine\\sCorps|Coast\\sGuard|Armed\\sForces|Department|Ministry|Senate|Congress|"
    "House|Parliament|Supreme\\sCourt|Treasury|Embassy|Capitol|Cabinet|Agency|Administration|Bureau|Command|Office|"
    "Commission|Attorney|Constitution|Trade\\sRepresentative|Central\\sBank|National\\sBank|Federal\\sReserve"
)
"""Nouns that end the name of an organ of the State, or of a part of it."""


def _headed(heads: str) -> re.Pattern[str]:
    large = heads.upper().replace("\\S", "\\s")
    return re.compile(
        rf"(?:[’']s?)?[ -](?:(?!(?:President|Prime|Foreign|King|Queen|Senator|General)\b){_CAPITALISED}\s){{0,3}}?"
        rf"(?P<head>{heads}|{large})\b(?![’'-])"
    )


_HEADED_AFTER_NOUN = _headed(f"{_HEADS}|{_HEADS_AFTER_NOUN}|{_ORGANS}")
_HEADED = _headed(f"{_HEADS}|{_ORGANS}")
_BESIDE = re.compile(
    r"\s(?P<head>Museum|Institute|Registry|University|Association|Society|Library|Express|Legion|Columbia|Academy)\b"
)
"""Nouns that make a name with an adjective right before them: "British Museum", "American Registry"."""
_OF_ANOTHER = re.compile(r"\sof\s(?:the\s)?[A-Z]")
_ORGAN = re.compile(rf"(?:{_ORGANS})", re.I)
_LEADING_TO = re.compile(
    r"(?:\b(?:Gulfs?|Sea|Bay|Strait|Isle|Banco|Banque|Bank|Credit|University|Universidad|College|Church|Archbishop|Dukes?|"
    r"Duchess|Prince|Princess|Miss|Radio|Air|Voice|Bishop|Museum|Institute|House|Juan|Santiago|Stade|Tour)\s"
    r"(?:of|de|del|da)\s(?:the\s)?|\bHuman\sRights\sin\s"
    r"|\b(?:New|NEW|Latin|LATIN|Pan|Native|African|Air|AIR|Radio|Miss|Team|Credit|Banco|Little|USS|HMS|Media|"
    r"Statistics)[ -])$"
)
"""What makes the name of a State the end of another one: "Gulf of Mexico", "New Jersey", "Air France"."""
_PART_OF_A_CONTINENT = re.compile(r"\b(?:North|South|Central|NORTH|SOUTH|CENTRAL)[ -]$")
_COLOURED = re.compile(r"\b(?:[Ww]hite|[Bb]lack|African|Native|Latin)[ -]$")
_CUT_OFF = re.compile(r"\b(?:Central\sBank|National\sBank|Reserve\sBank|State\sBank)\sof\s(?:the\s)?$")

_TEAM_SPORT = re.compile(
    r"\b(?:soccer|football|cricket|rugby|hockey|basketball|volleyball|handball|wickets?|innings|strikers?|midfielders?|"
    r"goalkeepers?|halftime|half-time|batsm[ae]n|bowlers?|overs|squad|scorers?|davis cup|fed cup|world cup|asian cup|"
    r"nations cup|asian games|world series|qualifiers?)\b"
)
"""Words of games that teams of States play."""
_SPORT = re.compile(
    _TEAM_SPORT.pattern
    + r"|\b(?:kick-?off|half|bowled|coach|coached|match|matches|goals?|scored?|referee|penalty|tries|"
    r"defenders?|captain|captained|qualifying|semi-?finals?|quarter-?finals?|finals?|tournament|cup|league|teams?|"
    r"teammates?|group|test|one-day|fixtures|championships?|standings|defeat|draw|drew|beat|win|play|played|players?|toss)\b"
)
_PLAY = re.compile(
    r"\b(?:beat|draw|drew|defeat(?:ed)?|goals?|scor(?:ed|ers?)|wickets?|innings|half-?time|match(?:es)?|qualifiers?|squad|"
    r"strikers?|midfielders?|coach|captain|overs|toss|tries|v|final|semi-?finals?|standings|group|first round)\b"
)
"""Of these, what is said of a game that is played rather than planned: a State can sign for a World Cup."""
_TREATY = re.compile(r"\b(?:treat(?:y|ies)|pacts?|conventions?|memorand(?:um|a)|accords?|ratif\w+|accession|hosting)\b")
"""What a report of a match does not speak of, so that States named beside sport stay States."""
_SHARE_OF_SPORT = 1 / 50
"""How many of the words must be of sport for a text about it."""
_PLACED = re.compile(
    r"(?:\b(?:in|In|from|From|near|across|throughout|at|through|outside|into|within|via|visit|visiting|of|to)\s(?:the\s)?"
    r"|\(\s?|[^\W\d_]\s?,\s)$"
)
_LOST_TO = re.compile(r"\b(?:defeats?|lost|lose|losing|loss|losses|draw|goals?|away|home)\s(?:\d\S*\s)?(?:to|from)\s$")
_SIDE_OF = re.compile(r"\b(?:captain|coach|manager|rest|defeat|side|win|victory|team|squad)\sof\s$")

_CALLED_SO = frozenset("jordan chad georgia finn ireland holland".split())
"""Names of States that people bear, as first or last name."""
_FIRST = frozenset("jordan chad georgia".split())
_GIVEN_NAMES = frozenset({"Finn", "Dane"})
"""People of a State whose word is a first name, and means one where the text names the State in no other way."""
_NO_FIRST_NAME = frozenset(
    "The A An In On At From To And But Or Of For With By As Like While When After Before If That This Both Not Only "
    "North South East West New Northern Southern Eastern Western Central Greater Modern Republic Kingdom State "
    "President King Queen Minister Prince Emir Premier Since Against Between Among Today Yesterday Monday Tuesday "
    "Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October "
    "November December Says Said Why How Will Can Does Is Are Was Meanwhile However Also Neighbouring Neighboring "
    "Visit Signs Joins Asks Urges Tells Leaves Recognises Recognizes Quits Over Under Into Via Team".split()
)
_NO_SURNAME = frozenset(
    "President King Queen Prime Minister Foreign Crown Prince Government Parliament And Signs Joins Says Is Has Will "
    "To Becomes Ratifies Accedes Leaves Quits Withdraws In On At From For With As But By Of The A An Valley "
    "River".split()
)
_CUT_TITLES = frozenset({"Sen", "Rep", "Gov", "Gen", "Col", "Prof", "Hon"})
"""Titles cut short, which are names of persons too."""
_HALVES = frozenset("speaking led based backed brokered style run held occupied funded made born".split())
"""What ends a compound that begins with the name of a State, beside words in -ing and -ed."""


class Context:
    """A text with its links, asked what it is about; each question is answered once."""

    def __init__(self, text: str, links: Sequence[Link]) -> None:
        self.text = text
        self._links = links

    @cached_property
    def is_of_team_sport(self) -> bool:
        """Whether the text reports a match or a tournament of teams."""
        small = self.text.lower()
        if _TEAM_SPORT.search(small) is None or _PLAY.search(small) is None or _TREATY.search(small) is not None:
            return False
        told = _SPORT.findall(small)
        return len(set(told)) >= 2 and len(told) >= _SHARE_OF_SPORT * (small.count(" ") + 1)

    def is_named_between(self, start: int, end: int) -> bool:
        """Whether another participant is named there: "Sri Lanka and Solomon Islands" are no islands of one name."""
        after = bisect_left(self._starts, start)
        return after < len(self._starts) and self._starts[after] < end

    @cached_property
    def _starts(self) -> list[int]:
        """Where participants are named, in order."""
        return [link.mention.start for link in self._links if link.is_link and link.mention.thing is Thing.PARTICIPANT]

    @cached_property
    def states(self) -> Counter[str]:
        """How often each participant is named in the text, by id."""
        return Counter(link.mention.ids[0] for link in self._links if link.is_link)

    @cached_property
    def people(self) -> dict[str, str]:
        """The full names in the text that end in the name of a State, by that name: {"Jordan": "Neil Jordan"}."""
        found: dict[str, str] = {}
        for link in self._links:
            mention = link.mention
            if mention.text.lower() in _CALLED_SO and (name := _person(self.text, mention)):
                found.setdefault(mention.text, name)
        return found


def reason_in_context(context: Context, link: Link) -> tuple[Reason, str] | None:
    """Why the name of a State stands for something else here, or for an organ or the people of it; and what told."""
    text, mention = context.text, link.mention
    longer = _longer_name(context, mention)
    if longer is not None:
        return longer
    if mention.text.lower() in _CALLED_SO and mention.text in context.people:
        return Reason.PERSON_NAME, context.people[mention.text]
    if mention.text in _GIVEN_NAMES and context.states[mention.ids[0]] == text.count(mention.text):
        return Reason.PERSON_NAME, ""
    if mention.use not in (NameUse.DEMONYM, NameUse.METONYM) and _is_a_side(context, mention):
        return Reason.TEAM, ""
    if mention.use is NameUse.DEMONYM and _is_people(text, mention):
        return Reason.PEOPLE, ""
    return None


def _longer_name(context: Context, mention: Mention) -> tuple[Reason, str] | None:
    text = context.text
    if mention.use is NameUse.METONYM:
        return None
    before = text[max(0, mention.start - 30) : mention.start]
    leading = _LEADING_TO.search(before)
    if leading is not None and not _CUT_OFF.search(before):
        return Reason.LONGER_NAME, leading.group().lstrip() + mention.text
    if mention.text.endswith("Republic") and _OF_ANOTHER.match(text, mention.end):
        return Reason.LONGER_NAME, ""  # "the People's Republic of Algeria"
    if _is_of_a_continent(before, mention):
        return Reason.LONGER_NAME, ""
    if mention.use in (NameUse.DEMONYM, NameUse.ACRONYM):
        headed = _HEADED.match(text, mention.end) or _BESIDE.match(text, mention.end)
    else:
        headed = _HEADED_AFTER_NOUN.match(text, mention.end)
    if headed is None or context.is_named_between(mention.end, headed.end()):
        return None
    whole = text[mention.start : headed.end()]
    if _ORGAN.fullmatch(headed.group("head")):
        return Reason.ORGAN, whole
    if _is_a_title(text, mention) and whole.count(" ") > 1:
        return None
    if re.match(r"\s(?:to|for)\b", text[headed.end() : headed.end() + 5], re.I) and headed.group("head") == "Open":
        return None
    return Reason.LONGER_NAME, whole


def _is_of_a_continent(before: str, mention: Mention) -> bool:
    """Whether it is "South America", "Northern Ireland", or "black Americans" as a group of their own."""
    if mention.text.lower().startswith("america"):
        return _PART_OF_A_CONTINENT.search(before) is not None or _COLOURED.search(before) is not None
    return mention.text.lower() == "ireland" and before.lower().endswith("northern ")


def _is_a_title(text: str, mention: Mention) -> bool:
    """Whether the line around is a headline with most words capitalised, so that capitals tell nothing."""
    start = text.rfind("\n", 0, mention.start) + 1
    end = text.find("\n", mention.end)
    words = [word for word in text[start : end if end >= 0 else len(text)].split() if len(word) > 3]
    is_sentence = text[start : end if end >= 0 else len(text)].rstrip().endswith(".")
    return not is_sentence and len(words) < 25 and sum(word[0].isupper() for word in words) > 0.6 * len(words)


def _person(text: str, mention: Mention) -> str:
    """The full name of a person that the name of a State ends or begins; empty where it is none."""
    if _is_a_title(text, mention):
        return ""
    before = re.search(r"(?<![\w’'-])([A-Z][a-zà-ÿ]{2,})[^\S\n]$", text[max(0, mention.start - 20) : mention.start])
    if before is not None and before.group(1) not in _NO_FIRST_NAME and not before.group(1).endswith("n"):
        return f"{before.group(1)} {mention.text}"
    after = re.match(r"[^\S\n]((?:De\s|Mc|O’|O')?[A-Z][a-zà-ÿ]{2,})", text[mention.end : mention.end + 20])
    if after is not None and mention.text.lower() in _FIRST and after.group(1) not in _NO_SURNAME:
        return f"{mention.text} {after.group(1)}"
    return ""


def _is_a_side(context: Context, mention: Mention) -> bool:
    """Whether the State's name is that of its team: in a report of a match, and not a place there."""
    if not context.is_of_team_sport:
        return False
    text = context.text
    before, after = text[max(0, mention.start - 30) : mention.start], text[mention.end : mention.end + 4]
    if re.match(r"\s?\)", after):
        return False
    if _LOST_TO.search(before) or _SIDE_OF.search(before):
        return True
    return not _PLACED.search(before)


def _is_people(text: str, mention: Mention) -> bool:
    """ "Americans", "the British said": the people of the State, not a word beside a noun."""
    if mention.text.endswith("s") and not mention.text.endswith(("ss", "is")):
        return True
    is_noun = text[max(0, mention.start - 4) : mention.start].lower() == "the "
    return is_noun and not re.match(r"[ -][\w(“\"]", text[mention.end : mention.end + 2])


def is_half_a_word(text: str, mention: Mention, folded: list[str], words: list[re.Match[str]], after: int) -> bool:
    """Whether the name only begins a compound that names nobody: "French-speaking", "US-led"."""
    if text[mention.end : mention.end + 1] == "$":
        return True  # "US$11 billion"
    if re.match(r"\s(?:Games|games)\b", text[mention.end : mention.end + 7]):
        return True  # "the Commonwealth Games"
    if mention.text in _CUT_TITLES and text[mention.end : mention.end + 1] == ".":
        return True  # "Sen. Spence" is a senator, and not Hun Sen
    if re.search(
        r"\b(?:Latin|South|Central|Native|African|North)[ -]$", text[max(0, mention.start - 8) : mention.start]
    ):
        return mention.is_adjective and mention.text.startswith("American")
    if re.search(r"\b(?:ex-|former\s)$", text[max(0, mention.start - 8) : mention.start]) and mention.is_adjective:
        return True
    end = mention.end + (text[mention.end : mention.end + 1] == ".")
    if end >= len(text) or text[end] not in "-‑" or after >= len(words):
        return False
    return folded[after] in _HALVES or folded[after].endswith(("ing", "ed"))
