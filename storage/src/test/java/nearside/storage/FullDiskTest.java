package nearside.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import nearside.storage.Message.Segment;
import nearside.storage.Message.Source;
import nearside.storage.Message.State;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A disk that is really full: a file system of sixteen megabytes, where this machine lets us mount
/// one.
class FullDiskTest {
    private static final String CHUNK = "x".repeat(100_000);

    private static final int ALL = Integer.MAX_VALUE - 4096;

    @TempDir Path folder;

    @BeforeEach
    void mount() throws Exception {
        assumeTrue(
                Files.isExecutable(Path.of("/bin/mount"))
                        && run(
                                "mount",
                                "-t",
                                "tmpfs",
                                "-o",
                                "size=16m",
                                "tmpfs",
                                folder.toString()),
                "only root on Linux can mount a small disk");
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", folder.toString());
    }

    @Test
    void aFullDiskIsToldNothingPromisedIsLostAndItGoesOnWhenThereIsRoom() throws Exception {
        Path filler = fill(12_000_000);
        Journal.Begun begun;
        int kept;
        try (Profile profile = Profile.open(folder)) {
            begun = profile.journal().begin(Optional.empty(), "Hello");
            kept = appendUntilFull(profile, begun);

            assertEquals(kept * CHUNK.length(), reply(profile, begun).text().length());

            Files.delete(filler);
            append(profile, begun);
            profile.journal().finish(begun.reply(), State.DONE, Optional.empty());
        }
        try (Profile profile = Profile.open(folder)) {
            assertEquals(
                    List.of(new Segment(Source.HERE, CHUNK.repeat(kept + 1))),
                    reply(profile, begun).segments());
        }
        assertEquals("ok", Rows.first(folder, "PRAGMA integrity_check"));
    }

    @Test
    void aQuestionThatFailedAndIsAskedAgainIsThereOnce() throws Exception {
        Path filler = fill(12_000_000);
        try (Profile profile = Profile.open(folder)) {
            String question = "x".repeat(5_500_000);
            failure(() -> profile.journal().begin(Optional.empty(), question));
            assertEquals(List.of(), profile.conversations().list());
            Files.delete(filler);

            Journal.Begun begun = profile.journal().begin(Optional.empty(), question);

            assertEquals(1, profile.conversations().list().size());
            assertEquals(
                    List.of(begun.question(), begun.reply()),
                    profile.conversations().messages(begun.conversation()).stream()
                            .map(Message::id)
                            .toList());
        }
    }

    @Test
    void aDiskWithoutRoomForANewProfileSaysSo() throws Exception {
        fill(ALL);

        assertInstanceOf(
                StorageFailure.DiskFull.class, failure(() -> Profile.open(folder).close()));
    }

    @Test
    void settingsOnAFullDiskStayAsTheyWere() throws Exception {
        SettingsFile settings = new SettingsFile(folder);
        Settings kept = settings.change(old -> named("kept"));
        fill(ALL);

        assertInstanceOf(
                StorageFailure.DiskFull.class,
                failure(() -> settings.change(old -> named("x".repeat(10_000)))));
        assertEquals(kept, settings.read());
    }

    /// The snapshot that does not fit is gone, the one before it stays, and nobody is told.
    @Test
    void aFullDiskDropsTheSnapshotAndNothingElse() throws Exception {
        KvSnapshots.Model model = new KvSnapshots.Model("place", "kind");
        List<byte[]> lines = List.of(new byte[] {1});
        KvSnapshots.Asked asked = new KvSnapshots.Asked("talk", lines, List.of(1));
        KvSnapshots all = KvSnapshots.in(folder, SnapshotKeys.ofOne("talk"));
        SnapshotWriter first = all.keep(model, asked, new byte[1], 9).orElseThrow();
        first.write(ByteBuffer.allocate(9));
        first.finish();
        long before = all.bytes();
        SnapshotWriter more =
                all.find(model, "talk", lines)
                        .orElseThrow()
                        .grow(asked, new byte[1], 1_000_000)
                        .orElseThrow();
        fill(ALL);

        assertFalse(more.write(ByteBuffer.allocate(1_000_000)));
        assertEquals(Optional.empty(), all.keep(model, asked, new byte[1], 1_000_000));

        assertEquals(before, all.bytes());
        SealedSnapshot kept = all.find(model, "talk", lines).orElseThrow();
        assertTrue(kept.read(bytes -> bytes.remaining() == 9));
    }

    private static Settings named(String model) {
        return Settings.DEFAULT.withModel(Optional.of(model));
    }

    private int appendUntilFull(Profile profile, Journal.Begun begun) {
        for (int kept = 0; kept < 100; kept++) {
            try {
                append(profile, begun);
            } catch (StorageException full) {
                long free =
                        assertInstanceOf(StorageFailure.DiskFull.class, full.failure()).freeBytes();
                assertTrue(free < 1_000_000, "free: " + free);
                return kept;
            }
        }
        throw new AssertionError("the disk never filled");
    }

    private static void append(Profile profile, Journal.Begun begun) {
        profile.journal().append(begun.reply(), new Segment(Source.HERE, CHUNK));
    }

    private static Message reply(Profile profile, Journal.Begun begun) {
        return profile.conversations().messages(begun.conversation()).getLast();
    }

    private static StorageFailure failure(Runnable work) {
        return assertThrows(StorageException.class, work::run).failure();
    }

    /// Takes so many bytes of the disk, or as many as there are.
    private Path fill(int bytes) throws IOException {
        Path filler = folder.resolve("filler");
        try (var out = Files.newOutputStream(filler)) {
            for (int written = 0; written < bytes; written += 4096) {
                out.write(new byte[4096]);
            }
        } catch (IOException full) {
            assertTrue(Files.size(filler) > 0);
        }
        return filler;
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
    }
}
