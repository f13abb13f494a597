"""A semi-Markov chain over the words of a block: it scores whole segments, not single words.

A block is cut into segments of kind source, cue or content and single words outside. The score of a cutting is the
sum of its segments' scores and of the transitions between neighbours; the loss is minus the log-probability of the
right cutting. Shapes: P blocks of at most W words, K = 3 kinds, S = K + 1 states (the last one is outside).
"""

import torch

OUTSIDE = 3
FAR = -1e9


def potentials_mask(lengths, width):
    """(P, W end, W start): whether a segment may run from start to end."""
    at = torch.arange(width, device=lengths.device)
    fits = at[None, :, None] < lengths[:, None, None]
    return fits & (at[None, None, :] <= at[None, :, None])


class LogPartition(torch.autograd.Function):
    """log of the sum over all cuttings; its gradient is the probability of each part."""

    @staticmethod
    def forward(context, segments, outside, transitions, start, end, lengths):
        log_z, parts = forward_backward(segments, outside, transitions, start, end, lengths)
        context.save_for_backward(*parts)
        return log_z

    @staticmethod
    def backward(context, grad):
        segments, outside, transitions, start, end = context.saved_tensors
        return (
            segments * grad[:, None, None, None],
            outside * grad[:, None],
            (transitions * grad[:, None, None]).sum(0),
            (start * grad[:, None]).sum(0),
            (end * grad[:, None]).sum(0),
            None,
        )


@torch.no_grad()
def forward_backward(segments, outside, transitions, start, end, lengths):
    """segments (P, W end, W start, K), outside (P, W), lengths (P) -> log Z (P) and all marginals."""
    P, W, _, K = segments.shape
    rows = torch.arange(P)
    before = segments.new_full((P, W + 1, K + 1), FAR)  # cuttings of the words before t, ending in state
    ready = segments.new_full((P, W + 1, K + 1), FAR)  # the same, moved on to the next state
    ready[:, 0] = start
    for t in range(1, W + 1):
        before[:, t, :K] = torch.logsumexp(ready[:, :t, :K] + segments[:, t - 1, :t], 1)
        before[:, t, K] = ready[:, t - 1, K] + outside[:, t - 1]
        ready[:, t] = torch.logsumexp(before[:, t, :, None] + transitions, 1)
    log_z = torch.logsumexp(before[rows, lengths] + end, 1)

    after = segments.new_full((P, W + 2, K + 1), FAR)  # cuttings of the words from t on, after state
    after[rows, lengths] = end
    coming = segments.new_full((P, W + 1, K + 1), FAR)  # the same, by the state they begin with
    inside = torch.arange(W + 1)[None] < lengths[:, None]
    for t in range(W - 1, -1, -1):
        coming[:, t, :K] = torch.logsumexp(
            segments[:, t:, t] + after[:, t + 1 : W + 1, :K], 1)
        coming[:, t, K] = outside[:, t] + after[:, t + 1, K]
        step = torch.logsumexp(transitions[None] + coming[:, t, None, :], 2)
        after[:, t] = torch.where(inside[:, t, None], step, after[:, t])
    z = log_z[:, None]
    segment_parts = torch.exp(
        (ready[:, None, :W, :K] + segments + after[:, 1 : W + 1, None, :K] - z[..., None, None])
        .clamp(max=0)) * potentials_mask(lengths, W)[..., None]
    outside_parts = torch.exp(
        (ready[:, :W, K] + outside + after[:, 1 : W + 1, K] - z).clamp(max=0)) * inside[:, :W]
    moves = before[:, 1:W, :, None] + transitions + coming[:, 1:W, None, :] - z[..., None, None]
    transition_parts = (torch.exp(moves.clamp(max=0)) * inside[:, 1:W, None, None]).sum(1)
    start_parts = torch.exp((start + coming[:, 0] - z).clamp(max=0))
    end_parts = torch.exp((before[rows, lengths] + end - z).clamp(max=0))
    return log_z, (segment_parts, outside_parts, transition_parts, start_parts, end_parts)


def loss(segments, outside, transitions, start, end, lengths, gold):
    """Minus the summed log-probability of the right cuttings; gold: per block [(kind, first, last)] in order."""
    P, W, _, K = segments.shape
    log_z = LogPartition.apply(segments, outside, transitions, start, end, lengths)
    index, covered = [], torch.zeros(P, W, dtype=torch.bool)
    moves = torch.zeros(K + 1, K + 1)
    starts, ends = torch.zeros(K + 1), torch.zeros(K + 1)
    for p, cutting in enumerate(gold):
        n = int(lengths[p])
        state_at = [OUTSIDE] * n
        opens = [True] * n
        for kind, first, last in cutting:
            index.append((p, last, first, kind))
            covered[p, first : last + 1] = True
            for w in range(first, last + 1):
                state_at[w] = kind
                opens[w] = w == first
        starts[state_at[0]] += 1
        ends[state_at[-1]] += 1
        for w in range(1, n):
            if opens[w]:
                moves[state_at[w - 1], state_at[w]] += 1
    inside = torch.arange(W)[None] < lengths[:, None]
    right = (outside * (inside & ~covered)).sum() + (moves * transitions).sum()
    right = right + (starts * start).sum() + (ends * end).sum()
    if index:
        p, e, s, k = torch.tensor(index).T
        right = right + segments[p, e, s, k].sum()
    return log_z.sum() - right


# How likely a source, a cue, a content must be to be reported.
THRESHOLDS = (0.45, 0.38, 0.37)


def likeliest(segments, outside, transitions, start, end, lengths):
    """Of each block the segments that do not overlap and promise most, [(kind, first, last)] in order.

    A segment promises its probability less the threshold of its kind. The best single cutting finds fewer: its
    probability as a whole says little about each of its segments.
    """
    _, parts = forward_backward(segments, outside, transitions, start, end, lengths)
    result = []
    for p in range(segments.shape[0]):
        n = int(lengths[p])
        gain = parts[0][p] - torch.tensor(THRESHOLDS)
        candidates = sorted((e, s, k, float(gain[e, s, k])) for e, s, k in (gain > 0).nonzero().tolist())
        promise, choice, at = [0.0] * (n + 1), [None] * (n + 1), 0
        for t in range(1, n + 1):
            promise[t] = promise[t - 1]
            while at < len(candidates) and candidates[at][0] == t - 1:
                _, s, k, g = candidates[at]
                if promise[s] + g > promise[t]:
                    promise[t], choice[t] = promise[s] + g, (k, s, t - 1)
                at += 1
        cutting, t = [], n
        while t > 0:
            if choice[t]:
                cutting.append(choice[t])
                t = choice[t][1]
            else:
                t -= 1
        result.append(cutting[::-1])
    return result
