package nearside.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.storage.ledger.LedgerEvent.Began;
import nearside.storage.ledger.LedgerEvent.Ended;
import nearside.storage.ledger.LedgerRow;
import nearside.storage.vault.KeyRing;
import nearside.storage.vault.RootKey;
import nearside.storage.vault.Sealer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/// Every attempt to connect stays written down, and who changes a row is seen.
class LedgerTest {
    private static final Instant NOW = Instant.parse("2026-11-29T08:00:00Z");

    @TempDir Path folder;
    private Sealer sealer;

    @BeforeEach
    void open() throws IOException {
        sealer = sealer(RootKey.random());
    }

    private Sealer sealer(RootKey key) throws IOException {
        Path rings = Files.createTempDirectory(folder, "rings");
        return new Sealer(key, KeyRing.open(key, rings.resolve("keys"), rings.resolve("copy")));
    }

    @AfterEach
    void close() throws IOException {
        sealer.close();
    }

    private Ledger ledger() {
        return Ledger.in(folder, sealer, InstantSource.fixed(NOW));
    }

    private static Began attempt(int number) {
        return new Began(
                "https://far.example:443",
                "ANSWER",
                "NO_MEMORY_LOAD",
                "{\"missing_bytes\":" + number + "}",
                List.of("m" + number, "n" + number));
    }

    private static Ended end(long attempt) {
        return new Ended(attempt, "COMPLETE", 200, 1_000 + attempt, 2_000, 30, 4);
    }

    /// Attempts with their ends.
    private void attempts(int count) {
        Ledger ledger = ledger();
        for (int i = 0; i < count; i++) {
            ledger.ended(end(ledger.began(attempt(i))));
        }
    }

    private Path file() {
        return folder.resolve("ledger");
    }

    @Test
    void whatWasWrittenDownIsThereAfterAStart() {
        attempts(3);
        List<LedgerRow> rows = ledger().rows();
        assertEquals(
                List.of(attempt(0), end(1), attempt(1), end(3), attempt(2), end(5)),
                rows.stream().map(LedgerRow::event).toList());
        assertEquals(
                List.of(1L, 2L, 3L, 4L, 5L, 6L), rows.stream().map(LedgerRow::number).toList());
        assertEquals(OptionalLong.empty(), ledger().firstBroken());
    }

    @Test
    void anEmptyOneIsWhole() {
        assertEquals(List.of(), ledger().rows());
        assertEquals(OptionalLong.empty(), ledger().firstBroken());
    }

    @Test
    void nobodyElseCanReadIt() throws IOException {
        attempts(1);
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
        String raw = Files.readString(file(), StandardCharsets.ISO_8859_1);
        assertFalse(raw.contains("far.example"));
        try (Sealer other = sealer(RootKey.random())) {
            assertEquals(List.of(), Ledger.in(folder, other, InstantSource.fixed(NOW)).rows());
        }
    }

    /// A crash may leave any part of the last record; what is written next is there all the same.
    @Test
    void aTornEndCostsNothingThatWasTold() throws IOException {
        attempts(1);
        byte[] before = Files.readAllBytes(file());
        ledger().began(attempt(7));
        byte[] after = Files.readAllBytes(file());
        for (int length = before.length; length < after.length; length++) {
            Files.write(file(), Arrays.copyOf(after, length));
            ledger().began(attempt(8));
            assertEquals(
                    List.of(attempt(0), end(1), attempt(8)),
                    ledger().rows().stream().map(LedgerRow::event).toList(),
                    "torn at " + length);
            assertEquals(OptionalLong.empty(), ledger().firstBroken());
        }
    }

    /// Whatever byte is changed, all other rows can be read, and the chain shows the place.
    @Test
    void aChangedByteIsSeenAndHidesOnlyItsRow() throws IOException {
        attempts(2);
        byte[] whole = Files.readAllBytes(file());
        for (int at = 0; at < whole.length; at++) {
            byte[] changed = whole.clone();
            changed[at] ^= 1;
            Files.write(file(), changed);
            List<LedgerRow> rows = ledger().rows();
            assertEquals(3, rows.size(), "changed at " + at);
            long missing =
                    IntStream.rangeClosed(1, 4)
                            .filter(it -> rows.stream().noneMatch(row -> row.number() == it))
                            .findFirst()
                            .orElseThrow();
            // Without the last row nothing hangs on what is missing.
            OptionalLong expected = missing == 4 ? OptionalLong.empty() : OptionalLong.of(missing);
            assertEquals(expected, ledger().firstBroken(), "changed at " + at);
        }
    }

    @Test
    void aRowThatWasTakenOutIsSeen() throws IOException {
        attempts(1);
        int first = (int) Files.size(file());
        attempts(1);
        byte[] whole = Files.readAllBytes(file());
        Files.write(file(), Arrays.copyOfRange(whole, first, whole.length));
        assertEquals(OptionalLong.of(1), ledger().firstBroken());
    }

    @Test
    void rowsInAnotherOrderAreSeen() throws IOException {
        ledger().began(attempt(1));
        int first = (int) Files.size(file());
        ledger().began(attempt(2));
        byte[] whole = Files.readAllBytes(file());
        byte[] swapped = new byte[whole.length];
        System.arraycopy(whole, first, swapped, 0, whole.length - first);
        System.arraycopy(whole, 0, swapped, whole.length - first, first);
        Files.write(file(), swapped);
        assertTrue(ledger().firstBroken().isPresent());
    }

    @Test
    void manyAtOnceAreAllThere() throws InterruptedException {
        Ledger ledger = ledger();
        List<Thread> threads =
                IntStream.range(0, 8)
                        .mapToObj(it ->
                                Thread.ofVirtual()
                                        .start(() -> ledger.ended(end(ledger.began(attempt(it))))))
                        .toList();
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(16, ledger().rows().size());
        assertEquals(OptionalLong.empty(), ledger().firstBroken());
    }

    /// What an export says can be checked with any SHA-256.
    @Test
    void theChainIsThatOfTheExportedLines() throws Exception {
        attempts(1);
        String before = "0".repeat(64);
        for (LedgerRow row : ledger().rows()) {
            String plain = row.json().replace(",\"chain\":\"" + row.chain() + "\"", "");
            byte[] sum =
                    MessageDigest.getInstance("SHA-256")
                            .digest((before + "\n" + plain).getBytes(StandardCharsets.UTF_8));
            assertEquals(HexFormat.of().formatHex(sum), row.chain());
            before = row.chain();
        }
    }
}
