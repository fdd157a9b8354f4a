package nearside.cloud;

import nearside.cloud.outbound.Key;
import nearside.cloud.outbound.Origin;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/// A model that can be borrowed, and where it is asked.
///
/// @param name as the person knows it
/// @param base up to and without `/chat/completions`, absolute
/// @param model the name that the far side knows it by
/// @param key of that far side; empty where none is wanted
/// @param window the most tokens that it reads and writes together
public record FarModel(
        String name, URI base, String model, Dialect dialect, Optional<Key> key, int window) {
    public FarModel {
        if (name.isBlank() || model.isBlank()) {
            throw new IllegalArgumentException("a far model needs a name");
        }
        Origin origin = Origin.of(base);
        Objects.requireNonNull(dialect);
        if (key.filter(it -> !it.origin().equals(origin)).isPresent()) {
            throw new IllegalArgumentException("the key is not for " + origin);
        }
        if (window < 1) {
            throw new IllegalArgumentException("window: expected at least 1, found " + window);
        }
    }

    public Origin origin() {
        return Origin.of(base);
    }

    /// Where chat completions are asked for. A query of the base stays at the end: Azure's older
    /// addresses carry their version there.
    URI completions() {
        String path = base.getRawPath() == null ? "" : base.getRawPath().replaceFirst("/+$", "");
        String query = base.getRawQuery() == null ? "" : "?" + base.getRawQuery();
        return URI.create(
                base.getScheme()
                        + "://"
                        + base.getRawAuthority()
                        + path
                        + "/chat/completions"
                        + query);
    }

    /// The ways in which far sides differ in what they take.
    public enum Dialect {
        /// OpenAI and Azure: the limit counts hidden reasoning, too, and has a newer name.
        OPENAI("max_completion_tokens"),
        /// vLLM, llama.cpp, Ollama, LM Studio, Foundry Local and most others.
        COMPATIBLE("max_tokens");

        private final String limit;

        Dialect(String limit) {
            this.limit = limit;
        }

        String limit() {
            return limit;
        }
    }
}
