"""Endpoint: a language model behind an address that speaks OpenAI's protocol, asked within limits of time and size."""

from __future__ import annotations

import json
import re
import time
from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING

from depositary.terms import DepositaryError

if TYPE_CHECKING:
    from openai import OpenAI

SECONDS = 120.0
"""For one try; a server that is busy or out of reach is tried three times."""

LIMIT_BYTES = 1_000_000
"""Of an answer: the claims of the longest piece of text take a tenth of it."""

TRIES_AGAIN = 2

_ADDRESS = re.compile(r"https?://[^\s/@?#]+(?:/[^\s@?#]*)?")


class Unanswered(DepositaryError):
    """A model gave no answer that can be read; the sentence is fit for a `Finding`."""


class NotInstalled(DepositaryError):
    """The extra that asks a model is not installed."""

    def __init__(self) -> None:
        super().__init__("To ask a model, install the extra: pip install 'depositary[llm]'.")


class NoEndpoint(DepositaryError):
    """An address that is no place to ask a model at."""

    def __init__(self, url: str) -> None:
        super().__init__(
            f"{url!r} is no address of a model: write it like http://localhost:8080/v1, without a password."
        )


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a model is asked: `url` is the address before "/chat/completions" ("http://localhost:8080/v1").

    `key` is sent as a bearer token; "" sends a word in its place, which servers of one's own ignore. `seconds` is for
    one try, from the question to the last byte. Raises `NoEndpoint` for what is no such address, `NotInstalled`
    without the extra.
    """

    url: str
    model: str
    key: str = ""
    seconds: float = SECONDS
    limit_bytes: int = LIMIT_BYTES

    def __post_init__(self) -> None:
        if not _ADDRESS.fullmatch(self.url):
            raise NoEndpoint(self.url)
        if find_spec("openai") is None:
            raise NotInstalled

    def ask(self, instructions: str, question: str) -> str:
        """What the model answers, as text; raises `Unanswered`.

        It is asked to answer with JSON, as evenly as it can (temperature 0, a fixed seed). Redirects are not followed,
        proxies and keys named in the environment are not used: the text goes to this address alone.
        """
        import openai

        deadline = time.monotonic() + self.seconds * (TRIES_AGAIN + 1)
        try:
            with self._client() as client:
                return _content(self._answer(client, instructions, question, deadline))
        except openai.APITimeoutError:
            raise self._too_slow() from None
        except openai.APIStatusError as error:
            raise Unanswered(f"The model's server answered {error.status_code}{_reason(error.body)}") from None
        except openai.APIConnectionError:
            raise Unanswered(f"The model's server at {self.url} cannot be reached.") from None
        except openai.OpenAIError as error:
            raise Unanswered(f"The model cannot be asked: {error}") from None

    def _client(self) -> OpenAI:
        import openai

        http = openai.DefaultHttpxClient(follow_redirects=False, trust_env=False, timeout=self.seconds)
        client = openai.OpenAI(
            base_url=self.url,
            api_key=self.key or "none",
            max_retries=TRIES_AGAIN,
            timeout=self.seconds,
            http_client=http,
        )
        client.organization = client.project = None  # which it takes from the environment
        return client

    def _answer(self, client: OpenAI, instructions: str, question: str, deadline: float) -> bytes:
        import httpx

        taken = bytearray()
        try:
            with client.chat.completions.with_streaming_response.create(
                model=self.model,
                messages=[{"role": "system", "content": instructions}, {"role": "user", "content": question}],
                temperature=0,
                seed=0,
                response_format={"type": "json_object"},
            ) as response:
                begun = time.monotonic()
                for chunk in response.iter_bytes():
                    taken += chunk
                    if len(taken) > self.limit_bytes:
                        raise Unanswered(f"The model's answer is larger than the limit of {self.limit_bytes:,} bytes.")
                    if time.monotonic() > min(deadline, begun + self.seconds):
                        raise self._too_slow()
        except httpx.TimeoutException:
            raise self._too_slow() from None
        except httpx.HTTPError as error:
            raise Unanswered(f"The model's answer broke off ({type(error).__name__}).") from None
        return bytes(taken)

    def _too_slow(self) -> Unanswered:
        return Unanswered(f"The model took longer than {self.seconds:g} seconds.")


def _content(answer: bytes) -> str:
    """What the first choice of a chat completion says."""
    try:
        choice = json.loads(answer)["choices"][0]
        said, ended, refused = choice["message"].get("content"), choice.get("finish_reason"), choice["message"]
    except (ValueError, RecursionError, LookupError, TypeError, AttributeError):
        raise Unanswered("The model's server gave an answer that is no chat completion.") from None
    if ended == "length":
        raise Unanswered("The model's answer was cut off at its own limit of length.")
    if refused.get("refusal") or not isinstance(said, str) or not said.strip():
        raise Unanswered("The model declined to answer.")
    return said


def _reason(body: object) -> str:
    """The server's own word for an error, where it gives one, on one line."""
    said = body.get("message") if isinstance(body, dict) else None
    return f": {' '.join(said.split())[:200]}" if isinstance(said, str) and said.strip() else "."
