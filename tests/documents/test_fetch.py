"""Fetching, from a server on the loopback: what is taken, and each way in which nothing is."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from depositary.documents import Document, Intake
from depositary.documents.fetch import Unfetchable, fetch, is_public, is_url, redirected, without_password
from depositary.terms import Finding
from tests.documents.fixtures import INTAKE, collected

PAGE = (
    "<!DOCTYPE html><html><head><meta name='date' content='2025-11-06'><title>Accord</title></head>"
    "<body><h1>Accord</h1><p>Kazakhstan joins Türkiye’s friends.</p></body></html>"
)
OPEN = replace(INTAKE, allow_private=True, fetch_seconds=5.0, limit_bytes=20_000)


class Site(BaseHTTPRequestHandler):
    """A small site with a page for each way in which a site can be."""

    hanging = threading.Event()

    def do_GET(self) -> None:
        name = self.path.partition("?")[0].strip("/").replace("-", "_").replace(".", "_")
        getattr(self, f"page_{name}", self.page_missing)()

    def answer(self, body: bytes, kind: str = "text/html; charset=utf-8", status: int = 200, **headers: str) -> None:
        self.send_response(status)
        said = {header.replace("_", "-"): value for header, value in headers.items()}
        for header, value in ({"Content-Type": kind, "Content-Length": str(len(body))} | said).items():
            self.send_header(header, value)
        self.end_headers()
        self.wfile.write(body)

    def page_missing(self) -> None:
        self.answer(b"", status=404)

    def page_accord(self) -> None:
        self.answer(PAGE.encode())

    def page_latin(self) -> None:
        self.answer(PAGE.replace("’", "'").encode("iso-8859-1"), "text/html; charset=ISO-8859-1")

    def page_text(self) -> None:
        self.answer(b"Kazakhstan joins.", "text/plain")

    def page_lines_jsonl(self) -> None:
        self.answer(b'{"id": "a", "text": "Kazakhstan joins."}\n{broken\n', "application/octet-stream")

    def page_untyped(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(PAGE.encode())

    def page_packed(self) -> None:
        self.answer(gzip.compress(PAGE.encode()), Content_Encoding="gzip")

    def page_bomb(self) -> None:
        self.answer(gzip.compress(b"a" * 1_000_000), "text/plain", Content_Encoding="gzip")

    def page_false_pack(self) -> None:
        self.answer(PAGE.encode(), Content_Encoding="gzip")

    def page_cut_pack(self) -> None:
        self.answer(gzip.compress(PAGE.encode())[:-20], Content_Encoding="gzip")

    def page_odd_pack(self) -> None:
        self.answer(b"xx", Content_Encoding="br")

    def page_large(self) -> None:
        self.answer(b"a" * 30_000)

    def page_large_unsaid(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"a" * 30_000)

    def page_cut(self) -> None:
        self.answer(b"half", Content_Length="400")

    def page_picture(self) -> None:
        self.answer(b"\x89PNG", "image/png")

    def page_moved(self) -> None:
        self.answer(b"", status=301, Location="/accord?moved=1")

    def page_loop(self) -> None:
        self.answer(b"", status=302, Location="/loop")

    def page_nowhere(self) -> None:
        self.answer(b"", status=302)

    def page_to_file(self) -> None:
        self.answer(b"", status=302, Location="file:///etc/passwd")

    def page_trickle(self) -> None:
        self.send_response(200)
        self.end_headers()
        while not self.hanging.wait(0.02):
            try:
                self.wfile.write(b"a")
            except OSError:
                return

    def page_silent(self) -> None:
        self.hanging.wait(10)

    def log_message(self, format: str, *args: object) -> None:
        return


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    Site.hanging.set()
    server.shutdown()
    server.server_close()


def refused(url: str, intake: Intake = OPEN) -> Finding:
    documents, [finding] = collected(url, intake=intake)
    assert documents == []
    return finding


def taken(url: str, intake: Intake = OPEN) -> Document:
    [document], findings = collected(url, intake=intake)
    assert findings == []
    return document


def test_a_page_is_taken_with_its_address(site: str) -> None:
    document = taken(f"{site}/accord")
    assert document.text == "Accord\nKazakhstan joins Türkiye’s friends."
    assert document.url == document.origin == f"{site}/accord"
    assert document.known.isoformat() == "2025-11-06"


def test_a_redirect_is_followed_and_both_addresses_are_kept(site: str) -> None:
    document = taken(f"{site}/moved")
    assert (document.url, document.origin) == (f"{site}/accord?moved=1", f"{site}/moved")


@pytest.mark.parametrize("page", ["latin", "untyped", "packed", "accord?q=a b é"])
def test_a_page_is_taken_however_it_is_sent(site: str, page: str) -> None:
    assert "Kazakhstan joins Türkiye" in taken(f"{site}/{page}").text


def test_plain_text_and_json_lines_are_taken_too(site: str) -> None:
    assert taken(f"{site}/text").text == "Kazakhstan joins."
    [document], [finding] = collected(f"{site}/lines.jsonl", intake=OPEN)
    assert document.id == "a"
    assert finding.place == f"{site}/lines.jsonl line 2"


@pytest.mark.parametrize(
    ("page", "sentence"),
    [
        ("none", "The server answered 404 Not Found."),
        ("large", "It is larger than the limit of 20,000 bytes."),
        ("large-unsaid", "It is larger than the limit of 20,000 bytes."),
        ("bomb", "It is larger than the limit of 20,000 bytes."),
        ("cut", "It broke off after 4 of 400 bytes."),
        ("cut-pack", "It is packed, and broke off before its end."),
        ("false-pack", "It is said to be packed as gzip, and is damaged or is not."),
        ("odd-pack", "It is packed as br, which is not read."),
        ("picture", "It is image/png, which is not read"),
        ("loop", "It redirects more than 5 times."),
        ("nowhere", "The server answered 302 and names no other place."),
        ("to-file", "Only http and https are fetched, not file."),
    ],
)
def test_a_page_that_cannot_be_taken_is_a_finding(site: str, page: str, sentence: str) -> None:
    finding = refused(f"{site}/{page}")
    assert sentence in finding.message
    assert finding.place == f"{site}/{page}"


@pytest.mark.parametrize("page", ["trickle", "silent"])
def test_a_slow_server_is_left_at_the_deadline(site: str, page: str) -> None:
    began = time.monotonic()
    finding = refused(f"{site}/{page}", replace(OPEN, fetch_seconds=0.3))
    assert finding.message == "It took longer than 0.3 seconds."
    assert time.monotonic() - began < 5


def test_a_private_address_is_refused_unless_it_is_allowed(site: str) -> None:
    assert "is on a private network (127.0.0.1)" in refused(f"{site}/accord", INTAKE).message


def test_a_redirect_to_a_private_address_is_refused(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    port = int(site.rpartition(":")[2])

    def public_but_here(host: str, port: int, **_: object) -> list[tuple[object, ...]]:
        address = "93.184.215.14" if host == "public.example" else "127.0.0.1"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    def connect_here(address: tuple[str, int], timeout: float) -> socket.socket:
        assert address[0] == "93.184.215.14"
        connected = socket.socket()
        connected.settimeout(timeout)
        connected.connect(("127.0.0.1", address[1]))
        return connected

    monkeypatch.setattr("socket.getaddrinfo", public_but_here)
    monkeypatch.setattr("socket.create_connection", connect_here)
    monkeypatch.setattr(
        Site, "page_inward", lambda site: site.answer(b"", status=302, Location="http://inside/"), raising=False
    )
    assert fetch(f"http://public.example:{port}/accord", INTAKE).data == PAGE.encode()
    with pytest.raises(Unfetchable, match="The host inside is on a private network"):
        fetch(f"http://public.example:{port}/inward", INTAKE)


def test_a_redirect_from_https_to_http_is_refused() -> None:
    with pytest.raises(Unfetchable, match="from https to http"):
        redirected("https://astana.example/", 302, "http://astana.example/")


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("ftp://astana.example/a", "Only http and https are fetched, not ftp."),
        ("file:///etc/passwd", "Only http and https are fetched, not file."),
        ("http://", "It names no host."),
        ("http://[::1", "It is no URL that can be read."),
        ("http://a.example:99999999/", "It is no URL that can be read."),
        ("http://a.example/" + "a" * 3000, "It is longer than 2,000 characters."),
        ("http://me:secret@a.example/", "It holds a user name or a password"),
        ("http://a..b.invalid/", "cannot be found"),
        ("http://" + "a" * 70 + ".invalid/", "cannot be found"),
    ],
)
def test_a_url_that_leads_nowhere_is_a_finding(url: str, sentence: str) -> None:
    finding = refused(url)
    assert sentence in finding.message
    assert "secret" not in str(finding)


def test_a_closed_port_and_a_server_without_tls_are_findings(site: str) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
        assert f"takes no connection on port {port}" in refused(f"http://127.0.0.1:{port}/").message
    assert "The connection to 127.0.0.1 broke off" in refused(site.replace("http:", "https:")).message


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.215.14", True),
        ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", True),
        ("127.0.0.1", False),
        ("10.0.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),  # where clouds keep their keys
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("::", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:93.184.215.14", True),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
    ],
)
def test_only_addresses_of_the_open_internet_are_public(address: str, public: bool) -> None:
    assert is_public(address) is public


def test_a_url_is_told_from_a_path_and_shown_without_its_password() -> None:
    assert is_url("https://astana.example")
    assert not is_url("reports/a.txt")
    assert without_password("http://me:secret@a.example/b@c") == "http://a.example/b@c"
