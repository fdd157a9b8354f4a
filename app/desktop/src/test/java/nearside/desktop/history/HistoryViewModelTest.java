package nearside.desktop.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.desktop.history.HistoryItem.Age;
import nearside.desktop.pace.Background;
import nearside.desktop.pace.HeldThread;
import nearside.desktop.undo.Undo;
import nearside.storage.ConversationId;
import nearside.storage.Label;
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
    private final Undo undo = new Undo(ui);
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
                        HistoryViewModel.Shelves.of(profile),
                        background,
                        undo,
                        Clock.system(ZoneId.systemDefault()));
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
        undo.undo();
        ui.run();
        assertEquals(List.of("Second", "First"), titles());
    }

    @Test
    void deletingTheOpenOneOpensANewOne() {
        history.open(begin("First").value());
        history.delete(history.items().getFirst());
        assertEquals(Optional.empty(), history.open().get());
        assertEquals(Optional.empty(), opened.getLast());
    }

    private HistoryItem item(String title) {
        return history.items().stream()
                .filter(it -> it.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatIsPutAwayIsInTheArchiveAndComesBack() {
        begin("First");
        begin("Second");
        history.archive(item("First"));
        ui.run();
        assertEquals(List.of("Second"), titles());
        history.show(new Filter.Archived());
        assertEquals(List.of("First"), titles());
        history.archive(item("First"));
        ui.run();
        assertEquals(List.of(), titles());
        undo.undo();
        ui.run();
        assertEquals(List.of("First"), titles());
        undo.undo();
        ui.run();
        history.show(new Filter.All());
        assertEquals(List.of("Second", "First"), titles());
    }

    @Test
    void aFolderShowsItsConversationsUntilItIsGone() {
        begin("First");
        begin("Second");
        history.filing().putInto(item("First"), "Work");
        history.filing().putInto(item("Second"), " ");
        ui.run();
        Label work = history.filing().folders().getFirst();
        history.show(new Filter.InFolder(work));
        assertEquals(List.of("First"), titles());
        history.filing().put(item("First"), Optional.empty());
        ui.run();
        assertEquals(List.of(), titles());
        history.filing().removeFolder(work);
        ui.run();
        assertEquals(new Filter.All(), history.filter().get());
        assertEquals(List.of("Second", "First"), titles());
    }

    @Test
    void tagsShowTheirConversations() {
        begin("First");
        begin("Second");
        history.filing().tag(item("First"), "moon");
        history.filing().tag(item("Second"), "moon");
        ui.run();
        Label moon = history.filing().tags().getFirst();
        assertTrue(history.filing().hasTag(item("First"), moon));
        history.filing().untag(item("First"), moon);
        ui.run();
        history.show(new Filter.Tagged(moon));
        assertEquals(List.of("Second"), titles());
        assertTrue(history.filed().get());
    }
}
