"""Learns the net of the screen from sentences as numbers: net-learn.py SENTENCES OUT; run by test/screen/train.ts.

SENTENCES has one JSON object a line: words, and the rows, shares, kinds and signs of each (policy/screen/net.ts,
net-signs.ts), labels (1 for a word that tells status), tells, fold, and linear (what the weights of the scorer make of it,
learned from the other folds). OUT gets the layers as lists of numbers, readings of the first sentences, and how much the
parts of the score count: a logistic regression on readings of sentences that the net had not learned from. The same
sentences, seed and version of PyTorch give the same net. Needs python3-torch.
"""
import json
import random
import sys
from concurrent.futures import ProcessPoolExecutor

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

ROWS, WIDTH, CHANNELS, KINDS, SIGNS = 32_768, 32, 48, 256, 8
ROUNDS, RATE, DROPPED, SEED = 6, 2e-3, 0.3, 1
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
        for one in (self.table, self.kinds, self.signs):
            nn.init.normal_(one.weight, 0, 0.1)
        self.first = nn.Conv1d(WIDTH, CHANNELS, 3, padding=1)
        self.second = nn.Conv1d(CHANNELS, CHANNELS, 3, padding=1)
        self.word = nn.Linear(2 * CHANNELS, 1)
        self.whole = nn.Linear(2 * CHANNELS, 1)
        self.drop = nn.Dropout(DROPPED)

    def forward(self, some):
        there = some["there"]
        vectors = self.kinds(some["kinds"]) + self.signs(some["signs"])
        spelled = torch.zeros_like(vectors)
        spelled[there.bool()] = self.table(some["rows"], some["starts"], per_sample_weights=some["shares"])
        vectors = self.drop((vectors + spelled) * there.unsqueeze(2)).transpose(1, 2)
        first = F.relu(self.first(vectors)) * there.unsqueeze(1)
        second = F.relu(self.second(self.drop(first))) * there.unsqueeze(1)
        both = torch.cat([first, second], 1)
        words = self.word(self.drop(both.transpose(1, 2))).squeeze(2)
        whole = self.whole(self.drop(both.max(2)[0])).squeeze(1)
        return whole, words, (words - 1e4 * (1 - there)).max(1)[0]


def kinds_of(sentences):
    """The words of each kind, each once, as rows and shares."""
    known, seen = {}, set()
    for one in sentences:
        for word, kind, rows, shares in zip(one["words"], one["kinds"], one["rows"], one["shares"]):
            if kind >= FIRST_KIND and word not in seen:
                seen.add(word)
                known.setdefault(kind, []).append((rows, shares))
    return known


def batch(sentences, known=None):
    learning = known is not None
    size = (len(sentences), max(3, max(len(one["kinds"]) for one in sentences)))
    kinds, signs = np.zeros(size, np.int64), np.zeros(size, np.int64)
    labels, there = np.zeros(size, np.float32), np.zeros(size, np.float32)
    rows, shares, starts = [], [], []
    for at, one in enumerate(sentences):
        count = len(one["kinds"])
        kinds[at, :count], labels[at, :count], there[at, :count] = one["kinds"], one["labels"], 1
        if not (learning and random.random() < HIDDEN):
            signs[at, :count] = one["signs"]
        for of_word, share, kind, sign in zip(one["rows"], one["shares"], one["kinds"], one["signs"]):
            if learning and kind in known and sign == 0 and random.random() < SWAPPED:
                of_word, share = random.choice(known[kind])
            starts.append(len(rows))
            rows += of_word
            shares += [0.0] + share[1:] if learning and random.random() < HIDDEN else share
    tells = torch.tensor([float(one["tells"]) for one in sentences])
    there, labels, kinds, signs = (torch.from_numpy(one) for one in (there, labels, kinds, signs))
    rows, shares, starts = torch.tensor(rows), torch.tensor(shares), torch.tensor(starts)
    names = ("there", "labels", "kinds", "signs", "rows", "shares", "starts", "tells")
    return dict(zip(names, (there, labels, kinds, signs, rows, shares, starts, tells)))


def learn(sentences):
    torch.manual_seed(SEED)
    random.seed(SEED)
    known = kinds_of(sentences)
    net = Net()
    steps = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=0.01)
    log_loss = F.binary_cross_entropy_with_logits
    for past in range(ROUNDS):
        order = sorted(sentences, key=lambda one: len(one["kinds"]) + random.random() * 3)
        batches = [order[at : at + 64] for at in range(0, len(order), 64)]
        random.shuffle(batches)
        for at, some in enumerate(batches):
            for group in steps.param_groups:
                group["lr"] = RATE * (1 - (past + at / len(batches)) / ROUNDS)
            some = batch(some, known)
            whole, words, highest = net(some)
            each = log_loss(words, some["labels"], reduction="none") * some["there"]
            loss = log_loss(whole, some["tells"]) + 0.5 * log_loss(highest, some["tells"])
            steps.zero_grad()
            (loss + each.sum() / some["there"].sum()).backward()
            steps.step()
    return net.eval()


def read(net, sentences):
    with torch.no_grad():
        parts = [net(batch(sentences[at : at + 128])) for at in range(0, len(sentences), 128)]
    return np.concatenate([torch.stack([whole, highest], 1).numpy() for whole, _, highest in parts])


def mixture(parts, tells):
    parts = np.concatenate([np.clip(parts, -12, 12), np.ones((len(parts), 1))], 1)
    weights = np.zeros(parts.shape[1])
    for _ in range(30):
        likely = 1 / (1 + np.exp(-parts @ weights))
        curve = (parts * (likely * (1 - likely))[:, None]).T @ parts
        weights += np.linalg.solve(curve, parts.T @ (tells - likely))
    return weights, parts @ weights


def sentences_in(given):
    with open(given, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def read_apart(given, fold):
    """Readings of the sentences of one fold by a net that learned from the others; of none, the net of all sentences."""
    torch.set_num_threads(1)
    sentences = sentences_in(given)
    net = learn([one for one in sentences if one["fold"] != fold])
    own = [one for one in sentences if one["fold"] == fold]
    return net if fold is None else read(net, own)


def main(given, out):
    sentences = sentences_in(given)
    folds = np.array([one["fold"] for one in sentences])
    tells = np.array([float(one["tells"]) for one in sentences])
    readings = np.zeros((len(sentences), 2))
    with ProcessPoolExecutor() as several:
        wanted = [None, *sorted(set(folds.tolist()))]
        net, *apart = several.map(read_apart, [given] * len(wanted), wanted)
    for fold, own in zip(wanted[1:], apart):
        readings[folds == fold] = own
    linear = np.array([one["linear"] for one in sentences])
    weights, scores = mixture(np.column_stack([linear, readings]), tells)
    flat = lambda layer: layer.detach().numpy().astype(float).ravel().tolist()
    # A layer of three words is kept word after word, number after number, and then channel after channel.
    by_word = lambda layer: flat(layer.weight.permute(2, 1, 0).contiguous())
    last = lambda layer: flat(layer.weight) + flat(layer.bias)
    kept = {
        "table": flat(net.table.weight),
        "kinds": flat(net.kinds.weight),
        "signs": flat(net.signs.weight),
        "first": by_word(net.first),
        "firstBias": flat(net.first.bias),
        "second": by_word(net.second),
        "secondBias": flat(net.second.bias),
        "word": last(net.word),
        "whole": last(net.whole),
        "mixture": weights.tolist(),
        "readings": read(net, sentences[:SHOWN]).tolist(),
        "scores": [round(float(one), 4) for one in scores],
    }
    with open(out, "w", encoding="utf-8") as file:
        json.dump(kept, file)


main(*sys.argv[1:])
