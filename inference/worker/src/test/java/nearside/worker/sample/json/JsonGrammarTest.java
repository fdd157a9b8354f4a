package nearside.worker.sample.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.engine.schema.JsonSchema;
import nearside.engine.schema.SchemaCheck;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;

class JsonGrammarTest {
    private static boolean writes(String schema, byte[] text) {
        Patterns patterns = new Patterns();
        SchemaCheck check = JsonSchema.check(schema);
        Pattern state =
                new JsonGrammar(patterns).value(((SchemaCheck.Sound) check).schema().root());
        for (byte value : text) {
            state = patterns.after(state, value & 0xFF);
        }
        return state.matchesEmpty();
    }

    private static boolean writes(String schema, String text) {
        return writes(schema, text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({
        "integer, 0, true",
        "integer, -0, true",
        "integer, 120, true",
        "integer, 012, false",
        "integer, 1.0, false",
        "integer, -, false",
        "integer, 123456789012345, true",
        "integer, 1234567890123456, false",
        "number, 0.5, true",
        "number, -12.25e-7, true",
        "number, 1E+09, true",
        "number, .5, false",
        "number, 1., false",
        "number, 1e, false",
        "number, 1e100, false",
        "boolean, true, true",
        "boolean, false, true",
        "boolean, truefalse, false",
        "null, null, true",
        "null, nul, false",
    })
    void plainValues(String type, String text, boolean written) {
        assertEquals(written, writes("{\"type\": \"" + type + "\"}", text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\"",
                "\"a\"",
                "\"\\n\\\"\\\\\\/\"",
                "\"\\u00e9\\uD7FF\\uE000\"",
                "\"é漢👩‍🚀\"",
                "\"\u007f\u0080\uffff\""
            })
    void texts(String text) {
        assertEquals(true, writes("{\"type\": \"string\"}", text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "\"a",
                "a",
                "\"a\"b\"",
                "\"\n\"",
                "\"\\x\"",
                "\"\\u00g0\"",
                "\"\\ud83d\"",
                "\"\\uDE00\"",
                "\"\\u12\""
            })
    void noTexts(String text) {
        assertEquals(false, writes("{\"type\": \"string\"}", text));
    }

    @Test
    void bytesThatAreNotUtf8AreNeverWritten() {
        int[][] broken = {
            {0x80},
            {0xc3},
            {0xc0, 0x80},
            {0xe0, 0x80, 0x80},
            {0xed, 0xa0, 0x80},
            {0xf0, 0x80, 0x80, 0x80},
            {0xf4, 0x90, 0x80, 0x80},
            {0xf5, 0x80, 0x80, 0x80},
            {0xff}
        };
        for (int[] bytes : broken) {
            byte[] text = new byte[bytes.length + 2];
            text[0] = '"';
            for (int i = 0; i < bytes.length; i++) {
                text[i + 1] = (byte) bytes[i];
            }
            text[text.length - 1] = '"';
            assertEquals(false, writes("{\"type\": \"string\"}", text));
        }
    }

    @ParameterizedTest
    @CsvSource({"a, false", "ab, true", "👩é, true", "\\u0041b, true", "abc, true", "abcd, false"})
    void lengthIsCountedInCharacters(String inside, boolean written) {
        String schema = "{\"type\": \"string\", \"minLength\": 2, \"maxLength\": 3}";
        assertEquals(written, writes(schema, "\"" + inside + "\""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[] | false",
                "[1] | true",
                "[1,2] | true",
                "[1, 2,3] | true",
                "[1,  2] | false",
                "[1,2,3,4] | false",
                "[1,] | false",
                "[ 1] | false",
            })
    void itemsAreCounted(String text, boolean written) {
        String schema =
                "{\"type\":\"array\",\"items\":{\"type\":\"integer\"},\"minItems\":1,\"maxItems\":3}";
        assertEquals(written, writes(schema, text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'b':1} | true",
                "{'a':true, 'b': 1} | true",
                "{'b':1,'c':null} | true",
                "{'a':true,'b':1,'c':null} | true",
                "{} | false",
                "{'a':true} | false",
                "{'b':1,'a':true} | false",
                "{'b':1,'b':1} | false",
                "{'b':1,} | false",
                "{,'b':1} | false",
                "{'b':1,'d':1} | false",
            })
    void fieldsAreWrittenInOrderAndOptionalOnesMayBeMissing(String text, boolean written) {
        String schema =
                """
                {"type": "object", "required": ["b"], "properties": {
                    "a": {"type": "boolean"}, "b": {"type": "integer"}, "c": {"type": "null"}}}
                """;
        assertEquals(written, writes(schema, text.replace('\'', '"')));
    }

    @Test
    void valuesAreWrittenAsTheSchemaSpellsThem() {
        String schema = "{\"enum\": [\"ja\", \"jawohl\", 1.50, {\"x\": [\"é\\n\"]}]}";
        assertEquals(true, writes(schema, "\"ja\""));
        assertEquals(true, writes(schema, "\"jawohl\""));
        assertEquals(true, writes(schema, "1.50"));
        assertEquals(true, writes(schema, "{\"x\":[\"é\\n\"]}"));
        assertEquals(false, writes(schema, "\"jawo\""));
        assertEquals(false, writes(schema, "1.5"));
    }

    @Test
    void oneOfSeveralSchemasIsWritten() {
        String schema =
                """
                {"anyOf": [
                    {"type": "object", "required": ["k", "n"], "properties":
                        {"k": {"const": "a"}, "n": {"type": "integer"}}},
                    {"type": "object", "required": ["k", "t"], "properties":
                        {"k": {"const": "b"}, "t": {"type": "string"}}}]}
                """;
        assertEquals(true, writes(schema, "{\"k\":\"a\",\"n\":1}"));
        assertEquals(true, writes(schema, "{\"k\":\"b\",\"t\":\"1\"}"));
        assertEquals(false, writes(schema, "{\"k\":\"a\",\"t\":\"1\"}"));
    }

    @Test
    void aHundredOptionalFieldsAreNoTrouble() {
        StringBuilder fields = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            fields.append(i == 0 ? "" : ",").append("\"f" + i + "\": {\"type\": \"null\"}");
        }
        String schema = "{\"type\": \"object\", \"properties\": {" + fields + "}}";
        assertEquals(true, writes(schema, "{\"f3\":null,\"f77\":null}"));
        assertEquals(false, writes(schema, "{\"f77\":null,\"f3\":null}"));
    }
}
