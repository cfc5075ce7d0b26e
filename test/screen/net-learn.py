"""Learns the net of the screen from sentences as numbers: net-learn.py SENTENCES OUT, run by test/screen/train.ts.

SENTENCES has one JSON object a line: words, and the rows, shares, kinds and signs of each (policy/screen/net.ts,
net-signs.ts), labels (1 for a word that tells status), field, tells, how often it counts, whether it is kept apart,
whether it is a copy with slips of the hand, and linear (what the weights of the scorer, learned from the others, make of
one that is kept apart and no copy). OUT gets the layers as lists of
numbers, readings of the first sentences, and how much the parts of the score count: a logistic regression on the
sentences kept apart, as a second net reads them, that had not learned from them. Both nets are learned at once, each by
one processor. The same sentences, seed and version of PyTorch give the same nets. Needs python3-torch.
"""
import json
import random
import sys
from concurrent.futures import ProcessPoolExecutor

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

ROWS, WIDTH, MEMORY, KINDS, SIGNS, FIELDS = 32_768, 32, 56, 256, 8, 14
ROUNDS, RATE, DROPPED, SEED = 8, 2e-3, 0.3, 1
# A word, or all that the lists say of a sentence, is hidden so often, so that neither is leaned on alone.
HIDDEN = 0.1
# And so often another word of its kind stands in its place, where the lists say nothing of it: what holds for one country,
# dog or crime holds for the next. Kinds below this one are of grammar.
SWAPPED, FIRST_KIND = 0.2, 16
# Readings of so many sentences are kept, so that whoever reads the net otherwise can compare.
SHOWN = 40


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.table = nn.EmbeddingBag(ROWS, WIDTH, mode="sum")
        self.kinds = nn.Embedding(KINDS, WIDTH)
        self.signs = nn.Embedding(SIGNS, WIDTH)
        self.fields = nn.Embedding(FIELDS, WIDTH)
        for one in (self.table, self.kinds, self.signs, self.fields):
            nn.init.normal_(one.weight, 0, 0.1)
        self.memory = nn.GRU(WIDTH, MEMORY, bidirectional=True, batch_first=True)
        self.word = nn.Linear(2 * MEMORY, 1)
        self.whole = nn.Linear(2 * MEMORY, 1)
        self.drop = nn.Dropout(DROPPED)

    def forward(self, some):
        there = some["there"]
        vectors = self.kinds(some["kinds"]) + self.signs(some["signs"]) + self.fields(some["field"]).unsqueeze(1)
        spelled = torch.zeros_like(vectors)
        spelled[there.bool()] = self.table(some["rows"], some["starts"], per_sample_weights=some["shares"])
        seen = self.drop((vectors + spelled) * there.unsqueeze(2))
        packed = pack_padded_sequence(seen, there.sum(1).long(), batch_first=True, enforce_sorted=False)
        recalled, _ = pad_packed_sequence(self.memory(packed)[0], batch_first=True, total_length=there.shape[1])
        nowhere = 1e4 * (1 - there)
        words = self.word(self.drop(recalled)).squeeze(2)
        whole = self.whole(self.drop((recalled - nowhere.unsqueeze(2)).max(1)[0])).squeeze(1)
        return whole, words, (words - nowhere).max(1)[0]


def places(firsts, ends):
    """The numbers from each first one to its end, one run after the other, and how many each run has."""
    counts = ends - firsts
    skipped = np.repeat(np.cumsum(counts) - counts, counts)
    return np.arange(counts.sum()) - skipped + np.repeat(firsts, counts), counts


class Sentences:
    """All sentences, word after word: sentence n has the words firsts[n] to firsts[n + 1], word n the rows from row_firsts[n]."""

    def __init__(self, given):
        with open(given, encoding="utf-8") as lines:
            read = [json.loads(line) for line in lines]
        each = lambda key: [value for one in read for value in one[key]]
        rows, shares = each("rows"), each("shares")
        self.firsts = np.cumsum([0] + [len(one["kinds"]) for one in read])
        self.kinds, self.signs = np.array(each("kinds")), np.array(each("signs"))
        self.fields = np.array([one["field"] for one in read])
        self.labels = np.array(each("labels"), np.float32)
        self.row_firsts = np.cumsum([0] + [len(own) for own in rows])
        self.rows = np.array([row for own in rows for row in own])
        self.shares = np.array([share for own in shares for share in own], np.float32)
        self.tells = np.array([one["tells"] for one in read], np.float32)
        self.counts = np.array([one["counts"] for one in read], np.float32)
        self.apart = np.array([one["apart"] for one in read])
        self.copies = np.array([one["copy"] for one in read])
        self.linear = np.array([one["linear"] for one in read])
        self.words = np.unique(each("words"), return_inverse=True)[1]

    def lengths(self, chosen):
        return self.firsts[chosen + 1] - self.firsts[chosen]

    def by_kind(self, chosen):
        """Where the words of each kind stand in these sentences, each word once, kind after kind; where each kind begins."""
        at, _ = places(self.firsts[chosen], self.firsts[chosen + 1])
        at = at[self.kinds[at] >= FIRST_KIND]
        at = at[np.unique(self.words[at], return_index=True)[1]]
        at = at[np.argsort(self.kinds[at], kind="stable")]
        return at, np.searchsorted(self.kinds[at], np.arange(KINDS + 1))


def swapped(sentences, at, known):
    """The places of words, some of them of others of their kind."""
    others, begins = known
    kinds = sentences.kinds[at]
    counts = begins[kinds + 1] - begins[kinds]
    swap = (counts > 0) & (sentences.signs[at] == 0) & (np.random.random(len(at)) < SWAPPED)
    drawn = begins[kinds[swap]] + (np.random.random(swap.sum()) * counts[swap]).astype(int)
    result = at.copy()
    result[swap] = others[drawn]
    return result


def batch(sentences, chosen, known=None):
    learning = known is not None
    at, counts = places(sentences.firsts[chosen], sentences.firsts[chosen + 1])
    there = np.arange(counts.max()) < counts[:, None]
    kinds, signs = np.zeros(there.shape, np.int64), np.zeros(there.shape, np.int64)
    labels = np.zeros(there.shape, np.float32)
    kinds[there], signs[there], labels[there] = sentences.kinds[at], sentences.signs[at], sentences.labels[at]
    words = swapped(sentences, at, known) if learning else at
    rows, lengths = places(sentences.row_firsts[words], sentences.row_firsts[words + 1])
    shares, starts = sentences.shares[rows], np.cumsum(lengths) - lengths
    if learning:
        signs[np.random.random(len(chosen)) < HIDDEN] = 0
        shares[starts[np.random.random(len(at)) < HIDDEN]] = 0
    parts = dict(there=there.astype(np.float32), kinds=kinds, signs=signs, labels=labels, rows=sentences.rows[rows])
    parts.update(shares=shares, starts=starts, field=sentences.fields[chosen], tells=sentences.tells[chosen])
    parts["counts"] = sentences.counts[chosen]
    return {name: torch.from_numpy(part) for name, part in parts.items()}


def batches(sentences, chosen):
    """Sentences of about one length stand together; the batches come in no order."""
    order = chosen[np.argsort(sentences.lengths(chosen) + np.random.random(len(chosen)) * 3)]
    parts = [order[at : at + 64] for at in range(0, len(order), 64)]
    random.shuffle(parts)
    return parts


def learn(sentences, chosen):
    torch.manual_seed(SEED)
    np.random.seed(SEED)
    random.seed(SEED)
    known = sentences.by_kind(chosen)
    usual = float(sentences.counts[chosen].mean())
    net = Net()
    steps = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=0.01)
    log_loss = F.binary_cross_entropy_with_logits
    for past in range(ROUNDS):
        parts = batches(sentences, chosen)
        for at, part in enumerate(parts):
            for group in steps.param_groups:
                group["lr"] = RATE * (1 - (past + at / len(parts)) / ROUNDS)
            some = batch(sentences, part, known)
            whole, words, highest = net(some)
            counts = some["counts"] / usual
            each = log_loss(words, some["labels"], reduction="none") * some["there"] * counts.unsqueeze(1)
            loss = log_loss(whole, some["tells"], weight=counts) + 0.5 * log_loss(highest, some["tells"], weight=counts)
            steps.zero_grad()
            (loss + each.sum() / some["there"].sum()).backward()
            steps.step()
    return net.eval()


def read(net, sentences, chosen):
    readings = np.zeros((len(chosen), 2))
    order = np.argsort(sentences.lengths(chosen), kind="stable")
    with torch.no_grad():
        for at in range(0, len(order), 128):
            some = order[at : at + 128]
            whole, _, highest = net(batch(sentences, chosen[some]))
            readings[some] = torch.stack([whole, highest], 1).numpy()
    return readings


def mixture(parts, tells):
    parts = np.concatenate([np.clip(parts, -12, 12), np.ones((len(parts), 1))], 1)
    weights = np.zeros(parts.shape[1])
    for _ in range(30):
        likely = 1 / (1 + np.exp(-parts @ weights))
        curve = (parts * (likely * (1 - likely))[:, None]).T @ parts
        weights += np.linalg.solve(curve, parts.T @ (tells - likely))
    return weights, parts @ weights


def learn_alone(given, without_apart):
    """A net that learned on one processor: from all sentences, or without those kept apart."""
    torch.set_num_threads(1)
    sentences = Sentences(given)
    return learn(sentences, np.flatnonzero(~sentences.apart) if without_apart else np.arange(len(sentences.apart)))


def main(given, out):
    sentences = Sentences(given)
    with ProcessPoolExecutor(2) as several:
        net, other = several.map(learn_alone, [given, given], [False, True])
    apart = np.flatnonzero(sentences.apart & ~sentences.copies)
    parts = np.column_stack([sentences.linear[apart], read(other, sentences, apart)])
    weights, scores = mixture(parts, sentences.tells[apart])
    flat = lambda layer: layer.detach().numpy().astype(float).ravel().tolist()
    last = lambda layer: flat(layer.weight) + flat(layer.bias)
    own = dict(net.memory.named_parameters())
    # Kept number after number of what goes in, and then gate after gate.
    ways = [
        {
            "seen": flat(own["weight_ih_l0" + way].T.contiguous()),
            "seenBias": flat(own["bias_ih_l0" + way]),
            "remembered": flat(own["weight_hh_l0" + way].T.contiguous()),
            "rememberedBias": flat(own["bias_hh_l0" + way]),
        }
        for way in ("", "_reverse")
    ]
    kept = {
        "table": flat(net.table.weight),
        "kinds": flat(net.kinds.weight),
        "signs": flat(net.signs.weight),
        "fields": flat(net.fields.weight),
        "ways": ways,
        "word": last(net.word),
        "whole": last(net.whole),
        "mixture": weights.tolist(),
        "readings": read(net, sentences, np.arange(SHOWN)).tolist(),
        "scores": [round(float(one), 4) for one in scores],
    }
    with open(out, "w", encoding="utf-8") as file:
        json.dump(kept, file)


main(*sys.argv[1:])
