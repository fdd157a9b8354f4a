package nearside.desktop.console;

import static nearside.farside.Completion.DONE;
import static nearside.farside.Completion.call;
import static nearside.farside.Completion.finish;
import static nearside.farside.Completion.opening;
import static nearside.farside.Completion.text;
import static nearside.farside.Completion.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import nearside.desktop.console.Command.Answering;
import nearside.desktop.console.Command.Common;
import nearside.desktop.console.Command.Output;
import nearside.desktop.console.Command.Question;
import nearside.desktop.console.Command.Saving;
import nearside.desktop.offline.Run;
import nearside.desktop.offline.Standing;
import nearside.desktop.start.Installation;
import nearside.desktop.start.WayOut;
import nearside.desktop.start.Wiring;
import nearside.desktop.trouble.Explain;
import nearside.desktop.words.Words;
import nearside.engine.Sampling;
import nearside.farside.FarSide;
import nearside.farside.Play;
import nearside.storage.Profile;
import nearside.storage.Settings;
import nearside.storage.SettingsFile;
import nearside.storage.far.FarEntry;
import nearside.storage.policy.Policy;
import nearside.twologs.TwoLogs;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// `ask --tools`: a real profile, ledger and far side on the loopback; the engine of this device
/// refuses tools before anything is loaded.
class ToolsAskTest {
    private static final String TOOLS =
            """
            [{"type": "function", "function": {"name": "mail",
              "description": "Writes to somebody, for admin@example.org",
              "parameters": {"type": "object", "properties": {
                 "to": {"type": "string"}, "card": {"type": "integer", "maximum": 4111111111111111}
              }}}}]
            """;

    private static final Play CALLS =
            (_, wire) -> {
                wire.stream().body(opening());
                wire.body(text("To [EMAIL_"));
                wire.body(text("1]: "));
                wire.body(call(0, "a1", "mail", "{\"to\": \"[EMAIL_1]\", "));
                wire.body(call(0, "", "", "\"card\": \"[CARD_1]\"}"));
                wire.body(finish("tool_calls")).body(usage(120, 12)).body(DONE).end();
            };

    @TempDir Path room;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Console console =
            new Console(
                    InputStream.nullInputStream(),
                    new PrintStream(out, true, UTF_8),
                    new PrintStream(err, true, UTF_8));
    private final Deque<String> typed = new ArrayDeque<>();
    private final Words words = Words.of(Locale.ENGLISH);
    private Profile profile;

    @BeforeEach
    void open() {
        profile = Profile.open(room.resolve("profile"));
    }

    @AfterEach
    void close() {
        profile.close();
    }

    private void lends(FarSide far) {
        profile.farModels()
                .keep(
                        new FarEntry(
                                "one",
                                "Far",
                                FarEntry.Whose.CLOUD,
                                new FarEntry.Door(
                                        far.base(), FarEntry.Header.BEARER, Optional.empty()),
                                new FarEntry.Model("far-1", FarEntry.Dialect.COMPATIBLE, 9_000),
                                Optional.of(
                                        new FarEntry.Price(
                                                BigDecimal.ONE,
                                                BigDecimal.TEN,
                                                LocalDate.of(2026, 11, 1)))));
    }

    private ExitCode ask(Output output, Question question, Optional<ConsentTalk> talk)
            throws Exception {
        Path tools = Files.writeString(room.resolve("tools.json"), TOOLS);
        Command.Ask ask =
                new Command.Ask(
                        new Common(Optional.empty(), output, Run.AS_SET),
                        question,
                        new Answering(
                                Optional.empty(),
                                64,
                                Sampling.DEFAULT,
                                Optional.empty(),
                                Optional.of(tools),
                                Optional.empty()),
                        Saving.DO_NOT_SAVE);
        Path models = Path.of(System.getProperty("nearside.models"));
        Installation installation =
                new Installation(models.resolve("phi3-tiny-4k"), List.of("no worker is started"));
        try (Wiring wiring = new Wiring(installation, profile, _ -> {});
                WayOut way =
                        WayOut.of(
                                profile,
                                wiring.settings(),
                                Policy.OPEN,
                                Standing.LocalFirst::new)) {
            return new AskCommand(
                            console, wiring, new Sentences(console.err(), new Explain(words)), talk)
                    .run(ask, Optional.empty(), way.borrowing());
        }
    }

    private Optional<ConsentTalk> says(String... lines) {
        typed.addAll(List.of(lines));
        return Optional.of(
                new ConsentTalk(() -> Optional.ofNullable(typed.poll()), console.err(), words));
    }

    private static Question.Text question(String text) {
        return new Question.Text(text, Optional.empty());
    }

    private Question.Messages messages(String json) throws Exception {
        return new Question.Messages(
                Files.writeString(room.resolve("messages.json"), json).toString());
    }

    private void within(int tokens) {
        new SettingsFile(profile.folder())
                .change(old ->
                        old.with(
                                new Settings.Borrowing(
                                        Settings.Mode.LOCAL_FIRST,
                                        Settings.Consent.WITHIN_LIMITS,
                                        new Settings.Limits(tokens, BigDecimal.ONE),
                                        Set.of())));
    }

    @Test
    void thePersonSeesToolsSaysYesAndGetsTheCallsWithTheirValues() throws Exception {
        try (FarSide far = FarSide.plain(CALLS)) {
            lends(far);
            ExitCode code =
                    ask(
                            Output.TEXT,
                            question("Pay Ann, ann@example.com, with 4111 1111 1111 1111"),
                            says("3", "1"));
            assertEquals(ExitCode.DONE, code, err.toString(UTF_8));
            String sheet = err.toString(UTF_8);
            assertTrue(sheet.contains("The models on this device cannot call tools."), sheet);
            assertTrue(sheet.contains("1 tool that it may call"), sheet);
            assertFalse(sheet.contains("Never for this"), "no rule can be kept for it");
            assertTrue(sheet.contains("masked: 1 card number, 2 e-mail addresses"), sheet);
            assertTrue(sheet.contains("Tool mail:"), sheet);
            assertFalse(sheet.contains("within your limits"), "who was asked knows it");
            assertTrue(sheet.contains("Writes to somebody, for [EMAIL_2]"), sheet);
            String left = far.asked().getFirst().body();
            assertFalse(left.contains("example") || left.contains("1111 1111"), left);
            assertTrue(left.contains("\"maximum\":4111111111111111"), "limits stay numbers");
            assertEquals(
                    "To ann@example.com: \n"
                            + "{\"id\":\"a1\",\"type\":\"function\",\"function\":{\"name\":\"mail\","
                            + "\"arguments\":\"{\\\"to\\\":\\\"ann@example.com\\\","
                            + "\\\"card\\\":\\\"4111 1111 1111 1111\\\"}\"}}\n",
                    out.toString(UTF_8));
            TwoLogs.of(profile.ledger().rows(), far).assertEqual();
            assertEquals(List.of(), profile.conversations().list());
        }
    }

    @Test
    void whatToolsAnsweredLeavesMaskedToo() throws Exception {
        within(1_000);
        try (FarSide far =
                FarSide.plain((_, wire) -> {
                    wire.stream().body(opening()).body(text("Sent to [EMAIL_1]."));
                    wire.body(finish("stop")).body(usage(90, 5)).body(DONE).end();
                })) {
            lends(far);
            Question asked =
                    messages(
                            """
                            [{"role": "user", "content": "Write to Ann"},
                             {"role": "assistant", "content": null, "tool_calls": [
                                {"id": "a1", "type": "function", "function": {"name": "mail",
                                 "arguments": "{\\"to\\": \\"ann@example.com\\", \\"card\\": 4111111111111111}"}}]},
                             {"role": "tool", "tool_call_id": "a1",
                              "content": "ann@example.com got it"}]
                            """);
            assertEquals(
                    ExitCode.DONE, ask(Output.JSON, asked, Optional.empty()), err.toString(UTF_8));
            String left = far.asked().getFirst().body();
            assertTrue(
                    left.contains("{\\\"to\\\":\\\"[EMAIL_1]\\\",\\\"card\\\":\\\"[CARD_1]\\\"}"),
                    left);
            assertTrue(left.contains("\"content\":\"[EMAIL_1] got it\""), left);
            JsonObject report = JsonParser.parseString(out.toString(UTF_8)).getAsJsonObject();
            assertTrue(err.toString(UTF_8).contains("within your limits"));
            assertEquals("Sent to ann@example.com.", report.get("text").getAsString());
            assertEquals(0, report.getAsJsonArray("tool_calls").size());
            assertEquals(
                    "ENGINE_FAILED",
                    report.getAsJsonObject("decision").get("reason").getAsString());
        }
    }

    @Test
    void nothingLeavesWithoutAYes() throws Exception {
        try (FarSide far = FarSide.plain(CALLS)) {
            lends(far);
            assertEquals(ExitCode.FAILED, ask(Output.TEXT, question("Hi"), says("no")));
            assertEquals(ExitCode.FAILED, ask(Output.TEXT, question("Hi"), says()));
            assertEquals(ExitCode.FAILED, ask(Output.TEXT, question("Hi"), Optional.empty()));
            within(1);
            assertEquals(ExitCode.FAILED, ask(Output.TEXT, question("Hi"), Optional.empty()));
            assertEquals(0, far.connections());
            assertEquals(List.of(), profile.ledger().rows());
            assertTrue(
                    err.toString(UTF_8).contains("The models on this device cannot call tools"),
                    err.toString(UTF_8));
        }
    }

    @Test
    void withoutAFarModelItIsSaidWhatWouldHelp() throws Exception {
        assertEquals(ExitCode.FAILED, ask(Output.TEXT, question("Hi"), Optional.empty()));
        assertTrue(err.toString(UTF_8).contains("Set a far model up"), err.toString(UTF_8));
    }
}
