package nearside.engine.schema;

/// The outcome of reading a JSON Schema.
public sealed interface SchemaCheck {
    record Sound(JsonSchema schema) implements SchemaCheck {}

    record Flawed(SchemaFlaw flaw) implements SchemaCheck {}
}
