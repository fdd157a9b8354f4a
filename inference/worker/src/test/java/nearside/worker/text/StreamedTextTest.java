package nearside.worker.text;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StreamedTextTest {
    static final List<String> MODELS = Golden.MODELS;

    private final Map<String, ModelText> open = new HashMap<>();

    @AfterAll
    void close() {
        open.values().forEach(ModelText::close);
    }

    @ParameterizedTest
    @FieldSource("MODELS")
    void piecesOfAGoldenReplyMakeTheWholeText(String model) {
        assertAll(
                Golden.of(model).prompts().stream()
                        .map(golden ->
                                () ->
                                        assertEquals(
                                                golden.text(),
                                                streamed(model, golden.replyIds()))));
    }

    @ParameterizedTest
    @FieldSource("MODELS")
    void piecesOfATokenizerCaseMakeTheWholeText(String model) {
        assertAll(
                Golden.of(model).tokenized().stream()
                        .map(golden ->
                                () ->
                                        assertEquals(
                                                golden.decoded(), streamed(model, golden.ids()))));
    }

    private String streamed(String model, List<Integer> ids) {
        StreamedText stream = open.computeIfAbsent(model, Golden::open).stream();
        StringBuilder text = new StringBuilder();
        for (int id : ids) {
            text.append(stream.add(id));
        }
        return text.append(stream.end()).toString();
    }
}
