package nearside.desktop.console;

import nearside.engine.schema.JsonSchema;
import nearside.engine.schema.SchemaCheck;
import nearside.engine.schema.SchemaFlaw;

/// Reads a JSON Schema that a reply must match, or says in words why it cannot be used.
final class SchemaFile {
    private static final String UNDERSTOOD =
            "type (object, array, string, number, integer, boolean, null), properties, required,"
                    + " additionalProperties: false, items, minItems, maxItems, minLength, maxLength,"
                    + " enum, const, anyOf";

    private SchemaFile() {}

    static JsonSchema parse(String text) {
        return switch (JsonSchema.check(text)) {
            case SchemaCheck.Sound(JsonSchema schema) -> schema;
            case SchemaCheck.Flawed(SchemaFlaw flaw) ->
                    throw new IllegalArgumentException("the schema cannot be used: " + said(flaw));
        };
    }

    private static String said(SchemaFlaw flaw) {
        return switch (flaw) {
            case SchemaFlaw.NotJson(String problem) -> "it is not JSON: " + problem;
            case SchemaFlaw.TooLong(int characters, int most) ->
                    "it has " + characters + " characters, at most " + most + " are read";
            case SchemaFlaw.TooDeep(String path, int most) ->
                    "at " + path + " it is more than " + most + " levels deep";
            case SchemaFlaw.Unsupported(String path, String keyword) ->
                    "at "
                            + path
                            + " \""
                            + keyword
                            + "\" is not supported. Supported are: "
                            + UNDERSTOOD;
            case SchemaFlaw.NoType(String path) ->
                    "at " + path + " nothing says what the value is. Supported are: " + UNDERSTOOD;
            case SchemaFlaw.WrongValue(String path, String keyword, String expected) ->
                    "at "
                            + path
                            + (keyword.isEmpty() ? "" : " \"" + keyword + "\"")
                            + ": expected "
                            + expected;
            case SchemaFlaw.Impossible(String path, String keyword) ->
                    "at " + path + " no value can match \"" + keyword + "\"";
        };
    }
}
