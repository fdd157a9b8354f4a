package nearside.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Optional;
import java.util.Random;

class AttachmentsTest {
    @TempDir Path folder;
    private Profile profile;
    private Journal.Begun begun;

    @BeforeEach
    void open() {
        profile = Profile.open(folder);
        begun = profile.journal().begin(Optional.empty(), "look at this");
    }

    @AfterEach
    void close() {
        profile.close();
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        new Random(count).nextBytes(bytes);
        return bytes;
    }

    private void change(String sql) throws Exception {
        profile.close();
        try (Connection file =
                DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("nearside.db"))) {
            assertTrue(file.createStatement().executeUpdate(sql) > 0, sql);
        }
        profile = Profile.open(folder);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, 5_000_000})
    void whatIsAttachedComesBackAsItWas(int count) {
        Attachment added = profile.attachments().add(begun.question(), "ä.txt", bytes(count));
        profile.close();
        profile = Profile.open(folder);
        assertEquals(List.of(added), profile.attachments().of(begun.question()));
        assertEquals(new Attachment(added.id(), "ä.txt", count), added);
        assertArrayEquals(bytes(count), profile.attachments().bytes(added.id()).orElseThrow());
        assertEquals(List.of(), profile.attachments().of(begun.reply()));
    }

    @Test
    void whatIsTooLargeOrBelongsNowhereIsRefusedInWords() {
        byte[] large = new byte[Attachments.MOST_BYTES + 1];
        assertThrows(
                IllegalArgumentException.class,
                () -> profile.attachments().add(begun.question(), "large", large));
        assertThrows(
                IllegalArgumentException.class,
                () -> profile.attachments().add(new MessageId("none"), "a", new byte[1]));
    }

    @Test
    void whatIsRemovedIsGone() {
        Attachment added = profile.attachments().add(begun.question(), "a", bytes(10));
        profile.attachments().remove(added.id());
        profile.attachments().remove(added.id());
        assertEquals(List.of(), profile.attachments().of(begun.question()));
        assertEquals(Optional.empty(), profile.attachments().bytes(added.id()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM attachment_block WHERE ordinal = 2",
                "UPDATE attachment_block SET bytes = zeroblob(length(bytes)) WHERE ordinal = 1",
                "UPDATE attachment_block SET ordinal = ordinal + 7",
            })
    void whatIsNotWholeIsNotGiven(String damage) throws Exception {
        Attachment added = profile.attachments().add(begun.question(), "a", bytes(3 << 20));
        change(damage);
        boolean moved = damage.contains("+ 7");
        assertEquals(moved, profile.attachments().bytes(added.id()).isPresent());
        assertEquals(List.of(added), profile.attachments().of(begun.question()));
    }
}
