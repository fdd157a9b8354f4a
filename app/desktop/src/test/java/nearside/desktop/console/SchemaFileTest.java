package nearside.desktop.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaFileTest {
    @Test
    void aSoundSchemaIsTaken() {
        String text = "{\"type\": \"string\"}";
        assertEquals(text, SchemaFile.parse(text).source());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\": \"string\", \"pattern\": \"a\"} | at # \"pattern\" is not supported",
                "{\"type\": \"array\", \"items\": {}} | at #/items nothing says",
                "{\"type\": \"array\"} | at # \"items\": expected a value",
                "{\"enum\": []} | at # no value can match \"enum\"",
                "{\"type\": | not JSON",
            })
    void whatIsWrongIsSaidWithItsPath(String schema, String words) {
        String sentence =
                String.valueOf(
                        assertThrows(IllegalArgumentException.class, () -> SchemaFile.parse(schema))
                                .getMessage());
        assertTrue(sentence.contains(words), sentence);
    }

    @Test
    void whatIsSupportedIsSaidToo() {
        String sentence =
                String.valueOf(
                        assertThrows(
                                        IllegalArgumentException.class,
                                        () -> SchemaFile.parse("{\"oneOf\": []}"))
                                .getMessage());
        assertTrue(sentence.contains("anyOf") && sentence.contains("maxItems"), sentence);
    }
}
