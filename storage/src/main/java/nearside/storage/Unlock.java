package nearside.storage;

import java.util.Arrays;
import java.util.Objects;

/// By what a profile is opened.
public sealed interface Unlock {
    /// Without a person: by the system's key store, or by the key file.
    record Usual() implements Unlock {}

    /// By words that a person typed.
    final class Words implements Unlock {
        private final char[] words;

        /// @param words copied
        public Words(char[] words) {
            this.words = words.clone();
        }

        char[] words() {
            return words.clone();
        }

        /// Overwrites them.
        public void wipe() {
            Arrays.fill(words, '\0');
        }
    }

    /// By the code on paper.
    record Code(String typed) implements Unlock {
        public Code {
            Objects.requireNonNull(typed);
        }

        /// Tells nothing of the code.
        @Override
        public String toString() {
            return "a recovery code";
        }
    }
}
