"""Nearside beside its peers on one device: each in a fresh process, in turn, several rounds.

    python compare.py --model FOLDER [--gguf FILE] [--tokens 128] [--rounds 3] [--only ours,int8,plain,genai,llama]
                      [--csv FILE] [--what speed|start]

Needs a built program (`mvn package -DskipTests`, `mvn -pl inference/worker -am test-compile`) and a Python that has the
peers (`pip install onnxruntime-genai llama-cpp-python`). A run during which other processes used more than a twentieth of
the processors is thrown away and taken again, three times at most, and then kept and marked.
"""
import argparse
import csv
import datetime
import json
import os
import pathlib
import statistics
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
APP = ROOT / "packaging/target/nearside/lib/app"
JAVA = os.environ.get("JAVA_25", "java")
FOREIGN = 0.05

parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("--model", required=True)
parser.add_argument("--gguf")
parser.add_argument("--tokens", default="128")
parser.add_argument("--rounds", type=int, default=3)
parser.add_argument("--only", default="ours,int8,plain,genai,llama")
parser.add_argument("--what", choices=["speed", "start"], default="speed")
parser.add_argument("--csv")
wanted = parser.parse_args()


def nearside(precision):
    parts = "start" if wanted.what == "start" else "start,prefill,decode"
    return [str(ROOT / "packaging/target/nearside/bin/nearside"), "bench", "--json", "--model", wanted.model,
            "--kv-cache", precision, "--only", parts, "--runs", "1"]


def command(engine):
    start = ["start"] if wanted.what == "start" else []
    if engine == "ours":
        return nearside("float32")
    if engine == "int8":
        return nearside("int8")
    if engine == "plain":
        return [JAVA, f"-Donnxruntime.native.path={APP}/natives", "--enable-native-access=ALL-UNNAMED", "-cp",
                f"{ROOT}/inference/worker/target/test-classes:{APP}/worker/*", "nearside.worker.onnx.SharedLoop",
                wanted.model, wanted.tokens]
    if engine == "genai":
        return [sys.executable, str(HERE / "genai.py"), wanted.model, wanted.tokens, *start]
    return [sys.executable, str(HERE / "llama.py"), wanted.gguf, wanted.tokens, *start]


def busy():
    """Seconds of processor time that all processes used so far."""
    fields = open("/proc/stat").readline().split()[1:]
    return sum(int(fields[i]) for i in (0, 1, 2, 5, 6)) / os.sysconf("SC_CLK_TCK")


def once(engine):
    """Figures of one run, seconds of the process, and the part of the processors that others used meanwhile."""
    environment = {**os.environ, "ORT_DISABLE_TELEMETRY": "1"}
    before, own, begun = busy(), os.times(), time.perf_counter()
    run = subprocess.run(command(engine), capture_output=True, text=True, env=environment)
    seconds, now = time.perf_counter() - begun, os.times()
    if run.returncode:
        raise SystemExit(f"{engine} failed:\n{run.stderr}")
    used = now.children_user + now.children_system - own.children_user - own.children_system
    foreign = (busy() - before - used) / (seconds * os.cpu_count())
    return json.loads(run.stdout.strip().splitlines()[-1]), seconds, foreign


def quiet(engine):
    for attempt in range(4):
        figures, seconds, foreign = once(engine)
        if foreign < FOREIGN:
            break
        print(f"  {engine}: other processes used {foreign:.0%}", flush=True)
    return figures, seconds, foreign


def flat(figures, before=""):
    for key, value in figures.items():
        if isinstance(value, dict):
            yield from flat(value, before + key + " ")
        elif isinstance(value, (int, float)) and key not in ("runs", "cores", "load_average"):
            yield before + key, value


engines = [e for e in wanted.only.split(",") if e != "llama" or wanted.gguf]
if wanted.what == "start":
    engines = [e for e in engines if e != "plain"]
samples = {}
rows = []
for number in range(wanted.rounds):
    for engine in engines:
        figures, seconds, foreign = quiet(engine)
        found = dict(flat(figures))
        if wanted.what == "start" and engine in ("genai", "llama"):
            found["start_to_first_token_s"] = round(seconds, 3)
        print(number, engine, found, f"foreign {foreign:.1%}", flush=True)
        for name, value in found.items():
            samples.setdefault(name, {}).setdefault(engine, []).append(value)
            rows.append([datetime.date.today().isoformat(), pathlib.Path(wanted.model).name, engine, number, name, value,
                         f"{foreign:.3f}"])

def middle(name, engine):
    return statistics.median(samples[name][engine]) if engine in samples[name] else None


def ratio(name, engine, peers):
    """Median over the rounds of the engine's figure to the best of its peers' in the same round."""
    by_engine = samples[name]
    there = [p for p in peers if p in by_engine]
    if engine not in by_engine or not there:
        return None
    best = min if name.endswith(("_s", "_mb")) else max
    return statistics.median(by_engine[engine][i] / best(by_engine[p][i] for p in there) for i in range(wanted.rounds))


def cell(value):
    return f"{'' if value is None else format(value, '.4g'):>12}"


columns = [("ours", ["plain", "genai"]), ("int8", ["plain", "genai"]), ("ours", ["llama"]), ("int8", ["llama"])]
print(f"\n{'median of ' + str(wanted.rounds):26}" + "".join(f"{e:>12}" for e in engines)
      + "".join(f"{e + '/' + '|'.join(p)[:7]:>12}" for e, p in columns))
for name in samples:
    print(f"{name:26}" + "".join(cell(middle(name, e)) for e in engines)
          + "".join(cell(ratio(name, e, p)) for e, p in columns))
if wanted.csv:
    new = not os.path.exists(wanted.csv)
    with open(wanted.csv, "a", newline="") as file:
        writer = csv.writer(file)
        if new:
            writer.writerow(["date", "model", "engine", "round", "figure", "value", "foreign_cpu"])
        writer.writerows(rows)
