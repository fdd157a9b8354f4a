package nearside.copilot.catalogue;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What a model can do by its makers' word.
///
/// @param languages BCP 47 tags, each once
/// @param window the most tokens that it sees, prompt and reply together
/// @param parameters about how many numbers it has
/// @param shape empty where it is not known for certain
public record Traits(List<String> languages, int window, long parameters, Optional<Shape> shape) {
    static final int MOST_LANGUAGES = 200;
    static final int MOST_WINDOW = 100_000_000;
    static final long MOST_PARAMETERS = 100_000_000_000_000L;

    public Traits {
        languages = List.copyOf(languages);
        Range.check("languages", languages.size(), 1, MOST_LANGUAGES);
        languages.forEach(Term.LANGUAGE::check);
        if (hasRepeated(languages)) {
            throw new IllegalArgumentException("a language is given twice");
        }
        Range.check("window", window, 1, MOST_WINDOW);
        Range.check("parameters", parameters, 1, MOST_PARAMETERS);
        Objects.requireNonNull(shape);
    }

    static boolean hasRepeated(List<String> languages) {
        return new HashSet<>(languages).size() < languages.size();
    }

    /// What decides how much memory a conversation takes.
    ///
    /// @param kvHeads heads that have keys and values of their own, in each layer
    /// @param headSize numbers of one key
    /// @param vocabulary tokens that the model knows
    public record Shape(int layers, int kvHeads, int headSize, int vocabulary) {
        static final int MOST_LAYERS = 1_000;
        static final int MOST_KV_HEADS = 1_000;
        static final int MOST_HEAD_SIZE = 10_000;
        static final int MOST_VOCABULARY = 10_000_000;

        public Shape {
            Range.check("layers", layers, 1, MOST_LAYERS);
            Range.check("kv_heads", kvHeads, 1, MOST_KV_HEADS);
            Range.check("head_size", headSize, 1, MOST_HEAD_SIZE);
            Range.check("vocabulary", vocabulary, 1, MOST_VOCABULARY);
        }

        /// Numbers that the KV cache holds for one token.
        public long kvNumbersPerToken() {
            return 2L * layers * kvHeads * headSize;
        }
    }
}
