package nearside.copilot.borrow;

import nearside.cloud.CloudEngine;
import nearside.cloud.outbound.Errand;
import nearside.engine.EngineFailure;
import nearside.engine.Finish;
import nearside.engine.Prompt;
import nearside.engine.Reply;
import nearside.engine.ReplyEvent;
import nearside.engine.Role;
import nearside.engine.Sampling;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Asks a far model for one word, to see whether its address and key work. It goes by the door as
/// everything else does, so that the ledger has it.
public final class Trial {
    private static final String QUESTION = "Answer with this one word: yes";

    /// Hidden reasoning counts, too, and comes before the word.
    private static final int LIMIT_WITH_REASONING = 512;

    private static final int LIMIT = 64;

    private static final Duration GLANCE = Duration.ofMillis(200);

    private final Door door;

    public Trial(Door door) {
        this.door = Objects.requireNonNull(door);
    }

    /// What came of it.
    public sealed interface Outcome {
        /// It works.
        ///
        /// @param words what it wrote; may be empty
        /// @param took until its end
        record Answered(String words, Duration took) implements Outcome {}

        record Failed(EngineFailure failure) implements Outcome {}

        /// Nothing was asked: somebody shuts the door.
        record Shut(Rules.Shut by) implements Outcome {}

        /// There is no door: the certificates of the route cannot be used.
        record NoDoor(String why) implements Outcome {}

        /// The person did not wait for it.
        record Stopped() implements Outcome {}
    }

    /// Blocks until it is over.
    ///
    /// @param waits whether the person still does
    public Outcome run(Lender lender, BooleanSupplier waits) {
        Optional<Rules.Shut> shut = door.shutFor(lender.model().origin());
        if (shut.isPresent()) {
            return new Outcome.Shut(shut.get());
        }
        CloudEngine engine = door.engine(lender.model());
        Prompt prompt = prompt(lender);
        Errand errand = new Errand(Errand.Purpose.TRIAL, "USER_CHOICE", "", List.of());
        long begun = System.nanoTime();
        try (PolicyGate.Approval _ = door.gate().approve(engine.parcel(prompt), errand);
                Reply reply = engine.answer(prompt)) {
            return outcome(reply, waits, begun);
        } catch (InterruptedException left) {
            Thread.currentThread().interrupt();
            return new Outcome.Stopped();
        }
    }

    private static Outcome outcome(Reply reply, BooleanSupplier waits, long begun)
            throws InterruptedException {
        StringBuilder words = new StringBuilder();
        while (true) {
            if (!waits.getAsBoolean()) {
                reply.close();
            }
            Optional<ReplyEvent> event = reply.next(GLANCE);
            if (event.isPresent()) {
                switch (event.get()) {
                    case ReplyEvent.Text(String text, _) -> words.append(text);
                    case ReplyEvent.Finished(Finish finish, _) -> {
                        return finish == Finish.STOP
                                ? new Outcome.Stopped()
                                : new Outcome.Answered(
                                        words.toString().strip(),
                                        Duration.ofNanos(System.nanoTime() - begun));
                    }
                    case ReplyEvent.Failed(EngineFailure failure) -> {
                        return new Outcome.Failed(failure);
                    }
                    case ReplyEvent.Loading _,
                            ReplyEvent.Reading _,
                            ReplyEvent.ReadOn _,
                            ReplyEvent.Called _ -> {}
                }
            }
        }
    }

    private static Prompt prompt(Lender lender) {
        int limit =
                switch (lender.model().dialect()) {
                    case OPENAI -> LIMIT_WITH_REASONING;
                    case COMPATIBLE -> LIMIT;
                };
        return new Prompt(
                List.of(new Prompt.Line(Role.USER, QUESTION)),
                Prompt.Ending.NEW_REPLY,
                Prompt.SpecialTokens.AS_TEXT,
                Sampling.DEFAULT,
                Math.min(limit, lender.model().window()));
    }
}
