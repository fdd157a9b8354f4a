"""GGUF files for llama.cpp that match the model folders.

    python make_gguf.py requantize IN.gguf OUT.gguf      any GGUF to Q4_0, which llama.cpp repacks for speed
    python make_gguf.py phi3-mini OUT.gguf               the shape of Phi-3-mini with random Q4_0 weights
"""
import sys

import numpy as np


def requantize(source, target):
    import llama_cpp
    params = llama_cpp.llama_model_quantize_default_params()
    params.ftype = 2  # mostly Q4_0
    params.allow_requantize = True
    if llama_cpp.llama_model_quantize(source.encode(), target.encode(), params):
        raise SystemExit("cannot requantize " + source)


def phi3_mini(target):
    import gguf
    layers, hidden, heads, inner, vocabulary = 32, 3072, 32, 8192, 32064
    writer = gguf.GGUFWriter(target, "phi3")
    writer.add_context_length(4096)
    writer.add_embedding_length(hidden)
    writer.add_block_count(layers)
    writer.add_feed_forward_length(inner)
    writer.add_head_count(heads)
    writer.add_head_count_kv(heads)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_rope_dimension_count(hidden // heads)
    writer.add_rope_freq_base(10000.0)
    writer.add_file_type(2)
    writer.add_tokenizer_model("llama")
    words = [b"<unk>", b"<s>", b"</s>"] + [f"<0x{b:02X}>".encode() for b in range(256)]
    words += [f"w{i}".encode() for i in range(len(words), vocabulary)]
    writer.add_token_list(words)
    writer.add_token_scores([float(-i) for i in range(vocabulary)])
    writer.add_token_types([2, 3, 3] + [6] * 256 + [1] * (vocabulary - 259))
    random = np.random.default_rng(1)

    def weights(name, rows, columns):
        blocks = rows * columns // 32
        packed = np.empty((blocks, 18), np.uint8)
        packed[:, :2] = np.full(blocks, 0.004, np.float16).view(np.uint8).reshape(blocks, 2)
        packed[:, 2:] = random.integers(0, 256, (blocks, 16), np.uint8)
        writer.add_tensor(name, packed.reshape(rows, columns // 32 * 18), raw_dtype=gguf.GGMLQuantizationType.Q4_0)

    def norm(name):
        writer.add_tensor(name, np.ones(hidden, np.float32))

    weights("token_embd.weight", vocabulary, hidden)
    for i in range(layers):
        norm(f"blk.{i}.attn_norm.weight")
        weights(f"blk.{i}.attn_qkv.weight", 3 * hidden, hidden)
        weights(f"blk.{i}.attn_output.weight", hidden, hidden)
        norm(f"blk.{i}.ffn_norm.weight")
        weights(f"blk.{i}.ffn_up.weight", 2 * inner, hidden)
        weights(f"blk.{i}.ffn_down.weight", hidden, inner)
    norm("output_norm.weight")
    weights("output.weight", vocabulary, hidden)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


if sys.argv[1] == "requantize":
    requantize(*sys.argv[2:])
else:
    phi3_mini(sys.argv[2])
