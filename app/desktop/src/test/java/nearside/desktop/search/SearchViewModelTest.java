package nearside.desktop.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import nearside.desktop.pace.Background;
import nearside.desktop.pace.HeldThread;
import nearside.storage.ConversationId;
import nearside.storage.Journal;
import nearside.storage.MessageId;
import nearside.storage.Profile;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

final class SearchViewModelTest {
    @TempDir Path folder;
    private final HeldThread ui = new HeldThread();
    private final Queue<Runnable> background = new ArrayDeque<>();
    private final List<Object> opened = new ArrayList<>();
    private Profile profile;
    private SearchViewModel search;

    @BeforeEach
    void open() {
        profile = Profile.open(folder);
        search =
                new SearchViewModel(
                        profile.search(),
                        new Background(
                                background::add,
                                ui,
                                failure -> {
                                    throw new AssertionError(failure.toString());
                                }),
                        ZoneOffset.UTC);
        search.onOpen((conversation, message) -> opened.addAll(List.of(conversation, message)));
    }

    @AfterEach
    void close() {
        profile.close();
    }

    private Journal.Begun ask(String question) {
        return profile.journal().begin(Optional.empty(), question);
    }

    private void run() {
        while (!background.isEmpty()) {
            background.remove().run();
        }
        ui.run();
    }

    /// Types, and looks again until all was looked through.
    private void type(String text) {
        search.typed().set(text);
        run();
        for (int i = 0; search.standing().get() instanceof Standing.Reading; i++) {
            assertEquals(true, i < 1_000_000, "the reading does not end");
            ui.pass(SearchViewModel.AGAIN);
            run();
        }
    }

    private List<String> excerpts() {
        return search.items().stream().map(item -> item.excerpt().text()).sorted().toList();
    }

    @Test
    void whatIsTypedIsFoundAndOpened() {
        Journal.Begun begun = ask("About moons");
        ask("About suns");
        type("moon");
        assertEquals(List.of("About moons", "About moons"), excerpts());
        assertEquals(new Standing.Complete(), search.standing().get());
        search.items().stream().filter(item -> item.message().isPresent()).forEach(search::open);
        assertEquals(List.<Object>of(begun.conversation(), Optional.of(begun.question())), opened);
    }

    @Test
    void aTitleIsOpenedWithoutAMessage() {
        ConversationId id = ask("one").conversation();
        profile.conversations().rename(id, "Moons");
        type("moons");
        search.openFirst();
        assertEquals(List.<Object>of(id, Optional.<MessageId>empty()), opened);
    }

    @Test
    void nothingTypedIsNothingLookedFor() {
        ask("About moons");
        type("moon");
        search.leave();
        assertEquals(List.of(), search.items());
        assertEquals(new Standing.Nothing(), search.standing().get());
        assertEquals("", search.typed().get());
        search.openFirst();
        assertEquals(List.of(), opened);
    }

    @Test
    void anAnswerToAnOlderQuestionIsNotShown() {
        ask("About moons");
        type("moon");
        search.typed().set("su");
        search.typed().set("");
        run();
        assertEquals(List.of(), search.items());
    }

    @Test
    void whileItIsReadItIsSaidSoAndLookedAgain() {
        ask("About moons");
        search.typed().set("moon");
        background.remove().run();
        ui.run();
        assertInstanceOf(Standing.Reading.class, search.standing().get());
        assertEquals(1, ui.delays());
        type("moons");
        assertEquals(2, search.items().size());
    }

    @Test
    void theReadingBeginsAfterTheWindow() {
        search.begin();
        assertEquals(0, background.size());
        ui.pass(SearchViewModel.START);
        assertEquals(1, background.size());
    }
}
