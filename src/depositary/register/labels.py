"""Labels: the status that a standing is shown as, in the words of the kind of agreement (DOMAIN 1.3)."""

from __future__ import annotations

from depositary.terms import AgreementKind, Application, Consent, Force, Intent, Standing

NOT_PARTICIPANT = "non-participant"
NOT_KNOWN = "not known"
"""The status where an undated act may or may not have happened by then: doubt is never rounded."""
EXPECTED = "expected"
"""The status of one that is known by what is foretold of it alone."""

_INTENTS = {
    Intent.INVITED: "invited",
    Intent.APPLIED: "applicant",
    Intent.ANNOUNCED: "announced",
    Intent.DECLINED: "declined",
    Intent.APPROVED: "approved at home",
}
_IN_FORCE = {
    AgreementKind.ORGANISATION: "member",
    AgreementKind.POLITICAL: "participating",
    AgreementKind.RELATION: "in relations",
    AgreementKind.MEMORANDUM: "in effect",
}
_BOUND = {
    AgreementKind.ORGANISATION: "acceding",
    AgreementKind.POLITICAL: "participating",
    AgreementKind.RELATION: "recognised",
    AgreementKind.MEMORANDUM: "in effect",
}
_ENDED = {
    AgreementKind.ORGANISATION: "former member",
    AgreementKind.POLITICAL: "left",
    AgreementKind.RELATION: "severed",
    AgreementKind.MEMORANDUM: "ended",
}
_SIGNED = {AgreementKind.ORGANISATION: "acceding", AgreementKind.MEMORANDUM: "signed"}
_JOINED = {AgreementKind.ORGANISATION: "member"}


def status(standing: Standing, kind: AgreementKind) -> str:
    """The label of a standing; what is done about it stands after a stroke ("signatory / not implemented").

    >>> status(Standing(consent=Consent.SIGNED, application=Application.NOT_IMPLEMENTED), AgreementKind.POLITICAL)
    'signatory / not implemented'
    """
    label = status_in_law(standing, kind)
    if standing.application is Application.NORMAL:
        return label
    return standing.application if label == NOT_PARTICIPANT else f"{label} / {standing.application}"


def status_in_law(standing: Standing, kind: AgreementKind) -> str:
    """The label without what is done about it: what `since` counts from."""
    if standing.force is Force.ENDED:
        return _ENDED.get(kind, "former party")
    if standing.consent is Consent.RELEASED:
        return "signatory that repudiated"
    label = _label_in(standing, kind)
    if standing.intent is Intent.WITHDRAWAL_NOTICE:
        return f"{label} (withdrawal notified)"
    return label


def _label_in(standing: Standing, kind: AgreementKind) -> str:
    if standing.force is Force.IN_FORCE:
        return _IN_FORCE.get(kind, "party")
    if standing.force is Force.PROVISIONAL:
        return "provisionally applying"
    match standing.consent:
        case Consent.BOUND:
            return _BOUND.get(kind, "contracting, not yet in force")
        case Consent.SIGNED:
            return _SIGNED.get(kind, "signatory")
        case Consent.JOINED:
            return _JOINED.get(kind, "joined (form unspecified)")
        case _:
            return _INTENTS.get(standing.intent, NOT_PARTICIPANT)
