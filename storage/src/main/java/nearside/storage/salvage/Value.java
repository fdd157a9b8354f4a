package nearside.storage.salvage;

import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.Optional;

/// One value of a row as SQLite keeps it.
public sealed interface Value {
    /// NULL.
    record Nothing() implements Value {}

    record Whole(long number) implements Value {}

    record Real(double number) implements Value {}

    record Text(String text) implements Value {
        public Text {
            Objects.requireNonNull(text);
        }
    }

    /// Bytes, which nobody changes.
    record Blob(ByteBuffer content) implements Value {
        public byte[] bytes() {
            byte[] bytes = new byte[content.remaining()];
            content.duplicate().get(bytes);
            return bytes;
        }
    }

    /// As a statement binds it; empty for NULL.
    default Optional<Object> bound() {
        return switch (this) {
            case Nothing() -> Optional.empty();
            case Whole(long number) -> Optional.of(number);
            case Real(double number) -> Optional.of(number);
            case Text(String text) -> Optional.of(text);
            case Blob blob -> Optional.of(blob.bytes());
        };
    }
}
