"""Fits the sentence vectors: `sentences.py WORK --base BASE --sentences SENTENCES`.

The encoder stays as it is: a linear layer on the mean states of a sentence's pieces, read in context, before the first
layer and after the fourth, learns to point where the sentence encoder points that read the sentence alone. The layers
above know more of who speaks and less of what is said. -> WORK/sentences.pt
"""

import argparse
import random

import torch
import torch.nn.functional as F

from batches import batch
from network import HIDDEN, SENTENCE_LAYERS, Encoder, Tagger
from train import TEACHER_LAYERS, read_alone, read_documents, sentence_samples
from windows import reading_windows

LEARNED, TESTED = 16000, 400
DRAWS = 4  # sentences drawn from a window


@torch.no_grad()
def pairs(net: Tagger, teacher: Encoder, documents, count: int, chance: random.Random):
    """Of sentences in random windows: our mean states (n, 2 * hidden), the teacher's unit vectors (n, hidden)."""
    windows = [w for d, doc in enumerate(documents) for w in reading_windows(doc, d)]
    chance.shuffle(windows)
    ours: list[torch.Tensor] = []
    theirs: list[torch.Tensor] = []
    at = 0
    while len(ours) < count and at < len(windows):
        part = windows[at : at + 12]
        at += 12
        data = batch(part, documents)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            states = [net.encoder(data.pieces, data.cases, data.places, data.present, layers=n).float()
                      for n in (0, SENTENCE_LAYERS)]
        drawn = {s[:3]: s for _ in range(DRAWS) for s in sentence_samples(data, part, chance, every=1)}
        samples = [s for s in drawn.values() if 6 <= len(s[3]) <= 60]
        if not samples:
            continue
        theirs += list(read_alone(teacher, samples))
        ours += [torch.cat([s[i, a:b].mean(0) for s in states]) for i, a, b, _ in samples]
    return torch.stack(ours[:count]), F.normalize(torch.stack(theirs[:count]), dim=1)


def report(vectors, theirs):
    """Prints how near the vectors are, how alike their likenesses are ranked, how often the nearest is the same."""
    ours = F.normalize(vectors, dim=1)
    mine, wanted = ours @ ours.T, theirs @ theirs.T
    rows, columns = torch.triu_indices(len(ours), len(ours), 1)
    ranks = [m[rows, columns].argsort().argsort().float() for m in (mine, wanted)]
    likeness = torch.corrcoef(torch.stack(ranks))[0, 1]
    for m in (mine, wanted):
        m.fill_diagonal_(-2)
    print(f"{len(ours)} sentences: cosine {(ours * theirs).sum(1).mean():.2f}, rank correlation {likeness:.2f}, "
          f"same nearest {100 * (mine.argmax(1) == wanted.argmax(1)).float().mean():.0f} %")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("work")
    parser.add_argument("--base", required=True)
    parser.add_argument("--sentences", required=True)
    options = parser.parse_args()
    torch.manual_seed(1)
    net = Tagger(options.base)
    net.load_state_dict(torch.load(f"{options.work}/tagger.pt"))
    net.eval()
    teacher = Encoder(options.sentences, TEACHER_LAYERS).eval()
    x, y = pairs(net, teacher, read_documents(options, "train"), LEARNED, random.Random(1))
    print(len(x), "sentences to learn from", flush=True)
    head = learn(x, y)
    torch.save(head.state_dict(), f"{options.work}/sentences.pt")
    with torch.no_grad():
        x, y = pairs(net, teacher, read_documents(options, "dev"), TESTED, random.Random(2))
        report(head(x), y)


def learn(x, y):
    """A head that turns our states (n, 2 * hidden) towards the teacher's vectors (n, hidden)."""
    head = torch.nn.Linear(2 * HIDDEN, HIDDEN)
    optimiser = torch.optim.AdamW(head.parameters(), lr=1e-3, weight_decay=0.05)
    for _ in range(20):
        for rows in torch.randperm(len(x)).split(128):
            loss = (1 - F.cosine_similarity(head(F.dropout(x[rows], 0.1)), y[rows])).mean()
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
        for group in optimiser.param_groups:
            group["lr"] *= 0.85
    return head


if __name__ == "__main__":
    main()
