"""Draws docs/performance-*.png from docs/proof/bench.csv: python plot.py (needs matplotlib)."""
import collections
import csv
import pathlib
import statistics

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
NAMES = {"ours": "Nearside", "int8": "Nearside, int8 cache", "plain": "plain loop", "genai": "onnxruntime-genai",
         "llama": "llama.cpp Q4_0"}
COLOURS = {"ours": "#3b6ea8", "int8": "#7fa8d6", "plain": "#b9b9b9", "genai": "#8c8c8c", "llama": "#d9a05b"}
MODELS = {"smollm2-135m-instruct-int4": "starter", "s4": "starter, level 4", "phi": "Phi-3-mini shape"}

samples = collections.defaultdict(list)
for row in csv.DictReader(open(ROOT / "docs/proof/bench.csv")):
    samples[row["model"], row["engine"], row["figure"]].append(float(row["value"]))


def draw(file, figures, title, unit):
    fig, axes = plt.subplots(1, len(MODELS), figsize=(11, 3.6))
    for axis, (model, name) in zip(axes, MODELS.items()):
        width = 0.8 / len(NAMES)
        for place, engine in enumerate(NAMES):
            values = [samples.get((model, engine, f), []) for f in figures]
            middles = [statistics.median(v) if v else 0 for v in values]
            errors = [[m - min(v) if v else 0 for v, m in zip(values, middles)],
                      [max(v) - m if v else 0 for v, m in zip(values, middles)]]
            axis.bar([i + place * width for i in range(len(figures))], middles, width, yerr=errors, capsize=2,
                     color=COLOURS[engine], label=NAMES[engine])
        axis.set_xticks([i + 0.4 - width / 2 for i in range(len(figures))], [f.split()[-1] for f in figures])
        axis.set_title(name, fontsize=10)
        axis.spines[["top", "right"]].set_visible(False)
    axes[0].set_ylabel(unit)
    fig.suptitle(title, fontsize=11)
    fig.legend(*axes[0].get_legend_handles_labels(), loc="lower center", ncols=len(NAMES), fontsize=8, frameon=False)
    fig.tight_layout(rect=(0, 0.07, 1, 1))
    fig.savefig(ROOT / "docs" / file, dpi=110)


draw("performance-decode.png", ["decode 100", "decode 2000"], "Decode by tokens of context", "tokens/s")
draw("performance-prefill.png", ["prefill 512", "prefill 2048"], "Prefill by tokens of prompt", "tokens/s")
draw("performance-memory.png", ["rss_mb"], "Peak resident memory at 2,048 tokens and a little more", "MB")
