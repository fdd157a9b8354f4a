package nearside.copilot.catalogue;

import java.util.Arrays;
import java.util.Optional;

/// What came of asking an address for a catalogue.
public sealed interface Fetched {
    /// The server said what lies there.
    sealed interface Told extends Fetched {
        /// In one piece, to be kept: the signature's file, which is one line, then the catalogue;
        /// nothing where none lies there.
        byte[] bytes();

        /// The same from such a piece.
        static Told of(byte[] bytes) {
            int end = 0;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            int cut = Math.min(end + 1, bytes.length);
            return bytes.length == 0
                    ? new None()
                    : new Files(
                            Arrays.copyOfRange(bytes, cut, bytes.length),
                            Arrays.copyOf(bytes, cut));
        }
    }

    /// A catalogue and its signature, of which nothing is believed yet.
    final class Files implements Told {
        private final byte[] catalogue;
        private final byte[] signature;

        Files(byte[] catalogue, byte[] signature) {
            this.catalogue = catalogue.clone();
            this.signature = signature.clone();
        }

        byte[] catalogue() {
            return catalogue.clone();
        }

        byte[] signature() {
            return signature.clone();
        }

        @Override
        public byte[] bytes() {
            byte[] all = Arrays.copyOf(signature, signature.length + catalogue.length);
            System.arraycopy(catalogue, 0, all, signature.length, catalogue.length);
            return all;
        }
    }

    /// No catalogue lies there.
    record None() implements Told {
        @Override
        public byte[] bytes() {
            return new byte[0];
        }
    }

    /// Nobody said what lies there, and why.
    record Untold(CatalogueFault why) implements Fetched {}

    /// What was told; empty for nothing.
    default Optional<Told> told() {
        return switch (this) {
            case Told told -> Optional.of(told);
            case Untold _ -> Optional.empty();
        };
    }
}
