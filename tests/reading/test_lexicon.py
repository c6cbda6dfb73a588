"""The rules are sound data: every frame can be met, every verb is inflected as English does."""

from __future__ import annotations

import re

import pytest

from depositary.reading.lexicon import Frame, Kind, Place, inflections, lexicon

WORDS = lexicon()
FRAMES = sorted({frame.id: frame for frames in WORDS.frames.values() for frame in frames}.values(), key=lambda f: f.id)
EFFECTS = {"expected", "planned", "possible", "demanded", "deny", "through"}


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("sign", "sign signs signing signed"),
        ("ratify", "ratify ratifies ratifying ratified"),
        ("accede", "accede accedes acceding acceded"),
        ("deny", "deny denies denying denied"),
        ("join", "join joins joining joined"),
        ("quit", "quit quits quitting quit"),
        ("withdraw", "withdraw withdraws withdrawing withdrew withdrawn"),
        ("admit", "admit admits admitting admitted"),
        ("expel", "expel expels expelling expelled"),
        ("scrap", "scrap scraps scrapping scrapped"),
        ("plan", "plan plans planning planned"),
        ("agree", "agree agrees agreeing agreed"),
        ("destroy", "destroy destroys destroying destroyed"),
        ("veto", "veto vetoes vetoing vetoed"),
        ("reach", "reach reaches reaching reached"),
        ("axe", "axe axes axing axed"),
        ("begin", "begin begins beginning began begun"),
        ("initial", "initial initials initialling initialing initialled initialed"),
        ("have", "have has having had"),
    ],
)
def test_a_verb_is_inflected(verb: str, forms: str) -> None:
    assert [form for form, _ in inflections(verb)] == forms.split()


def test_tags_say_which_form_it_is() -> None:
    assert inflections("leave") == [("leave", "VB"), ("leaves", "VBZ"), ("leaving", "VBG"), ("left", "VBD")]


def test_every_form_leads_back_to_its_verb() -> None:
    for text, forms in WORDS.forms.items():
        assert text == text.lower()
        for form in forms:
            assert (text, form.tag) in inflections(form.lemma)


def test_frames_have_names_of_their_own() -> None:
    every = {id(frame): frame for frames in (*WORDS.frames.values(), *WORDS.nominals.values()) for frame in frames}
    names = [frame.id for frame in every.values()]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: frame.id)
def test_every_word_of_a_frame_can_stand_in_a_text(frame: Frame) -> None:
    assert frame.verbs
    for word in (*frame.verbs, *frame.nominal, *frame.particle, *frame.noun, *frame.needs, *(frame.via - {""})):
        assert re.fullmatch(r"[a-zé]+(?:-[a-z]+)*", word), word


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: frame.id)
def test_a_frame_says_where_its_object_stands(frame: Frame) -> None:
    if frame.actor is Place.SUBJECT:
        assert frame.objects or frame.bare
    if frame.actor is not Place.AGREEMENT:
        assert bool(frame.objects) == bool(frame.via)


def test_every_kind_of_object_can_be_recognised() -> None:
    made_otherwise = {Kind.NAMED, Kind.PARTY, Kind.BODY_TO_JOIN}
    assert {kind for kind in Kind if kind.value not in WORDS.nouns} == made_otherwise


def test_every_operator_has_an_effect_that_the_rules_know() -> None:
    assert set(WORDS.operators.values()) <= EFFECTS


def test_weak_nouns_are_nouns_of_agreements() -> None:
    assert WORDS.nouns["weak"] <= WORDS.nouns["agreement"]


def test_a_noun_is_of_its_kind() -> None:
    assert WORDS.is_noun("treaty", "agreement")
    assert not WORDS.is_noun("treaty", "body")
