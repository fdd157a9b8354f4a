package nearside.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import nearside.storage.Conversation.Shelf;
import nearside.storage.search.Query;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// Folders, tags, pins and the trash.
class ShelvesTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.000000006Z");

    @TempDir Path folder;
    private Profile profile;
    private ConversationId apple;
    private ConversationId pear;

    @BeforeEach
    void begin() {
        open();
        apple = begun("apple");
        pear = begun("pear");
    }

    private void open() {
        profile =
                Profile.open(
                        folder, Optional.empty(), new Unlock.Usual(), InstantSource.fixed(NOW));
    }

    @AfterEach
    void close() {
        profile.close();
    }

    private void reopen() {
        profile.close();
        open();
    }

    private ConversationId begun(String text) {
        return profile.journal().begin(Optional.empty(), text).conversation();
    }

    private List<String> titles() {
        return profile.conversations().list().stream().map(Conversation::title).toList();
    }

    private static List<String> names(List<Label> labels) {
        return labels.stream().map(Label::name).toList();
    }

    private Shelf shelf(ConversationId conversation) {
        return profile.conversations().find(conversation).orElseThrow().shelf();
    }

    @Test
    void whatIsPinnedComesFirst() {
        assertEquals(List.of("pear", "apple"), titles());
        profile.conversations().pin(apple);
        reopen();
        assertEquals(List.of("apple", "pear"), titles());
        assertEquals(Optional.of(NOW), shelf(apple).pinned());
        profile.conversations().unpin(apple);
        assertEquals(List.of("pear", "apple"), titles());
        assertEquals(Shelf.LOOSE, shelf(apple));
    }

    @Test
    void aConversationIsInOneFolder() {
        Label work = profile.folders().make("Work");
        Label home = profile.folders().make("  at \n home ");
        profile.folders().put(apple, Optional.of(work.id()));
        profile.folders().put(apple, Optional.of(home.id()));
        reopen();
        assertEquals(Optional.of(home.id()), shelf(apple).folder());
        assertEquals(List.of("at home", "Work"), names(profile.folders().list()));
        profile.folders().put(apple, Optional.empty());
        assertEquals(Shelf.LOOSE, shelf(apple));
    }

    @Test
    void aFolderThatIsRemovedKeepsItsConversations() {
        Label work = profile.folders().make("Work");
        profile.folders().put(apple, Optional.of(work.id()));
        profile.folders().remove(work.id());
        profile.folders().remove(work.id());
        assertEquals(Shelf.LOOSE, shelf(apple));
        assertEquals(List.of("pear", "apple"), titles());
    }

    @Test
    void noTwoFoldersHaveTheSameName() {
        Label work = profile.folders().make("Work");
        assertEquals(work, profile.folders().make("Work "));
        Label home = profile.folders().make("Home");
        assertThrows(
                IllegalArgumentException.class, () -> profile.folders().rename(home.id(), "Work"));
        profile.folders().rename(home.id(), "Home");
        profile.folders().rename(home.id(), "House");
        assertEquals(List.of("House", "Work"), names(profile.folders().list()));
    }

    @Test
    void whatIsNoFolderIsRefusedInWords() {
        LabelId none = new LabelId("none");
        assertThrows(IllegalArgumentException.class, () -> profile.folders().make(" \n"));
        assertThrows(IllegalArgumentException.class, () -> profile.folders().rename(none, "x"));
        assertThrows(
                IllegalArgumentException.class,
                () -> profile.folders().put(apple, Optional.of(none)));
        assertThrows(
                IllegalArgumentException.class,
                () -> profile.folders().put(new ConversationId("none"), Optional.empty()));
        assertEquals(Shelf.LOOSE, shelf(apple));
    }

    @Test
    void searchKnowsTheFolderAtOnce() throws InterruptedException {
        profile.search().begin();
        profile.folders().put(apple, Optional.of(profile.folders().make("Work").id()));
        assertEquals(List.of("apple"), found("folder:work"));
        profile.folders().put(apple, Optional.empty());
        assertEquals(List.of(), found("folder:work"));
    }

    private List<String> found(String typed) throws InterruptedException {
        profile.search().finish();
        return profile.search().find(Query.typed(typed, ZoneOffset.UTC), 10).stream()
                .map(Hit::title)
                .distinct()
                .toList();
    }

    @Test
    void aConversationHasManyTags() {
        profile.tags().add(apple, "green");
        Label fruit = profile.tags().add(apple, "fruit");
        assertEquals(fruit, profile.tags().add(pear, " fruit"));
        profile.tags().add(pear, "fruit");
        reopen();
        assertEquals(List.of("fruit", "green"), names(profile.tags().of(apple)));
        assertEquals(List.of("fruit"), names(profile.tags().of(pear)));
        profile.tags().rename(fruit.id(), "Obst");
        assertEquals(List.of("Obst"), names(profile.tags().of(pear)));
    }

    @Test
    void aTagThatNobodyHasAnyMoreGoes() {
        Label fruit = profile.tags().add(apple, "fruit");
        profile.tags().add(pear, "fruit");
        profile.tags().takeFrom(apple, fruit.id());
        assertEquals(List.of("fruit"), names(profile.tags().list()));
        profile.tags().takeFrom(pear, fruit.id());
        assertEquals(List.of(), profile.tags().list());
        assertThrows(
                IllegalArgumentException.class,
                () -> profile.tags().add(new ConversationId("none"), "fruit"));
        assertEquals(List.of(), profile.tags().list());
    }

    @Test
    void theTrashShowsWhatCanBeBroughtBack() {
        Conversation whole = profile.conversations().find(apple).orElseThrow();
        profile.conversations().delete(apple);
        reopen();
        assertEquals(List.of(new Deleted(whole, NOW)), profile.conversations().deleted());
        assertEquals(List.of("pear"), titles());
        profile.conversations().restore(apple);
        assertEquals(List.of(), profile.conversations().deleted());
        assertEquals(List.of("pear", "apple"), titles());
    }
}
