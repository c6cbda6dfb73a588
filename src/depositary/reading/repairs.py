"""Repairs: what the parser often gets wrong, put right where tags and order leave no doubt."""

from __future__ import annotations

from dataclasses import replace

from depositary.reading.language import Token, Tree

_AUXILIARIES = 3
_CLAUSES = ("root", "conj", "parataxis", "ccomp", "advcl", "acl:relcl")


def repaired(tree: Tree) -> Tree:
    """The tree, with a past tense that was hung from the noun before it made the verb of its clause.

    "The Ukrainian parliament ratified it": no participle has an object of its own, so the noun is its subject.
    "Chad signed in May and became a member": "and" joins two verbs. "The pact which the two signed": what they signed.
    """
    tree = _with_subjects_off_auxiliaries(tree)
    tree = _with_speakers(tree)
    for index in range(len(tree.tokens)):
        token = tree.tokens[index]
        if _is_finite_verb(tree, token):
            tree = _with_verb_above(tree, token)
        elif (last := _coordinated_with(tree, token)) is not None:
            tree = _with_first_verb_above(tree, token, last)
        elif (relative := _relative_of(tree, token)) is not None:
            tree = _with_relative_clause(tree, token, relative)
        elif (antecedent := _told_of_without_which(tree, token)) is not None:
            tree = _with_clause_of(tree, token, antecedent)
    return tree


def _with_subjects_off_auxiliaries(tree: Tree) -> Tree:
    """ "Bosnia has so far refused": the subject is the verb's, not that of "has"."""
    tokens = list(tree.tokens)
    for token in tree.tokens:
        above = tokens[token.head]
        if token.relation in ("nsubj", "cc", "mark") and above.relation.startswith("aux") and above.head != above.index:
            tokens[token.index] = replace(token, head=above.head)
    return Tree(tree.start, tree.end, tuple(tokens)) if tokens != list(tree.tokens) else tree


def _with_speakers(tree: Tree) -> Tree:
    """ "It will join, a Kenyan official told Reuters": the noun right before a past tense that has no subject is it.

    The parser hangs it from the noun before the comma. "Comoros first applied in 2007" is no passive: it has no "was".
    """
    tokens = list(tree.tokens)
    for verb in tree.tokens:
        if verb.index < 1 or verb.pos != "VERB" or not verb.relation.startswith(("root", "conj", "parataxis", "ccomp")):
            continue
        subjects = tree.related(verb.index, "nsubj", "csubj", "expl")
        before = tree.tokens[verb.index - 1]
        while not subjects and before.pos == "ADV" and before.index > 0:
            before = tree.tokens[before.index - 1]
        is_apposed = before.relation in ("appos", "conj") and before.pos in ("NOUN", "PROPN") and verb.tag == "VBD"
        if not subjects and is_apposed and before.head < before.index and _is_after_comma(tree, before):
            tokens[before.index] = replace(before, head=verb.index, relation="nsubj")
        for at in subjects if verb.tag == "VBN" and not tree.related(verb.index, "aux", "obl:agent") else ():
            has_stop = tree.tokens[-1].text == "."
            if tree.tokens[at].relation == "nsubj:pass" and tree.tokens[at].pos == "PROPN" and has_stop:
                tokens[at] = replace(tokens[at], relation="nsubj")
                tokens[verb.index] = replace(tokens[verb.index], tag="VBD")
    return Tree(tree.start, tree.end, tuple(tokens)) if tokens != list(tree.tokens) else tree


def _is_after_comma(tree: Tree, noun: Token) -> bool:
    """Whether the phrase of the noun begins after a comma."""
    first = min([noun.index, *(child for child in tree.children(noun.index) if child < noun.index)])
    return first > 0 and tree.tokens[first - 1].text == ","


def _is_finite_verb(tree: Tree, verb: Token) -> bool:
    noun = tree.tokens[verb.head]
    if verb.tag == "VB" and verb.relation == "acl" and noun.index < verb.index and noun.relation in _CLAUSES:
        is_modal = any(tree.tokens[at].tag == "MD" for at in tree.related(verb.index, "aux"))
        return is_modal and not tree.related(verb.index, "nsubj", "mark")  # "talks with Chad could open"
    if verb.tag != "VBD" or verb.relation != "acl" or not tree.related(verb.index, "obj"):
        return False
    noun = tree.tokens[verb.head]
    between = tree.tokens[noun.index + 1 : verb.index]
    is_next = noun.index < verb.index and all(token.pos == "ADV" for token in between)
    return is_next and noun.pos in ("NOUN", "PROPN", "PRON") and noun.relation in _CLAUSES


def _with_verb_above(tree: Tree, verb: Token) -> Tree:
    noun = tree.tokens[verb.head]
    tokens = list(tree.tokens)
    above = verb.index if noun.relation == "root" else noun.head
    tokens[verb.index] = replace(verb, head=above, relation=noun.relation)
    is_noun = noun.pos != "VERB"
    pos, tag = (noun.pos, noun.tag) if is_noun else ("NOUN", "NNS" if noun.tag == "VBZ" else "NN")
    tokens[noun.index] = replace(noun, head=verb.index, relation="nsubj", pos=pos, tag=tag)
    for child in tree.children(noun.index):
        token = tokens[child]
        is_of_clause = child > verb.index or token.relation in ("cc", "punct", "mark", "advmod", "obl", "advcl")
        if child != verb.index and is_of_clause:
            tokens[child] = replace(token, head=verb.index)
    return Tree(tree.start, tree.end, tuple(tokens))


def _is_hung_from_noun_before(tree: Tree, verb: Token) -> bool:
    return verb.tag in ("VBN", "VBD") and verb.relation == "acl" and verb.head == verb.index - 1


def _coordinated_with(tree: Tree, verb: Token) -> Token | None:
    """The main verb that a participle right after a name is coordinated with; None for a true participle."""
    noun = tree.tokens[verb.head]
    if not _is_hung_from_noun_before(tree, verb) or noun.pos != "PROPN" or noun.relation != "nsubj":
        return None
    main = tree.tokens[noun.head]
    conjunctions = [at for at in tree.related(main.index, "cc") if verb.index < at < main.index]
    is_next = bool(conjunctions) and main.index - conjunctions[-1] <= _AUXILIARIES
    return main if is_next and main.pos == "VERB" and not tree.related(verb.index, "obl:agent") else None


def _with_first_verb_above(tree: Tree, verb: Token, main: Token) -> Tree:
    tokens = list(tree.tokens)
    noun = tokens[verb.head]
    above = verb.index if main.relation == "root" else main.head
    tokens[verb.index] = replace(verb, tag="VBD", head=above, relation=main.relation)
    tokens[noun.index] = replace(noun, head=verb.index, relation="nsubj")
    tokens[main.index] = replace(main, head=verb.index, relation="conj")
    return Tree(tree.start, tree.end, tuple(tokens))


def _relative_of(tree: Tree, verb: Token) -> Token | None:
    """The "which" that a verb, hung from the noun before it, has for its object: "which the three countries signed"."""
    if not _is_hung_from_noun_before(tree, verb):
        return None
    at = verb.head - 1
    while at > 0 and tree.tokens[at].pos in ("DET", "NUM", "ADJ", "NOUN", "PROPN"):
        at -= 1
    return tree.tokens[at] if at > 0 and tree.tokens[at].tag == "WDT" else None


def _with_relative_clause(tree: Tree, verb: Token, relative: Token) -> Tree:
    tokens = list(tree.tokens)
    antecedent = relative.index - 1 - (tokens[relative.index - 1].pos == "PUNCT")
    noun = tokens[verb.head]
    for child in tree.children(noun.index):
        if child > verb.index:
            tokens[child] = replace(tokens[child], head=verb.index)
    if tokens[noun.index].relation == "root" or antecedent < 0:
        return tree
    tokens[verb.index] = replace(verb, tag="VBD", head=antecedent, relation="acl:relcl")
    tokens[noun.index] = replace(noun, head=verb.index, relation="nsubj")
    tokens[relative.index] = replace(tokens[relative.index], head=verb.index, relation="obj")
    return Tree(tree.start, tree.end, tuple(tokens))


def _told_of_without_which(tree: Tree, verb: Token) -> Token | None:
    """The thing in "the agreement the two sides signed in May", where the parser has sides that were signed."""
    if not _is_hung_from_noun_before(tree, verb) or verb.index < 4:
        return None
    who, number, article, thing = (tree.tokens[verb.index - back] for back in (1, 2, 3, 4))
    is_pair = who.tag == "NNS" and number.text.lower() in ("two", "three") and article.text.lower() == "the"
    return thing if is_pair and thing.pos in ("NOUN", "PROPN") else None


def _with_clause_of(tree: Tree, verb: Token, antecedent: Token) -> Tree:
    tokens = list(tree.tokens)
    noun = tokens[verb.head]
    tokens[verb.index] = replace(verb, tag="VBD", head=antecedent.index, relation="acl:relcl")
    tokens[noun.index] = replace(noun, head=verb.index, relation="nsubj")
    return Tree(tree.start, tree.end, tuple(tokens))
