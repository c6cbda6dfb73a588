"""Writing: small folders of reference texts for the tests."""

from __future__ import annotations

from pathlib import Path

STATE = 'name = "Utopia"\nsource = "More, Utopia, book II"\n'
AGREEMENT = 'name = "Peace of Utopia"\nkind = "treaty"\nbinding = "binding"\nsources = ["More, Utopia, book II"]\n'
OTHER = 'name = "Erewhon"\nsource = "Butler, Erewhon, chapter 1"\n'
MEMBERSHIP = '[membership]\nbinding = "binding"\n'
SOURCE = '[[source]]\nkey = "more"\nwork = "More, Utopia"\nat = "book II"\n'
CITED = SOURCE.replace('key = "more"\n', "")
GROUP = 'name = "Islands"\nkind = "group"\nsource = "More, Utopia, book II"\n'
TERMS = "participant,role,begin,end,entry,exit,source,note\n"
PEOPLE = "name,surname,also,participant,office,begin,end,source\n"


def write(folder: Path, **texts: str) -> Path:
    """A folder of texts: keys are paths with `__` for the slash; what begins like a table becomes one."""
    for key, text in texts.items():
        is_table = key.startswith("people") or text.startswith("participant,")
        path = folder / (key.removesuffix("_csv").replace("__", "/") + (".csv" if is_table else ".toml"))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder
