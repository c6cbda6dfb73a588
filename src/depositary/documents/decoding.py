"""Decoding: from the bytes of a file to its text, with certainty or not at all."""

from __future__ import annotations

import codecs
import re

from depositary.terms import DepositaryError

HEAD_BYTES = 1024
"""Bytes in which HTML must declare its encoding (WHATWG, "prescan a byte stream")."""

MOST_CONTROLS = 0.01
"""A text of which more than this share are control characters is no text."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office file"),
    (b"\xd0\xcf\x11\xe0", "an old office file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a zstandard archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
)
_ENCODINGS = frozenset(
    ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "ascii", "koi8-r", "koi8-u", "cp866", "mac-roman", "mac-cyrillic"]
    + ["gb18030", "big5hkscs", "euc_jp", "cp932", "iso2022_jp", "cp949", "tis-620", "cp874"]
    + [f"iso8859-{number}" for number in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)]
    + [f"cp125{number}" for number in range(9)]
)
# The web's names for an encoding stand for its larger sister (WHATWG Encoding Standard, "names and labels").
_SISTERS = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "iso8859-11": "cp874",
}
_LATIN = ("cp1252", "cp1250", "cp1254", "cp1257")
_DECLARED = re.compile(
    rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]+)|<\?xml[^>]{0,200}?encoding=[\"']([\w.:-]+)", re.I
)
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_CONTROL = re.compile(r"[\x01-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]")


class Undecodable(DepositaryError):
    """Bytes that are no text, or whose encoding is not certain; the sentence is fit for a `Finding`."""


def decode(data: bytes, *, charset: str = "", is_html: bool = False) -> str:
    """The text of a whole document; raises `Undecodable`.

    What decides, in this order: a byte order mark; UTF-8, where the bytes are that; `charset` (what the server said)
    or what HTML declares; and where nothing is said, a guess that leaves no choice: each code page of Latin script
    gives the same letters, and so does the guesser. Nothing is replaced, trimmed or normalised; the mark is no text.
    """
    if not data:
        raise Undecodable("It is empty.")
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            raise Undecodable(f"It is {kind}, not text.")
    text = _decode(data, charset, is_html=is_html)
    if len(_CONTROL.findall(text)) > MOST_CONTROLS * len(text):
        raise Undecodable("It is full of control characters: it is binary, not text.")
    return text


def flaw(text: str) -> str:
    """Why a decoded text can be no document, as one sentence; "" where nothing is wrong with it."""
    if "\x00" in text:
        return f"It holds a NUL character at offset {text.index(chr(0))}: it is damaged, or not text."
    if surrogate := _LONE_SURROGATE.search(text):
        return f"It holds half a character (a lone surrogate) at offset {surrogate.start()}."
    if not any(character.isalnum() for character in text):
        return "It has no text."
    return ""


def _decode(data: bytes, charset: str, *, is_html: bool) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_as(data[len(mark) :], encoding, f"Its byte order mark says {encoding}")
    declared = _encoding_named(charset) or (_encoding_declared(data) if is_html else "")
    if declared.startswith("utf-16"):
        if b"\x00" in data:
            return _decode_as(data, declared, f"It is declared as {declared}")
        declared = ""
    if declared == "iso2022_jp":  # written in ASCII bytes, so that UTF-8 would take it
        return _decode_as(data, declared, f"It is declared as {declared}")
    if b"\x00" in data:
        raise Undecodable(f"It holds a NUL byte at offset {data.index(0)}: it is binary or damaged.")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if declared == "utf-8":
            raise Undecodable(f"It is declared as UTF-8 and is not (byte {error.start}).") from None
        if declared:
            return _decode_as(data, declared, f"It is declared as {declared}")
        return _guessed(data, error.start)


def _decode_as(data: bytes, encoding: str, because: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Undecodable(f"{because}, which it is not (byte {error.start}).") from None


def _encoding_named(label: str) -> str:
    """The codec for a declared name, "" for one that is unknown or is no encoding of text."""
    try:
        name = codecs.lookup(label.strip()).name if label.strip() else ""
    except (LookupError, ValueError):
        return ""
    name = _SISTERS.get(name, name)
    return name if name in _ENCODINGS else ""


def _encoding_declared(data: bytes) -> str:
    match = _DECLARED.search(data[:HEAD_BYTES])
    return _encoding_named((match[1] or match[2]).decode("ascii", "replace")) if match else ""


def _guessed(data: bytes, first_odd: int) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    readings = set()
    for encoding in _LATIN:
        try:
            readings.add(data.decode(encoding))
        except UnicodeDecodeError:
            continue
    if best is not None and readings == {str(best)} and not _CONTROL.search(str(best)):
        return str(best)
    raise Undecodable(
        f"It is not UTF-8 (byte {first_odd}) and its encoding is not certain: save it as UTF-8 and read it again."
    )
