"""llama.cpp on a GGUF file, by its Python binding: prefill, decode and peak memory, as one JSON object.

    python llama.py FILE.gguf TOKENS [start]

With `start` it reads 32 tokens, writes one and ends: the caller takes the time of the whole process.
"""
import json
import os
import random
import resource
import sys
import time

from llama_cpp import Llama

path, tokens = sys.argv[1], int(sys.argv[2])
threads = os.cpu_count()
llama = Llama(path, n_ctx=2304, n_batch=512, n_threads=threads, n_threads_batch=threads, verbose=False)
vocabulary = llama.n_vocab()


def prompt(count, seed):
    return random.Random(seed).choices(range(10, vocabulary - 100), k=count)


def prefill(count, seed):
    llama.reset()
    begun = time.perf_counter()
    llama.eval(prompt(count, seed))
    llama.sample(temp=0)
    return count / (time.perf_counter() - begun)


def decode(at, count):
    llama.reset()
    llama.eval(prompt(at, at))
    begun = time.perf_counter()
    for _ in range(count):
        llama.eval([llama.sample(temp=0)])
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
