"""Reads the corpora and the first weights into the checkpoint folder: `prepare.py POLNEAR WORK`."""

import argparse
import pickle

import base
from corpus import documents
from windows import BLOCK
from words import load_tokenizer


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("polnear", help="folder with train and dev")
    parser.add_argument("work", help="checkpoint folder")
    options = parser.parse_args()
    base.write(f"{options.work}/base")
    tokenizer = load_tokenizer(f"{options.work}/base")
    for part in ("train", "dev"):
        docs = documents(f"{options.polnear}/{part}", tokenizer, BLOCK)
        with open(f"{options.work}/{part}.pickle", "wb") as file:
            pickle.dump(docs, file)
        print(part, len(docs), "annotated texts", sum(len(b.pieces) for d in docs for b in d.blocks),
              "pieces", sum(len(d.segments) for d in docs), "segments")


if __name__ == "__main__":
    main()
