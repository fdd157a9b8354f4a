package nearside.desktop.history;

import java.util.function.Consumer;

/// Something that a person is to name.
///
/// @param key of the words that say what it is
/// @param named told of the name
public record Naming(String key, Consumer<String> named) {}
