package nearside.engine.schema;

/// Why a schema cannot be used. Paths are JSON pointers into it, `#` for its root.
public sealed interface SchemaFlaw {
    record NotJson(String problem) implements SchemaFlaw {}

    record TooLong(int characters, int most) implements SchemaFlaw {}

    record TooDeep(String path, int most) implements SchemaFlaw {}

    /// A keyword, or the value of one, outside the subset that is understood.
    record Unsupported(String path, String keyword) implements SchemaFlaw {}

    /// Neither type nor enum, const or anyOf says what the value is.
    record NoType(String path) implements SchemaFlaw {}

    record WrongValue(String path, String keyword, String expected) implements SchemaFlaw {}

    /// No value at all can match.
    record Impossible(String path, String keyword) implements SchemaFlaw {}
}
