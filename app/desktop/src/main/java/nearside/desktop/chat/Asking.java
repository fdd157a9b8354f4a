package nearside.desktop.chat;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

import nearside.copilot.orchestrator.Orchestrator;
import nearside.copilot.orchestrator.Presence;
import nearside.copilot.orchestrator.Request;
import nearside.copilot.orchestrator.Setup;
import nearside.copilot.orchestrator.Turn;
import nearside.copilot.orchestrator.TurnEvent;
import nearside.desktop.attach.Attached;
import nearside.desktop.consent.SheetViewModel;
import nearside.desktop.pace.TextPump;
import nearside.desktop.pace.UiThread;
import nearside.engine.Penalties;
import nearside.engine.Prompt;
import nearside.engine.Prompt.Line;
import nearside.engine.Sampling;
import nearside.storage.MessageId;
import nearside.storage.StorageFailure;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;

/// Sends one question after the other: each waits for the model and for the answer before it. Lives
/// on the UI thread.
final class Asking {
    /// From one piece of text on the screen to the next: nobody reads faster, and each costs a
    /// layout.
    private static final int FRAMES = 3;

    /// Without chance another answer would be the same.
    private static final double OTHERWISE = 0.8;

    private final Orchestrator orchestrator;
    private final UiThread ui;
    private final SheetViewModel consent;
    private final Function<Answer, Telling> tellings;
    private final Saving onSaved;
    private final Runnable onFull;
    private final ReadOnlyBooleanWrapper answering = new ReadOnlyBooleanWrapper(false);
    private final Deque<Waiting> queue = new ArrayDeque<>();
    private Optional<Turn> running = Optional.empty();
    private @Nullable Transcript runningIn;
    private boolean modelLoading;
    private Runnable whenLoaded = () -> {};
    private boolean diskFull;

    /// @param beside the question in whose place it is asked; empty at the end
    private record Waiting(Transcript transcript, Question question, Optional<MessageId> beside) {}

    private record Asked(
            Transcript transcript,
            Optional<Question> question,
            Optional<MessageId> beside,
            Telling telling) {
        Asked(Transcript transcript, Telling telling) {
            this(transcript, Optional.empty(), Optional.empty(), telling);
        }
    }

    /// @param onSaved told when a question of that transcript is on disk
    /// @param onFull told when one could not be written because the disk is full
    Asking(
            Orchestrator orchestrator,
            UiThread ui,
            SheetViewModel consent,
            Function<Answer, Telling> tellings,
            Saving onSaved,
            Runnable onFull) {
        this.orchestrator = orchestrator;
        this.ui = ui;
        this.consent = consent;
        this.tellings = tellings;
        this.onSaved = onSaved;
        this.onFull = onFull;
    }

    /// Hears that a question is on disk.
    interface Saving {
        /// A question of that transcript is.
        ///
        /// @param begun whether the conversation began with it
        void saved(Transcript transcript, boolean begun);
    }

    /// True while an answer is on its way.
    ReadOnlyBooleanProperty answering() {
        return answering.getReadOnlyProperty();
    }

    void ask(Transcript transcript, String text, List<Attached> files) {
        ask(transcript, new Question(text, files, Question.Standing.QUEUED), Optional.empty());
    }

    /// Asks in the place of another question; does nothing while an answer is on its way.
    void ask(Transcript transcript, String text, List<Attached> files, Question instead) {
        if (running.isEmpty() && instead.id().isPresent()) {
            transcript.endsBefore(instead);
            ask(transcript, new Question(text, files, Question.Standing.QUEUED), instead.id());
        }
    }

    private void ask(Transcript transcript, Question question, Optional<MessageId> beside) {
        transcript.rows().add(question);
        queue.add(new Waiting(transcript, question, beside));
        advance();
    }

    /// Asks for another answer in the place of that one; does nothing while one is on its way.
    void again(Transcript transcript, Answer instead) {
        again(transcript, instead, otherwise(transcript.setup().get().sampling()));
    }

    /// The same at another temperature.
    void again(Transcript transcript, Answer instead, double temperature) {
        Sampling chosen = transcript.setup().get().sampling().withTemperature(temperature);
        again(transcript, instead, otherwise(chosen.with(Penalties.NONE)));
    }

    /// The same when another model is there.
    void againWhenLoaded(Transcript transcript, Answer instead) {
        whenLoaded = () -> again(transcript, instead);
    }

    private void again(Transcript transcript, Answer instead, Sampling sampling) {
        if (running.isEmpty() && instead.id().isPresent()) {
            Request.Again request =
                    new Request.Again(
                            transcript.id().orElseThrow(),
                            instead.id().get(),
                            sampling,
                            transcript.setup().get().replyLimit());
            transcript.endsBefore(instead);
            Answer answer = new Answer();
            transcript.rows().add(answer);
            begin(request, new Asked(transcript, tellings.apply(answer)));
        }
    }

    /// Where a person chose no temperature, one at which something else comes out; always with
    /// another seed.
    private static Sampling otherwise(Sampling chosen) {
        Sampling free =
                chosen.temperature() > 0
                        ? chosen
                        : chosen.withTemperature(OTHERWISE).with(Penalties.NONE);
        return free.withSeed(ThreadLocalRandom.current().nextLong());
    }

    /// Takes a question back that still waits.
    void cancel(Question question) {
        queue.stream()
                .filter(waiting -> waiting.question() == question)
                .findFirst()
                .ifPresent(waiting -> {
                    queue.remove(waiting);
                    waiting.transcript().rows().remove(question);
                });
    }

    /// Takes back what waits there, and ends the answer that is being written there.
    void end(Transcript transcript) {
        queue.removeIf(waiting -> waiting.transcript() == transcript);
        if (transcript == runningIn) {
            stop();
        }
    }

    /// Goes on with an answer that ended too soon; does nothing while another is being written.
    void goOn(Transcript transcript, Answer answer) {
        if (running.isEmpty() && answer.canContinue()) {
            Request.Continue request =
                    new Request.Continue(
                            transcript.id().orElseThrow(),
                            answer.id().orElseThrow(),
                            transcript.setup().get().sampling(),
                            transcript.setup().get().replyLimit());
            answer.becomes(new Progress.Sent());
            begin(request, new Asked(transcript, tellings.apply(answer)));
        }
    }

    void stop() {
        running.ifPresent(Turn::stop);
    }

    /// Questions wait while the model loads.
    void modelLoading(boolean loading) {
        boolean came = modelLoading && !loading;
        modelLoading = loading;
        if (came) {
            Runnable next = whenLoaded;
            whenLoaded = () -> {};
            next.run();
        }
        advance();
    }

    /// Questions wait while they could not be saved.
    void diskFull(boolean full) {
        diskFull = full;
        advance();
    }

    private void advance() {
        if (running.isEmpty() && !modelLoading && !diskFull && !queue.isEmpty()) {
            send(queue.remove());
        }
    }

    private void send(Waiting next) {
        Transcript transcript = next.transcript();
        Question question = next.question();
        Answer answer = new Answer();
        Request request = request(next);
        question.becomes(
                transcript.temporary().get()
                        ? Question.Standing.NOT_KEPT
                        : Question.Standing.SENDING);
        transcript.rows().add(transcript.rows().indexOf(question) + 1, answer);
        begin(
                request,
                new Asked(
                        transcript, Optional.of(question), next.beside(), tellings.apply(answer)));
    }

    private static Request request(Waiting next) {
        Transcript transcript = next.transcript();
        Setup setup = transcript.setup().get();
        if (transcript.temporary().get()) {
            List<Line> lines = transcript.lines(next.question());
            return new Request.Unsaved(
                    lines, Prompt.SpecialTokens.AS_TEXT, setup.sampling(), setup.replyLimit());
        }
        Request.Ask ask =
                new Request.Ask(
                                transcript.id(),
                                Optional.of(setup.system()).filter(told -> !told.isEmpty()),
                                next.question().text(),
                                setup.sampling(),
                                setup.replyLimit())
                        .with(
                                next.question().files().stream()
                                        .map(Attached::id)
                                        .flatMap(Optional::stream)
                                        .toList());
        return next.beside().map(ask::instead).orElse(ask);
    }

    private void begin(Request request, Asked asked) {
        whenLoaded = () -> {};
        Turn turn =
                orchestrator.answer(
                        request, Presence.PERSON, asked.transcript().setup().get().model());
        running = Optional.of(turn);
        runningIn = asked.transcript();
        answering.set(true);
        new Listening(turn, new TextPump<>(ui, FRAMES, events -> heard(turn, asked, events)))
                .begin();
    }

    private void heard(Turn turn, Asked asked, List<TurnEvent> events) {
        for (TurnEvent event : events) {
            asked.telling().apply(event);
            if (event instanceof TurnEvent.Asking question) {
                consent.ask(question, turn::consent);
            }
            if (event instanceof TurnEvent.Saved saved) {
                saved(asked, saved);
            }
        }
        if (events.getLast() instanceof TurnEvent.End end) {
            ended(asked, end);
        }
    }

    private void saved(Asked asked, TurnEvent.Saved saved) {
        boolean begun = asked.transcript().begunAs(saved.ids().conversation());
        asked.question().ifPresent(question -> question.savedAs(saved.ids().question()));
        onSaved.saved(asked.transcript(), begun);
    }

    private void ended(Asked asked, TurnEvent.End end) {
        Optional<Question> unsaved = asked.question().filter(question -> !question.saved());
        running = Optional.empty();
        runningIn = null;
        consent.withdraw();
        answering.set(false);
        if (end instanceof TurnEvent.StorageFailed(StorageFailure.DiskFull _)) {
            unsaved.ifPresent(question -> waitAgain(asked, question));
            onFull.run();
        } else {
            unsaved.ifPresent(question -> question.becomes(Question.Standing.UNSAVED));
        }
        advance();
    }

    /// It is the first to be sent when there is room; its answer was never begun.
    private void waitAgain(Asked asked, Question question) {
        Transcript transcript = asked.transcript();
        transcript.rows().remove(transcript.rows().indexOf(question) + 1);
        question.becomes(Question.Standing.QUEUED);
        queue.addFirst(new Waiting(transcript, question, asked.beside()));
    }
}
