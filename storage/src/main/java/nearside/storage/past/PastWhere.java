package nearside.storage.past;

import java.util.Objects;
import java.util.Optional;

/// A place in what was to be brought in.
///
/// @param file its name, with the folders in a folder or an archive
/// @param conversation its number in the file, from 1
/// @param message its id over there
/// @param attachment its name
public record PastWhere(
        String file,
        Optional<Integer> conversation,
        Optional<String> message,
        Optional<String> attachment) {
    public PastWhere {
        Objects.requireNonNull(file);
        Objects.requireNonNull(conversation);
        Objects.requireNonNull(message);
        Objects.requireNonNull(attachment);
    }

    public static PastWhere of(String file) {
        return new PastWhere(file, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public PastWhere conversation(int number) {
        return new PastWhere(file, Optional.of(number), Optional.empty(), Optional.empty());
    }

    public PastWhere message(String id) {
        return new PastWhere(file, conversation, Optional.of(id), Optional.empty());
    }

    public PastWhere attachment(String name) {
        return new PastWhere(file, conversation, message, Optional.of(name));
    }
}
