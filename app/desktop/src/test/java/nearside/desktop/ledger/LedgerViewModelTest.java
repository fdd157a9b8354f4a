package nearside.desktop.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.desktop.pace.Background;
import nearside.desktop.pace.HeldThread;
import nearside.desktop.words.Words;
import nearside.storage.Journal;
import nearside.storage.Message.Facts;
import nearside.storage.Message.Segment;
import nearside.storage.Message.Source;
import nearside.storage.Message.State;
import nearside.storage.Profile;
import nearside.storage.far.FarEntry;
import nearside.storage.ledger.LedgerEvent.Began;
import nearside.storage.ledger.LedgerEvent.Ended;
import nearside.storage.policy.Policy.Export;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/// What left is told by the ledger, what stayed by the answers.
final class LedgerViewModelTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Kathmandu");

    /// A Sunday evening in Kathmandu.
    private static final Instant NOW = Instant.parse("2026-11-29T16:00:00Z");

    @TempDir Path folder;
    private final HeldThread ui = new HeldThread();
    private Profile profile;
    private LedgerViewModel ledger;

    @BeforeEach
    void open() {
        profile = Profile.open(folder.resolve("profile"));
        ledger = under(Export.ALLOWED);
    }

    @AfterEach
    void close() {
        profile.close();
    }

    private LedgerViewModel under(Export export) {
        return new LedgerViewModel(
                new LedgerViewModel.Behind(
                        profile.conversations(), profile.ledger(), profile.farModels()),
                export,
                new Background(
                        Runnable::run,
                        ui,
                        failure -> {
                            throw new AssertionError(failure);
                        }),
                Words.of(Locale.ENGLISH),
                Clock.fixed(NOW, ZONE));
    }

    private void reply(Source source, Instant finished) {
        Journal.Begun ids = profile.journal().begin(Optional.empty(), "?");
        profile.journal().append(ids.reply(), new Segment(source, "words"));
        profile.journal()
                .finish(
                        ids.reply(),
                        State.DONE,
                        Optional.of(new Facts("model", 1_000, 500, 0.5, 20, finished)));
    }

    private void attempt(String far) {
        long number =
                profile.ledger().began(new Began(far, "ANSWER", "TOO_SLOW", "", List.of("m1")));
        profile.ledger().ended(new Ended(number, "COMPLETE", 200, 1_200, 3_400, 30, 4));
    }

    private void lender(String id, Optional<FarEntry.Price> price) {
        profile.farModels()
                .keep(
                        new FarEntry(
                                id,
                                "Far " + id,
                                FarEntry.Whose.CLOUD,
                                new FarEntry.Door(
                                        URI.create("https://far.example"),
                                        FarEntry.Header.BEARER,
                                        Optional.empty()),
                                new FarEntry.Model("m", FarEntry.Dialect.OPENAI, 9_000),
                                price));
    }

    private Page page() {
        ledger.refresh();
        ui.run();
        return ledger.page().get();
    }

    @Test
    void whereNothingHappenedNothingIsSaid() {
        assertEquals(new Counts(0, 0, 0, 0), page().counts());
        assertEquals(Optional.empty(), page().saved());
        assertEquals(OptionalLong.empty(), page().firstBroken());
        assertEquals(List.of(), ledger.attempts());
    }

    @Test
    void answersAreCountedByPlaceAndWeek() {
        reply(Source.HERE, NOW);
        reply(Source.HERE, NOW.plusSeconds(3 * 3_600));
        reply(Source.BORROWED, NOW.minusSeconds(8 * 86_400));
        reply(Source.HERE, NOW.minusSeconds(300 * 86_400));
        Page page = page();
        assertEquals(new Counts(3, 1, 3_000, 1_500), page.counts());
        assertEquals(4_500, page.counts().tokensHome());
        assertEquals(Week.SHOWN, page.weeks().size());
        assertEquals(new Week(LocalDate.of(2026, 11, 23), 1, 0), page.weeks().getLast());
        assertEquals(new Week(LocalDate.of(2026, 11, 16), 0, 1), page.weeks().get(Week.SHOWN - 2));
    }

    /// At the first price that is known; the tokens that were borrowed do not count.
    @Test
    void moneyIsSaidOnlyWhereAPriceIsKnown() {
        reply(Source.HERE, NOW);
        reply(Source.BORROWED, NOW);
        lender("1", Optional.empty());
        assertEquals(Optional.empty(), page().saved());
        LocalDate day = LocalDate.of(2026, 11, 1);
        lender("2", Optional.of(new FarEntry.Price(new BigDecimal("2"), new BigDecimal("8"), day)));
        Saved saved = page().saved().orElseThrow();
        assertEquals(0, new BigDecimal("0.006").compareTo(saved.usd()));
        assertEquals("Far 2", saved.lender());
        assertEquals(day, saved.asOf());
    }

    @Test
    void attemptsAreShownWithTheirEndsTheLastOneFirst() {
        attempt("https://far.example:443");
        profile.ledger()
                .began(new Began("http://10.0.0.2:8000", "TRIAL", "USER_CHOICE", "", List.of()));
        page();
        assertEquals(
                List.of("http://10.0.0.2:8000", "https://far.example:443"),
                ledger.attempts().stream().map(Attempt::far).toList());
        assertEquals(Optional.empty(), ledger.attempts().getFirst().end());
        assertEquals(
                Optional.of(new Attempt.End("COMPLETE", 200, 1_200, 3_400)),
                ledger.attempts().getLast().end());
        LedgerText text = new LedgerText(Words.of(Locale.ENGLISH), ZONE);
        Attempt last = ledger.attempts().getLast();
        assertEquals(
                List.of(
                        "far.example",
                        "an answer",
                        "too slow here",
                        "1.2 KB",
                        "3.3 KB",
                        "complete"),
                List.of(
                        text.server(last),
                        text.purpose(last),
                        text.reason(last),
                        text.sent(last),
                        text.received(last),
                        text.outcome(last)));
        assertEquals("10.0.0.2:8000", text.server(ledger.attempts().getFirst()));
    }

    @Test
    void aRowThatWasTakenOutIsSaid() throws IOException {
        attempt("https://far.example:443");
        attempt("https://far.example:443");
        profile.close();
        Path file = folder.resolve("profile").resolve("ledger");
        byte[] rows = Files.readAllBytes(file);
        rows[30] ^= 1;
        Files.write(file, rows);
        profile = Profile.open(folder.resolve("profile"));
        ledger = under(Export.ALLOWED);
        assertEquals(OptionalLong.of(1), page().firstBroken());
    }

    @Test
    void anExportIsTheRowsOwnLines() throws IOException {
        attempt("https://far.example:443");
        Path file = folder.resolve("out.jsonl");
        List<String> names = new ArrayList<>();
        ledger.export(name -> {
            names.add(name);
            return Optional.of(file);
        });
        ui.run();
        assertEquals(List.of("nearside-ledger-2026-11-29.jsonl"), names);
        assertEquals(
                profile.ledger().rows().stream().map(row -> row.json()).toList(),
                Files.readAllLines(file));
        assertEquals("Written: " + file + " (2 rows)", ledger.said().get());
    }

    @Test
    void aPolicyForbidsTheExport() {
        LedgerViewModel forbidden = under(Export.FORBIDDEN);
        assertFalse(forbidden.mayExport());
        assertTrue(ledger.mayExport());
        forbidden.export(_ -> {
            throw new AssertionError("nobody is asked");
        });
    }

    @Test
    void theFootIsToldTheCounts() {
        List<Counts> told = new ArrayList<>();
        ledger.onCounted(told::add);
        reply(Source.HERE, NOW);
        ledger.count();
        ui.run();
        assertEquals(List.of(new Counts(1, 0, 1_000, 500)), told);
    }
}
