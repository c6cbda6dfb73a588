"""A language model is asked; what it quotes is taken, what it makes up is refused and counted."""

from __future__ import annotations

import importlib.resources
from datetime import date
from typing import Any

import openai
import pytest

from depositary.reading import AskedReader, Endpoint, Reading, Unanswered
from depositary.reading.asked import MOST_PIECES, PIECE
from depositary.reading.endpoint import NoEndpoint
from depositary.reference import reference
from depositary.terms import Action, Modality, Role, Span
from tests.reading.chat_server import Answer, Chat, claims, serving
from tests.reading.making import document, line

TEXT = (
    "Kenya signed the Paris Agreement on Monday, officials in Nairobi said. Uganda is expected to leave the African "
    "Union next year. Kenya and Rwanda concluded a free trade agreement with each other in March 2023. Kenya is big."
)
SIGNED = {
    "evidence": "signed the Paris Agreement",
    "action": "sign",
    "modality": "happened",
    "agreement": "the Paris Agreement",
    "actor": "Kenya",
    "counterparties": [],
    "date": "on Monday",
    "organ": None,
    "voices": [{"name": "officials in Nairobi", "role": "officials"}],
}
LEAVES = {
    "evidence": "is expected to leave the African Union",
    "action": "withdraw",
    "modality": "expected",
    "agreement": "African Union",
    "actor": "Uganda",
    "date": "next year",
}
TRADE = {
    "evidence": "concluded a free trade agreement",
    "action": "conclude",
    "modality": "happened",
    "agreement": "a free trade agreement with each other",
    "actor": "Rwanda",
    "counterparties": ["Kenya"],
    "date": "in March 2023",
}


def asked(
    *answers: Answer, text: str = TEXT, seconds: float = 10.0, published: date | None = date(2024, 5, 15)
) -> Reading:
    with serving(*answers) as server:
        reader = AskedReader(Endpoint(server.url, "a-model", seconds=seconds), reference())
        return reader.read(document(text, published))


def changed(item: dict[str, Any], **changes: Any) -> dict[str, Any]:  # Any: JSON
    return {**item, **changes}


def test_what_is_quoted_is_taken_and_the_house_tells_who_and_when() -> None:
    reading = asked(claims(LEAVES, SIGNED, TRADE))
    assert [line(claim) for claim in reading.claims] == [
        "KEN sign paris-agreement happened",
        "UGA withdraw african-union expected",
        "RWA conclude ken-rwa-free-trade-agreement happened",
    ]
    assert [claim.moment.edtf if claim.moment else None for claim in reading.claims] == [
        "2024-05-13",
        "2025",
        "2023-03",
    ]
    first = reading.claims[0]
    (span,) = first.evidence
    assert isinstance(span, Span)
    assert TEXT[span.start : span.end] == span.quote == "signed the Paris Agreement"
    assert [(voice.role, voice.participant) for voice in first.attribution.voices] == [(Role.OFFICIALS, "KEN")]
    assert first.made_by == "llm a-model: sign"
    assert not reading.findings


def test_the_same_answer_in_another_order_gives_the_same_claims() -> None:
    assert asked(claims(SIGNED, TRADE, LEAVES)).claims == asked(claims(LEAVES, TRADE, SIGNED)).claims


@pytest.mark.parametrize(
    ("lie", "reason"),
    [
        ({"evidence": "ratified the Paris Agreement"}, "evidence that the text does not hold"),
        ({"evidence": "igned the Paris Agreement"}, "evidence that the text does not hold"),  # not a whole word
        ({"evidence": ""}, "no evidence"),
        ({"agreement": "the Kyoto Protocol"}, "agreement that the text does not hold"),
        ({"actor": "Tanzania"}, "actor that the text does not hold"),
        ({"actor": "officials"}, "actor that names nobody that is known"),
        ({"actor": "Kenya and Rwanda"}, "actor that names several"),
        ({"counterparties": ["Chad"]}, "counterparty that the text does not hold"),
        ({"counterparties": "Kenya"}, "an unreadable counterparties"),
        ({"date": "on Tuesday"}, "date that the text does not hold"),
        ({"date": "next year"}, "done on a day still to come"),
        ({"voices": [{"name": "Reuters", "role": "agency"}]}, "voice that the text does not hold"),
        ({"voices": [{"name": "officials in Nairobi", "role": "boss"}]}, "an unknown role"),
        ({"voices": ["officials in Nairobi"]}, "a voice without name and role"),
        ({"action": "obliterate"}, "an unknown action"),
        ({"modality": "certain"}, "an unknown modality"),
        ({"organ": "army"}, "an unknown organ"),
        ({"agreement": "big"}, "agreement that is not known, between sides that are not told"),
    ],
)
def test_a_lie_is_refused_and_counted_and_the_truth_beside_it_kept(lie: dict[str, Any], reason: str) -> None:
    reading = asked(claims(changed(SIGNED, **lie), LEAVES))
    assert [line(claim) for claim in reading.claims] == ["UGA withdraw african-union expected"]
    (finding,) = reading.findings
    assert finding.message == f"1 of 2 claims of the model were refused ({reason}: 1)."
    assert finding.concerns == "a-report"


def test_an_item_that_is_no_claim_is_refused() -> None:
    reading = asked(lambda chat: chat.say('{"claims": [7, null, {"evidence": "Kenya"}]}'))
    assert not reading.claims
    assert reading.findings[0].message.startswith("3 of 3 claims of the model were refused (no object with keys: 2; ")


def test_no_day_is_filled_in() -> None:
    (claim,) = asked(claims(SIGNED), published=None).claims
    assert claim.moment is None


def test_a_quote_that_stands_twice_is_taken_where_the_actor_is() -> None:
    text = "Chad signed the pact on Monday. Later Mali signed the pact with Niger as well."
    item = {"evidence": "signed the pact", "action": "sign", "modality": "happened", "agreement": "the pact"}
    (claim,) = asked(claims({**item, "actor": "Mali", "counterparties": ["Niger"]}), text=text).claims
    (span,) = claim.evidence
    assert isinstance(span, Span)
    assert span.start == text.index("signed the pact with")


def test_recognition_and_relations_have_the_names_that_the_rules_give_them() -> None:
    text = "Norway recognised Palestine on Tuesday. Norway and Cuba established diplomatic ties. The agreement is new."
    recognises = {
        "evidence": "recognised Palestine",
        "action": "recognise",
        "modality": "happened",
        "agreement": "Palestine",
    }
    ties = {"evidence": "established diplomatic ties", "action": "establish_relations", "modality": "happened"}
    items = (
        {**recognises, "actor": "Norway", "counterparties": ["Palestine"]},
        {**ties, "agreement": "diplomatic ties", "actor": "Norway", "counterparties": ["Cuba"]},
    )
    assert [claim.agreement.id for claim in asked(claims(*items), text=text).claims] == [
        "recognition-of-pse",
        "cub-nor-diplomatic-relations",
    ]


def test_a_text_with_no_act_is_not_sent_anywhere() -> None:
    with serving(claims(SIGNED)) as server:
        reading = AskedReader(Endpoint(server.url, "a-model"), reference()).read(document("The weather was fine."))
        assert reading == Reading(())
        assert not server.questions


def test_the_question_holds_the_day_the_outlet_and_the_text_and_the_key_is_sent() -> None:
    with serving(claims()) as server:
        AskedReader(Endpoint(server.url, "a-model", key="secret"), reference()).read(document(TEXT))
        (question,) = server.questions
    assert server.keys == ["Bearer secret"]
    assert question["model"] == "a-model"
    assert question["temperature"] == 0
    assert question["messages"][1]["content"] == f"Published: 2024-05-15\nOutlet: not known\nText:\n{TEXT}"


def test_a_long_text_is_asked_about_piece_by_piece() -> None:
    sentence = "Kenya signed the Paris Agreement on Monday, and nothing else of note was told of it.\n\n"
    text = sentence * (2 * PIECE // len(sentence) + 2)
    with serving(claims(SIGNED | {"voices": []}), claims(LEAVES), claims()) as server:
        reading = AskedReader(Endpoint(server.url, "a-model"), reference()).read(document(text))
        pieces = [question["messages"][1]["content"].partition("Text:\n")[2] for question in server.questions]
    assert len(pieces) == 3
    assert all(len(piece) <= PIECE for piece in pieces)
    assert [line(claim) for claim in reading.claims] == ["KEN sign paris-agreement happened"]
    with pytest.raises(Unanswered, match="longer than the 480,000 characters"):
        asked(claims(), text=sentence * ((MOST_PIECES + 1) * PIECE // len(sentence)))


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (lambda chat: chat.say("I am sorry."), "The model's answer is no JSON."),
        (lambda chat: chat.say("[" * 100_000), "The model's answer is no JSON."),
        (lambda chat: chat.say('{"facts": []}'), 'The model\'s answer holds no list "claims".'),
        (claims(*[SIGNED] * 201), "The model's answer holds more than 200 claims."),
        (lambda chat: chat.say("", "stop"), "The model declined to answer."),
        (lambda chat: chat.say(None, "stop", refusal="No."), "The model declined to answer."),
        (lambda chat: chat.say('{"claims": [', "length"), "The model's answer was cut off at its own limit of length."),
        (lambda chat: chat.send(200, {"hello": 1}), "The model's server gave an answer that is no chat completion."),
        (
            lambda chat: chat.send_bytes(200, b"\xff\xfe{"),
            "The model's server gave an answer that is no chat completion.",
        ),
        (lambda chat: chat.send(200, [1]), "The model's server gave an answer that is no chat completion."),
        (lambda chat: chat.send_bytes(200, b'{"id"', promised=500), r"The model's answer broke off \(\w+\)."),
        (
            lambda chat: chat.send(401, {"error": {"message": "no  such\nkey"}}),
            "The model's server answered 401: no such key",
        ),
        (lambda chat: chat.send(302, {}, Location="http://127.0.0.1:9/"), "The model's server answered 302."),
        (lambda chat: chat.send_bytes(200, b" " * 1_000_001), "larger than the limit of 1,000,000 bytes"),
    ],
)
def test_an_answer_that_cannot_be_read_is_one_sentence(answer: Answer, message: str) -> None:
    with pytest.raises(Unanswered, match=message):
        asked(answer)


def test_json_in_a_fence_is_read() -> None:
    answer = '```json\n{"claims": []}\n```'
    assert asked(lambda chat: chat.say(answer)) == Reading(())


def test_a_busy_server_is_asked_again() -> None:
    def busy(chat: Chat) -> None:
        chat.send(429, {"error": {"message": "slow down"}}, Retry_After="0")

    assert len(asked(busy, claims(SIGNED)).claims) == 1


@pytest.mark.parametrize("pause", [0.02, 5.0])
def test_a_slow_answer_is_given_up(pause: float) -> None:
    with pytest.raises(Unanswered, match=r"The model took longer than 0\.2 seconds\."):
        asked(lambda chat: chat.drip(3, pause), seconds=0.2)


def test_a_server_that_is_not_there_is_one_sentence() -> None:
    with pytest.raises(Unanswered, match="cannot be reached"):
        Endpoint("http://127.0.0.1:9/v1", "a-model").ask("Read.", "Text.")


@pytest.mark.parametrize("url", ["localhost:80", "file:///etc/passwd", "http://me:secret@host/v1", "", "http://a b/"])
def test_an_address_that_is_none_is_refused(url: str) -> None:
    with pytest.raises(NoEndpoint):
        Endpoint(url, "a-model")


def test_the_instructions_name_every_word_of_the_closed_lists() -> None:
    text = importlib.resources.files("depositary.reading").joinpath("rules", "asking.md").read_text("utf-8")
    assert [word for word in (*Action, *Modality, *Role) if word not in text] == []


def test_the_server_of_these_tests_speaks_the_protocol_of_the_official_client() -> None:
    with serving(lambda chat: chat.say("Yes.")) as server, openai.OpenAI(base_url=server.url, api_key="k") as client:
        messages: Any = [{"role": "system", "content": "Be short."}, {"role": "user", "content": "Well?"}]
        said = client.chat.completions.create(model="m", messages=messages)
    assert said.choices[0].message.content == "Yes."
    assert said.choices[0].finish_reason == "stop"
