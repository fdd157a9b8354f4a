package nearside.desktop.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import nearside.engine.Tool;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class ToolsFileTest {
    @Test
    void readsToolsAsARequestHasThemAndFunctionsAlone() {
        assertEquals(
                List.of(
                        new Tool(
                                "weather",
                                "Tells the weather",
                                "{\"type\":\"object\",\"properties\":{\"place\":{\"type\":\"string\"}}}"),
                        new Tool("now", "", "{\"type\":\"object\",\"properties\":{}}")),
                ToolsFile.parse(
                        """
                        [{"type": "function", "function": {
                            "name": "weather", "description": "Tells the weather",
                            "parameters": {"type": "object",
                                           "properties": {"place": {"type": "string"}}}}},
                         {"name": "now"}]
                        """));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|expected a JSON array of {\"type\": \"function\"",
                "[|not JSON",
                "[]|expected 1 to 128 tools, found 0",
                "[1]|tool 1: expected an object",
                "[{\"name\":\"a\"},{}]|tool 2: expected a text under \"name\"",
                "[{\"name\":\"a b\"}]|tool 1: expected a name of 1 to 64 letters, digits, _ and -, found a b",
                "[{\"name\":\"a\",\"parameters\":[]}]|tool 1: expected a JSON Schema under \"parameters\"",
                "[{\"name\":\"a\"},{\"name\":\"a\"}]|expected each name once, found a again",
            })
    void saysWhatWasExpectedAndWhere(String json, String sentence) {
        String message =
                String.valueOf(
                        assertThrows(IllegalArgumentException.class, () -> ToolsFile.parse(json))
                                .getMessage());
        assertEquals(sentence, message.contains(sentence) ? sentence : message);
    }
}
