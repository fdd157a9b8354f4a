"""llama.cpp on a GGUF file, by its Python binding: prefill, decode and peak memory, as one JSON object.

    python llama.py FILE.gguf TOKENS [start]

With `start` it reads 32 tokens, writes one and ends: the caller takes the time of the whole process.
"""
import os
import sys
import time

from llama_cpp import Llama

from peer import MOST, prompt, tell

path = sys.argv[1]
threads = os.cpu_count()
llama = Llama(path, n_ctx=MOST, n_batch=512, n_threads=threads, n_threads_batch=threads, verbose=False)
vocabulary = llama.n_vocab()


def prefill(count, seed):
    llama.reset()
    begun = time.perf_counter()
    llama.eval(prompt(count, seed, vocabulary))
    llama.sample(temp=0)
    return count / (time.perf_counter() - begun)


def decode(at, count):
    llama.reset()
    llama.eval(prompt(at, at, vocabulary))
    begun = time.perf_counter()
    for _ in range(count):
        llama.eval([llama.sample(temp=0)])
    return count / (time.perf_counter() - begun)


tell(prefill, decode)
