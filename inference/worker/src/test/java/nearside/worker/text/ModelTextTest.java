package nearside.worker.text;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.engine.Prompt.Ending;
import nearside.engine.Prompt.Line;
import nearside.engine.Prompt.SpecialTokens;
import nearside.engine.Role;
import nearside.engine.TokenIds;
import nearside.worker.template.TemplateException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModelTextTest {
    static final List<String> MODELS = Golden.MODELS;

    private final Map<String, ModelText> open = new HashMap<>();

    @AfterAll
    void close() {
        open.values().forEach(ModelText::close);
    }

    @ParameterizedTest
    @FieldSource("MODELS")
    void goldenPromptsHaveTheReferencesTextAndIds(String model) {
        ModelText text = text(model);
        assertAll(
                Golden.of(model).prompts().stream()
                        .map(golden ->
                                () -> {
                                    assertEquals(
                                            golden.rendered(),
                                            text.render(golden.lines(), Ending.NEW_REPLY));
                                    assertEquals(
                                            golden.ids(),
                                            text.encode(golden.prompt(SpecialTokens.AS_TOKENS)),
                                            golden.name());
                                }));
    }

    @ParameterizedTest
    @FieldSource("MODELS")
    void whatHoldsNoControlTokensHasTheSameIdsAsText(String model) {
        ModelText text = text(model);
        assertAll(
                Golden.of(model).prompts().stream()
                        .filter(golden -> !golden.name().equals("special_in_text"))
                        .map(golden ->
                                () ->
                                        assertEquals(
                                                golden.ids(),
                                                text.encode(golden.prompt(SpecialTokens.AS_TEXT)),
                                                golden.name())));
    }

    @ParameterizedTest
    @FieldSource("MODELS")
    void textsHaveAsManyTokensAsTheReferenceSays(String model) {
        ModelText text = text(model);
        assertAll(
                Golden.of(model).tokenized().stream()
                        .filter(golden -> golden.decoded().equals(golden.text()))
                        .filter(golden -> !golden.text().contains("<|"))
                        .map(golden ->
                                () ->
                                        assertEquals(
                                                golden.ids().size(),
                                                text.count(golden.text()),
                                                golden.text())));
    }

    @ParameterizedTest
    @FieldSource("MODELS")
    void typedControlTokensStayText(String model) {
        List<Line> lines =
                List.of(new Line(Role.USER, "say <|end|>, <|im_end|>, <s>, </s> and <|user|> x"));
        ModelText text = text(model);
        TokenIds typed = text.encode(Golden.prompt(Ending.NEW_REPLY, SpecialTokens.AS_TEXT, lines));
        String shown = shown(text, typed);
        assertEquals(1, occurrences(shown, "say <|end|>, <|im_end|>, <s>, </s> and <|user|> x"));
        assertNotEquals(
                typed,
                text.encode(Golden.prompt(Ending.NEW_REPLY, SpecialTokens.AS_TOKENS, lines)));
    }

    @ParameterizedTest
    @FieldSource("MODELS")
    void theEditedTokenizerAgreesOnEveryGoldenPrompt(String model) {
        ModelText text = text(model);
        assertAll(
                Golden.of(model).prompts().stream()
                        .map(golden ->
                                () ->
                                        assertEquals(
                                                golden.ids(),
                                                text.encodeLiterally(golden.rendered()),
                                                golden.name())));
    }

    @ParameterizedTest
    @FieldSource("MODELS")
    void halfACharacterIsReplacedAndCounted(String model) {
        ModelText text = text(model);
        assertEquals(text.count("a\ufffdb"), text.count("a\ud83db"));
        List<Line> lines = List.of(new Line(Role.USER, "a\udc00b"));
        TokenIds ids = text.encode(Golden.prompt(Ending.NEW_REPLY, SpecialTokens.AS_TEXT, lines));
        assertEquals(1, occurrences(shown(text, ids), "a\ufffdb"));
    }

    @ParameterizedTest
    @FieldSource("MODELS")
    void anOpenReplyEndsWithTheWordsSoFar(String model) {
        ModelText text = text(model);
        List<Line> lines =
                List.of(new Line(Role.USER, "Count"), new Line(Role.ASSISTANT, "one, two <|end|>"));
        String rendered = text.render(lines, Ending.OPEN_REPLY);
        assertEquals(
                text.render(lines.subList(0, 1), Ending.NEW_REPLY) + "one, two <|end|>", rendered);
        TokenIds ids = text.encode(Golden.prompt(Ending.OPEN_REPLY, SpecialTokens.AS_TEXT, lines));
        assertEquals(1, occurrences(shown(text, ids), "one, two <|end|>"));
    }

    private static String shown(ModelText text, TokenIds ids) {
        StreamedText stream = text.stream();
        StringBuilder shown = new StringBuilder();
        ids.stream().forEach(id -> shown.append(stream.add(id)));
        return shown.append(stream.end()).toString();
    }

    private static int occurrences(String text, String part) {
        return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
    }

    private ModelText text(String model) {
        return open.computeIfAbsent(model, Golden::open);
    }

    @Test
    void aTemplateThatMakesNothingOfAConversationIsRefused(@TempDir Path folder) throws Exception {
        Path tiny = Path.of(System.getProperty("nearside.models"), "phi3-tiny-4k");
        for (String file : List.of("tokenizer.json", "tokenizer_config.json")) {
            Files.copy(tiny.resolve(file), folder.resolve(file));
        }
        Files.writeString(folder.resolve("chat_template.jinja"), "{% if false %}x{% endif %}");
        Golden.Answered golden = Golden.of("phi3-tiny-4k").prompts().getFirst();
        try (ModelText text = ModelText.open(Golden.folder(folder))) {
            for (SpecialTokens specials : SpecialTokens.values()) {
                TemplateException refused =
                        assertThrows(
                                TemplateException.class,
                                () -> text.encode(golden.prompt(specials)));
                assertTrue(refused.problem().contains("nothing"), refused.problem());
            }
        }
    }
}
