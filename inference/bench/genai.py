"""onnxruntime-genai on a model folder: prefill, decode, peak memory and start, as one JSON object.

    python genai.py MODEL_FOLDER TOKENS [start]

With `start` it reads 32 tokens, writes one and ends: the caller takes the time of the whole process.
"""
import json
import sys
import time

import onnxruntime_genai as og

from peer import MOST, prompt, tell

folder = sys.argv[1]
config = og.Config(folder)
model = og.Model(config)
vocabulary = json.load(open(folder + "/genai_config.json"))["model"]["vocab_size"]


def generator():
    params = og.GeneratorParams(model)
    params.set_search_options(max_length=MOST, do_sample=False, min_length=MOST)
    return og.Generator(model, params)


def prefill(count, seed):
    g = generator()
    begun = time.perf_counter()
    g.append_tokens(prompt(count, seed, vocabulary))
    g.generate_next_token()
    return count / (time.perf_counter() - begun)


def decode(at, count):
    g = generator()
    g.append_tokens(prompt(at, at, vocabulary))
    g.generate_next_token()
    begun = time.perf_counter()
    for _ in range(count):
        g.generate_next_token()
    return count / (time.perf_counter() - begun)


tell(prefill, decode)
