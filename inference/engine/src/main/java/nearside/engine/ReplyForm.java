package nearside.engine;

import nearside.engine.schema.JsonSchema;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What the text of a reply keeps to.
///
/// @param stop the reply ends before the first of these strings
/// @param schema the reply is JSON that this schema accepts, unless the reply limit cuts it
public record ReplyForm(List<String> stop, Optional<JsonSchema> schema) {
    public static final ReplyForm FREE = new ReplyForm(List.of(), Optional.empty());

    public ReplyForm {
        stop = List.copyOf(stop);
        Objects.requireNonNull(schema);
        if (stop.contains("")) {
            throw new IllegalArgumentException("stop: expected texts, found an empty one");
        }
    }
}
