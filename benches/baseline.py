#!/usr/bin/env python3
"""The same sentences through scikit-learn: TF-IDF, and every pair by a sparse product.

Use:  cargo bench --bench compare -- 100 --write /tmp/story
      python3 benches/baseline.py path/to/crosscheck /tmp/story

Prints the median of five runs of both, one after the other on the same machine, and their ratio. The
sentences are those that crosscheck finds; its time is that of the whole command, files and output
included.
"""

import json
import pathlib
import statistics
import subprocess
import sys
import time

from sklearn.feature_extraction.text import TfidfVectorizer


def median(work, runs=5):
    times = []
    for _ in range(runs):
        begun = time.perf_counter()
        work()
        times.append(time.perf_counter() - begun)
    return statistics.median(times) * 1000


def sentences(program, files):
    found = json.loads(
        subprocess.run([program, "compare", *files, "--json", "--text"], capture_output=True, check=True).stdout
    )
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


def main():
    program, folder = sys.argv[1:3]
    files = sorted(str(path) for path in pathlib.Path(folder).glob("*.txt"))
    texts = sentences(program, files)
    whole = median(
        lambda: subprocess.run([program, "compare", *files, "--json"], stdout=subprocess.DEVNULL, check=True)
    )
    peer = median(lambda: all_pairs(texts))
    print(f"{len(files)} articles, {len(texts)} sentences")
    print(f"crosscheck compare, the whole command: {whole:.0f} ms")
    print(f"scikit-learn, TF-IDF and all pairs:     {peer:.0f} ms")
    print(f"ratio: {peer / whole:.1f}")


if __name__ == "__main__":
    main()
