package nearside.engine.folder;

import nearside.engine.folder.ModelFolder.Inputs;
import nearside.engine.folder.ModelFolder.Outputs;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What `genai_config.json` says of a decoder, each value checked by itself.
record GenaiConfig(
        String family,
        Optional<String> madeFor,
        String onnxFile,
        Numbers numbers,
        Inputs inputs,
        Outputs outputs,
        Set<Integer> endOfReply) {

    static final String FILE = "genai_config.json";
    static final String DECODER = "model.decoder";

    private static final int MOST_LAYERS = 512;
    private static final int MOST_HEADS = 512;
    private static final int MOST_HEAD_SIZE = 1024;
    private static final int MOST_VOCABULARY = 10_000_000;
    private static final int MOST_WINDOW = 10_000_000;
    private static final long MOST_CACHE_BYTES_PER_TOKEN = 64L << 20;
    private static final List<String> OTHER_MODELS =
            List.of("vision", "speech", "embedding", "encoder", "joiner");

    /// @param contextLength the window by this file alone
    record Numbers(int layers, int kvHeads, int headSize, int vocabulary, int contextLength) {}

    static GenaiConfig of(JsonValue file) throws Flawed {
        JsonValue model = file.at("model");
        refuseOtherModels(model);
        refuseSeparateBuffers(file);
        JsonValue decoder = model.at("decoder");
        return new GenaiConfig(
                family(model.at("type")),
                madeFor(decoder),
                onnxFile(decoder.at("filename")),
                numbers(model, decoder),
                inputs(decoder),
                outputs(decoder),
                endOfReply(model.at("eos_token_id")));
    }

    private static void refuseOtherModels(JsonValue model) throws Flawed {
        for (String other : OTHER_MODELS) {
            if (model.find(other).isPresent()) {
                throw unsupported("a model with a part for \"" + other + "\" beside its decoder");
            }
        }
        if (model.at("decoder").find("pipeline").isPresent()) {
            throw unsupported("a decoder in several graphs");
        }
    }

    private static void refuseSeparateBuffers(JsonValue file) throws Flawed {
        Optional<JsonValue> search = file.find("search");
        Optional<JsonValue> shared =
                search.isPresent()
                        ? search.get().find("past_present_share_buffer")
                        : Optional.empty();
        if (shared.isPresent() && !shared.get().truth()) {
            throw unsupported(
                    "a graph whose past and present do not share one buffer"
                            + " (past_present_share_buffer is false)");
        }
    }

    private static Flawed unsupported(String what) {
        return new Flawed(new FolderFlaw.Unsupported(what));
    }

    private static String family(JsonValue type) throws Flawed {
        String family = type.text();
        if (!family.matches("[A-Za-z0-9_.-]{1,64}")) {
            throw type.wrong("a plain word");
        }
        return family;
    }

    /// The first provider of the session options; empty where only the processor is named. Entries
    /// of another kind than expected name nobody: the runtime never sees them.
    private static Optional<String> madeFor(JsonValue decoder) throws Flawed {
        Optional<JsonValue> options = decoder.find("session_options");
        if (options.isEmpty() || !options.get().isObject()) {
            return Optional.empty();
        }
        Optional<JsonValue> providers = options.get().find("provider_options");
        return providers.stream()
                .flatMap(list -> list.items().stream())
                .flatMap(entry -> entry.names().stream())
                .filter(name -> name.matches("[A-Za-z0-9_]{1,40}"))
                .filter(name -> !name.toLowerCase(Locale.ROOT).matches("cpu(executionprovider)?"))
                .findFirst();
    }

    private static String onnxFile(JsonValue filename) throws Flawed {
        String name = filename.text();
        if (!FileNames.isGraph(name)) {
            throw filename.wrong("a plain file name that ends in .onnx");
        }
        return name;
    }

    private static Numbers numbers(JsonValue model, JsonValue decoder) throws Flawed {
        Numbers numbers =
                new Numbers(
                        decoder.at("num_hidden_layers").number(1, MOST_LAYERS),
                        decoder.at("num_key_value_heads").number(1, MOST_HEADS),
                        decoder.at("head_size").number(1, MOST_HEAD_SIZE),
                        model.at("vocab_size").number(1, MOST_VOCABULARY),
                        model.at("context_length").number(1, MOST_WINDOW));
        long cache = 2L * numbers.layers * numbers.kvHeads * numbers.headSize * Float.BYTES;
        if (cache > MOST_CACHE_BYTES_PER_TOKEN) {
            throw new Flawed(
                    new FolderFlaw.WrongValue(
                            FILE,
                            DECODER,
                            "layers × heads × head size of at most "
                                    + MOST_CACHE_BYTES_PER_TOKEN
                                    + " bytes a token",
                            cache + " bytes"));
        }
        return numbers;
    }

    private static Inputs inputs(JsonValue decoder) throws Flawed {
        Optional<JsonValue> names = decoder.find("inputs");
        Optional<String> positions =
                names.isPresent() ? optional(names.get(), "position_ids") : Optional.empty();
        return new Inputs(
                name(names, "input_ids", "input_ids"),
                name(names, "attention_mask", "attention_mask"),
                positions,
                layered(names, "past_key_names", "past_key_values.%d.key"),
                layered(names, "past_value_names", "past_key_values.%d.value"));
    }

    private static Outputs outputs(JsonValue decoder) throws Flawed {
        Optional<JsonValue> names = decoder.find("outputs");
        return new Outputs(
                name(names, "logits", "logits"),
                layered(names, "present_key_names", "present.%d.key"),
                layered(names, "present_value_names", "present.%d.value"));
    }

    private static Optional<String> optional(JsonValue names, String key) throws Flawed {
        Optional<JsonValue> name = names.find(key);
        return name.isPresent() ? Optional.of(name.get().text()) : Optional.empty();
    }

    private static String name(Optional<JsonValue> names, String key, String usual) throws Flawed {
        return names.isPresent() ? optional(names.get(), key).orElse(usual) : usual;
    }

    private static String layered(Optional<JsonValue> names, String key, String usual)
            throws Flawed {
        String name = name(names, key, usual);
        boolean one = name.indexOf("%d") == name.lastIndexOf('%') && name.contains("%d");
        if (!one && names.isPresent()) {
            throw names.get().at(key).wrong("a name with one %d for the layer");
        }
        return name;
    }

    private static Set<Integer> endOfReply(JsonValue ids) throws Flawed {
        Set<Integer> found = new LinkedHashSet<>();
        for (JsonValue id : ids.items()) {
            found.add(id.number(0, Integer.MAX_VALUE));
        }
        if (found.isEmpty()) {
            throw ids.wrong("at least one token");
        }
        return found;
    }
}
