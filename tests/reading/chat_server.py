"""A server on loopback that speaks OpenAI's chat protocol, and answers well, badly, slowly or not at all."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Answer = Callable[["Chat"], None]


@dataclass
class Server:
    """What was asked of the server, and how it answers next; the last answer is given to every further question."""

    answers: list[Answer]
    url: str = ""
    questions: list[dict[str, Any]] = field(default_factory=list)  # Any: JSON, as it came
    keys: list[str | None] = field(default_factory=list)


class Chat(BaseHTTPRequestHandler):
    """One request: refused, as the real ones do, unless it is a chat completion with a model and messages."""

    state: Server
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        """Take the question and give the next answer."""
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if self.path != "/v1/chat/completions":
            return self.send(404, {"error": {"message": f"no {self.path} here"}})
        roles = [message["role"] for message in asked["messages"]]
        if not asked.get("model") or roles != ["system", "user"] or asked.get("stream"):
            return self.send(400, {"error": {"message": "no chat of this kind"}})
        self.state.questions.append(asked)
        self.state.keys.append(self.headers["Authorization"])
        answer = self.state.answers[0] if len(self.state.answers) == 1 else self.state.answers.pop(0)
        return answer(self)

    def say(self, content: str | None, finish: str = "stop", **more: Any) -> None:
        """Answer with a chat completion whose one choice says this."""
        message = {"role": "assistant", "content": content, **more}
        choice = {"index": 0, "message": message, "finish_reason": finish, "logprobs": None}
        usage = {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}
        whole = {"id": "chat-1", "object": "chat.completion", "created": 0, "model": "m", "usage": usage}
        self.send(200, {**whole, "choices": [choice]})

    def send(self, status: int, body: object, **headers: str) -> None:
        """Answer with JSON."""
        self.send_bytes(status, json.dumps(body).encode(), None, **headers)

    def send_bytes(self, status: int, data: bytes, promised: int | None = None, **headers: str) -> None:
        """Answer with bytes; more of them may be promised than come."""
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data) if promised is None else promised))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(data)
        self.close_connection = promised is not None

    def drip(self, seconds: float, pause: float) -> None:
        """Answer byte by byte, for ever so long."""
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", "100000")
        self.end_headers()
        until = time.monotonic() + seconds
        try:
            while time.monotonic() < until:
                self.wfile.write(b" ")
                self.wfile.flush()
                time.sleep(pause)
        except OSError:
            pass  # who asked has hung up
        self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: tests are quiet."""


def claims(*items: dict[str, Any]) -> Answer:
    """The answer that lists these claims."""
    return lambda chat: chat.say(json.dumps({"claims": list(items)}))


@contextmanager
def serving(*answers: Answer) -> Iterator[Server]:
    """A server that gives these answers in turn."""
    state = Server(list(answers))
    handler = type("Bound", (Chat,), {"state": state})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        state.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        try:
            yield state
        finally:
            server.shutdown()
