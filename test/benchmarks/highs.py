"""Solves one linear program with scipy's HiGHS and prints the answer and the best time of three calls as JSON."""

import json
import sys
import time

import numpy
import scipy.optimize
import scipy.sparse


def matrix(rows, size):
    data = numpy.concatenate([row["value"] for row in rows]) if rows else []
    column = numpy.concatenate([row["column"] for row in rows]) if rows else []
    row = numpy.repeat(range(len(rows)), [len(row["value"]) for row in rows])
    return scipy.sparse.csr_matrix((data, (row, column)), shape=(len(rows), size))


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        program = json.load(file)
    size = len(program["objective"])
    equal = [row for row in program["rows"] if row["low"] == row["high"]]
    ranged = [row for row in program["rows"] if row["low"] != row["high"]]
    sides = matrix(ranged, size)
    arguments = {
        "c": -numpy.array(program["objective"]),
        "A_ub": scipy.sparse.vstack([sides, -sides]).tocsr() if ranged else None,
        "b_ub": [row["high"] for row in ranged] + [-row["low"] for row in ranged] if ranged else None,
        "A_eq": matrix(equal, size),
        "b_eq": [row["low"] for row in equal],
        "bounds": numpy.column_stack([program["low"], [h if h < 1e30 else numpy.inf for h in program["high"]]]),
        "method": "highs-ds",
    }
    best = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        result = scipy.optimize.linprog(**arguments)
        best = min(best, time.perf_counter() - start)
    values = [float(value) for value in result.x] if result.status == 0 else []
    json.dump({"optimal": result.status == 0, "milliseconds": best * 1000, "values": values}, sys.stdout)


main()
