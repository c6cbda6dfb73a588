"""Bytes become text with certainty, or they do not become text."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from depositary.documents.decoding import Undecodable, decode, flaw

TEXT = "Türkiye and Côte d’Ivoire — both joined.\r\n"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (TEXT.encode(), TEXT),
        (codecs.BOM_UTF8 + TEXT.encode(), TEXT),  # the mark is no text
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), TEXT),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), TEXT),
        (codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), TEXT),
        (b"  e\xcc\x81 \r\n\t ", "  e\u0301 \r\n\t "),  # nothing is composed, trimmed or normalised
    ],
)
def test_utf_8_and_marked_text_is_kept_as_it_is(data: bytes, text: str) -> None:
    assert decode(data) == text


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_any_utf_8_comes_back_as_it_went(text: str) -> None:
    data = text.encode()
    if not data.startswith((b"PK", b"%PDF", b"{\\rtf", b"GIF8", b"BZh", codecs.BOM_UTF8)):
        assert decode(data) == text


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("iso-8859-1", "cp1252"),  # what the web calls Latin-1 is windows-1252
        ("windows-1252", "cp1252"),
        ("iso-8859-15", "iso8859-15"),
        ("utf-7", ""),  # no encoding of the web
        ("rot13", ""),  # no encoding of text
        ("no such thing", ""),
    ],
)
def test_html_is_decoded_as_it_declares(declared: str, encoding: str) -> None:
    page = f'<html><head><meta charset="{declared}"></head><body>Côte d\'Ivoire à Łódź</body></html>'
    data = page.replace("Łódź", "Genève").encode("cp1252")
    if encoding:
        assert "Côte d'Ivoire à Genève" in decode(data, is_html=True)
    else:
        with pytest.raises(Undecodable, match="its encoding is not certain"):
            decode(data, is_html=True)


def test_the_servers_word_goes_before_the_pages() -> None:
    data = '<meta charset="windows-1252">подписал'.encode("cp1251")
    assert "подписал" in decode(data, charset="windows-1251", is_html=True)


def test_utf_8_that_declares_another_encoding_is_utf_8() -> None:
    assert "Türkiye" in decode('<meta charset="iso-8859-1">Türkiye'.encode(), is_html=True)


def test_japanese_mail_is_read_as_declared_though_its_bytes_are_ascii() -> None:
    assert decode("協定".encode("iso2022_jp"), charset="iso-2022-jp") == "協定"


def test_the_quotes_of_western_code_pages_are_the_same_in_each_and_are_read() -> None:
    text = "The President’s office said “we join” on Thursday — a first since 2020. " * 3
    assert decode(text.encode("cp1252")) == text


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "It is empty."),
        (b"%PDF-1.7 stream", "It is a PDF, not text."),
        (b"PK\x03\x04xxxx", "a ZIP archive or an office file"),
        (b"\x89PNG\r\n", "It is a picture"),
        (b"Kazakhstan\x00 joins", "a NUL byte at offset 10"),
        (codecs.BOM_UTF16_LE + "a\x00b".encode("utf-16-le"), "a NUL character at offset 1"),
        (codecs.BOM_UTF16_LE + b"a\x00b", "Its byte order mark says utf-16-le, which it is not"),
        ("España firmó con señor Muñoz".encode("cp1252"), "its encoding is not certain"),
        ("Казахстан подписал соглашение".encode("koi8-r"), "its encoding is not certain"),
        (b"Kazakhstan joins \xe2\x82", "It is not UTF-8 (byte 17)"),
        (bytes(range(1, 32)) * 4, "control characters"),
    ],
)
def test_what_is_no_text_or_not_certain_is_refused_in_one_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(Undecodable) as refused:
        text = decode(data)
        if wrong := flaw(text):
            raise Undecodable(wrong)
    assert sentence in str(refused.value)
    assert str(refused.value).endswith(".")


@pytest.mark.parametrize(
    ("data", "charset", "sentence"),
    [
        (b"caf\xe9", "utf-8", "declared as UTF-8 and is not (byte 3)"),
        (b"caf\x81", "windows-1252", "declared as cp1252, which it is not (byte 3)"),
    ],
)
def test_a_false_declaration_is_refused(data: bytes, charset: str, sentence: str) -> None:
    with pytest.raises(Undecodable) as refused:
        decode(data, charset=charset)
    assert sentence in str(refused.value)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200), st.booleans())
def test_random_bytes_are_decoded_or_refused_and_never_break(data: bytes, is_html: bool) -> None:
    try:
        text = decode(data, is_html=is_html)
    except Undecodable as refused:
        assert str(refused).startswith("It")
    else:
        text.encode()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Kazakhstan joins.", ""),
        (" \r\n\t\u00a0", "It has no text."),
        ("— … ***", "It has no text."),
        ("a\ud800b", "a lone surrogate) at offset 1"),
        ("a\x00b", "NUL character at offset 1"),
    ],
)
def test_a_decoded_text_that_is_no_document_is_told(text: str, sentence: str) -> None:
    assert sentence in flaw(text)
    assert bool(sentence) == bool(flaw(text))
