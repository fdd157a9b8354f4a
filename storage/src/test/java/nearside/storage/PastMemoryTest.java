package nearside.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// A file is never in memory as a whole. In the everyday run 100 MB are read in 64 MB of heap; more
/// by `-Dnearside.past.megabytes=500`.
class PastMemoryTest {
    private static final int TEXT = 1 << 16;
    private static final int MESSAGES = 10;

    @TempDir Path room;

    private Path export(int megabytes) throws IOException {
        int conversations = megabytes * (1 << 20) / (TEXT * MESSAGES);
        Path file = room.resolve("conversations.json");
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write("[");
            for (int i = 0; i < conversations; i++) {
                out.write(i == 0 ? "" : ",\n");
                conversation(i, out);
            }
            out.write("]");
        }
        return file;
    }

    private static void conversation(int number, Writer out) throws IOException {
        out.write("{\"uuid\":\"" + number + "\",\"name\":\"n\",\"chat_messages\":[");
        for (int i = 0; i < MESSAGES; i++) {
            out.write(
                    (i == 0 ? "" : ",")
                            + "{\"uuid\":\""
                            + i
                            + "\",\"sender\":\"human\",\"text\":\"");
            out.write("egg ".repeat(TEXT / 4));
            out.write("\"}");
        }
        out.write("]}");
    }

    private String told(String heap, Path file) throws IOException {
        try (Child child =
                Child.start(
                        List.of("env", "JAVA_TOOL_OPTIONS=-Xmx" + heap),
                        ReadingChild.class,
                        file)) {
            return child.line().orElse("died");
        }
    }

    @Test
    void aFileLargerThanTheHeapIsRead() throws Exception {
        int megabytes = Integer.getInteger("nearside.past.megabytes", 100);
        Path file = export(megabytes);
        assertTrue(Files.size(file) > 95L * megabytes * 10_000);
        long conversations = (long) megabytes * (1 << 20) / (TEXT * MESSAGES);
        assertEquals(conversations + " conversations, 0 refused", told("64m", file));
    }

    /// As it would be with the whole file in memory.
    @Test
    void theHeapOfTheChildIsReallySmall() throws Exception {
        Path file = export(2);
        assertEquals("died", told("3m", file));
    }

    @Test
    void aTextWithoutAnEndIsRefusedInLittleMemory() throws Exception {
        Path file = room.resolve("conversations.json");
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write("[{\"uuid\":\"1\",\"name\":\"n\",\"chat_messages\":[]},{\"uuid\":\"");
            for (int i = 0; i < 1000; i++) {
                out.write("x".repeat(100_000));
            }
        }
        assertEquals("1 conversations, 1 refused", told("160m", file));
    }

    /// One conversation with two attachments of the largest size, in its own profile.
    private ConversationId attached(Path folder) {
        try (Profile profile = Profile.open(folder)) {
            Journal.Begun begun = profile.journal().begin(Optional.empty(), "Look.");
            byte[] bytes = new byte[Attachments.MOST_BYTES];
            new Random(1).nextBytes(bytes);
            profile.attachments().add(begun.question(), "one.bin", bytes);
            profile.attachments().add(begun.question(), "two.bin", bytes);
            return begun.conversation();
        }
    }

    /// What is written has twice the heap of the child, and is read within the memory of the
    /// program.
    @Test
    void attachmentsAreNeverInMemoryTogetherWhenTheyAreTakenAway() throws Exception {
        Path folder = room.resolve("profile");
        ConversationId id = attached(folder);
        Path file = room.resolve("export.json");
        try (Child child =
                Child.start(
                        List.of("env", "JAVA_TOOL_OPTIONS=-Xmx64m"),
                        TakingChild.class,
                        folder,
                        id.value(),
                        file)) {
            long bytes = Long.parseLong(child.line().orElse("0"));
            assertTrue(bytes > 2L * Attachments.MOST_BYTES * 4 / 3, bytes + " written");
        }
        assertEquals("1 conversations, 0 refused", told("400m", file));
    }

    @Test
    void theLargestConversationIsReadWithinTheMemoryOfTheProgram() throws Exception {
        Path file = room.resolve("conversations.json");
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write(
                    "[{\"uuid\":\"1\",\"name\":\"n\",\"chat_messages\":[{\"uuid\":\"m\",\"text\":\"");
            for (int i = 0; i < 160; i++) {
                out.write("日".repeat(100_000));
            }
            out.write("\"}]}]");
        }
        assertEquals(Optional.of("1 conversations, 0 refused"), Optional.of(told("400m", file)));
    }
}
