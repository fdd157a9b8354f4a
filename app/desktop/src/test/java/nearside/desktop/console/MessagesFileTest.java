package nearside.desktop.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import nearside.engine.Prompt.Line;
import nearside.engine.Role;
import nearside.engine.ToolCall;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;

class MessagesFileTest {
    @Test
    void readsRolesAndTextsExactlyAsGiven() {
        assertEquals(
                List.of(
                        new Line(Role.SYSTEM, " be brief \n"),
                        new Line(Role.USER, "<|end|> 你好"),
                        new Line(Role.ASSISTANT, ""),
                        new Line(Role.TOOL, "{}")),
                MessagesFile.parse(
                        """
                        [{"role": "system", "content": " be brief \\n", "name": "ignored"},
                         {"role": "user", "content": "<|end|> 你好"},
                         {"role": "assistant", "content": ""},
                         {"role": "tool", "content": "{}"}]
                        """));
    }

    @Test
    void readsWhatWasCalledAndWhatCameOfIt() {
        assertEquals(
                List.of(
                        new Line(Role.USER, "Weather?"),
                        new Line(
                                Role.ASSISTANT,
                                "",
                                List.of(
                                        new ToolCall("a1", "weather", "{\"place\": \"Bern\"}"),
                                        new ToolCall("b2", "weather", "{\"place\":\"Rome\"}")),
                                Optional.empty()),
                        new Line(Role.TOOL, "Rain", List.of(), Optional.of("a1"))),
                MessagesFile.parse(
                        """
                        [{"role": "user", "content": "Weather?", "tool_calls": null},
                         {"role": "assistant", "content": null, "tool_calls": [
                            {"id": "a1", "type": "function", "function":
                                {"name": "weather", "arguments": "{\\"place\\": \\"Bern\\"}"}},
                            {"id": "b2", "function":
                                {"name": "weather", "arguments": {"place": "Rome"}}}]},
                         {"role": "tool", "tool_call_id": "a1", "content": "Rain"}]
                        """));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|expected a JSON array",
                "[]|at least one message",
                "[1]|message 1: expected an object",
                "[{\"role\":\"user\",\"content\":\"a\"},{\"role\":\"user\"}]|message 2: expected a text under \"content\"",
                "[{\"role\":\"user\",\"content\":[]}]|message 1: expected a text under \"content\"",
                "[{\"role\":\"robot\",\"content\":\"a\"}]|expected a role of system, user, assistant, tool, found \"robot\"",
                "[{\"role\":|not JSON",
                "[{\"role\":\"assistant\",\"content\":null}]|message 1: expected a text under \"content\"",
                "[{\"role\":\"user\",\"content\":\"a\",\"tool_call_id\":\"x\"}]|\"tool_call_id\" is for the role tool alone",
                "[{\"role\":\"tool\",\"content\":\"a\",\"tool_call_id\":\"x\"}]|message 1: expected the id of a call in a message before it, found \"x\"",
                "[{\"role\":\"user\",\"content\":\"a\",\"tool_calls\":[{\"id\":\"1\",\"function\":{\"name\":\"f\",\"arguments\":\"{}\"}}]}]|\"tool_calls\" is for the role assistant alone",
                "[{\"role\":\"assistant\",\"content\":\"\",\"tool_calls\":{}}]|message 1: expected a list under \"tool_calls\"",
                "[{\"role\":\"assistant\",\"content\":\"\",\"tool_calls\":[{\"id\":\"1\"}]}]|message 1: expected {\"id\"",
                "[{\"role\":\"assistant\",\"content\":\"\",\"tool_calls\":[{\"function\":{\"name\":\"f\",\"arguments\":\"{}\"}}]}]|message 1: expected a text under \"id\"",
            })
    void saysWhatWasExpectedAndWhere(String json, String sentence) {
        String message =
                String.valueOf(
                        assertThrows(IllegalArgumentException.class, () -> MessagesFile.parse(json))
                                .getMessage());
        assertEquals(sentence, message.contains(sentence) ? sentence : message);
    }
}
