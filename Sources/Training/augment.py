"""Other names and other cue verbs in annotated text, so that a network learns the frame and not the words by heart.

Names of the training part are few and told again and again; said is two cues in three. In every window some names
become other names, the same one everywhere in it, and some cue verbs others of the same tense. Segments stay where
they are, because words are replaced by words.
"""

import random
from collections import Counter
from dataclasses import replace

from corpus import CUE, SOURCE, Document
from words import LOWER, TITLE, Block

NAMES = 0.35  # share of a window's names that become others
CUES = 0.15  # share of the cues of one known verb that become another verb

PAST = """said added noted explained argued stated insisted claimed declared replied recalled remarked conceded warned
announced acknowledged admitted observed wrote suggested tweeted concluded confirmed maintained asserted complained
predicted joked responded told asked testified countered quipped emphasized stressed reported alleged"""
PRESENT = """says adds notes explains argues states insists claims declares replies recalls remarks concedes warns
announces acknowledges admits observes writes suggests tweets concludes confirms maintains asserts complains predicts
jokes responds emphasizes stresses reports alleges"""
# Verbs that want somebody who is told come in for nothing else, and nothing else for them.
ALONE = {"told", "asked", "reported", "reports"}


def word(block: Block, w: int) -> tuple[int, ...]:
    """The pieces of a word."""
    until = block.first[w + 1] if w + 1 < len(block.first) else len(block.pieces)
    return tuple(block.pieces[block.first[w] : until])


class Replacements:
    """What may stand for what: the names of the corpus, and cue verbs by tense."""

    def __init__(self, documents: list[Document], tokenizer):
        title: Counter[tuple[int, ...]] = Counter()
        lower: Counter[tuple[int, ...]] = Counter()
        names: set[tuple[int, ...]] = set()
        for doc in documents:
            for b in doc.blocks:
                for w, case in enumerate(b.cases):
                    if case == TITLE:
                        title[word(b, w)] += 1
                    elif case == LOWER:
                        lower[word(b, w)] += 1
            for s in doc.segments:
                if s.kind == SOURCE:
                    block = doc.blocks[s.block]
                    names |= {word(block, w) for w in range(s.first, s.last + 1) if block.cases[w] == TITLE}
        # A word that is also written small is a title or a sentence's first word rather than a name.
        self.names = sorted(n for n in names if lower[n] * 20 < title[n])
        self.is_name = set(self.names)
        self.group: dict[tuple[int, ...], list[tuple[int, ...]]] = {}
        for verbs in (PAST, PRESENT):
            verb_pieces = [tuple(tokenizer.encode(v, add_special_tokens=False).ids)
                      for v in verbs.split() if v not in ALONE]
            self.group |= dict.fromkeys(verb_pieces, verb_pieces)

    def window(self, doc: Document, blocks: list[int], chance: random.Random) -> dict[int, Block]:
        """The blocks of a window with some words replaced."""
        others: dict[tuple[int, ...], tuple[int, ...]] = {}
        cues = {(s.block, s.first) for s in doc.segments if s.kind == CUE and s.first == s.last}
        result = {}
        for b in blocks:
            old = doc.blocks[b]
            pieces: list[int] = []
            first: list[int] = []
            for w, case in enumerate(old.cases):
                mine = word(old, w)
                if case == TITLE and mine in self.is_name:
                    if mine not in others:
                        others[mine] = chance.choice(self.names) if chance.random() < NAMES else mine
                    mine = others[mine]
                elif (b, w) in cues and mine in self.group and chance.random() < CUES:
                    mine = chance.choice(self.group[mine])
                first.append(len(pieces))
                pieces += mine
            # Longer names may not burst the window.
            result[b] = replace(old, pieces=pieces, first=first) if len(pieces) <= len(old.pieces) + 8 else old
        return result
