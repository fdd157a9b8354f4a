package nearside.desktop.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.desktop.attach.Attached;
import nearside.desktop.attach.Reading;
import nearside.desktop.attach.Reading.Why;
import nearside.desktop.pace.Background;
import nearside.desktop.pace.HeldThread;
import nearside.desktop.undo.Undo;
import nearside.desktop.words.Words;
import nearside.engine.Finish;
import nearside.engine.Prompt.Line;
import nearside.storage.Attachment;
import nearside.storage.ConversationId;
import nearside.storage.MessageId;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Files beside what is typed.
final class AttachingTest {
    private static final String READ = "notes.txt:\n```\nOne, two.\n```\n\nHow many?";

    @TempDir Path folder;
    @TempDir Path files;
    private final HeldThread ui = new HeldThread();
    private Desk desk;
    private ChatViewModel chat;

    @BeforeEach
    void open() {
        desk = Desk.in(folder);
        begin();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private void begin() {
        chat =
                new ChatViewModel(
                        desk.orchestrator(),
                        ChatViewModel.Stores.of(desk.profile()),
                        new Undo(ui),
                        new Background(
                                Runnable::run,
                                ui,
                                failure -> {
                                    throw new AssertionError(failure.toString());
                                }),
                        Words.of(Locale.ENGLISH));
        chat.show(Optional.empty());
        ui.run();
    }

    private void again() {
        desk.close();
        desk = Desk.in(folder);
        begin();
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(files.resolve(name), text);
    }

    private void attach(Path... files) throws InterruptedException {
        chat.attach(List.of(files));
        ui.runUntil(() -> transcript().reading().get() == 0);
    }

    private Transcript transcript() {
        return chat.open().get();
    }

    private List<String> names() {
        return transcript().files().stream().map(Attached::name).toList();
    }

    private void ask(String text) throws InterruptedException {
        transcript().draft().set(text);
        chat.send();
        desk.engine().write("…");
        ui.runUntil(() ->
                transcript().rows().getLast() instanceof Answer answer
                        && answer.text().get().equals("…"));
    }

    private List<String> read() {
        return desk.engine().asked().getLast().lines().stream().map(Line::text).toList();
    }

    @Test
    void aFileGoesWithTheNextQuestionAndStaysWithIt() throws Exception {
        attach(file("notes.txt", "One, two."));
        assertEquals(List.of("notes.txt"), names());
        ask("How many?");
        assertEquals(List.of(READ), read());
        assertEquals(List.of(), names());
        Question question = (Question) transcript().rows().getFirst();
        assertEquals("notes.txt", question.files().getFirst().name());
        ui.runUntil(() -> question.id().isPresent());
        MessageId id = question.id().orElseThrow();
        ConversationId conversation = transcript().id().orElseThrow();
        Attachment kept = desk.profile().attachments().of(id).getFirst();
        assertEquals(9, kept.bytes());
        again();
        chat.show(Optional.of(conversation));
        ui.run();
        Question after = (Question) transcript().rows().getFirst();
        assertEquals(List.of(Attached.of(kept)), after.files());
    }

    @Test
    void whatWaitsIsThereAfterARestartAndCanBeTakenAway() throws Exception {
        attach(file("notes.txt", "One, two."), file("more.txt", "Three."));
        again();
        assertEquals(List.of("notes.txt", "more.txt"), names());
        chat.detach(transcript().files().getFirst());
        again();
        assertEquals(List.of("more.txt"), names());
    }

    @Test
    void whatCannotBeTakenIsSaidAndTheOthersAre() throws Exception {
        attach(files.resolve("gone.txt"), file("notes.txt", "One, two."));
        assertEquals(
                Optional.of(new Reading.Refused("gone.txt", Why.UNREADABLE, 0)),
                chat.refused().get());
        assertEquals(List.of("notes.txt"), names());
        attach(file("more.txt", "Three."));
        assertEquals(Optional.empty(), chat.refused().get());
    }

    @Test
    void nothingIsSentWhileAFileIsRead() throws Exception {
        Path notes = file("notes.txt", "One, two.");
        transcript().draft().set("How many?");
        chat.attach(List.of(notes));
        chat.send();
        assertEquals("How many?", transcript().draft().get());
        ui.runUntil(() -> transcript().reading().get() == 0);
        ask("How many?");
        assertEquals(List.of(READ), read());
    }

    @Test
    void aTemporaryConversationKeepsNoneOfIt() throws Exception {
        attach(file("notes.txt", "One, two."));
        chat.keepNothing(true);
        ui.runUntil(() -> transcript().reading().get() == 0);
        assertEquals(List.of(), desk.profile().drafts().files().of(Optional.empty()));
        attach(file("more.txt", "Three."));
        assertEquals(List.of("notes.txt", "more.txt"), names());
        assertEquals(List.of(), desk.profile().drafts().files().of(Optional.empty()));
        ask("How many?");
        assertTrue(read().getFirst().startsWith("notes.txt:\n```\nOne, two.\n```\n\nmore.txt:"));
        assertEquals(List.of(), desk.profile().conversations().list());
    }

    @Test
    void aTemporaryConversationThatIsKeptAfterAllKeepsItsFiles() throws Exception {
        chat.keepNothing(true);
        attach(file("notes.txt", "One, two."));
        chat.keepNothing(false);
        ui.runUntil(() -> transcript().reading().get() == 0);
        assertEquals(List.of("notes.txt"), names());
        assertEquals(1, desk.profile().drafts().files().of(Optional.empty()).size());
    }

    @Test
    void aQuestionThatIsTakenBackTakesItsFilesBack() throws Exception {
        ask("First");
        attach(file("notes.txt", "One, two."));
        transcript().draft().set("How many?");
        chat.send();
        assertEquals(List.of(), names());
        Question waiting = (Question) transcript().rows().getLast();
        chat.cancel(waiting);
        assertEquals(List.of("notes.txt"), names());
        assertEquals("How many?", transcript().draft().get());
    }

    @Test
    void whatIsAttachedForANewConversationStaysThereWhileAnotherIsSaved() throws Exception {
        ask("First");
        ConversationId first = transcript().id().orElseThrow();
        transcript().draft().set("Second");
        chat.send();
        chat.show(Optional.empty());
        ui.run();
        attach(file("notes.txt", "One, two."));
        transcript().draft().set("Typed");
        ui.pass(Duration.ofMillis(400));
        desk.engine().finish(Finish.EOS);
        ui.runUntil(() -> desk.profile().conversations().messages(first).size() == 4);
        ui.run();
        again();
        assertEquals(List.of("notes.txt"), names());
        assertEquals("Typed", transcript().draft().get());
    }
}
