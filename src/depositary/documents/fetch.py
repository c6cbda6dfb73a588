"""Fetching: one page of the web, by http or https, within limits, and never from a private network unasked."""

from __future__ import annotations

import re
import socket
import threading
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from depositary.documents.intake import Intake
from depositary.terms import DepositaryError

if TYPE_CHECKING:  # these cost a tenth of a second, which a command that fetches nothing does not spend
    from http.client import HTTPResponse

MOST_REDIRECTS = 5
"""Enough for http to https to www to a slash; more is a loop or a wall."""

LONGEST_URL = 2_000
"""Characters; what is longer is no address of a report."""

_CHUNK = 65_536
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_HEADERS = {
    "User-Agent": "depositary/0.1 (reads one page for a register of international agreements)",
    "Accept": "text/html, application/xhtml+xml, text/plain, application/x-ndjson, application/json;q=0.9",
    "Accept-Encoding": "gzip, identity;q=0.5",
    "Connection": "close",
}
_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.I)
_NAT64 = "64:ff9b::/96"
"""Where a network that speaks IPv6 only keeps the IPv4 internet (RFC 6052), private parts included."""


class Unfetchable(DepositaryError):
    """A URL that gave no document; the sentence is fit for a `Finding`."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a URL gave: the bytes, what the server says that they are, and the address that gave them in the end."""

    data: bytes
    media_type: str
    charset: str
    url: str


def is_url(place: str) -> bool:
    """Whether `place` is written as a URL, of whatever scheme."""
    return _URL.match(place) is not None


def without_password(place: str) -> str:
    """The URL without a user name and password, fit to be shown and kept."""
    return re.sub(r"(?<=://)[^/?#]*@", "", place, count=1)


def fetch(url: str, intake: Intake) -> Fetched:
    """What `url` gives, redirects followed; raises `Unfetchable`.

    Each host is looked up once, its addresses are checked, and the connection is made to the address that was checked,
    so that no second look-up can lead elsewhere. Proxies named in the environment are not used.
    """
    deadline = time.monotonic() + intake.fetch_seconds
    for _ in range(MOST_REDIRECTS + 1):
        parts = _parts(url)
        with _response(parts, intake, deadline) as response:
            if response.status not in _REDIRECTS:
                return _fetched(response, url, intake)
            url = redirected(url, response.status, response.getheader("Location"))
    raise Unfetchable(f"It redirects more than {MOST_REDIRECTS} times.")


def _parts(url: str) -> SplitResult:
    try:
        parts = urlsplit(url.strip())
        host, _ = parts.hostname, parts.port
    except ValueError:
        raise Unfetchable("It is no URL that can be read.") from None
    if parts.scheme not in ("http", "https"):
        raise Unfetchable(f"Only http and https are fetched, not {parts.scheme}.")
    if not host or len(url) > LONGEST_URL:
        raise Unfetchable("It names no host." if not host else f"It is longer than {LONGEST_URL:,} characters.")
    if parts.username is not None or parts.password is not None:
        raise Unfetchable("It holds a user name or a password, which are never sent or kept.")
    return parts


def redirected(url: str, status: int, location: str | None) -> str:
    """The address that a redirect of `url` leads to; raises `Unfetchable` for one that is not followed."""
    if not location:
        raise Unfetchable(f"The server answered {status} and names no other place.")
    try:
        target = urljoin(url, location)
    except ValueError:
        raise Unfetchable("It redirects to no URL that can be read.") from None
    if urlsplit(url).scheme == "https" and target.lower().startswith("http:"):
        raise Unfetchable("It redirects from https to http, where anyone could change what it says.")
    return target


def _addresses(host: str, port: int, *, allow_private: bool) -> list[str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise Unfetchable(f"The host {host} cannot be found.") from None
    addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    open_to_all = [address for address in addresses if allow_private or is_public(address)]
    if not open_to_all:
        raise Unfetchable(f"The host {host} is on a private network ({addresses[0]}), from which nothing is fetched.")
    return open_to_all


def is_public(address: str) -> bool:
    """Whether an IP address is one of the open internet; an IPv6 address that wraps an IPv4 one is judged by it."""
    import ipaddress

    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        wrapped = ip.ipv4_mapped or ip.sixtofour or (ip.teredo and ip.teredo[1])
        if ip in ipaddress.ip_network(_NAT64):
            wrapped = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if wrapped:
            return is_public(str(wrapped))
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified)


@contextmanager
def _response(parts: SplitResult, intake: Intake, deadline: float) -> Iterator[HTTPResponse]:
    """The answer to one request; a watch closes the connection at the deadline, however slowly bytes trickle in."""
    import ssl
    from http.client import HTTPConnection, HTTPException

    host = parts.hostname or ""
    port = parts.port or (443 if parts.scheme == "https" else 80)
    too_slow = Unfetchable(f"It took longer than {intake.fetch_seconds:g} seconds.")
    addresses = _addresses(host, port, allow_private=intake.allow_private)
    sockets = [_connected(host, port, addresses, deadline, too_slow)]
    watch = threading.Timer(max(deadline - time.monotonic(), 0), _hang_up, [sockets])
    watch.daemon = True
    watch.start()
    connection = HTTPConnection(host, port)
    try:
        if parts.scheme == "https":
            context = ssl.create_default_context()
            secured = context.wrap_socket(sockets[0], server_hostname=host, do_handshake_on_connect=False)
            sockets.append(secured)
            secured.do_handshake()
        connection.sock = sockets[-1]
        connection.request("GET", _target(parts), headers=_HEADERS)
        yield connection.getresponse()
    except ssl.SSLCertVerificationError as error:
        raise Unfetchable(f"The certificate of {host} is not good: {error.verify_message}.") from None
    except Unfetchable:
        if time.monotonic() >= deadline:
            raise too_slow from None
        raise
    except (OSError, HTTPException, ValueError) as error:
        if time.monotonic() >= deadline:
            raise too_slow from None
        raise Unfetchable(f"The connection to {host} broke off ({type(error).__name__}).") from None
    finally:
        watch.cancel()
        connection.close()
        for each in sockets:
            each.close()
    if time.monotonic() >= deadline:
        raise too_slow


def _connected(host: str, port: int, addresses: list[str], deadline: float, too_slow: Unfetchable) -> socket.socket:
    for address in addresses:
        left = deadline - time.monotonic()
        if left <= 0:
            raise too_slow
        try:
            return socket.create_connection((address, port), timeout=left)
        except OSError:
            continue
    if time.monotonic() >= deadline:
        raise too_slow
    raise Unfetchable(f"The host {host} takes no connection on port {port}.")


def _hang_up(sockets: list[socket.socket]) -> None:
    try:
        socket.socket.shutdown(sockets[-1], socket.SHUT_RDWR)  # of the plain socket, also below a secured one
    except OSError:
        return  # closed already: the answer came in time


def _target(parts: SplitResult) -> str:
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?")
    return f"{path}?{query}" if query else path


def _fetched(response: HTTPResponse, url: str, intake: Intake) -> Fetched:
    if response.status != 200:
        raise Unfetchable(f"The server answered {response.status} {response.reason}.".replace(" .", "."))
    kind = response.getheader("Content-Type") or ""
    charset = _CHARSET.search(kind)
    return Fetched(
        data=_body(response, intake.limit_bytes),
        media_type=kind.partition(";")[0].strip().lower(),
        charset=charset[1] if charset else "",
        url=url,
    )


def _body(response: HTTPResponse, limit: int) -> bytes:
    too_large = Unfetchable(f"It is larger than the limit of {limit:,} bytes.")
    promised = response.length
    if promised is not None and promised > limit:
        raise too_large
    packed = bytearray()
    while chunk := response.read(_CHUNK):
        packed += chunk
        if len(packed) > limit:
            raise too_large
    if promised is not None and len(packed) < promised:
        raise Unfetchable(f"It broke off after {len(packed):,} of {promised:,} bytes.")
    coding = (response.getheader("Content-Encoding") or "identity").strip().lower()
    if coding == "identity":
        return bytes(packed)
    if coding not in ("gzip", "x-gzip", "deflate"):
        raise Unfetchable(f"It is packed as {coding}, which is not read.")
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 32)
    try:
        data = unpacker.decompress(bytes(packed), limit + 1)
    except zlib.error:
        raise Unfetchable(f"It is said to be packed as {coding}, and is damaged or is not.") from None
    if len(data) > limit:
        raise too_large
    if not unpacker.eof:
        raise Unfetchable("It is packed, and broke off before its end.")
    return data
