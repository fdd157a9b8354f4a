package nearside.desktop.trash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.desktop.pace.Background;
import nearside.desktop.pace.HeldThread;
import nearside.storage.Conversation;
import nearside.storage.ConversationId;
import nearside.storage.Profile;
import nearside.storage.policy.Retention;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

class TrashViewModelTest {
    @TempDir Path folder;
    private final HeldThread ui = new HeldThread();
    private Profile profile;
    private TrashViewModel trash;
    private int told;

    @BeforeEach
    void open() {
        profile = Profile.open(folder);
        trash = trash(Retention.USUAL);
        for (String text : List.of("one", "two", "three")) {
            profile.conversations()
                    .delete(profile.journal().begin(Optional.empty(), text).conversation());
        }
        trash.refresh();
        ui.run();
    }

    private TrashViewModel trash(Retention retention) {
        Background background =
                new Background(
                        Runnable::run,
                        ui,
                        failure -> {
                            throw new AssertionError(failure.toString());
                        });
        return new TrashViewModel(profile.conversations(), retention, background, () -> told++);
    }

    @AfterEach
    void close() {
        profile.close();
    }

    private List<String> titles() {
        ui.run();
        return trash.rows().stream().map(TrashRow::title).toList();
    }

    @Test
    void whatWasDeletedLastComesFirst() {
        assertEquals(List.of("three", "two", "one"), titles());
    }

    @Test
    void itIsSaidWhenEachGoes() {
        TrashRow row = trash.rows().getFirst();
        assertEquals(row.deleted().plus(Duration.ofDays(30)), row.goes());
        TrashViewModel soon = trash(new Retention(OptionalInt.empty(), OptionalInt.of(3)));
        soon.refresh();
        ui.run();
        assertTrue(soon.rows().getFirst().goes().isBefore(row.deleted().plus(Duration.ofDays(4))));
    }

    @Test
    void whatIsBroughtBackIsInTheListAgain() {
        trash.bringBack(List.of(trash.rows().getFirst(), trash.rows().getLast()));
        assertEquals(List.of("two"), titles());
        assertEquals(1, told);
        assertEquals(
                List.of("three", "one"),
                profile.conversations().list().stream().map(Conversation::title).toList());
    }

    @Test
    void whatIsRemovedForGoodIsNowhere() {
        ConversationId gone = new ConversationId(trash.rows().getFirst().id());
        trash.removeForGood(List.of(trash.rows().getFirst()));
        assertEquals(List.of("two", "one"), titles());
        assertEquals(List.of(), profile.conversations().messages(gone));
        trash.removeForGood(List.copyOf(trash.rows()));
        assertEquals(List.of(), titles());
        assertEquals(0, told);
    }
}
