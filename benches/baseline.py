#!/usr/bin/env python3
"""The same sentences through scikit-learn: TF-IDF, and every pair by a sparse product.

Use:  cargo build --release && cargo bench --no-run --bench compare    (tells the bench's path)
      python3 benches/baseline.py path/to/crosscheck path/to/the/bench [ARTICLES]

Three runs of both in turn on the same machine, the medians, and their ratio. Both are timed inside their
process, from texts in memory to results in memory: of Crosscheck all that it does to find the claims of
the bench's story (cut sentences, compare, group, tell what differs), of scikit-learn only the vectors of
the sentences that Crosscheck finds, and the pairs above a likeness of 0.3. Starting a program, loading
modules, reading files and writing results count for neither; the time of the whole command is told beside.
"""

import json
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import time

from sklearn.feature_extraction.text import TfidfVectorizer

RUNS = 3


def output(*command):
    return subprocess.run(command, capture_output=True, check=True, text=True).stdout


def milliseconds(work):
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def sentences(program, files):
    found = json.loads(output(program, "compare", *files, "--json", "--text"))
    return [
        article["text"][one["start"] : one["end"]]
        for article in found["articles"]
        for one in article["sentences"]
    ]


def all_pairs(texts):
    vectors = TfidfVectorizer(sublinear_tf=True).fit_transform(texts)
    similar = (vectors @ vectors.T).tocsr()
    similar.data[similar.data < 0.3] = 0
    similar.eliminate_zeros()
    return similar


def of_claims(bench, size):
    """The median that the bench tells of its own runs."""
    return float(re.search(r"claims: ([\d.]+) ms", output(bench, size)).group(1))


def main():
    program, bench = sys.argv[1:3]
    size = sys.argv[3] if len(sys.argv) > 3 else "100"
    with tempfile.TemporaryDirectory() as folder:
        output(bench, size, "--write", folder)
        files = sorted(str(path) for path in pathlib.Path(folder).glob("*.txt"))
        texts = sentences(program, files)
        print(f"{len(files)} articles, {len(texts)} sentences")
        own, whole, peer = [], [], []
        for _ in range(RUNS):
            own.append(of_claims(bench, size))
            whole.append(milliseconds(lambda: output(program, "compare", *files, "--json")))
            peer.append(milliseconds(lambda: all_pairs(texts)))
    own, whole, peer = map(statistics.median, (own, whole, peer))
    print(f"crosscheck, claims found:             {own:.0f} ms (the whole command: {whole:.0f} ms)")
    print(f"scikit-learn, TF-IDF and all pairs: {peer:.0f} ms")
    print(f"ratio: {peer / own:.1f} (to the whole command: {peer / whole:.1f})")


if __name__ == "__main__":
    main()
