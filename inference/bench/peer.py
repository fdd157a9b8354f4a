"""What is measured of each peer: prefill, decode and peak memory, told as one JSON object. Used by genai.py and llama.py."""
import json
import random
import resource
import sys

MOST = 2304


def prompt(count, seed, vocabulary):
    return random.Random(seed).choices(range(10, vocabulary - 100), k=count)


def tell(prefill, decode):
    """Measures by the arguments: tokens to write, and perhaps `start`.

    prefill(count, seed) and decode(at, count) give tokens a second.
    """
    tokens, figures = int(sys.argv[2]), {}
    if sys.argv[3:] == ["start"]:
        prefill(32, 1)
    else:
        prefill(64, 2)
        decode(16, 16)
        figures["prefill"] = {str(n): round(prefill(n, n), 2) for n in (512, 2048)}
        figures["decode"] = {str(n): round(decode(n, tokens), 2) for n in (100, 2000)}
    figures["rss_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 // 10**6
    print(json.dumps(figures))
