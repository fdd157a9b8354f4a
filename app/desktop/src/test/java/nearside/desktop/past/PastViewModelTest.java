package nearside.desktop.past;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.desktop.pace.Background;
import nearside.desktop.pace.HeldThread;
import nearside.desktop.past.Bringing.Counted;
import nearside.desktop.past.Bringing.Ended;
import nearside.desktop.past.Bringing.Step;
import nearside.desktop.past.ExportViewModel.Target;
import nearside.desktop.trouble.Explain;
import nearside.desktop.words.Words;
import nearside.storage.Conversation;
import nearside.storage.Journal;
import nearside.storage.Message;
import nearside.storage.Profile;
import nearside.storage.policy.Policy.Export;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Conversations go out of one profile and into another.
class PastViewModelTest {
    @TempDir Path room;
    private final Words words = Words.of(Locale.ENGLISH);
    private final HeldThread ui = new HeldThread();
    private Profile from;
    private Profile into;
    private Background background;
    private PastViewModel past;
    private ExportViewModel export;
    private String exported = "";
    private int told;

    @BeforeEach
    void open() {
        from = Profile.open(room.resolve("from"));
        into = Profile.open(room.resolve("into"));
        background =
                new Background(
                        Runnable::run,
                        ui,
                        failure -> {
                            throw new AssertionError(failure.toString());
                        });
        past = new PastViewModel(into.past(), background, new Explain(words), () -> told++);
        export = new ExportViewModel(from.past(), Export.ALLOWED, background, words);
        Journal.Begun begun = from.journal().begin(Optional.empty(), "Why is the sky blue?");
        from.journal()
                .append(
                        begun.reply(),
                        new Message.Segment(Message.Source.HERE, "Because of scattering."));
        from.journal().finish(begun.reply(), Message.State.DONE, Optional.empty());
        exported = begun.conversation().value();
    }

    @AfterEach
    void close() {
        from.close();
        into.close();
    }

    private Path written(PageFormat format) {
        Path file = room.resolve("out." + format.ending());
        export.export(exported, _ -> Optional.of(new Target(file, format)));
        ui.run();
        assertEquals("Written: " + file, export.said().get());
        return file;
    }

    private Counted counted() {
        ui.run();
        return assertInstanceOf(Counted.class, past.bringing().get());
    }

    @Test
    void aPolicyKeepsConversationsInTheProgram() {
        ExportViewModel forbidden =
                new ExportViewModel(from.past(), Export.FORBIDDEN, background, words);
        forbidden.export(
                exported,
                _ -> {
                    throw new AssertionError("asked where to");
                });
        ui.run();
        assertEquals(words.of("past.forbidden"), forbidden.said().get());
    }

    @Test
    void whatWasTakenOutComesInAfterAPreview() {
        Path file = written(PageFormat.JSON);
        past.choose(List.of(file));
        Counted preview = counted();
        assertEquals(Step.PREVIEW, preview.step());
        assertEquals(new Bringing.Conversations(1, 0, 0, 0), preview.count().conversations());
        assertTrue(preview.brings());
        assertEquals(List.of(), into.conversations().list());

        past.bringIn();
        Counted brought = counted();
        assertEquals(new Bringing.Messages(2, 0, 0), brought.count().messages());
        assertEquals(Ended.DONE, brought.ended());
        assertEquals(1, told);
        assertEquals(
                List.of("Why is the sky blue?"),
                into.conversations().list().stream().map(Conversation::title).toList());

        past.choose(List.of(file));
        assertFalse(counted().brings());
    }

    @Test
    void whatCannotBeReadIsSaidWithItsReason() throws IOException {
        Path file = Files.writeString(room.resolve("some.json"), "{]");
        past.choose(List.of(file));
        assertFalse(counted().brings());
        assertEquals(1, past.refusals().size());
        assertTrue(past.refusals().getFirst().contains("some.json"), past.refusals().toString());
        past.forget();
        assertEquals(List.of(), past.refusals());
        assertInstanceOf(Bringing.Idle.class, past.bringing().get());
    }

    @Test
    void nothingIsChosenByCancelling() {
        past.choose(List.of());
        assertInstanceOf(Bringing.Idle.class, past.bringing().get());
        export.export(exported, _ -> Optional.empty());
        ui.run();
        assertEquals("", export.said().get());
    }

    @ParameterizedTest
    @EnumSource(PageFormat.class)
    void aConversationIsWrittenInEachForm(PageFormat format) throws IOException {
        String content = Files.readString(written(format), StandardCharsets.ISO_8859_1);
        String expected = format == PageFormat.PDF ? "%PDF-" : "Because of scattering.";
        assertTrue(content.contains(expected), content);
        ui.pass(ExportViewModel.TOLD);
        assertEquals("", export.said().get());
    }

    @Test
    void whatCannotBeWrittenIsSaid() throws IOException {
        Path file = Files.writeString(room.resolve("file"), "").resolve("below.json");
        export.export(exported, _ -> Optional.of(new Target(file, PageFormat.JSON)));
        ui.run();
        assertTrue(export.said().get().startsWith(file + " was not written"), export.said().get());
    }

    @Test
    void anEndingThatWasTypedCountsMoreThanTheChosenForm() {
        Path page = room.resolve("a.html");
        assertEquals(new Target(page, PageFormat.HTML), ExportDialog.target(page, PageFormat.PDF));
        Path own = room.resolve("a.nearside");
        assertEquals(new Target(own, PageFormat.JSON), ExportDialog.target(own, PageFormat.PDF));
        assertEquals(
                new Target(room.resolve("a.b.pdf"), PageFormat.PDF),
                ExportDialog.target(room.resolve("a.b"), PageFormat.PDF));
    }
}
