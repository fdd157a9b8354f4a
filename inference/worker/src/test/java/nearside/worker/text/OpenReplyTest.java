package nearside.worker.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.engine.Prompt.Ending;
import nearside.engine.Prompt.Line;
import nearside.engine.Role;
import nearside.worker.template.Value;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// *Continue* with the chat templates that models are published with.
class OpenReplyTest {
    private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    private static final Line SYSTEM = new Line(Role.SYSTEM, "Be brief.");
    private static final List<Line> ASKED = List.of(new Line(Role.USER, "Count!"));
    private static final List<Line> TURNS =
            List.of(
                    new Line(Role.USER, "Hi"),
                    new Line(Role.ASSISTANT, "Hello."),
                    new Line(Role.USER, "Count!"));

    @ParameterizedTest
    @CsvSource({
        "phi-3-mini, <|end|>/<|assistant|>/, true",
        "phi-3.5-mini, <|end|>/<|assistant|>/, true",
        "phi-4-mini, <|end|><|assistant|>, true",
        "smollm2, <|im_end|>/<|im_start|>assistant/, true",
        "qwen2.5, <|im_end|>/<|im_start|>assistant/, true",
        "llama-3, <|eot_id|><|start_header_id|>assistant<|end_header_id|>//, true",
        "llama-3.1, <|eot_id|><|start_header_id|>assistant<|end_header_id|>//, true",
        "llama-3.2, <|eot_id|><|start_header_id|>assistant<|end_header_id|>//, true",
        "gemma-2, <end_of_turn>/<start_of_turn>model/, false",
        "gemma-3, <end_of_turn>/<start_of_turn>model/, true",
        "mistral-v0.1-first, ' [|INST]', false",
        "mistral-v0.1, ' [|INST] ', true",
        "mistral-v0.3, '[|INST] ', true"
    })
    void theWordsSoFarStandRightBehindTheOpeningOfTheReply(
            String template, String between, boolean knowsSystem) throws IOException {
        Conversation conversation = conversation(template);
        String opening = between.replace('/', '\n').replace("[|", "[/");
        for (List<Line> asked : List.of(ASKED, TURNS)) {
            check(conversation, asked, opening);
            if (knowsSystem) {
                List<Line> told = new ArrayList<>(asked);
                told.addFirst(SYSTEM);
                check(conversation, told, opening);
            }
        }
    }

    private static void check(Conversation conversation, List<Line> asked, String opening) {
        String began = conversation.render(asked, Ending.NEW_REPLY, "\ue000");
        for (String words : List.of("", "1, 2,", "1,\n\n", "</s><|end|><end_of_turn>")) {
            List<Line> lines = new ArrayList<>(asked);
            lines.add(new Line(Role.ASSISTANT, words));
            String open = conversation.render(lines, Ending.OPEN_REPLY, "\ue000");
            String tail = "Count!" + opening + words;
            assertEquals(tail, open.substring(Math.max(0, open.length() - tail.length())));
            assertTrue(open.startsWith(began), open);
        }
    }

    private static Conversation conversation(String template) throws IOException {
        String file = "/nearside/worker/template/published/" + template + ".jinja";
        try (var stream = Objects.requireNonNull(OpenReplyTest.class.getResourceAsStream(file))) {
            String source = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            Map<String, Value> tokens =
                    Map.of("bos_token", Value.of("<s>"), "eos_token", Value.of("</s>"));
            return new Conversation(new TokenizerConfig(source, tokens), CLOCK);
        }
    }
}
