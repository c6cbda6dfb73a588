"""The lemma table: dictionary forms learnt from the treebanks as endings, and the words that follow no ending."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from training.language.treebanks import Sentence, Word

# The longest ending looked at, in code points, and how often one must be seen to be believed.
LONGEST_ENDING = 6
FEWEST_SIGHTINGS = 2

# Word classes whose dictionary form keeps the capitals of the text; only their endings are learnt.
CASED = frozenset({"PROPN"})


# Tags that share one table, because their forms are made alike: "signed" is VBD or VBN, "sign" VB or VBP.
SAME_TABLE = {"VBN": "VBD", "VBP": "VB"}

# Verbs of treaty law that the treebanks have seldom or never; knowing them settles "initialled" and "acceding".
TREATY_VERBS = frozenset(
    {
        "abrogate",
        "accede",
        "adhere",
        "admit",
        "annex",
        "annul",
        "approve",
        "broker",
        "cancel",
        "codify",
        "commit",
        "compel",
        "conclude",
        "defer",
        "denounce",
        "deposit",
        "derogate",
        "enact",
        "endorse",
        "expel",
        "expire",
        "extend",
        "formalise",
        "formalize",
        "impel",
        "incur",
        "initial",
        "initiate",
        "invoke",
        "lapse",
        "mediate",
        "nullify",
        "normalise",
        "normalize",
        "oblige",
        "occur",
        "permit",
        "pledge",
        "postpone",
        "promulgate",
        "prorogue",
        "provoke",
        "ratify",
        "reaffirm",
        "recognise",
        "recognize",
        "refer",
        "renege",
        "renew",
        "renounce",
        "repeal",
        "repudiate",
        "rescind",
        "revoke",
        "rule",
        "scrap",
        "shelve",
        "sign",
        "signal",
        "stall",
        "submit",
        "supersede",
        "suspend",
        "terminate",
        "transfer",
        "transmit",
        "unveil",
        "veto",
        "withdraw",
        "withhold",
    }
)


def write_lemmas(sentences: Iterable[Sentence], path: Path) -> None:
    """Learn the table from gold sentences and write it as JSON: `endings` and `words` by tag, and known `verbs`.

    An ending maps to how many code points to take off and what to put there. Only words that the endings get
    wrong are listed, so that the table stays small.
    """
    seen: Counter[tuple[str, str, str, str]] = Counter()
    for each in sentences:
        for word in each.words:
            if usable(word):
                form, lemma = (word.form, word.lemma) if word.pos in CASED else (word.form.lower(), word.lemma)
                seen[form, lemma, SAME_TABLE.get(word.tag, word.tag), word.pos] += 1
    endings = learn_endings(seen)
    words = learn_words(seen, endings)
    verbs = {lemma for (_, lemma, tag, pos) in seen if pos == "VERB" and tag[:2] == "VB" and lemma.isalpha()}
    table = {"endings": endings, "words": words, "verbs": sorted(verbs.union(TREATY_VERBS))}
    path.write_text(json.dumps(table, ensure_ascii=False, indent=0, sort_keys=True), "utf-8")


def usable(word: Word) -> bool:
    """Whether the lemma can be learnt from: neither missing nor the tag of a misspelling."""
    return word.lemma not in ("", "_") and word.tag not in ("GW", "ADD", "NFP")


def learn_endings(seen: Counter[tuple[str, str, str, str]]) -> dict[str, dict[str, list[int | str]]]:
    """For each tag, the commonest change of each ending, counted over different words, not over their uses.

    Counting words rather than uses keeps "said -> say" from teaching anything about "paid".
    """
    changes: dict[tuple[str, str], Counter[tuple[int, str]]] = defaultdict(Counter)
    for form, lemma, tag, pos in seen:
        kept = common_start(form, lemma)
        cut, put = len(form) - kept, lemma[kept:]
        if cut > LONGEST_ENDING or (pos not in CASED and lemma != lemma.lower()):
            continue
        for length in range(min(LONGEST_ENDING, len(form)) + 1):
            if length >= cut:
                changes[tag, form[len(form) - length :].lower()][cut, put] += 1
    endings: dict[str, dict[str, list[int | str]]] = defaultdict(dict)
    for (tag, ending), counted in sorted(changes.items(), key=lambda item: (item[0][0], len(item[0][1]), item[0][1])):
        (cut, put), sightings = min(counted.items(), key=lambda item: (-item[1], item[0]))
        shorter = apply(endings[tag], ending[1:]) if ending else None
        if sightings >= FEWEST_SIGHTINGS and [cut, put] != shorter:
            endings[tag][ending] = [cut, put]
    return dict(endings)


def apply(endings: dict[str, list[int | str]], form: str) -> list[int | str] | None:
    """The change of the longest known ending of the form."""
    for start in range(max(0, len(form) - LONGEST_ENDING), len(form) + 1):
        if (change := endings.get(form[start:])) is not None:
            return change
    return None


def learn_words(
    seen: Counter[tuple[str, str, str, str]], endings: dict[str, dict[str, list[int | str]]]
) -> dict[str, dict[str, str]]:
    """For each tag, the words whose commonest lemma the endings miss."""
    lemmas: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for (form, lemma, tag, _), count in seen.items():
        lemmas[tag, form][lemma] += count
    words: dict[str, dict[str, str]] = defaultdict(dict)
    for (tag, form), counted in sorted(lemmas.items()):
        lemma, count = min(counted.items(), key=lambda item: (-item[1], item[0]))
        change = apply(endings.get(tag, {}), form.lower())
        guess = form if change is None else form[: len(form) - int(change[0])] + str(change[1])
        if guess != lemma and (count >= FEWEST_SIGHTINGS or lemma.lower() != form.lower()):
            words[tag][form] = lemma
    return dict(words)


def common_start(form: str, lemma: str) -> int:
    """How many code points both begin with."""
    kept = 0
    for left, right in zip(form, lemma, strict=False):
        if left != right:
            break
        kept += 1
    return kept
