package nearside.engine;

import java.util.Objects;
import java.util.regex.Pattern;

/// A function that a model may ask to be called.
///
/// @param name 1 to 64 letters, digits, `_` and `-`
/// @param description what it does, for the model
/// @param parameters a JSON Schema of its arguments, as the text of a JSON object
public record Tool(String name, String description, String parameters) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    public Tool {
        Objects.requireNonNull(description);
        Objects.requireNonNull(parameters);
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "expected a name of 1 to 64 letters, digits, _ and -, found " + name);
        }
    }
}
