package nearside.desktop.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.desktop.chat.Row.Pin;
import nearside.desktop.pace.Background;
import nearside.desktop.pace.HeldThread;
import nearside.desktop.undo.Undo;
import nearside.desktop.words.Words;
import nearside.engine.Finish;
import nearside.storage.MessageId;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What a person makes of a conversation, without a toolkit.
final class ShapingTest {
    @TempDir Path folder;
    private final HeldThread ui = new HeldThread();
    private Desk desk;
    private ChatViewModel chat;

    @BeforeEach
    void open() throws InterruptedException {
        desk = Desk.in(folder);
        chat =
                new ChatViewModel(
                        desk.orchestrator(),
                        ChatViewModel.Stores.of(desk.profile()),
                        new Undo(ui),
                        new Background(
                                Runnable::run,
                                ui,
                                failure -> {
                                    throw new AssertionError(failure.toString());
                                }),
                        Words.of(Locale.ENGLISH));
        chat.show(Optional.empty());
        ui.run();
        chat.send("One");
        answers("1");
        chat.send("Two");
        answers("2");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private void answers(String text) throws InterruptedException {
        desk.engine().write(text);
        desk.engine().finish(Finish.EOS);
        ui.runUntil(() -> !chat.answering().get());
        ui.run();
    }

    private List<Row> rows() {
        return chat.open().get().rows();
    }

    private List<String> texts() {
        return rows().stream()
                .map(row ->
                        switch (row) {
                            case Question question -> question.text();
                            case Answer answer -> answer.text().get();
                        })
                .toList();
    }

    private List<String> ways() {
        return rows().stream()
                .map(row -> row.branch().get())
                .map(way -> (way.at() + 1) + "/" + way.all().size())
                .toList();
    }

    private static MessageId id(Row row) {
        return row.id().orElseThrow();
    }

    @Test
    void aQuestionIsAskedAnewAndTheOldWayIsOneStepBack() throws InterruptedException {
        MessageId two = id(rows().get(2));
        chat.shaping().ask((Question) rows().get(2), "Three", List.of());
        assertEquals(List.of("One", "1", "Three", ""), texts());
        answers("3");
        assertEquals(List.of("One", "1", "Three", "3"), texts());
        assertEquals(List.of("1/0", "1/0", "2/2", "1/0"), ways());

        chat.shaping().show(rows().get(2).branch().get().before().orElseThrow());
        ui.run();
        assertEquals(List.of("One", "1", "Two", "2"), texts());
        assertEquals(List.of("1/0", "1/0", "1/2", "1/0"), ways());
        assertEquals(two, id(rows().get(2)));
        assertEquals(
                Optional.of(rows().get(2)),
                chat.open().get().sought().get(),
                "what was gone to is looked at");
    }

    @Test
    void theFirstQuestionIsAskedAnewInTheSameConversation() throws InterruptedException {
        chat.shaping().ask((Question) rows().getFirst(), "Zero", List.of());
        answers("0");
        assertEquals(List.of("Zero", "0"), texts());
        assertEquals(1, desk.profile().conversations().list().size());
    }

    @Test
    void anotherAnswerTakesThePlaceOfTheFirst() throws InterruptedException {
        chat.shaping().again((Answer) rows().get(1));
        assertEquals(List.of("One", ""), texts());
        answers("one");
        assertEquals(List.of("One", "one"), texts());
        assertEquals(List.of("1/0", "2/2"), ways());
        chat.send("Three");
        answers("3");
        assertEquals(List.of("One", "one", "Three", "3"), texts());
    }

    @Test
    void nothingIsShapedWhileAnAnswerIsOnItsWay() throws InterruptedException {
        chat.send("Three");
        ui.run();
        assertFalse(chat.shaping().may().getValue());
        chat.shaping().ask((Question) rows().getFirst(), "Zero", List.of());
        chat.shaping().again((Answer) rows().get(1));
        chat.editLast();
        assertEquals(List.of("One", "1", "Two", "2", "Three", ""), texts());
        assertFalse(((Question) rows().get(4)).edited().get());
        answers("3");
        assertTrue(chat.shaping().may().getValue());
    }

    @Test
    void anAnswerInAPersonsWordsSaysSo() {
        chat.shaping().rewrite((Answer) rows().get(3), "II");
        ui.run();
        assertEquals(List.of("One", "1", "Two", "II"), texts());
        assertEquals(List.of("1/0", "1/0", "1/0", "2/2"), ways());
        Answer mine = (Answer) rows().get(3);
        assertEquals(new Part.Writer.Person(), mine.parts().getFirst().writer());
        assertEquals(Optional.of(mine), chat.open().get().sought().get());
    }

    private List<Pin> pins() {
        return rows().stream().map(row -> row.pin().get()).toList();
    }

    @Test
    void aMessageIsPinnedAndLooseAgain() {
        List<Pin> told = new ArrayList<>();
        chat.onPinned(told::add);
        chat.shaping().pin(rows().get(1));
        ui.run();
        assertEquals(List.of(Pin.LOOSE, Pin.PINNED, Pin.LOOSE, Pin.LOOSE), pins());
        assertEquals(
                Set.of(id(rows().get(1))),
                desk.profile().conversations().pinned(chat.openId().orElseThrow()));
        chat.shaping().pin(rows().get(0));
        chat.shaping().pin(rows().get(1));
        ui.run();
        assertEquals(List.of(Pin.PINNED, Pin.LOOSE, Pin.LOOSE, Pin.LOOSE), pins());
        assertEquals(List.of(Pin.PINNED, Pin.PINNED, Pin.LOOSE), told);
    }

    @Test
    void whatIsPinnedIsSoWhereverItIsShownAgain() throws InterruptedException {
        chat.shaping().pin(rows().get(0));
        chat.shaping().pin(rows().get(2));
        ui.run();
        chat.shaping().ask((Question) rows().get(2), "Three", List.of());
        answers("3");
        assertEquals(List.of(Pin.PINNED, Pin.LOOSE, Pin.LOOSE, Pin.LOOSE), pins());
        chat.shaping().show(rows().get(2).branch().get().before().orElseThrow());
        ui.run();
        assertEquals(List.of(Pin.PINNED, Pin.LOOSE, Pin.PINNED, Pin.LOOSE), pins());
        Optional<nearside.storage.ConversationId> id = chat.openId();
        chat.show(Optional.empty());
        ui.run();
        chat.show(id);
        ui.run();
        assertEquals(List.of(Pin.PINNED, Pin.LOOSE, Pin.PINNED, Pin.LOOSE), pins());
    }

    @Test
    void theLastQuestionIsOpenedToBeWrittenAnew() {
        chat.editLast();
        assertTrue(((Question) rows().get(2)).edited().get());
        assertFalse(((Question) rows().get(0)).edited().get());
    }

    @Test
    void aMessageOnAnotherWayIsShownWhenItIsSought() throws InterruptedException {
        MessageId two = id(rows().get(2));
        chat.shaping().ask((Question) rows().get(2), "Three", List.of());
        answers("3");
        chat.seek(two);
        ui.run();
        assertEquals(List.of("One", "1", "Two", "2"), texts());
        assertEquals(Optional.of(rows().get(2)), chat.open().get().sought().get());
    }

    /// What is above the end comes, also where the first row of the end was asked anew meanwhile.
    @Test
    void aLongConversationIsWholeAfterItsFirstSeenQuestionWasAskedAnew()
            throws InterruptedException {
        for (int i = 0; i < 25; i++) {
            chat.send("Question " + i);
            answers("Answer " + i);
        }
        Optional<nearside.storage.ConversationId> id = chat.openId();
        chat.show(Optional.empty());
        ui.run();
        chat.show(id);
        ui.runWaiting();
        assertEquals(40, rows().size(), "its end first");
        chat.shaping().ask((Question) rows().getFirst(), "Anew", List.of());
        answers("New");
        List<String> texts = texts();
        assertEquals(List.of("One", "1", "Two", "2"), texts.subList(0, 4));
        assertEquals(List.of("Anew", "New"), texts.subList(texts.size() - 2, texts.size()));
        assertEquals(16, texts.size(), texts.toString());
    }

    @Test
    void nothingIsKeptOfATemporaryConversation() throws InterruptedException {
        chat.show(Optional.empty());
        ui.run();
        chat.open().get().draft().set("a secret draft");
        ui.pass(Duration.ofMillis(400));
        chat.keepNothing(true);
        chat.open().get().draft().set("a secret draft, longer");
        ui.pass(Duration.ofMillis(400));
        chat.close();
        assertEquals("", desk.profile().drafts().of(Optional.empty()));
        chat.send("Secret");
        answers("Of course");
        chat.send("And more");
        answers("No more");
        assertEquals(List.of("Secret", "Of course", "And more", "No more"), texts());
        assertEquals(
                List.of("Secret", "Of course", "And more"),
                desk.engine().asked().getLast().lines().stream()
                        .map(nearside.engine.Prompt.Line::text)
                        .toList());
        assertEquals(Optional.empty(), desk.engine().asked().getLast().conversation());
        assertEquals(Optional.empty(), chat.openId());
        assertEquals(1, desk.profile().conversations().list().size(), "the one of before");
        chat.editLast();
        assertFalse(((Question) rows().get(2)).edited().get(), "it has no place");
        chat.keepNothing(false);
        assertTrue(chat.open().get().temporary().get(), "too late");
        chat.show(Optional.empty());
        ui.run();
        assertEquals(List.of(), texts());
        assertFalse(chat.open().get().temporary().get());
    }

    @Test
    void theShownWayIsShownByTheNextWindow() throws InterruptedException {
        chat.shaping().again((Answer) rows().get(1));
        answers("one");
        Optional<nearside.storage.ConversationId> id = chat.openId();
        chat.show(Optional.empty());
        ui.run();
        chat.show(id);
        ui.run();
        assertEquals(List.of("One", "one"), texts());
        assertEquals(List.of("1/0", "2/2"), ways());
    }
}
