package nearside.desktop.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.desktop.history.HistoryItem.Age;
import nearside.desktop.pace.Background;
import nearside.desktop.pace.HeldThread;
import nearside.storage.ConversationId;
import nearside.storage.Profile;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

final class HistoryViewModelTest {
    @TempDir Path folder;
    private final HeldThread ui = new HeldThread();
    private final List<Optional<ConversationId>> opened = new ArrayList<>();
    private Profile profile;
    private HistoryViewModel history;

    @BeforeEach
    void open() {
        profile = Profile.open(folder);
        Background background =
                new Background(
                        Runnable::run,
                        ui,
                        failure -> {
                            throw new AssertionError(failure.toString());
                        });
        history =
                new HistoryViewModel(
                        profile.conversations(), background, Clock.system(ZoneId.systemDefault()));
        history.onOpen(opened::add);
    }

    @AfterEach
    void close() {
        profile.close();
    }

    private ConversationId begin(String question) {
        ConversationId id = profile.journal().begin(Optional.empty(), question).conversation();
        history.refresh();
        ui.run();
        return id;
    }

    private List<String> titles() {
        return history.items().stream().map(HistoryItem::title).toList();
    }

    @Test
    void theNewestComesFirstUnderToday() {
        begin("First");
        begin("Second");
        assertEquals(List.of("Second", "First"), titles());
        assertEquals(Optional.of(Age.TODAY), history.items().getFirst().opens());
        assertEquals(Optional.empty(), history.items().getLast().opens());
    }

    @Test
    void whatIsPinnedStandsAtTheHeadUntilItIsNotAnyMore() {
        begin("First");
        begin("Second");
        history.pin(history.items().getLast());
        ui.run();
        assertEquals(List.of("First", "Second"), titles());
        assertEquals(Optional.of(Age.PINNED), history.items().getFirst().opens());
        assertEquals(Optional.of(Age.TODAY), history.items().getLast().opens());
        history.pin(history.items().getFirst());
        ui.run();
        assertEquals(List.of("Second", "First"), titles());
    }

    @Test
    void openingTellsOnce() {
        ConversationId id = begin("First");
        history.open(id.value());
        history.open(id.value());
        assertEquals(List.of(Optional.of(id)), opened);
        assertEquals("First", history.openTitle().get());
    }

    @Test
    void aNewConversationHasNoTitle() {
        history.open(begin("First").value());
        history.startNew();
        assertEquals(Optional.empty(), history.open().get());
        assertEquals("", history.openTitle().get());
        assertEquals(Optional.empty(), opened.getLast());
    }

    @Test
    void whatWasJustBegunIsOpenWhenItIsLookedAt() {
        ConversationId id = begin("First");
        history.begun(id, Optional.of(id));
        ui.run();
        assertEquals(Optional.of(id.value()), history.open().get());
        assertEquals("First", history.openTitle().get());
        assertEquals(List.of(), opened);
    }

    @Test
    void whatGoesOnUnseenDoesNotBecomeOpen() {
        history.begun(begin("First"), Optional.empty());
        assertEquals(Optional.empty(), history.open().get());
    }

    @Test
    void renamingChangesListAndTitle() {
        ConversationId id = begin("First");
        history.open(id.value());
        history.rename(id.value(), "  About\nmoons ");
        ui.run();
        assertEquals(List.of("About moons"), titles());
        assertEquals("About moons", history.openTitle().get());
        assertEquals("About moons", profile.conversations().find(id).orElseThrow().title());
    }

    @Test
    void aBlankNameChangesNothing() {
        ConversationId id = begin("First");
        history.rename(id.value(), "  ");
        ui.run();
        assertEquals("First", profile.conversations().find(id).orElseThrow().title());
    }

    @Test
    void aDeletedConversationComesBackByUndo() {
        begin("First");
        begin("Second");
        history.delete(history.items().getFirst());
        assertEquals(List.of("First"), titles());
        ui.run();
        assertEquals(List.of("First"), titles());
        history.undo();
        ui.run();
        assertEquals(List.of("Second", "First"), titles());
        assertEquals(Optional.empty(), history.deleted().get());
    }

    @Test
    void undoIsOfferedForTenSeconds() {
        begin("First");
        history.delete(history.items().getFirst());
        assertEquals("First", history.deleted().get().orElseThrow().title());
        ui.pass(HistoryViewModel.UNDO_TIME);
        assertEquals(Optional.empty(), history.deleted().get());
    }

    @Test
    void aSecondDeletionStartsTheTenSecondsAnew() {
        begin("First");
        begin("Second");
        history.delete(history.items().getFirst());
        history.delete(history.items().getFirst());
        assertEquals(1, ui.delays());
        assertEquals("First", history.deleted().get().orElseThrow().title());
    }

    @Test
    void deletingTheOpenOneOpensANewOne() {
        history.open(begin("First").value());
        history.delete(history.items().getFirst());
        assertEquals(Optional.empty(), history.open().get());
        assertEquals(Optional.empty(), opened.getLast());
    }
}
