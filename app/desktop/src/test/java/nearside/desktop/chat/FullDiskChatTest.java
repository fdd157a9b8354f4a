package nearside.desktop.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import nearside.desktop.pace.Background;
import nearside.desktop.pace.HeldThread;
import nearside.desktop.undo.Undo;
import nearside.desktop.words.Words;
import nearside.storage.Conversation;
import nearside.storage.Message;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The conversation while its disk is really full: a small file system, where this machine lets us
/// mount one.
final class FullDiskChatTest {
    @TempDir Path disk;
    private final HeldThread ui = new HeldThread();
    private final List<Object> failures = new ArrayList<>();
    private Desk desk;
    private ChatViewModel chat;
    private Path filler;

    @BeforeEach
    void aFullDisk() throws Exception {
        assumeTrue(
                Files.isExecutable(Path.of("/bin/mount"))
                        && run("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", "" + disk),
                "only root on Linux can mount a small disk");
        desk = Desk.in(Files.createDirectory(disk.resolve("profile")));
        chat =
                new ChatViewModel(
                        desk.orchestrator(),
                        ChatViewModel.Stores.of(desk.profile()),
                        new Undo(ui),
                        new Background(Runnable::run, ui, failures::add),
                        Words.of(Locale.ENGLISH));
        chat.show(Optional.empty());
        ui.run();
        filler = filled();
    }

    @AfterEach
    void unmount() throws Exception {
        if (desk != null) {
            desk.close();
            run("umount", disk.toString());
        }
    }

    /// The question is longer than the model's window: what is said of that comes after it is
    /// saved. The draft and the question are refused in either order.
    @Test
    void aQuestionWaitsForRoomAndIsAskedByItself() throws Exception {
        String question = "Long? ".repeat(10_000);
        type(question);
        chat.send();
        ui.runUntil(() -> chat.diskFull().get() && !chat.answering().get());
        assertEquals(1, rows().size());
        assertEquals(Question.Standing.QUEUED, ((Question) rows().getFirst()).standing().get());

        type("typed meanwhile");
        chat.send();
        assertEquals("typed meanwhile", chat.open().get().draft().get());
        ui.pass(DiskRoom.PAUSE);
        ui.run();
        assertTrue(chat.diskFull().get(), "it is still full");

        Files.delete(filler);
        ui.pass(DiskRoom.PAUSE);
        ui.runUntil(() -> !chat.diskFull().get());
        ui.runUntil(() -> rows().size() == 2 && answered());
        assertEquals(question.strip(), stored().getFirst().text());
        assertEquals("typed meanwhile", chat.open().get().draft().get());
        assertEquals(List.of(), failures);
        assertFalse(chat.answering().get());
    }

    @Test
    void aDraftThatDoesNotFitIsSavedWhenThereIsRoom() throws Exception {
        String draft = "draft ".repeat(10_000);
        type(draft);
        chat.show(Optional.empty());
        ui.run();
        assertTrue(chat.diskFull().get());

        type(draft);
        Files.delete(filler);
        ui.pass(DiskRoom.PAUSE);
        ui.run();
        assertFalse(chat.diskFull().get());
        assertEquals(draft.strip(), desk.profile().drafts().of(Optional.empty()).strip());
    }

    private List<Message> stored() {
        Conversation only = desk.profile().conversations().list().getFirst();
        return desk.profile().conversations().messages(only.id());
    }

    private boolean answered() {
        return ((Answer) rows().get(1)).progress().get().over();
    }

    private List<Row> rows() {
        return chat.open().get().rows();
    }

    private void type(String text) {
        chat.open().get().draft().set(text);
    }

    /// Takes all that is free.
    private Path filled() throws IOException {
        Path file = disk.resolve("filler");
        try (OutputStream out = Files.newOutputStream(file)) {
            while (Files.getFileStore(disk).getUsableSpace() > 0) {
                out.write(new byte[4_096]);
            }
        }
        return file;
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
    }
}
