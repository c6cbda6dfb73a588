"""Places are collected in one order, and whatever is no document becomes a finding that names it."""

from __future__ import annotations

import io
import os
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from depositary.documents import Document, collect
from depositary.documents.places import shown
from depositary.terms import Finding
from tests.documents.fixtures import INTAKE, collected

TEXT = "Kazakhstan joins."
PAGE = "<!DOCTYPE html><html><body><h1>Accord</h1><p>Kazakhstan joins.</p></body></html>"
LINE = '{"id": "a", "text": "Kazakhstan joins."}\n'


def written(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        ("a.txt", TEXT, "text/plain"),
        ("A.TXT", TEXT, "text/plain"),
        ("a.md", TEXT, "text/markdown"),
        ("a.html", PAGE, "text/html"),
        ("a.htm", PAGE, "text/html"),
        ("a.txt", PAGE, "text/html"),  # a page under a wrong name
        ("report", TEXT, "text/plain"),
        ("report", PAGE, "text/html"),
        ("a.jsonl", LINE, "text/plain"),
        ("a.json", LINE, "text/plain"),
        ("a.json", LINE + LINE, "text/plain"),  # JSON Lines under a wrong name
        ("a.json", f"[{LINE}]", "text/plain"),
        ("report", LINE, "text/plain"),
    ],
)
def test_a_file_is_read_as_what_it_is(tmp_path: Path, name: str, content: str, media_type: str) -> None:
    documents, findings = collected(written(tmp_path / name, content))
    assert findings == []
    assert {document.media_type for document in documents} == {media_type}
    assert all("Kazakhstan joins." in document.text for document in documents)
    assert documents[0].origin == str(tmp_path / name)


def test_a_folder_is_walked_in_the_order_of_its_names(tmp_path: Path) -> None:
    for name in ["b/2.txt", "b/10.txt", "a.txt", "c.html", "b/d/1.md", ".git/x.txt", ".hidden.txt", "style.css"]:
        written(tmp_path / name, PAGE if name.endswith("html") else f"{TEXT} {name}")
    documents, findings = collected(tmp_path)
    names = [Path(document.origin).relative_to(tmp_path).as_posix() for document in documents]
    assert names == ["a.txt", "b/10.txt", "b/2.txt", "b/d/1.md", "c.html"]
    assert findings == []


def test_what_is_said_of_all_is_said_of_each(tmp_path: Path) -> None:
    intake = replace(INTAKE, published=date(2025, 11, 6), outlet="The Astana Report")
    written(tmp_path / "a.txt", TEXT)
    written(tmp_path / "b.html", PAGE)
    documents, _ = collected(tmp_path, intake=intake)
    assert {document.published_from for document in documents} == {"given"}
    assert {document.outlet for document in documents} == {"The Astana Report"}


def test_the_same_text_has_the_same_id_wherever_it_lay(tmp_path: Path) -> None:
    documents, findings = collected(written(tmp_path / "a.txt", TEXT), written(tmp_path / "b.txt", TEXT))
    assert documents[0].id == documents[1].id
    assert findings == []


def test_one_id_with_two_texts_in_two_files_is_a_finding(tmp_path: Path) -> None:
    written(tmp_path / "a.jsonl", LINE)
    written(tmp_path / "b.jsonl", LINE.replace("Kazakhstan", "Sudan"))
    documents, [finding] = collected(tmp_path)
    assert len(documents) == 1
    assert finding.place.endswith("b.jsonl line 1")


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.txt", b"", "It is empty."),
        ("a.html", b"", "It is empty."),
        ("a.jsonl", b"", "It is empty."),
        ("a.jsonl", b"\n\n", "It is empty."),
        ("a.json", b" ", "It is empty."),
        ("a.json", b"[]", "It is an empty list."),
        ("a.json", b"{broken", "It is no JSON"),
        ("a.json", b"[17]", "It is a number, not an object"),
        ("a.txt", b" \n\t", "It has no text."),
        ("a.txt", b"a\x00b", "NUL byte"),
        ("a.txt", "España".encode("cp1252"), "its encoding is not certain"),
        ("a.html", b"<html><script>x()</script></html>", "It has no text once scripts"),
        ("a.html", b"\xff\xfe\x00", "Its byte order mark says"),
        ("a.txt", b"a" * 3001, "It is larger than the limit of 3,000 bytes."),
        ("a.html", b"a" * 3001, "It is larger than the limit of 3,000 bytes."),
        ("a.json", b"[" + b" " * 3000, "It is larger than the limit of 3,000 bytes."),
        ("a.pdf", b"%PDF-1.7", "It is a PDF, not text."),
    ],
)
def test_a_file_that_is_no_document_is_one_finding_and_the_rest_goes_on(
    tmp_path: Path, name: str, content: bytes, sentence: str
) -> None:
    bad = written(tmp_path / "1" / name, content)
    good = written(tmp_path / "2" / "good.txt", TEXT)
    documents, [finding] = collected(bad, good, intake=replace(INTAKE, limit_bytes=3000))
    assert [document.origin for document in documents] == [str(good)]
    assert sentence in finding.message
    assert finding.place.startswith(str(bad))


def test_a_document_of_exactly_the_limit_is_read(tmp_path: Path) -> None:
    path = written(tmp_path / "a.txt", b"a" * 3000)
    assert len(collected(path, intake=replace(INTAKE, limit_bytes=3000))[0]) == 1


@pytest.mark.parametrize("place", ["missing.txt", "missing/", "", "a\x00b", "\udcff-\ud800.txt"])
def test_a_place_that_does_not_exist_is_a_finding(place: str) -> None:
    documents, [finding] = collected(place)
    assert documents == []
    str(finding).encode()
    assert finding.message.startswith(("No such file", "It is no path"))


def test_a_folder_without_documents_is_a_finding(tmp_path: Path) -> None:
    written(tmp_path / "style.css", "p {}")
    assert collected(tmp_path)[1][0].message.startswith("The folder holds no document")


def test_documents_that_are_not_read_are_told_and_other_files_are_passed_over(tmp_path: Path) -> None:
    for name in ["a.pdf", "b.docx", "c.png", "d.txt"]:
        written(tmp_path / name, TEXT)
    documents, findings = collected(tmp_path)
    assert len(documents) == 1
    assert [Path(finding.place).name for finding in findings] == ["a.pdf", "b.docx"]


def test_a_pipe_and_a_device_are_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    documents, findings = collected(tmp_path, "/dev/zero")
    assert documents == []
    assert all("It is a device or a pipe" in finding.message for finding in findings)
    assert len(findings) == 2


def test_a_folder_that_leads_back_to_itself_is_walked_once(tmp_path: Path) -> None:
    written(tmp_path / "in" / "a.txt", TEXT)
    (tmp_path / "in" / "back").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to("self.txt")
    documents, [finding] = collected(tmp_path)
    assert len(documents) == 1
    assert "too many levels of symbolic links" in finding.message


def test_a_broken_link_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to("nowhere")
    assert collected(tmp_path)[1][0].message.startswith("No such file")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_a_finding(tmp_path: Path) -> None:
    written(tmp_path / "a.txt", TEXT).chmod(0)
    shut = tmp_path / "shut"
    shut.mkdir(mode=0)
    _, findings = collected(tmp_path)
    shut.chmod(0o700)
    assert [finding.message for finding in findings] == ["It may not be read by this user."] * 2


def test_an_error_while_reading_is_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path / "a.txt", TEXT)

    class Failing(io.BytesIO):
        def readline(self, size: int | None = -1, /) -> bytes:
            raise PermissionError(13, "Permission denied")

    def failing(handle: int, mode: str) -> Failing:
        os.close(handle)
        return Failing()

    monkeypatch.setattr(os, "fdopen", failing)
    monkeypatch.setattr(os, "fstat", lambda handle: path.stat())
    _, [finding] = collected(path)
    assert finding.message == "It may not be read by this user."


def test_thousands_of_files_are_walked_as_they_are_asked_for(tmp_path: Path) -> None:
    for number in range(2000):
        (tmp_path / f"{number:04}.txt").write_text(f"{TEXT} {number}")
    things = collect([str(tmp_path)], INTAKE)
    first = next(things)
    assert isinstance(first, Document)
    assert first.origin.endswith("0000.txt")
    assert sum(1 for _ in things) == 1999


def test_a_closed_standard_input_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert collected("-") == ([], [Finding("-", "Standard input is closed.")])


@pytest.mark.parametrize(
    ("content", "media_type", "count", "kind"),
    [
        (TEXT, "", 1, "text/plain"),
        (PAGE, "", 1, "text/html"),
        ("\n\n" + LINE + LINE.replace('"a"', '"b"'), "", 2, "text/plain"),
        (f"[{LINE}, {LINE}]", "", 2, "text/plain"),
        ("{\n" + LINE[1:], "", 1, "text/plain"),
        ("<p>Kazakhstan joins.</p>", "text/html", 1, "text/html"),
        (LINE, "text/plain", 1, "text/plain"),
    ],
)
def test_standard_input_is_read_as_what_it_is(
    monkeypatch: pytest.MonkeyPatch, content: str, media_type: str, count: int, kind: str
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content.encode())))
    documents, findings = collected("-", intake=replace(INTAKE, media_type=media_type))
    assert findings == []
    assert [document.media_type for document in documents] == [kind] * count
    assert {document.origin for document in documents} == {"-"}


def test_json_lines_on_standard_input_may_be_longer_than_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO((LINE * 500).encode())))
    documents, findings = collected("-", intake=replace(INTAKE, limit_bytes=100))
    assert (len(documents), findings) == (500, [])


def test_a_long_first_line_is_read_whole(tmp_path: Path) -> None:
    long = '{"id": "a", "text": "' + "Kazakhstan joins. " * 1000 + '"}\n'
    documents, findings = collected(written(tmp_path / "a.jsonl", long + LINE.replace('"a"', '"b"')))
    assert ([document.id for document in documents], findings) == (["a", "b"], [])


def test_a_path_is_shown_without_bytes_that_cannot_be_kept() -> None:
    assert shown(os.fsdecode(b"a\xffb\n.txt")) == "a\\xffb\\x0a.txt"
    assert shown("Łódź/é.txt") == "Łódź/é.txt"


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300), st.sampled_from([".txt", ".html", ".jsonl", ".json", ".md", ""]))
def test_a_file_of_random_bytes_is_documents_or_findings(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, suffix: str
) -> None:
    path = tmp_path_factory.getbasetemp() / f"random{suffix}"
    path.write_bytes(data)
    documents, findings = collected(path)
    assert documents or findings
    for document in documents:
        document.text.encode()
        assert document.cite(0, len(document.text)).quote == document.text
    for finding in findings:
        str(finding).encode()
