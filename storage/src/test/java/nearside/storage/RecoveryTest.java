package nearside.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.storage.Message.Segment;
import nearside.storage.Message.Source;
import nearside.storage.Message.Speaker;
import nearside.storage.Message.State;
import nearside.storage.policy.Retention;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

class RecoveryTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    @TempDir Path folder;

    @Test
    void aReplyLeftOpenIsCutWithAllItsPieces() {
        Journal.Begun begun;
        try (Profile profile = at(NOW)) {
            begun = profile.journal().begin(Optional.empty(), "Hello");
            append(profile, begun, Source.HERE, "one ");
            append(profile, begun, Source.HERE, "two ");
            append(profile, begun, Source.BORROWED, "three");
        }
        try (Profile profile = at(NOW)) {
            assertEquals(
                    new Message(
                            begun.reply(),
                            Speaker.ASSISTANT,
                            State.CUT,
                            Message.Text.of(
                                    List.of(
                                            new Segment(Source.HERE, "one two "),
                                            new Segment(Source.BORROWED, "three"))),
                            Optional.empty(),
                            Optional.empty()),
                    profile.conversations().messages(begun.conversation()).getLast());
        }
    }

    @Test
    void aCutReplyGoesOnAfterResume() {
        Journal.Begun begun;
        try (Profile profile = at(NOW)) {
            begun = profile.journal().begin(Optional.empty(), "Hello");
            append(profile, begun, Source.HERE, "one ");
        }
        try (Profile profile = at(NOW)) {
            profile.journal().resume(begun.reply());
            append(profile, begun, Source.HERE, "two");
            profile.journal().finish(begun.reply(), State.DONE, Optional.empty());
            assertEquals(
                    List.of(new Segment(Source.HERE, "one two")),
                    profile.conversations().messages(begun.conversation()).getLast().segments());
        }
    }

    @Test
    void whatWasDeletedThirtyDaysAgoCanStillBeRestored() {
        Journal.Begun begun = deleted();
        try (Profile profile = at(NOW.plus(Retention.TRASH))) {
            profile.conversations().restore(begun.conversation());
            assertEquals(2, profile.conversations().messages(begun.conversation()).size());
            assertEquals("draft", profile.drafts().of(Optional.of(begun.conversation())));
        }
    }

    @Test
    void whatWasDeletedEarlierIsGoneWithEverythingThatBelongsToIt() throws Exception {
        Journal.Begun begun = deleted();

        at(NOW.plus(Retention.TRASH).plus(Duration.ofNanos(1))).close();

        for (String table :
                List.of("conversation", "message", "segment", "piece", "token_count", "draft")) {
            assertEquals(0, Rows.count(folder, table), table);
        }
        try (Profile profile = at(NOW)) {
            assertEquals("", profile.drafts().of(Optional.of(begun.conversation())));
        }
    }

    @Test
    void deletedTextIsOverwrittenInTheFile() throws Exception {
        deleted();

        at(NOW.plus(Duration.ofDays(31))).close();

        assertEquals(-1, Rows.indexOf(folder.resolve(Store.FILE), "secret reply"));
    }

    @ParameterizedTest
    @CsvSource({
        // least, most, days since its last change: kept or not when deleted at once, and when not
        "0, 0, 30, true, true",
        "0, 0, 31, false, true",
        "0, 0, 4000, false, true",
        "0, 7, 7, true, true",
        "0, 7, 8, false, false",
        "0, 90, 31, false, true",
        "0, 90, 91, false, false",
        "60, 0, 60, true, true",
        "60, 0, 61, false, true",
        "60, 90, 61, false, true",
        "60, 90, 91, false, false",
        "36500, 0, 4000, true, true"
    })
    void conversationsAreKeptAsThePolicySays(
            int least, int most, int days, boolean deletedStays, boolean otherStays)
            throws SQLException {
        Retention retention = new Retention(some(least), some(most));
        Journal.Begun deleted;
        Journal.Begun other;
        try (Profile profile = at(NOW)) {
            deleted = profile.journal().begin(Optional.empty(), "Hello");
            other = profile.journal().begin(Optional.empty(), "Hello");
            profile.conversations().delete(deleted.conversation());
        }
        try (Profile profile = at(NOW.plus(Duration.ofDays(days)), retention)) {
            assertEquals(
                    otherStays, profile.conversations().find(other.conversation()).isPresent());
        }
        assertEquals(
                (deletedStays ? 1 : 0) + (otherStays ? 1 : 0), Rows.count(folder, "conversation"));
    }

    private static OptionalInt some(int days) {
        return days == 0 ? OptionalInt.empty() : OptionalInt.of(days);
    }

    private Journal.Begun deleted() {
        try (Profile profile = at(NOW)) {
            Journal.Begun begun = profile.journal().begin(Optional.empty(), "Hello");
            append(profile, begun, Source.HERE, "secret reply");
            profile.journal().finish(begun.reply(), State.DONE, Optional.empty());
            profile.journal().counted(Map.of(begun.reply(), 2), "hash");
            profile.drafts().save(Optional.of(begun.conversation()), "draft");
            profile.journal().resume(begun.reply());
            append(profile, begun, Source.HERE, "piece");
            profile.conversations().delete(begun.conversation());
            return begun;
        }
    }

    private Profile at(Instant now) {
        return Profile.open(folder, Optional.empty(), new Unlock.Usual(), InstantSource.fixed(now));
    }

    private Profile at(Instant now, Retention retention) {
        return Profile.open(
                folder, Optional.empty(), new Unlock.Usual(), retention, InstantSource.fixed(now));
    }

    private static void append(Profile profile, Journal.Begun begun, Source source, String text) {
        profile.journal().append(begun.reply(), new Segment(source, text));
    }
}
