package nearside.worker.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import nearside.worker.template.TemplateException;
import nearside.worker.template.Value;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

class TokenizerConfigTest {
    @TempDir Path folder;

    @Test
    void tokensAreStringsOrObjects() throws IOException {
        config(
                """
                {"chat_template": "T", "bos_token": {"content": "<s>"}, "eos_token": "</s>",
                 "pad_token": null}
                """);
        assertEquals(
                new TokenizerConfig(
                        "T", Map.of("bos_token", Value.of("<s>"), "eos_token", Value.of("</s>"))),
                TokenizerConfig.read(folder));
    }

    @Test
    void ofSeveralTemplatesTheDefaultIsMeant() throws IOException {
        config(
                """
                {"chat_template": [{"name": "tool_use", "template": "A"},
                                   {"name": "default", "template": "B"}]}
                """);
        assertEquals("B", TokenizerConfig.read(folder).template());
    }

    @Test
    void theTemplateThatLiesBesideGoesBefore() throws IOException {
        config("{\"chat_template\": \"T\"}");
        Files.writeString(folder.resolve("chat_template.jinja"), "J");
        assertEquals("J", TokenizerConfig.read(folder).template());
    }

    @Test
    void noTemplateAnywhereIsSaidClearly() {
        TemplateException refusal =
                assertThrows(TemplateException.class, () -> TokenizerConfig.read(folder));
        assertEquals(
                "The model has no chat template: expected 'chat_template' in"
                        + " tokenizer_config.json or a file chat_template.jinja, found neither.",
                refusal.problem());
    }

    @Test
    void brokenJsonIsAnInputProblem() throws IOException {
        config("{");
        assertThrows(IOException.class, () -> TokenizerConfig.read(folder));
    }

    /// Met by a campaign of damaged folders: it ended the worker.
    @Test
    void templateOfOtherBytesThanTextIsRefused() throws IOException {
        Files.write(folder.resolve("chat_template.jinja"), new byte[] {'{', (byte) 0xFF, '}'});
        TemplateException refusal =
                assertThrows(TemplateException.class, () -> TokenizerConfig.read(folder));
        assertEquals(
                "chat_template.jinja is not text: expected UTF-8, found other bytes.",
                refusal.problem());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[7]",
                "[{}]",
                "[{\"name\": [], \"template\": \"A\"}]",
                "{}",
                "[]",
                "[{\"name\": \"default\"}]"
            })
    void listOfNoTemplatesIsNoTemplate(String list) throws IOException {
        config("{\"chat_template\": " + list + "}");
        assertThrows(TemplateException.class, () -> TokenizerConfig.read(folder));
    }

    private void config(String json) throws IOException {
        Files.writeString(folder.resolve("tokenizer_config.json"), json);
    }
}
