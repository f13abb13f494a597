"""The network: a ten-layer encoder, whole-segment scores, links between segments, and a sentence vector."""

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import nn

from corpus import ANNOTATORS
from words import CASES, PLACES

HIDDEN, FEED, HEADS, LAYERS, VOCABULARY, POSITIONS = 384, 1536, 12, 10, 30522, 512
KINDS = 3
SENTENCE_LAYERS = 4  # after which a sentence is still what it says
READS_AS = (1, 2)  # the annotators between whose habits it reads: those whose cuts the others make most often
PAIR = 48  # width of the space in which a segment's two ends are compared
LENGTHS = 12  # classes of a segment's length
LINK = 64  # width of the space in which two segments are compared
DISTANCES = 17  # classes of the distance between two segments
BETWEEN = 4  # classes of the number of cues between two segments


def length_class(n):
    """1, 2, 3, 4, 5-6, 7-8, 9-12, 13-16, 17-24, 25-32, 33-48, more."""
    bounds = torch.tensor([1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48])
    return torch.bucketize(n, bounds)


def distance_class(n):
    """0-8 for what comes before, 8-16 for what comes after, by doubling distance in pieces."""
    bounds = torch.tensor([0, 2, 4, 8, 16, 32, 64, 128])
    size = torch.bucketize(n.abs(), bounds)
    return 8 + torch.where(n < 0, -size, size)


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.qkv = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.out = nn.Linear(HIDDEN, HIDDEN)
        self.norm1 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.up = nn.Linear(HIDDEN, FEED)
        self.down = nn.Linear(FEED, HIDDEN)
        self.norm2 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.drop = nn.Dropout(0.1)

    def forward(self, x, mask):
        B, T, H = x.shape
        q, k, v = self.qkv(x).view(B, T, 3, HEADS, H // HEADS).permute(2, 0, 3, 1, 4)
        scores = q @ k.transpose(-1, -2)
        # Spelt out: on one core its backward pass is twice as fast as the fused one's.
        with torch.autocast("cpu", enabled=False):
            weights = torch.softmax(scores * (H // HEADS) ** -0.5 + mask.to(scores.dtype), -1)
        a = (weights @ v).transpose(1, 2).reshape(B, T, H)
        x = self.norm1(x + self.drop(self.out(a)))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    """The lower layers of an encoder as published; `cases`, `places` and `annotators` are ours and start at nothing."""

    def __init__(self, base: str | None = None, layers: int = LAYERS):
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, HIDDEN)
        self.positions = nn.Embedding(POSITIONS, HIDDEN)
        self.cases = nn.Embedding(CASES, HIDDEN)
        self.places = nn.Embedding(PLACES, HIDDEN)
        nn.init.zeros_(self.cases.weight)
        nn.init.zeros_(self.places.weight)
        # Learned apart, what is one annotator's habit stays out of what all see. One of them is used to read.
        self.annotators = nn.Embedding(1 + len(ANNOTATORS), HIDDEN)
        nn.init.zeros_(self.annotators.weight)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList([Layer() for _ in range(layers)])
        self.drop = nn.Dropout(0.1)
        if base:
            self.load(load_file(f"{base}/model.safetensors"))

    def load(self, w):
        def get(name):
            return w[name if name in w else "bert." + name]

        with torch.no_grad():
            self.words.weight.copy_(get("embeddings.word_embeddings.weight"))
            # Every piece is of type 0 here, so that its vector joins the positions' for good.
            self.positions.weight.copy_(
                get("embeddings.position_embeddings.weight")
                + get("embeddings.token_type_embeddings.weight")[0])
            self.norm.weight.copy_(get("embeddings.LayerNorm.weight"))
            self.norm.bias.copy_(get("embeddings.LayerNorm.bias"))
            for i, layer in enumerate(self.layers):
                p = f"encoder.layer.{i}."
                for part in ("weight", "bias"):
                    layer.qkv.get_parameter(part).copy_(torch.cat(
                        [get(f"{p}attention.self.{n}.{part}") for n in ("query", "key", "value")]))
                    layer.out.get_parameter(part).copy_(get(f"{p}attention.output.dense.{part}"))
                    layer.norm1.get_parameter(part).copy_(
                        get(f"{p}attention.output.LayerNorm.{part}"))
                    layer.up.get_parameter(part).copy_(get(f"{p}intermediate.dense.{part}"))
                    layer.down.get_parameter(part).copy_(get(f"{p}output.dense.{part}"))
                    layer.norm2.get_parameter(part).copy_(get(f"{p}output.LayerNorm.{part}"))

    def reading_habit(self):
        """What is added to every piece where nobody says who annotated it."""
        return self.annotators.weight[list(READS_AS)].mean(0)

    def forward(self, pieces, cases, places, present, annotators=None, layers=None):
        x = self.words(pieces) + self.positions.weight[: pieces.shape[1]]
        if annotators is None:
            x = x + self.reading_habit()
        else:
            x = x + self.annotators(annotators)[:, None]
        x = self.drop(self.norm(x + self.cases(cases) + self.places(places)))
        mask = torch.zeros(present.shape).masked_fill(~present, -1e4)[:, None, None, :]
        for layer in self.layers[:layers]:
            x = layer(x, mask)
        return x  # (windows, pieces, hidden)


class Tagger(nn.Module):
    def __init__(self, base: str | None = None):
        super().__init__()
        self.encoder = Encoder(base)
        self.drop = nn.Dropout(0.1)
        # For every word: outside, then for each kind being inside it, beginning it, ending it.
        self.parts = nn.Linear(HIDDEN, 1 + 3 * KINDS)
        self.pair_start = nn.Linear(HIDDEN, KINDS * PAIR)
        self.pair_end = nn.Linear(HIDDEN, KINDS * PAIR)
        self.lengths = nn.Parameter(torch.zeros(LENGTHS, KINDS))
        self.transitions = nn.Parameter(torch.zeros(KINDS + 1, KINDS + 1))
        self.start = nn.Parameter(torch.zeros(KINDS + 1))
        self.end = nn.Parameter(torch.zeros(KINDS + 1))
        # Of the first and last word of a cue, once as what has a source, once as what has content; of the others.
        self.link_cue = nn.Linear(2 * HIDDEN, 2 * LINK)
        self.link_source = nn.Linear(2 * HIDDEN, LINK)
        self.link_content = nn.Linear(2 * HIDDEN, LINK)
        self.no_source = nn.Linear(2 * HIDDEN, 1)
        self.no_cue = nn.Linear(2 * HIDDEN, 1)
        self.distances = nn.Parameter(torch.zeros(2, DISTANCES))
        self.between = nn.Parameter(torch.zeros(2, BETWEEN))
        self.sentence = nn.Linear(HIDDEN, HIDDEN)
        with torch.no_grad():
            self.sentence.weight.copy_(torch.eye(HIDDEN))
            self.sentence.bias.zero_()

    def segment_scores(self, words):
        """words (P, W, hidden) -> segments (P, W end, W start, kinds), outside (P, W)."""
        P, W, _ = words.shape
        parts = self.parts(words)
        outside = parts[..., 0]
        inside, begins, ends = parts[..., 1:].view(P, W, 3, KINDS).unbind(2)
        running = torch.cumsum(inside, 1)
        last = running + ends  # (P, W, K), by the end
        first = begins - running + inside  # by the start
        s = self.pair_start(words).view(P, W, KINDS, PAIR).transpose(1, 2)
        e = self.pair_end(words).view(P, W, KINDS, PAIR).transpose(1, 2)
        pair = (e @ s.transpose(-1, -2) * PAIR**-0.5).permute(0, 2, 3, 1)
        at = torch.arange(W)
        length = self.lengths[length_class((at[:, None] - at[None]).clamp(min=0) + 1)]
        return pair + last[:, :, None] + first[:, None] + length, outside

    def links(self, cues, sources, contents, cue_at, source_at, content_at, cue_rank):
        """Scores of (cues, none + sources) and of (contents, none + cues).

        Representations (n, 2 * hidden); places in pieces (n); `cue_rank(a, b)` counts the cues between places.
        """
        as_heard, as_said = self.link_cue(cues).chunk(2, -1)
        s = self.link_source(sources)
        c = self.link_content(contents)
        to_source = as_heard @ s.T * LINK**-0.5
        to_source = to_source + self.distances[0][distance_class(source_at[None] - cue_at[:, None])]
        to_source = to_source + self.between[0][cue_rank(cue_at[:, None], source_at[None])]
        to_cue = c @ as_said.T * LINK**-0.5
        to_cue = to_cue + self.distances[1][distance_class(cue_at[None] - content_at[:, None])]
        to_cue = to_cue + self.between[1][cue_rank(content_at[:, None], cue_at[None])]
        return (
            torch.cat([self.no_source(cues), to_source], 1),
            torch.cat([self.no_cue(contents), to_cue], 1),
        )


def cues_between(cue_at):
    """Counts the cues strictly between two places, at most three."""

    def count(a, b):
        low, high = torch.minimum(a, b), torch.maximum(a, b)
        n = ((cue_at > low[..., None]) & (cue_at < high[..., None])).sum(-1)
        return n.clamp(max=BETWEEN - 1)

    return count
