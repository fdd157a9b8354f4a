package nearside.engine.folder;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// How far a model sees, and where a long-context one changes its rotary factors.
///
/// @param switchAt tokens that the model was made for before it was stretched
record LongContext(int window, OptionalInt switchAt) {
    private static final Set<String> STRETCHED = Set.of("longrope", "su");
    private static final String ORIGINAL = "original_max_position_embeddings";

    /// The two that Phi-3 was first made for and that folders without `config.json` leave unsaid.
    private static final int PHI3_ORIGINAL = 4096;

    /// By `config.json`; a smaller window there counts.
    static LongContext of(JsonValue config, int contextLength) throws Flawed {
        Optional<JsonValue> positions = config.find("max_position_embeddings");
        int window =
                positions.isPresent()
                        ? Math.min(contextLength, positions.get().number(1, Integer.MAX_VALUE))
                        : contextLength;
        return new LongContext(window, switchAt(config, window));
    }

    /// Without `config.json`, by the family's name alone.
    static LongContext of(String family, int contextLength) {
        boolean stretched = family.startsWith("phi3") && contextLength > PHI3_ORIGINAL;
        return new LongContext(
                contextLength, stretched ? OptionalInt.of(PHI3_ORIGINAL) : OptionalInt.empty());
    }

    private static OptionalInt switchAt(JsonValue config, int window) throws Flawed {
        for (String place : List.of("rope_scaling", "rope_parameters")) {
            Optional<JsonValue> rope = config.find(place);
            if (rope.isPresent() && isStretched(rope.get())) {
                int original = original(config, rope.get());
                return window > original ? OptionalInt.of(original) : OptionalInt.empty();
            }
        }
        return OptionalInt.empty();
    }

    private static boolean isStretched(JsonValue rope) throws Flawed {
        for (String kind : List.of("type", "rope_type")) {
            Optional<JsonValue> found = rope.find(kind);
            if (found.isPresent() && STRETCHED.contains(found.get().text())) {
                return true;
            }
        }
        return false;
    }

    private static int original(JsonValue config, JsonValue rope) throws Flawed {
        JsonValue found = rope.find(ORIGINAL).isPresent() ? rope.at(ORIGINAL) : config.at(ORIGINAL);
        return found.number(1, Integer.MAX_VALUE);
    }
}
