package nearside.storage;

import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import nearside.storage.KvSnapshots.Asked;
import nearside.storage.KvSnapshots.Model;
import nearside.storage.vault.KeyRing;
import nearside.storage.vault.RootKey;
import nearside.storage.vault.Sealer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/// Snapshots of a few conversations in a folder, under keys of their own.
abstract class SnapshotsOnDisk {
    static final Model MODEL = new Model("/models/x", "kind one");
    static final String TALK = "talk";
    static final String OTHER = "other talk";
    static final int KIB = 1024;

    /// Where the name of the conversation stands in a file.
    static final int NAME = 8 + 4 * 16;

    static final int NAME_END = NAME + 16;

    @TempDir Path profile;
    @TempDir Path vault;
    final RootKey root = RootKey.random();
    Sealer sealer;

    @BeforeEach
    void openVault() throws IOException {
        sealer = sealer(root);
        sealer.begin(List.of(TALK, OTHER));
    }

    Sealer sealer(RootKey of) throws IOException {
        return new Sealer(of, KeyRing.open(of, vault.resolve("keys"), vault.resolve("copy")));
    }

    @AfterEach
    void closeVault() throws IOException {
        sealer.close();
    }

    /// As a program that was just started does.
    KvSnapshots open() {
        return within(KvSnapshots.MOST_BYTES);
    }

    KvSnapshots within(long mostBytes) {
        KvSnapshots all = new KvSnapshots(profile, SnapshotKeys.of(sealer), mostBytes);
        all.prepare();
        return all;
    }

    static List<byte[]> lines(String... lines) {
        return Stream.of(lines).map(line -> line.getBytes(UTF_8)).toList();
    }

    /// All lines, of which the last prompt had all.
    static Asked asked(String... lines) {
        return askedIn(TALK, lines);
    }

    static Asked askedIn(String conversation, String... lines) {
        return new Asked(conversation, lines(lines), List.of(lines.length));
    }

    static byte[] label(String text) {
        return text.getBytes(UTF_8);
    }

    static byte[] data(int seed, int count) {
        byte[] data = new byte[count];
        new Random(seed).nextBytes(data);
        return data;
    }

    static void keep(KvSnapshots all, Asked asked, String label, byte[] data) {
        try (SnapshotWriter writer =
                all.keep(MODEL, asked, label(label), data.length).orElseThrow()) {
            assertTrue(writer.write(ByteBuffer.wrap(data)));
            writer.finish();
        }
    }

    static void grow(SealedSnapshot from, Asked asked, String label, byte[] data) {
        try (SnapshotWriter writer = from.grow(asked, label(label), data.length).orElseThrow()) {
            assertTrue(writer.write(ByteBuffer.wrap(data)));
            writer.finish();
        }
    }

    static Optional<byte[]> read(SealedSnapshot snapshot) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        boolean whole =
                snapshot.read(bytes -> {
                    byte[] piece = new byte[bytes.remaining()];
                    bytes.get(piece);
                    out.writeBytes(piece);
                    return true;
                });
        return whole ? Optional.of(out.toByteArray()) : Optional.empty();
    }

    static List<String> labels(KvSnapshots all, String... lines) {
        return labelsIn(TALK, all, lines);
    }

    static List<String> labelsIn(String conversation, KvSnapshots all, String... lines) {
        return all.find(MODEL, conversation, lines(lines))
                .map(found ->
                        found.labels().stream().map(label -> new String(label, UTF_8)).toList())
                .orElse(List.of());
    }

    Path folder() {
        return profile.resolve("cache").resolve("kv-snapshots");
    }

    List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.toList();
        }
    }
}
