package nearside.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.storage.Message.Facts;
import nearside.storage.Message.Segment;
import nearside.storage.Message.Source;
import nearside.storage.Message.State;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Replies are counted where they were written, with their tokens.
class AnsweredTest {
    private static final Instant QUARTER = Instant.parse("2026-11-29T08:15:00Z");

    @TempDir Path folder;
    private Profile profile;

    @BeforeEach
    void open() {
        profile = Profile.open(folder);
    }

    @AfterEach
    void close() {
        profile.close();
    }

    private ConversationId reply(Instant finished, Source... sources) {
        Journal.Begun ids = profile.journal().begin(Optional.empty(), "?");
        for (Source source : sources) {
            profile.journal().append(ids.reply(), new Segment(source, "words"));
        }
        profile.journal()
                .finish(
                        ids.reply(),
                        State.DONE,
                        Optional.of(new Facts("model", 100, 10, 0.5, 20, finished)));
        return ids.conversation();
    }

    @Test
    void thereAreNoneAtFirst() {
        assertEquals(List.of(), profile.conversations().answered());
    }

    @Test
    void theyAreCountedByQuarterAndPlace() {
        reply(QUARTER, Source.HERE);
        reply(QUARTER.plusSeconds(899), Source.HERE);
        reply(QUARTER.plusSeconds(900), Source.HERE);
        reply(QUARTER.plusSeconds(1), Source.BORROWED);
        assertEquals(
                List.of(
                        new Answered(QUARTER, Source.HERE, 2, 200, 20),
                        new Answered(QUARTER, Source.BORROWED, 1, 100, 10),
                        new Answered(QUARTER.plusSeconds(900), Source.HERE, 1, 100, 10)),
                profile.conversations().answered());
    }

    @Test
    void oneThatWentOnElsewhereIsBorrowed() {
        reply(QUARTER, Source.HERE, Source.BORROWED);
        assertEquals(
                List.of(new Answered(QUARTER, Source.BORROWED, 1, 100, 10)),
                profile.conversations().answered());
    }

    @Test
    void whatHasNoFiguresDoesNotCountAndWhatIsInTheTrashDoes() {
        profile.journal().begin(Optional.empty(), "still being written");
        Journal.Begun failed = profile.journal().begin(Optional.empty(), "failed");
        profile.journal().finish(failed.reply(), State.FAILED, Optional.empty());
        profile.conversations().delete(reply(QUARTER, Source.HERE));
        assertEquals(
                List.of(new Answered(QUARTER, Source.HERE, 1, 100, 10)),
                profile.conversations().answered());
    }
}
