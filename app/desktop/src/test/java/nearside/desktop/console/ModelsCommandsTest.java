package nearside.desktop.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import nearside.copilot.models.Manner;
import nearside.copilot.models.Models;
import nearside.desktop.console.Command.Asking;
import nearside.desktop.console.Command.Output;
import nearside.desktop.trouble.Explain;
import nearside.desktop.words.Words;
import nearside.storage.ModelShelf;
import nearside.storage.SettingsFile;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// `models import`, `list` and `remove` on a real profile.
class ModelsCommandsTest {
    private static final Path MODELS = Path.of(System.getProperty("nearside.models"));
    private static final String STARTER = "smollm2-135m-instruct-int4";
    private static final String TINY = "phi3-tiny-4k";
    private static final Optional<Person> NOBODY = Optional.empty();

    @TempDir Path room;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Console console =
            new Console(
                    InputStream.nullInputStream(),
                    new PrintStream(out, true, UTF_8),
                    new PrintStream(err, true, UTF_8));
    private final Explain explain = new Explain(Words.of(Locale.ENGLISH));
    private final Sentences sentences = new Sentences(console.err(), explain);
    private Models models;

    @BeforeEach
    void open() {
        models = new Models(MODELS.resolve(STARTER), new ModelShelf(room), new SettingsFile(room));
    }

    private ExitCode bringIn(Path source, Manner manner, Output output) throws IOException {
        return new ModelsCommands(console.out(), models, explain, sentences)
                .bringIn(source, manner, output);
    }

    private ExitCode remove(String id, Asking asking, Output output, Optional<Person> person)
            throws IOException {
        return new RemoveCommand(console, models, sentences, person).run(id, asking, output);
    }

    private static Optional<Person> types(String line) {
        return Optional.of(() -> Optional.of(line));
    }

    private Path tiny() {
        return room.resolve("models").resolve(TINY);
    }

    private void given(Manner manner) throws IOException {
        assertEquals(ExitCode.DONE, bringIn(MODELS.resolve(TINY), manner, Output.TEXT));
        models.use(models.find(TINY).orElseThrow());
        out.reset();
    }

    @Test
    void originAndRoomAreListed() throws IOException {
        given(Manner.IN_PLACE);
        new ModelsCommands(console.out(), models, explain, sentences).list(Output.TEXT);
        assertTrue(
                out.toString(UTF_8)
                        .matches(
                                "(?s)  "
                                        + STARTER
                                        + " \\(starter, \\d+ MB on disk\\), .*\\R\\* "
                                        + TINY
                                        + " \\(in place, \\d+ MB on disk\\), .*"),
                out.toString(UTF_8));
    }

    @Test
    void whatIsNoModelFolderIsExplained() throws IOException {
        Path file = Files.writeString(room.resolve("m.gguf"), "GGUF");
        assertEquals(ExitCode.FAILED, bringIn(file, Manner.COPY, Output.TEXT));
        assertTrue(err.toString(UTF_8).contains("onnxruntime_genai.models.builder"));
        assertEquals("", out.toString(UTF_8));
    }

    @Test
    void aPersonWhoSaysYesRemovesIt() throws IOException {
        given(Manner.COPY);
        assertEquals(ExitCode.DONE, remove(TINY, Asking.ASK, Output.TEXT, types("yes")));
        assertTrue(err.toString(UTF_8).startsWith("Delete " + TINY + "? That frees "));
        assertTrue(
                out.toString(UTF_8).endsWith("are free again. Now in use: " + STARTER + ".\n"),
                out.toString(UTF_8));
        assertFalse(Files.exists(tiny()));
    }

    @Test
    void whoeverSaysAnythingElseKeepsIt() throws IOException {
        given(Manner.COPY);
        assertEquals(ExitCode.FAILED, remove(TINY, Asking.ASK, Output.TEXT, types("no")));
        assertEquals(
                ExitCode.FAILED,
                remove(TINY, Asking.ASK, Output.TEXT, Optional.of(Optional::empty)));
        assertEquals(ExitCode.FAILED, remove(TINY, Asking.ASK, Output.TEXT, NOBODY));
        assertTrue(err.toString(UTF_8).contains("models remove " + TINY + " --yes"));
        assertTrue(Files.exists(tiny()));
        assertEquals(TINY, models.inUse().id());
    }

    @Test
    void nobodyIsAskedWhereYesWasSaid() throws IOException {
        given(Manner.COPY);
        assertEquals(ExitCode.DONE, remove(TINY, Asking.YES, Output.JSON, NOBODY));
        JsonObject told = JsonParser.parseString(out.toString(UTF_8)).getAsJsonObject();
        assertEquals(STARTER, told.get("in_use").getAsString());
        JsonObject removed = told.getAsJsonObject("removed");
        assertEquals(TINY, removed.get("id").getAsString());
        assertTrue(removed.get("was_in_use").getAsBoolean());
        assertTrue(removed.get("freed_bytes").getAsLong() > 0);
    }

    @Test
    void filesElsewhereStayAndThatIsSaid() throws IOException {
        given(Manner.IN_PLACE);
        assertEquals(ExitCode.DONE, remove(TINY, Asking.ASK, Output.TEXT, types("yes")));
        assertTrue(err.toString(UTF_8).contains("Its files stay in "));
        assertTrue(out.toString(UTF_8).startsWith("Forgotten: " + TINY + ". Its files stay in "));
        assertTrue(Files.exists(MODELS.resolve(TINY)));
    }

    @Test
    void theStarterAndTheUnknownAreNotRemoved() throws IOException {
        assertEquals(ExitCode.FAILED, remove(STARTER, Asking.YES, Output.TEXT, NOBODY));
        assertEquals(ExitCode.FAILED, remove("other", Asking.YES, Output.TEXT, NOBODY));
        assertTrue(err.toString(UTF_8).contains("The starter cannot be removed."));
        assertTrue(err.toString(UTF_8).contains("There is no model \"other\""));
    }
}
