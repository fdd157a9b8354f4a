package nearside.storage;

import java.util.Objects;

/// A folder or a tag.
///
/// @param name empty when it cannot be read
public record Label(LabelId id, String name) {
    public Label {
        Objects.requireNonNull(id);
        Objects.requireNonNull(name);
    }
}
