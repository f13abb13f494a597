"""How fast the same encoder reads in PyTorch: `speed.py --base BASE [--window 224] [--threads 1]`.

The other half of `hearsay-tagger speed`: the same layers, floats of 32 bits, the same windows.
"""

import argparse
import time

import torch
import torch.nn.functional as F

from network import HEADS, HIDDEN, Encoder


def forward(encoder, pieces):
    """As in training, with the fused attention, which is the faster one without gradients."""
    T = pieces.shape[1]
    x = encoder.norm(encoder.words(pieces) + encoder.positions.weight[:T])
    for layer in encoder.layers:
        q, k, v = layer.qkv(x).view(1, T, 3, HEADS, HIDDEN // HEADS).permute(2, 0, 3, 1, 4)
        a = F.scaled_dot_product_attention(q, k, v).transpose(1, 2).reshape(1, T, HIDDEN)
        x = layer.norm1(x + layer.out(a))
        x = layer.norm2(x + layer.down(F.gelu(layer.up(x))))
    return x


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--base", required=True)
    parser.add_argument("--window", type=int, default=224)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=3)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    encoder = Encoder(options.base).eval()
    pieces = torch.tensor([[1000 + i * 97 % 20000 for i in range(options.window)]])
    with torch.inference_mode():
        forward(encoder, pieces)
        count, began, cpu = 0, time.time(), time.process_time()
        while time.time() - began < options.seconds:
            forward(encoder, pieces)
            count += options.window
        print(f"{options.threads} thread(s): {count / (time.time() - began):.0f} pieces a second, "
              f"{count / (time.process_time() - cpu):.0f} a second of processor time")


if __name__ == "__main__":
    main()
