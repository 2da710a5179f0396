"""The standard case in numpy, as fast as whole-array code makes it: blocks of runs that stay in the cache, draws and
exponentials in single precision as the engine has them, money in double precision, attainment as the unit so that the
tiers are the same numbers for all reps, every array written in place. Costs by run and month alone: it is spared the
counts by rep that the engine also keeps.

usage: numpy_cost.py input.json runs     runs the case once for each line of standard input and answers as JSON
"""
import json
import sys
import time

import numpy as np

BLOCK = 20  # runs; 20,000 numbers an array


class Case:
    def __init__(self, text):
        given = json.loads(text)
        model, component = given["model"], given["plans"][0]["components"][0]
        reps = model["reps"]
        column = lambda name: np.array([rep[name] for rep in reps])
        self.n_months = model["n_months"]
        self.persistence = np.float32(model["persistence"])
        self.innovation = np.float32(np.sqrt(1 - model["persistence"] ** 2))
        self.market_sigma = np.float32(model["market_sigma"])
        self.sigma = column("volatility").astype(np.float32)
        monthly = np.array([rep["monthly_quota"] for rep in reps])
        centre = np.exp(-0.5 * (column("volatility") ** 2 + model["market_sigma"] ** 2))
        # Attainment of the year that a month brings where the noise is 1.
        self.scale = (monthly * (column("mean_attainment") * centre / monthly.sum(axis=1))[:, None]).T.copy()
        self.incentive = column("target_incentive") * float(component["weight"]) * self.n_months / 12
        values = [float(tier["value"]) for tier in component["tiers"]]
        self.bounds = [float(tier["from"]) for tier in component["tiers"]]
        self.steps = [value - before for value, before in zip(values, [0.0] + values[:-1])]
        self.cap = float(component["caps"][0]["pay_multiple"]["times"])

    def run(self, seed, n_runs):
        """Pay of each run and month."""
        random = np.random.Generator(np.random.SFC64(seed))
        costs = np.empty((n_runs, self.n_months))
        n_reps = len(self.sigma)
        shape = (BLOCK, n_reps)
        state, draw = np.empty(shape, np.float32), np.empty(shape, np.float32)
        to_date, earned, before, part = (np.empty(shape) for _ in range(4))
        for first in range(0, n_runs, BLOCK):
            market = np.zeros(BLOCK, np.float32)
            to_date.fill(0)
            before.fill(0)
            for month in range(self.n_months):
                shock = random.standard_normal(BLOCK, np.float32)
                random.standard_normal(out=draw, dtype=np.float32)
                if month == 0:
                    market, state[:] = shock, draw
                else:
                    market = self.persistence * market + self.innovation * shock
                    np.multiply(state, self.persistence, out=state)
                    np.multiply(draw, self.innovation, out=draw)
                    np.add(state, draw, out=state)
                np.multiply(state, self.sigma, out=draw)
                np.add(draw, (self.market_sigma * market)[:, None], out=draw)
                np.exp(draw, out=draw)
                np.multiply(draw, self.scale[month], out=part)
                np.add(to_date, part, out=to_date)
                np.multiply(to_date, self.steps[0], out=earned)
                for bound, step in zip(self.bounds[1:], self.steps[1:]):
                    np.subtract(to_date, bound, out=part)
                    np.maximum(part, 0, out=part)
                    np.multiply(part, step, out=part)
                    np.add(earned, part, out=earned)
                np.minimum(earned, self.cap, out=earned)
                np.subtract(earned, before, out=part)
                np.matmul(part, self.incentive, out=costs[first:first + BLOCK, month])
                before, earned = earned, before
        return costs


def main(path, n_runs):
    with open(path, encoding="utf-8") as file:
        case = Case(file.read())
    for seed, _ in enumerate(sys.stdin, 1):
        start = time.perf_counter()
        costs = case.run(seed, n_runs)
        seconds = time.perf_counter() - start
        print(json.dumps({"seconds": seconds, "mean": float(costs.sum(axis=1).mean())}), flush=True)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
