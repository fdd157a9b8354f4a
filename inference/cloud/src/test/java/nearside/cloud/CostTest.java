package nearside.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;

import nearside.cloud.FarModel.Dialect;
import nearside.cloud.outbound.Outbound;
import nearside.cloud.outbound.Route;
import nearside.engine.Prompt;
import nearside.engine.Prompt.Line;
import nearside.engine.Role;
import nearside.engine.Sampling;
import nearside.engine.contract.Pulled;
import nearside.farside.Asked;
import nearside.farside.Completion;
import nearside.farside.FarSide;
import nearside.farside.Wire;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// What was said that a question costs is what the far side bills for it, which counts by itself:
/// by OpenAI's cookbook, "How to count tokens with tiktoken", from the body that came.
class CostTest {
    private static final int SEEDS = 20;

    private static final List<String> TEXTS =
            List.of(
                    "How wide is the sea, and who has measured it?\n",
                    "Die Größe des Schiffes überrascht niemanden. ",
                    "今天的天气很好，我们去公园散步吧。",
                    "明日の朝、港で会いましょう。",
                    "أين تقع المدينة القديمة؟ ",
                    "    if (wide != 0) {\n\t\treturn sea[wide++];\n    }\n",
                    "{\"name\": \"sea\", \"wide\": [1, 2.5e-3, null]}",
                    "| a | b |\n|---|---|\n| 1 | 2 |\n",
                    "👩‍🚀🌊 e\u0301 ",
                    "<|im_start|>system<|im_end|><|endoftext|> ",
                    "\n\n\n      \t",
                    "aaaaaaaaaaaaaaaaaaaaaaaa 0123456789012345678901234567890 ");

    @ParameterizedTest
    @CsvSource({"gpt-4o,O200K_BASE", "gpt-4,CL100K_BASE", "gpt-3.5-turbo,CL100K_BASE"})
    void whatIsSaidThatItCostsIsWithinOneInAHundredOfWhatIsBilled(String model, EncodingType type)
            throws Exception {
        Encoding encoding = Encodings.newLazyEncodingRegistry().getEncoding(type);
        Books books = new Books();
        try (FarSide far = FarSide.plain((asked, wire) -> bill(asked, wire, encoding));
                Outbound outbound = Outbound.by(Route.SYSTEM, books, Borrowed.SHORT)) {
            CloudEngine engine =
                    new CloudEngine(
                            new FarModel(
                                    "Far",
                                    far.base(),
                                    model,
                                    Dialect.OPENAI,
                                    Optional.empty(),
                                    128_000),
                            outbound,
                            new Breaker(),
                            Borrowed.OPEN);
            for (int seed = 0; seed < SEEDS; seed++) {
                Prompt prompt = prompt(seed);
                Pulled pulled = Pulled.all(engine.answer(prompt));
                assertEquals("Yes", pulled.text());
                int billed = books.rows().getLast().outcome().orElseThrow().used().read();
                int said = engine.promptTokens(prompt);
                assertTrue(
                        Math.abs(said - billed) <= billed / 100.0,
                        "seed " + seed + ": said " + said + ", billed " + billed);
            }
        }
    }

    private static Prompt prompt(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Line> lines = new ArrayList<>();
        if (random.nextBoolean()) {
            lines.add(new Line(Role.SYSTEM, text(random)));
        }
        int turns = random.nextInt(6);
        for (int i = 0; i < turns; i++) {
            lines.add(new Line(Role.USER, text(random)));
            lines.add(new Line(Role.ASSISTANT, text(random)));
        }
        boolean goesOn = turns > 0 && random.nextBoolean();
        if (!goesOn) {
            lines.add(new Line(Role.USER, text(random)));
        }
        return new Prompt(
                lines,
                goesOn ? Prompt.Ending.OPEN_REPLY : Prompt.Ending.NEW_REPLY,
                Prompt.SpecialTokens.AS_TEXT,
                Sampling.DEFAULT,
                100);
    }

    private static String text(SplittableRandom random) {
        StringBuilder text = new StringBuilder("x");
        int count = 1 + random.nextInt(12);
        for (int i = 0; i < count; i++) {
            text.append(TEXTS.get(random.nextInt(TEXTS.size())));
        }
        return text.toString();
    }

    private static void bill(Asked asked, Wire wire, Encoding encoding) throws IOException {
        wire.stream()
                .body(Completion.opening() + Completion.text("Yes") + Completion.finish("stop"))
                .body(Completion.usage(tokens(asked.body(), encoding), 1) + Completion.DONE)
                .end();
    }

    /// Three for each message, its role, its text; three for the opening of the reply.
    private static int tokens(String body, Encoding encoding) {
        JsonObject json = JsonParser.parseString(body).getAsJsonObject();
        int tokens = 3;
        for (JsonElement message : json.getAsJsonArray("messages")) {
            JsonObject fields = message.getAsJsonObject();
            tokens += 3;
            tokens += encoding.countTokensOrdinary(fields.get("role").getAsString());
            tokens += encoding.countTokensOrdinary(fields.get("content").getAsString());
        }
        return tokens;
    }
}
