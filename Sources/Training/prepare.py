"""Reads the corpora into the checkpoint folder: `prepare.py POLNEAR WORK --base BASE`."""

import argparse
import os
import pickle

from corpus import documents
from windows import BLOCK
from words import load_tokenizer


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("polnear", help="folder with train and dev")
    parser.add_argument("work", help="checkpoint folder")
    parser.add_argument("--base", required=True, help="folder with model.safetensors and tokenizer.json")
    options = parser.parse_args()
    tokenizer = load_tokenizer(options.base)
    os.makedirs(options.work, exist_ok=True)
    for part in ("train", "dev"):
        docs = documents(f"{options.polnear}/{part}", tokenizer, BLOCK)
        with open(f"{options.work}/{part}.pickle", "wb") as file:
            pickle.dump(docs, file)
        print(part, len(docs), "annotated texts", sum(len(b.pieces) for d in docs for b in d.blocks),
              "pieces", sum(len(d.segments) for d in docs), "segments")


if __name__ == "__main__":
    main()
