"""What the tests of the Swift side expect: `fixtures.py WORK FIXTURES --base BASE`.

`pieces.tsv`: hard cases for the tokeniser with the reference's answer. `states.tsv`: sentences with numbers of the
network as trained, in floats; the program computes in 8 bits and has to come close.
"""

import argparse

import torch

from batches import batch
from corpus import Document
from network import Tagger
from windows import Window
from words import blocks, load_tokenizer

HARD = [
    "“We didn’t know,” she said.",
    "The U.S.-led coalition's F-16s (four of them) left at 5:30 a.m.",
    "$1.2bn, 3.5%, №7, 50°C, 1/2, ½, ², ③",
    "naïve café façade Zürich Đà Nẵng Łódź Señor Ångström İstanbul ẞ ß",
    "nai\u0308ve cafe\u0301 — decomposed",
    "Ελλάδα: «Ναι», είπε ο ΥΠΟΥΡΓΌΣ",
    "Москва́ заявила: „нет“.",
    "東京で記者会見。首相は「はい」と述べた。",
    "서울에서 대변인이 말했다",
    "قال المتحدث: «لا تعليق».",
    "https://example.org/a_b?c=d&e=f#g @reporter #elections2024",
    "e-mail: press.office@example.com; tel. +44 (0)20 7946 0000",
    "soft\u00adhyphen, zero\u200bwidth, non\u00a0breaking, narrow\u202fspace, \ufeffmark",
    "tab\there, vertical\x0btab, bell\x07, delete\x7f",
    "a" * 100 + " " + "a" * 101,
    "antidisestablishmentarianism's floccinaucinihilipilification",
    "👍🏽 👨‍👩‍👧 🇺🇦 ☺️ ™ © ® § ¶ † •",
    "'Tis ‘so-called’ 'experts' rock ’n’ roll, the ’90s, 6′2″",
    "\" Hamas officials arrived yesterday,\" the MP added; \"nothing else\".",
    "\"Unclosed, he said, and the next word",
    "She asked: \"Did he say 'no'?\" \"He did.\"",
    "`back` ``quotes'' and ''these''",
    "fiﬁ ﬂow Ⅷ ℃ Å ǆ ŀ ﬀ",
    "ทดสอบ हिन्दी தமிழ் বাংলা",
    "MIXEDcase McDonald iPhone eBay O'Neill d'Ivoire NATO's A B c",
    "…—–-‐‑―·•‹›",
    "x̂ y̌ z⃗ ẹ́",
    "line\u2028separator and\u2029paragraph",
    "\U0001d400\U0001d401 bold maths, \U00020000 rare ideograph",
    "€5 £6 ¥7 ₿8 ≠ ≤ ∞ √ ± × ÷",
    "‘We didn’t know,’ she said. ‘Nobody’s to blame.’",
    "'We are closing the ministers' canteen,' he said in '98, 'for good.'",
    "The bakers' union called it 'a disgrace'; the masters' guild didn't.",
    "‘It began in the night and in the morning it was everywhere.",
    "rock 'n' roll, the boys' club and dogs' homes",
]

SENTENCES = [
    "The harbour will reopen on Monday, the port authority said in a statement.",
    "\"We lost everything in one night,\" said Maria Costa, who runs a bakery on the square.",
    "According to two people familiar with the talks, the lenders have refused a second extension.",
    "Officials declined to comment.",
    "He did not say whether the bridge had been inspected since 2019, nor who had signed the report.",
    "The minister's critics fear that the plan, announced in March, would cost 4,000 jobs.",
    "\"It is not a question of money,\" Ito told the Evening Courier. \"It is a question of time.\"",
    "A court in Lyon ruled on Thursday that the firm must repay the grants.",
    "Rain fell all night and the river rose by two metres.",
    "Residents interviewed by this newspaper described hearing three explosions shortly before dawn.",
    "The so-called reform is expected to pass, though several senators say they will vote against it.",
    "Police: Driver in fatal crash was not licensed",
    "Zanzibari dhow builders scoffed at the zoning ordinance, a Swahili broadsheet reported.",
]
SHOWN = 12  # numbers of each word's state


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("work")
    parser.add_argument("fixtures")
    parser.add_argument("--base", required=True)
    options = parser.parse_args()
    tokenizer = load_tokenizer(options.base)
    write_pieces(f"{options.fixtures}/pieces.tsv", tokenizer)
    net = Tagger()
    net.load_state_dict(torch.load(f"{options.work}/tagger.pt"))
    net.eval()
    write_states(f"{options.fixtures}/states.tsv", tokenizer, net)


def write_pieces(path: str, tokenizer):
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        for text in HARD:
            found = blocks(text, tokenizer, 10**9)[0]
            escaped = "".join(c if c.isprintable() and c != "\\" else f"\\u{{{ord(c):x}}}" for c in text)
            file.write("\t".join([
                escaped, " ".join(map(str, found.pieces)), "".join(map(str, found.cases)),
                "".join(map(str, found.places))]) + "\n")


@torch.no_grad()
def write_states(path: str, tokenizer, net: Tagger):
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        for text in SENTENCES:
            doc = Document("", blocks(text, tokenizer, 10**9))
            data = batch([Window(0, [0], [0], len(doc.blocks[0].pieces) + 2)], [doc])
            states = net.encoder(data.pieces, data.cases, data.places, data.present)[0]
            rows = [" ".join(f"{x:.4f}" for x in states[w, :SHOWN].tolist()) for w in data.words[0]]
            file.write(text + "\t" + ";".join(rows) + "\n")


if __name__ == "__main__":
    main()
