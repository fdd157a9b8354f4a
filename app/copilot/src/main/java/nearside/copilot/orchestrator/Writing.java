package nearside.copilot.orchestrator;

import nearside.copilot.device.Speed;
import nearside.engine.EngineFailure;
import nearside.engine.Finish;
import nearside.engine.Reply;
import nearside.engine.ReplyEvent;
import nearside.engine.Usage;
import nearside.storage.Message.Source;

import java.util.Optional;

/// The reply of a turn as it comes, from one engine after the other: told and kept.
final class Writing {
    private final Turn turn;
    private final PendingText pending;
    private int tokens;
    private Asking asking = new Asking(More.NO);

    Writing(Turn turn, Transcript transcript) {
        this.turn = turn;
        this.pending = new PendingText(transcript::append);
    }

    /// How one engine's part came to its end.
    sealed interface Outcome {
        record Finished(Finish finish, Usage usage) implements Outcome {}

        record Failed(EngineFailure failure) implements Outcome {}

        /// It was stopped, since it takes too long.
        record TooSlow(Speed speed, Usage usage) implements Outcome {}

        /// It asks for more of the conversation before it answers.
        record Needs(String what, Usage usage) implements Outcome {}
    }

    /// Whether not one character was written in this turn.
    boolean isEmpty() {
        return pending.isUnused();
    }

    /// Whether the last part brought nothing.
    boolean isPartEmpty() {
        return tokens == 0;
    }

    /// Takes a part of the reply, to its end.
    ///
    /// @param more whether the model may ask for more in the place of an answer
    Outcome read(Reply part, Source source, SlowWatch watch, More more)
            throws InterruptedException {
        pending.from(source);
        tokens = 0;
        asking = new Asking(more);
        try (part) {
            turn.attach(part);
            while (true) {
                Optional<Outcome> end =
                        part.next(pending.patience()).flatMap(event -> take(event, watch));
                if (end.isPresent()) {
                    pending.save();
                    return end.get();
                }
                pending.saveIfDue();
                if (watch.isTooSlow(tokens) || asking.isComplete()) {
                    part.close();
                }
            }
        }
    }

    private Optional<Outcome> take(ReplyEvent event, SlowWatch watch) {
        return switch (event) {
            case ReplyEvent.Loading(String name) -> pass(new TurnEvent.Loading(name));
            case ReplyEvent.Reading(var prompt, int cached) -> {
                watch.reads(prompt.count() - cached);
                yield pass(new TurnEvent.Reading(prompt, cached));
            }
            case ReplyEvent.ReadOn(int read, var left) -> pass(new TurnEvent.ReadOn(read, left));
            case ReplyEvent.Text(String more, var ids) -> {
                tokens += ids.count();
                asking.add(more, ids).ifPresent(this::tell);
                yield Optional.empty();
            }
            case ReplyEvent.Called(var call) -> pass(new TurnEvent.Called(call));
            case ReplyEvent.Finished(Finish finish, Usage usage) ->
                    Optional.of(finished(finish, usage, watch));
            case ReplyEvent.Failed(var failure) -> {
                tell(asking.rest());
                yield Optional.of(new Outcome.Failed(failure));
            }
        };
    }

    /// One that a person stopped meanwhile is stopped.
    private Outcome finished(Finish finish, Usage usage, SlowWatch watch) {
        Optional<String> need = asking.need().filter(_ -> !turn.isStopped());
        if (need.isPresent()) {
            return new Outcome.Needs(need.get(), usage);
        }
        tell(asking.rest());
        return watch.slow()
                .filter(_ -> finish == Finish.STOP && !turn.isStopped())
                .<Outcome>map(speed -> new Outcome.TooSlow(speed, usage))
                .orElseGet(() -> new Outcome.Finished(finish, usage));
    }

    /// A token may have no text of its own, such as the last one.
    private void tell(Asking.Piece piece) {
        if (!piece.text().isEmpty() || piece.ids().count() > 0) {
            pending.add(piece.text(), piece.ids().count());
            turn.tell(new TurnEvent.Text(piece.text(), piece.ids()));
        }
    }

    private Optional<Outcome> pass(TurnEvent event) {
        turn.tell(event);
        return Optional.empty();
    }
}
