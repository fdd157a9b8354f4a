package nearside.desktop.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import nearside.engine.Prompt.Line;
import nearside.engine.Role;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

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
            })
    void saysWhatWasExpectedAndWhere(String json, String sentence) {
        String message =
                String.valueOf(
                        assertThrows(IllegalArgumentException.class, () -> MessagesFile.parse(json))
                                .getMessage());
        assertEquals(sentence, message.contains(sentence) ? sentence : message);
    }
}
