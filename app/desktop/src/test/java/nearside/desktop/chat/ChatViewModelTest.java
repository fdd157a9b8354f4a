package nearside.desktop.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.desktop.pace.Background;
import nearside.desktop.pace.HeldThread;
import nearside.desktop.undo.Undo;
import nearside.desktop.words.Words;
import nearside.engine.EngineFailure;
import nearside.engine.Finish;
import nearside.engine.Prompt;
import nearside.engine.ReplyEvent;
import nearside.engine.Role;
import nearside.engine.TokenIds;
import nearside.engine.memory.Memory;
import nearside.storage.Conversation;
import nearside.storage.ConversationId;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

final class ChatViewModelTest {
    private static final Duration CALM = Duration.ofMillis(400);

    @TempDir Path folder;
    private final HeldThread ui = new HeldThread();
    private Desk desk;
    private ChatViewModel chat;

    @BeforeEach
    void open() {
        desk = Desk.in(folder);
        chat = chat(desk);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private ChatViewModel chat(Desk desk) {
        Background background =
                new Background(
                        Runnable::run,
                        ui,
                        failure -> {
                            throw new AssertionError(failure.toString());
                        });
        ChatViewModel chat =
                new ChatViewModel(
                        desk.orchestrator(),
                        ChatViewModel.Stores.of(desk.profile()),
                        new Undo(ui),
                        background,
                        Words.of(Locale.ENGLISH));
        chat.show(Optional.empty());
        ui.run();
        return chat;
    }

    private List<Row> rows() {
        return chat.open().get().rows();
    }

    private Answer answer(int row) {
        return (Answer) rows().get(row);
    }

    private Question question(int row) {
        return (Question) rows().get(row);
    }

    private void ask(String text) {
        chat.open().get().draft().set(text);
        chat.send();
    }

    private void untilText(int row, String text) throws InterruptedException {
        ui.runUntil(() -> rows().size() > row && answer(row).text().get().equals(text));
    }

    private void untilOver(int row) throws InterruptedException {
        ui.runUntil(() -> answer(row).progress().get().over());
    }

    private ConversationId only() {
        List<Conversation> all = desk.profile().conversations().list();
        assertEquals(1, all.size());
        return all.getFirst().id();
    }

    private String draft(Optional<ConversationId> conversation) {
        return desk.profile().drafts().of(conversation);
    }

    @Test
    void aQuestionIsShownAtOnceAndItsAnswerAsItComes() throws InterruptedException {
        ask("What is a moon?");
        assertEquals("What is a moon?", question(0).text());
        assertEquals("", chat.open().get().draft().get());
        desk.engine().tell(new ReplyEvent.Reading(TokenIds.of(1, 2, 3, 4), 1));
        ui.runUntil(() -> answer(1).progress().get().equals(new Progress.Reading(3)));
        desk.engine().write("A moon");
        untilText(1, "A moon");
        desk.engine().write(" orbits.");
        untilText(1, "A moon orbits.");
        assertTrue(chat.answering().get());
        desk.engine().finish(Finish.EOS);
        untilOver(1);
        assertEquals(
                new Progress.Over(
                        Ending.DONE,
                        Optional.of(new Progress.Footer("starter", 2.0, 0.3, 3)),
                        Optional.empty()),
                answer(1).progress().get());
        assertFalse(chat.answering().get());
        assertTrue(question(0).saved());
    }

    @Test
    void theAnswerSaysWhyItWasWrittenHere() throws InterruptedException {
        ask("Hello");
        desk.engine().finish(Finish.EOS);
        untilOver(1);
        assertTrue(answer(1).why().get().startsWith("Answered on this device, because"));
    }

    /// The answer whose question did not fit goes with it.
    @Test
    void whatDidNotFitIsSaidWithTheAnswerAndAfterAStart() throws InterruptedException {
        ask("a".repeat(1_500));
        desk.engine().write("Yes");
        desk.engine().finish(Finish.EOS);
        untilOver(1);
        assertEquals("", answer(1).notice().get());
        ask("b".repeat(1_500));
        desk.engine().finish(Finish.EOS);
        untilOver(3);
        assertTrue(answer(3).notice().get().startsWith("2 of 3 messages left out"));
        Optional<ConversationId> id = chat.openId();
        chat = chat(desk);
        chat.show(id);
        ui.runUntil(() -> rows().size() == 4);
        assertTrue(answer(3).notice().get().startsWith("Earlier messages left out"));
        assertEquals("", answer(1).notice().get());
    }

    @Test
    void aBlankTextIsNotSent() {
        ask(" \n ");
        assertEquals(List.of(), rows());
    }

    @Test
    void stopEndsTheAnswerAndKeepsItsWords() throws InterruptedException {
        ask("Count to a million");
        desk.engine().write("1, 2");
        untilText(1, "1, 2");
        chat.stop();
        untilOver(1);
        assertEquals(Ending.STOPPED, ((Progress.Over) answer(1).progress().get()).ending());
        assertEquals("1, 2", desk.profile().conversations().messages(only()).getLast().text());
    }

    @Test
    void aStoppedAnswerGoesOnWhereItEnded() throws InterruptedException {
        ask("Count");
        desk.engine().write("1, 2");
        untilText(1, "1, 2");
        chat.stop();
        untilOver(1);
        assertTrue(answer(1).canContinue());
        chat.goOn(answer(1));
        desk.engine().write(", 3");
        untilText(1, "1, 2, 3");
        desk.engine().finish(Finish.EOS);
        untilOver(1);
        assertEquals(Prompt.Ending.OPEN_REPLY, desk.engine().asked().getLast().ending());
        assertEquals("1, 2, 3", desk.profile().conversations().messages(only()).getLast().text());
        assertFalse(answer(1).canContinue());
    }

    @Test
    void aFailedEngineIsExplainedAndTheWordsStay() throws InterruptedException {
        ask("Hello");
        desk.engine().write("Hi");
        untilText(1, "Hi");
        desk.engine()
                .tell(
                        new ReplyEvent.Failed(
                                new EngineFailure.WorkerDied(EngineFailure.Stage.WRITE, 137)));
        untilOver(1);
        Progress.Over over = (Progress.Over) answer(1).progress().get();
        assertEquals(Ending.CUT, over.ending());
        assertEquals(
                "The model process ended while writing the answer",
                over.trouble().orElseThrow().title());
        assertEquals("Hi", answer(1).text().get());
        assertTrue(answer(1).canContinue());
    }

    @Test
    void aFailureBeforeTheFirstWordCanBeTriedAgain() throws InterruptedException {
        ask("Hello");
        desk.engine()
                .tell(
                        new ReplyEvent.Failed(
                                new EngineFailure.OutOfMemory(EngineFailure.Stage.LOAD, 2, 1)));
        untilOver(1);
        assertEquals(Ending.FAILED, ((Progress.Over) answer(1).progress().get()).ending());
        chat.goOn(answer(1));
        desk.engine().write("Hi");
        desk.engine().finish(Finish.EOS);
        untilOver(1);
        untilText(1, "Hi");
        Prompt again = desk.engine().asked().getLast();
        assertEquals(Prompt.Ending.NEW_REPLY, again.ending());
        assertEquals(Role.USER, again.lines().getLast().role());
    }

    @Test
    void anHonestStopSaysWhatIsMissing() throws InterruptedException {
        desk.close();
        desk = Desk.in(folder, new Memory(1, 16L << 30));
        chat = chat(desk);
        ask("Hello");
        untilOver(1);
        Progress.Over over = (Progress.Over) answer(1).progress().get();
        assertEquals(Ending.FAILED, over.ending());
        assertTrue(over.trouble().orElseThrow().title().startsWith("Not enough free memory"));
    }

    @Test
    void aQuestionWaitsWhileTheModelLoads() throws InterruptedException {
        chat.modelLoading(true);
        ask("Hello");
        assertEquals(Question.Standing.QUEUED, question(0).standing().get());
        assertEquals(1, rows().size());
        chat.modelLoading(false);
        assertEquals(2, rows().size());
        desk.engine().finish(Finish.EOS);
        untilOver(1);
        assertTrue(question(0).saved());
    }

    @Test
    void aQuestionWaitsForTheAnswerBeforeIt() throws InterruptedException {
        ask("One");
        desk.engine().write("1");
        untilText(1, "1");
        ask("Two");
        ask("Three");
        assertEquals(Question.Standing.QUEUED, question(2).standing().get());
        desk.engine().finish(Finish.EOS);
        ui.runUntil(() -> rows().size() == 5);
        assertInstanceOf(Answer.class, rows().get(3));
        assertEquals("Three", question(4).text());
        desk.engine().write("2");
        untilText(3, "2");
        assertEquals(3, desk.engine().asked().getLast().lines().size());
    }

    @Test
    void aWaitingQuestionCanBeTakenBack() {
        chat.modelLoading(true);
        ask("Hello");
        chat.cancel(question(0));
        assertEquals(List.of(), rows());
        assertEquals("Hello", chat.open().get().draft().get());
        chat.modelLoading(false);
        assertEquals(List.of(), desk.engine().asked());
    }

    @Test
    void aDraftIsSavedWhenNoMoreIsTyped() {
        chat.open().get().draft().set("Hel");
        chat.open().get().draft().set("Hello");
        assertEquals("", draft(Optional.empty()));
        ui.pass(CALM);
        assertEquals("Hello", draft(Optional.empty()));
        assertEquals(0, ui.delays());
    }

    @Test
    void aDraftSurvivesARestart() {
        chat.open().get().draft().set("Not sent yet");
        chat.close();
        desk.close();
        desk = Desk.in(folder);
        chat = chat(desk);
        assertEquals("Not sent yet", chat.open().get().draft().get());
    }

    @Test
    void aQueuedQuestionSurvivesARestartAsADraft() {
        chat.modelLoading(true);
        ask("Will you keep this?");
        chat.open().get().draft().set("and this");
        chat.close();
        assertEquals("Will you keep this?\n\nand this", draft(Optional.empty()));
    }

    @Test
    void aSavedQuestionLeavesNoDraft() throws InterruptedException {
        chat.open().get().draft().set("Hello");
        ui.pass(CALM);
        chat.send();
        desk.engine().finish(Finish.EOS);
        untilOver(1);
        assertEquals("", draft(Optional.empty()));
        assertEquals("", draft(Optional.of(only())));
    }

    @Test
    void eachConversationHasItsOwnDraft() throws InterruptedException {
        ask("Hello");
        desk.engine().finish(Finish.EOS);
        untilOver(1);
        chat.open().get().draft().set("for this one");
        chat.show(Optional.empty());
        ui.run();
        assertEquals("", chat.open().get().draft().get());
        chat.show(Optional.of(only()));
        ui.run();
        assertEquals("for this one", chat.open().get().draft().get());
    }

    @Test
    void aStoredConversationIsShownAsItWas() throws InterruptedException {
        ask("Hello");
        desk.engine().write("Hi");
        desk.engine().finish(Finish.LENGTH);
        untilOver(1);
        Progress before = answer(1).progress().get();
        String why = answer(1).why().get();
        chat.show(Optional.empty());
        chat.show(Optional.of(only()));
        ui.run();
        assertEquals("Hello", question(0).text());
        assertEquals("Hi", answer(1).text().get());
        assertEquals(before, answer(1).progress().get());
        assertEquals(why, answer(1).why().get());
    }

    @Test
    void anAnswerIsStillWrittenWhenAnotherConversationIsOpen() throws InterruptedException {
        ask("Hello");
        desk.engine().write("Hi");
        untilText(1, "Hi");
        Transcript first = chat.open().get();
        chat.show(Optional.empty());
        desk.engine().write(" there");
        ui.runUntil(() -> ((Answer) first.rows().get(1)).text().get().equals("Hi there"));
        chat.show(Optional.of(only()));
        assertEquals(first, chat.open().get());
        assertTrue(chat.answering().get());
    }

    @Test
    void whatIsSavedIsTold() throws InterruptedException {
        StringBuilder told = new StringBuilder();
        chat.onSaved(conversation -> told.append(conversation.value()));
        ask("Hello");
        desk.engine().finish(Finish.EOS);
        untilOver(1);
        assertEquals(only().value(), told.toString());
    }

    @Test
    void aConversationThatIsLeftIsForgotten() throws InterruptedException {
        ask("First");
        desk.engine().write("One");
        desk.engine().finish(Finish.EOS);
        untilOver(1);
        WeakReference<Transcript> left = new WeakReference<>(chat.open().get());
        chat.show(Optional.empty());
        ui.run();
        chat.show(Optional.of(only()));
        ui.run();
        chat.show(Optional.empty());
        ui.run();
        for (int i = 0; i < 100 && left.get() != null; i++) {
            System.gc();
            Thread.onSpinWait();
        }
        assertNull(left.get());
    }
}
