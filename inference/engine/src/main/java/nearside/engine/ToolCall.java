package nearside.engine;

import java.util.Objects;

/// A function that a model asks to be called.
///
/// @param id by which the result is known as the answer to it
/// @param arguments as the model wrote them: JSON if all went well
public record ToolCall(String id, String name, String arguments) {
    public ToolCall {
        Objects.requireNonNull(id);
        Objects.requireNonNull(name);
        Objects.requireNonNull(arguments);
    }
}
