"""onnxruntime-genai on a model folder: prefill, decode, peak memory and start, as one JSON object.

    python genai.py MODEL_FOLDER TOKENS [start]

With `start` it reads 32 tokens, writes one and ends: the caller takes the time of the whole process.
"""
import json
import random
import resource
import sys
import time

import onnxruntime_genai as og

MOST = 2304
folder, tokens = sys.argv[1], int(sys.argv[2])
config = og.Config(folder)
model = og.Model(config)
vocabulary = json.load(open(folder + "/genai_config.json"))["model"]["vocab_size"]


def prompt(count, seed):
    return random.Random(seed).choices(range(10, vocabulary - 100), k=count)


def generator():
    params = og.GeneratorParams(model)
    params.set_search_options(max_length=MOST, do_sample=False, min_length=MOST)
    return og.Generator(model, params)


def prefill(count, seed):
    g = generator()
    begun = time.perf_counter()
    g.append_tokens(prompt(count, seed))
    g.generate_next_token()
    return count / (time.perf_counter() - begun)


def decode(at, count):
    g = generator()
    g.append_tokens(prompt(at, at))
    g.generate_next_token()
    begun = time.perf_counter()
    for _ in range(count):
        g.generate_next_token()
    return count / (time.perf_counter() - begun)


if sys.argv[3:] == ["start"]:
    prefill(32, 1)
    print(json.dumps({"rss_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 // 10**6}))
    sys.exit()

prefill(64, 2)
decode(16, 16)
figures = {"prefill": {str(n): round(prefill(n, n), 2) for n in (512, 2048)},
           "decode": {str(n): round(decode(n, tokens), 2) for n in (100, 2000)}}
figures["rss_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 // 10**6
print(json.dumps(figures))
