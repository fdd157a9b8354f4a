package nearside.desktop.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import nearside.desktop.console.Command.Common;
import nearside.desktop.console.Command.Output;
import nearside.desktop.console.Command.Trying;
import nearside.desktop.offline.Run;
import nearside.desktop.past.PageFormat;
import nearside.desktop.trouble.Explain;
import nearside.desktop.words.Words;
import nearside.storage.Conversation;
import nearside.storage.Journal;
import nearside.storage.Profile;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/// `import` and `export` on a real profile.
class PastCommandsTest {
    private static final Common TEXT = new Common(Optional.empty(), Output.TEXT, Run.AS_SET);
    private static final Common JSON = new Common(Optional.empty(), Output.JSON, Run.AS_SET);

    @TempDir Path room;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Console console =
            new Console(
                    InputStream.nullInputStream(),
                    new PrintStream(out, true, UTF_8),
                    new PrintStream(err, true, UTF_8));
    private final Words words = Words.of(Locale.ENGLISH);
    private final Sentences sentences = new Sentences(console.err(), new Explain(words));
    private Profile profile;

    @BeforeEach
    void open() {
        profile = Profile.open(room.resolve("profile"));
    }

    @AfterEach
    void close() {
        profile.close();
    }

    private ExitCode bringIn(Common common, Trying trying, Path... from) {
        return new ImportCommand(console, profile.past(), words, sentences)
                .run(new Command.BringIn(common, List.of(from), trying));
    }

    private ExitCode takeAway(
            Common common, Optional<String> conversation, PageFormat format, Optional<Path> to)
            throws IOException {
        return new ExportCommand(console, profile, words, sentences)
                .run(new Command.TakeAway(common, conversation, format, to));
    }

    private JsonObject told() {
        return JsonParser.parseString(out.toString(UTF_8)).getAsJsonObject();
    }

    private Path chat() throws IOException {
        return Files.writeString(
                room.resolve("chats.json"),
                """
                [{"id": "c", "title": "Cats / dogs", "mapping": {
                   "q": {"message": {"author": {"role": "user"},
                      "content": {"content_type": "text", "parts": ["Which?"]}}}}}, 5]
                """);
    }

    private String id() {
        return profile.conversations().list().getFirst().id().value();
    }

    @Test
    void importTellsWhatItBroughtAndWhatItLeftOut() throws Exception {
        assertEquals(ExitCode.DONE, bringIn(TEXT, Trying.DO, chat()));
        assertEquals(
                """
                Brought in:
                Conversations: 1 new, 0 grown, 0 back from the trash, 0 already here
                Messages: 1 new, 0 already here, 0 say something else over there now and stay as they are here
                Left out: 1
                """,
                out.toString(UTF_8));
        assertEquals(
                "chats.json, conversation 2: expected an object, found a number.\n",
                err.toString(UTF_8));
        assertEquals(
                List.of("Cats / dogs"),
                profile.conversations().list().stream().map(Conversation::title).toList());
    }

    @Test
    void aPreviewChangesNothing() throws Exception {
        assertEquals(ExitCode.DONE, bringIn(JSON, Trying.PREVIEW, chat()));
        assertTrue(told().get("preview").getAsBoolean());
        assertEquals(1, told().getAsJsonObject("conversations").get("new").getAsInt());
        assertEquals(
                "Wrong",
                told().getAsJsonArray("refusals")
                        .get(0)
                        .getAsJsonObject()
                        .get("reason")
                        .getAsString());
        assertEquals(List.of(), profile.conversations().list());
    }

    @Test
    void importOfNothingIsAFailureInWords() {
        assertEquals(ExitCode.FAILED, bringIn(TEXT, Trying.DO, room.resolve("none")));
        assertTrue(
                err.toString(UTF_8).contains("none: there is no such file"), err.toString(UTF_8));
        assertTrue(err.toString(UTF_8).contains("nearside: Nothing was brought in"));
    }

    @Test
    void exportWritesAllOfThemAndImportTakesThemElsewhere() throws Exception {
        Journal.Begun begun = profile.journal().begin(Optional.empty(), "Here?");
        bringIn(TEXT, Trying.DO, chat());
        Path file = room.resolve("all.json");
        out.reset();
        assertEquals(
                ExitCode.DONE,
                takeAway(JSON, Optional.empty(), PageFormat.JSON, Optional.of(file)));
        assertEquals(2, told().get("conversations").getAsInt());
        assertEquals(3, told().get("messages").getAsInt());
        try (Profile other = Profile.open(room.resolve("other"))) {
            new ImportCommand(console, other.past(), words, sentences)
                    .run(new Command.BringIn(TEXT, List.of(file), Trying.DO));
            assertEquals(
                    profile.past().find(begun.conversation()),
                    other.past().find(begun.conversation()));
            assertEquals(2, other.conversations().list().size());
        }
    }

    @Test
    void anAttachmentThatIsLeftOutIsNamed() throws Exception {
        Journal.Begun begun = profile.journal().begin(Optional.empty(), "Here?");
        profile.attachments().add(begun.question(), "cat.png", new byte[3]);
        Path file = room.resolve("all.json");
        takeAway(TEXT, Optional.empty(), PageFormat.JSON, Optional.of(file));
        Files.writeString(file, Files.readString(file).replace("\"size\": 3", "\"size\": 4"));
        try (Profile other = Profile.open(room.resolve("other"))) {
            out.reset();
            new ImportCommand(console, other.past(), words, sentences)
                    .run(new Command.BringIn(JSON, List.of(file), Trying.DO));
            JsonObject refusal = told().getAsJsonArray("refusals").get(0).getAsJsonObject();
            assertEquals("cat.png", refusal.get("attachment").getAsString());
            assertTrue(
                    err.toString(UTF_8)
                            .endsWith(
                                    "attachment “cat.png”: expected the number of its bytes"
                                            + " for “size”, found a number.\n"),
                    err.toString(UTF_8));
            assertEquals(List.of(), other.attachments().of(begun.question()));
            assertEquals(1, other.conversations().list().size());
        }
    }

    /// A byte in the middle of the file is one of the attachment, which is nearly all of it.
    @Test
    void anAttachmentThatCannotBeReadAnyMoreIsSaid() throws Exception {
        Journal.Begun begun = profile.journal().begin(Optional.empty(), "Here?");
        profile.attachments().add(begun.question(), "cat.png", new byte[4 << 20]);
        profile.close();
        Path database = room.resolve("profile").resolve("nearside.db");
        byte[] bytes = Files.readAllBytes(database);
        bytes[(bytes.length / 2 & -(1 << 16)) + 100] ^= 1;
        Files.write(database, bytes);
        profile = Profile.open(room.resolve("profile"));
        Path file = room.resolve("all.json");
        assertEquals(
                ExitCode.DONE,
                takeAway(TEXT, Optional.empty(), PageFormat.JSON, Optional.of(file)));
        assertEquals(
                "One attachment could not be read any more. The export names it without its"
                        + " bytes.\n",
                err.toString(UTF_8));
        assertTrue(Files.readString(file).contains("cat.png"));
        takeAway(TEXT, Optional.of(id()), PageFormat.MARKDOWN, Optional.empty());
        assertTrue(
                out.toString(UTF_8).contains("cat.png (4,194,304 bytes), cannot be read any more"),
                out.toString(UTF_8));
    }

    @Test
    void exportWithoutAPlaceIsTheFileItselfOnStandardOutput() throws Exception {
        profile.journal().begin(Optional.empty(), "Here?");
        takeAway(TEXT, Optional.empty(), PageFormat.JSON, Optional.empty());
        assertEquals("nearside-conversations", told().get("format").getAsString());
        out.reset();
        takeAway(TEXT, Optional.of(id()), PageFormat.MARKDOWN, Optional.empty());
        assertTrue(out.toString(UTF_8).startsWith("# Here?\n"), out.toString(UTF_8));
    }

    @Test
    void exportIntoAFolderNamesTheFilesByTheirTitles() throws Exception {
        bringIn(TEXT, Trying.DO, chat());
        Path folder = room.resolve("pages");
        for (PageFormat format : List.of(PageFormat.MARKDOWN, PageFormat.HTML, PageFormat.PDF)) {
            takeAway(TEXT, Optional.empty(), format, Optional.of(folder));
        }
        String name = "Cats dogs " + id().substring(28);
        assertEquals(
                List.of(name + ".html", name + ".md", name + ".pdf"),
                List.of(Objects.requireNonNull(folder.toFile().list())).stream().sorted().toList());
        assertFalse(Files.readString(folder.resolve(name + ".html")).contains("<script"));
    }

    @Test
    void anUnknownConversationIsAFailureInWords() throws Exception {
        assertEquals(
                ExitCode.FAILED,
                takeAway(TEXT, Optional.of("x"), PageFormat.JSON, Optional.empty()));
        assertTrue(err.toString(UTF_8).startsWith("nearside: There is no conversation x\n"));
        assertEquals("", out.toString(UTF_8));
    }
}
