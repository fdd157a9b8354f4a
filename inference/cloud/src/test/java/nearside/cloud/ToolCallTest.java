package nearside.cloud;

import static nearside.farside.Completion.DONE;
import static nearside.farside.Completion.call;
import static nearside.farside.Completion.finish;
import static nearside.farside.Completion.opening;
import static nearside.farside.Completion.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import nearside.engine.EngineFailure;
import nearside.engine.EngineFailure.Far;
import nearside.engine.Finish;
import nearside.engine.Prompt;
import nearside.engine.Prompt.Line;
import nearside.engine.ReplyEvent;
import nearside.engine.Role;
import nearside.engine.Tool;
import nearside.engine.ToolCall;
import nearside.engine.contract.Pulled;
import nearside.farside.FarSide;
import nearside.farside.Play;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Tools go to a far side with the prompt, and what it asks of them comes back as it was written.
class ToolCallTest {
    private static final Tool WEATHER =
            new Tool(
                    "weather",
                    "The weather of a place.",
                    "{\"type\":\"object\",\"properties\":{\"place\":{\"type\":\"string\"}}}");

    private static final ToolCall ZURICH = new ToolCall("a1", "weather", "{\"place\": \"Zürich\"}");
    private static final ToolCall ROME = new ToolCall("b2", "weather", "{\"place\": \"Roma\"}");

    private static Play saying(String... events) {
        return (_, wire) -> {
            wire.stream().body(opening());
            for (String event : events) {
                wire.body(event);
            }
            wire.end();
        };
    }

    private static Play calling() {
        return saying(
                text("I look. "),
                call(0, "a1", "weather", ""),
                call(0, "", "", "{\"place\": "),
                call(0, "", "", "\"Zürich\"}"),
                call(1, "b2", "weather", "{\"place\": \"Roma\"}"),
                finish("tool_calls"),
                DONE);
    }

    private static Pulled ask(FarSide far, Prompt prompt) throws IOException {
        try (Borrowed borrowed = Borrowed.from(far.base(), Borrowed.SHORT)) {
            return Pulled.all(borrowed.engine().answer(prompt));
        }
    }

    private static Prompt offering() {
        return Borrowed.ask("Weather?").offering(List.of(WEATHER));
    }

    private static List<ToolCall> calls(Pulled pulled) {
        return pulled.events().stream()
                .filter(ReplyEvent.Called.class::isInstance)
                .map(it -> ((ReplyEvent.Called) it).call())
                .toList();
    }

    private static EngineFailure failure(Pulled pulled) {
        return assertInstanceOf(ReplyEvent.Failed.class, pulled.last()).failure();
    }

    @Test
    void whatIsAskedForComesWholeAndTheReplyWaits() throws IOException {
        try (FarSide far = FarSide.plain(calling())) {
            Pulled pulled = ask(far, offering());
            assertEquals("I look. ", pulled.text());
            assertEquals(List.of(ZURICH, ROME), calls(pulled));
            assertEquals(
                    Finish.TOOLS,
                    assertInstanceOf(ReplyEvent.Finished.class, pulled.last()).finish());
            JsonObject body =
                    JsonParser.parseString(far.asked().getFirst().body()).getAsJsonObject();
            assertEquals(
                    JsonParser.parseString(
                            "[{\"type\":\"function\",\"function\":{\"name\":\"weather\","
                                    + "\"description\":\"The weather of a place.\",\"parameters\":"
                                    + WEATHER.parameters()
                                    + "}}]"),
                    body.get("tools"));
        }
    }

    @Test
    void resultsGoBackWithTheCallsThatTheyAnswer() throws IOException {
        Prompt prompt =
                new Prompt(
                                List.of(
                                        new Line(Role.USER, "Weather?"),
                                        new Line(
                                                Role.ASSISTANT,
                                                "",
                                                List.of(ZURICH),
                                                Optional.empty()),
                                        new Line(Role.TOOL, "Rain", List.of(), Optional.of("a1"))),
                                Prompt.Ending.NEW_REPLY,
                                Prompt.SpecialTokens.AS_TEXT,
                                offering().sampling(),
                                100)
                        .offering(List.of(WEATHER));
        try (FarSide far = FarSide.plain(saying(text("It rains."), finish("stop"), DONE))) {
            assertEquals("It rains.", ask(far, prompt).text());
            assertEquals(
                    JsonParser.parseString(
                            "[{\"role\":\"user\",\"content\":\"Weather?\"},{\"role\":\"assistant\","
                                    + "\"content\":\"\",\"tool_calls\":[{\"type\":\"function\",\"function\":"
                                    + "{\"name\":\"weather\",\"arguments\":\"{\\\"place\\\": \\\"Zürich\\\"}\"},"
                                    + "\"id\":\"a1\"}]},{\"role\":\"tool\",\"content\":\"Rain\","
                                    + "\"tool_call_id\":\"a1\"}]"),
                    JsonParser.parseString(far.asked().getFirst().body())
                            .getAsJsonObject()
                            .get("messages"));
        }
    }

    @Test
    void whatWasNotOfferedCannotBeAskedFor() throws IOException {
        try (FarSide far = FarSide.plain(calling())) {
            Pulled pulled = ask(far, Borrowed.ask("Weather?"));
            assertEquals(List.of(), calls(pulled));
            assertEquals(
                    "tool_calls", assertInstanceOf(Far.Withheld.class, failure(pulled)).rule());
            assertFalse(far.asked().getFirst().body().contains("tools"));
        }
    }

    @Test
    void halfACallIsNone() throws IOException {
        Play cut = saying(call(0, "a1", "weather", "{\"place\": "));
        try (FarSide far = FarSide.plain(cut)) {
            Pulled pulled = ask(far, offering());
            assertEquals(List.of(), calls(pulled));
            assertInstanceOf(Far.CutOff.class, failure(pulled));
        }
    }

    @Test
    void callsOutOfOrderOrWithoutANameAreRefused() throws IOException {
        for (String wrong : List.of(call(3, "a", "weather", "{}"), call(0, "a", "", "{}"))) {
            try (FarSide far = FarSide.plain(saying(wrong, finish("tool_calls"), DONE))) {
                Pulled pulled = ask(far, offering());
                assertEquals(List.of(), calls(pulled));
                assertInstanceOf(Far.Garbled.class, failure(pulled));
            }
        }
    }

    /// Some servers say `stop` all the same, and some give no id.
    @Test
    void aCallCountsHoweverTheReplySaysThatItEnds() throws IOException {
        Play lax = saying(call(0, "", "weather", "{}"), finish("stop"), DONE);
        try (FarSide far = FarSide.plain(lax)) {
            assertEquals(
                    List.of(new ToolCall("call_0", "weather", "{}")), calls(ask(far, offering())));
        }
    }
}
