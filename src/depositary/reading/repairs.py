"""Repairs: what the parser often gets wrong, put right where tags and order leave no doubt."""

from __future__ import annotations

from dataclasses import replace

from depositary.reading.language import Token, Tree

_CLAUSES = ("root", "conj", "parataxis", "ccomp", "advcl", "acl:relcl")


def repaired(tree: Tree) -> Tree:
    """The tree, with a past tense that was hung from the noun before it made the verb of its clause.

    "The Ukrainian parliament ratified it": no participle has an object of its own, so the noun is its subject.
    """
    for token in tree.tokens:
        if _is_finite_verb(tree, token):
            tree = _with_verb_above(tree, token)
    return tree


def _is_finite_verb(tree: Tree, verb: Token) -> bool:
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
    tokens[noun.index] = replace(noun, head=verb.index, relation="nsubj")
    for child in tree.children(noun.index):
        token = tokens[child]
        is_of_clause = child > verb.index or token.relation in ("cc", "punct", "mark", "advmod", "obl", "advcl")
        if child != verb.index and is_of_clause:
            tokens[child] = replace(token, head=verb.index)
    return Tree(tree.start, tree.end, tuple(tokens))
