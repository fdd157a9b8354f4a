package nearside.storage;

import java.util.Objects;

/// The id of a folder or a tag.
public record LabelId(String value) {
    public LabelId {
        Objects.requireNonNull(value);
    }
}
