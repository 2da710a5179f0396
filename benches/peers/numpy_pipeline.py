"""The standard case of pipelines in numpy, as fast as whole-array code makes it: blocks of runs that stay in the cache, draws
in single precision as the engine has them, every array written in place.

usage: numpy_pipeline.py runs     runs the case once for each line of standard input and answers as JSON
"""
import json
import sys
import time

import numpy as np

N_DEALS, N_MONTHS, BLOCK = 8000, 12, 16
LEVEL, MONTH, PERSISTENCE = 0.05, 0.15, 0.3

number = np.arange(N_DEALS, dtype=np.uint64)
spread = ((number * 2654435761 & 0xFFFFFFFF) >> 8).astype(float) / (1 << 24)
monthly = 0.02 + 0.08 * spread
amount = 5000.0 + (number * 7919 % 95000).astype(float)
won, open_ = np.zeros(N_DEALS), np.ones(N_DEALS)
before = np.zeros(N_DEALS)
hazard = np.empty((N_MONTHS, N_DEALS), np.float32)
for month in range(N_MONTHS):
    won += monthly * open_
    open_ *= 1 - 2.25 * monthly
    total = -np.log1p(-won)
    hazard[month] = total - before
    before = total


def run(seed, runs):
    random = np.random.Generator(np.random.SFC64(seed))
    totals = np.empty((runs, N_MONTHS))
    left = np.empty((BLOCK, N_DEALS), np.float32)
    part = np.empty_like(left)
    is_open = np.empty(left.shape, bool)
    place = np.empty(left.shape, np.int64)
    start = (np.arange(BLOCK) * (N_MONTHS + 1))[:, None]
    amounts = np.broadcast_to(amount, left.shape).ravel()
    for first in range(0, runs, BLOCK):
        level = random.standard_normal((BLOCK, 1))
        state = np.empty((BLOCK, N_MONTHS))
        state[:, 0] = random.standard_normal(BLOCK)
        for month in range(1, N_MONTHS):
            state[:, month] = PERSISTENCE * state[:, month - 1] + np.sqrt(1 - PERSISTENCE**2) * random.standard_normal(BLOCK)
        shock = np.exp(MONTH * state + LEVEL * level - 0.5 * (MONTH**2 + LEVEL**2)).astype(np.float32)
        random.standard_exponential(out=left, dtype=np.float32)
        place[:] = start
        for month in range(N_MONTHS):
            np.multiply(hazard[month], shock[:, month : month + 1], out=part)
            np.subtract(left, part, out=left)
            np.greater_equal(left, 0, out=is_open)
            place += is_open
        sums = np.bincount(place.ravel(), weights=amounts, minlength=BLOCK * (N_MONTHS + 1))
        n = min(BLOCK, runs - first)
        totals[first : first + n] = sums.reshape(BLOCK, N_MONTHS + 1)[:n, :N_MONTHS]
    return totals


runs = int(sys.argv[1])
for seed, _ in enumerate(sys.stdin):
    begun = time.perf_counter()
    totals = run(seed, runs)
    print(json.dumps({"ms": 1000 * (time.perf_counter() - begun), "mean": totals.sum(axis=1).mean()}), flush=True)
