package nearside.storage;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/// One version of a kept file: what it means, or what is wrong with it, or neither where there is
/// none.
record KeptVersion<T>(Path file, Optional<T> value, Optional<Damage> damage) {
    static final long LONGEST_BYTES = 1 << 20;

    static <T> KeptVersion<T> read(Path file, Function<String, Optional<T>> parser) {
        try {
            long bytes = Files.size(file);
            if (bytes > LONGEST_BYTES) {
                return bad(file, new Damage.TooLarge(bytes, LONGEST_BYTES));
            }
            Optional<T> value = parser.apply(Files.readString(file));
            return value.isPresent()
                    ? new KeptVersion<>(file, value, Optional.empty())
                    : bad(file, new Damage.NotJson());
        } catch (NoSuchFileException absent) {
            return new KeptVersion<>(file, Optional.empty(), Optional.empty());
        } catch (CharacterCodingException noText) {
            return bad(file, new Damage.NotText());
        } catch (IOException unreadable) {
            return bad(file, new Damage.Unreadable());
        }
    }

    private static <T> KeptVersion<T> bad(Path file, Damage damage) {
        return new KeptVersion<>(file, Optional.empty(), Optional.of(damage));
    }

    boolean absent() {
        return value.isEmpty() && damage.isEmpty();
    }
}
