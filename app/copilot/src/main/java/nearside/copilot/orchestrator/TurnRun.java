package nearside.copilot.orchestrator;

import com.google.gson.JsonObject;

import nearside.copilot.borrow.Access;
import nearside.copilot.borrow.Lender;
import nearside.copilot.context.ContextPacker.Packed;
import nearside.copilot.orchestrator.Decision.Target;
import nearside.copilot.orchestrator.Writing.Outcome;
import nearside.engine.EngineFailure;
import nearside.engine.EngineFailure.Stage;
import nearside.engine.Finish;
import nearside.engine.Prompt.Line;
import nearside.engine.Usage;
import nearside.engine.device.DeviceReading;
import nearside.storage.Message;
import nearside.storage.Message.Source;
import nearside.storage.Message.State;
import nearside.storage.StorageException;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The one way of a message: on disk, decided, asked, and written down as it comes. Where an engine
/// does not come to its end it is decided anew, with what is written as it stands.
final class TurnRun implements Runnable {
    private final Turn turn;
    private final Orchestrator.Surroundings around;
    private final Transcript transcript;
    private final Deciding deciding;
    private final Writing writing;
    private final Lending lending;
    private final Course course = new Course();

    TurnRun(
            Turn turn,
            Orchestrator.Surroundings around,
            Transcript transcript,
            Presence presence,
            Deciding deciding) {
        this.turn = turn;
        this.around = around;
        this.transcript = transcript;
        this.deciding = deciding;
        this.writing = new Writing(turn, transcript);
        this.lending = new Lending(turn, transcript, presence, course, around.sentBefore());
    }

    @Override
    public void run() {
        try {
            turn.tell(turn());
        } catch (StorageException failed) {
            turn.tell(new TurnEvent.StorageFailed(failed.failure()));
        } catch (InterruptedException | RuntimeException bug) {
            if (bug.getCause() instanceof StorageException failed) {
                // A ledger that cannot be written lets nothing out.
                turn.tell(new TurnEvent.StorageFailed(failed.failure()));
                return;
            }
            turn.tell(new TurnEvent.Broken(ErrorCode.of(bug)));
            throw new IllegalStateException(bug);
        }
    }

    private TurnEvent.End turn() throws InterruptedException {
        transcript.begin().ifPresent(ids -> turn.tell(new TurnEvent.Saved(ids)));
        transcript.earlier().ifPresent(course::goesOnAfter);
        while (true) {
            Decision decision = deciding.next(course);
            DeviceReading device = around.device().watch().now();
            JsonObject record = course.record(decision, device);
            deciding.insteadOf().ifPresent(it -> record.addProperty("instead_of", it));
            deciding.madeRoom().ifPresent(it -> record.addProperty("made_room_bytes", it));
            transcript.decided(record);
            turn.tell(new TurnEvent.Decided(decision, device));
            deciding.insteadOf().ifPresent(it -> turn.tell(new TurnEvent.Smaller(it)));
            deciding.madeRoom().ifPresent(it -> turn.tell(new TurnEvent.MadeRoom(it)));
            Optional<TurnEvent.End> end =
                    switch (decision.target()) {
                        case Target.Local local -> here(decision, local);
                        case Target.Far far -> there(decision, record, far);
                        case Target.Choose(var _, var far) -> there(decision, record, far);
                        case Target.Stop() -> Optional.of(nowhere(decision));
                    };
            if (end.isPresent()) {
                return end.get();
            }
        }
    }

    private TurnEvent.End nowhere(Decision decision) {
        if (course.failure().isPresent()) {
            return failed(course.failure().get());
        }
        transcript.finish(State.FAILED, Optional.empty());
        return new TurnEvent.Declined(decision);
    }

    private Optional<TurnEvent.End> here(Decision decision, Target.Local local)
            throws InterruptedException {
        Orchestrator.Device device = around.device();
        deciding.model().ifPresent(it -> take(it, local));
        List<Line> lines =
                local.budget().isPresent()
                        ? shortened(local.budget().getAsInt(), local.replyLimit())
                        : deciding.lines();
        Outcome outcome =
                writing.read(
                        device.engine().answer(transcript.prompt(lines, local.replyLimit())),
                        Source.HERE,
                        watch(decision),
                        More.NO);
        return switch (outcome) {
            case Outcome.Finished(Finish finish, Usage usage) -> {
                around.recent().answered(Situation.Where.HERE);
                yield Optional.of(doneHere(finish, usage));
            }
            case Outcome.Failed(EngineFailure failure) -> failedHere(failure, local);
            case Outcome.TooSlow(var speed, Usage usage) -> {
                deciding.model()
                        .ifPresent(it -> around.device().speeds().learn(it.measured(), usage));
                course.used(usage);
                course.isSlow(speed);
                yield Optional.empty();
            }
            case Outcome.Needs _ -> throw new IllegalStateException("was not offered");
        };
    }

    private void take(LocalModel model, Target.Local local) {
        around.device().model().takeForTurn(model.folder(), local.kv());
    }

    /// Slowness is looked for only where something can be done about it, and once.
    private SlowWatch watch(Decision decision) {
        boolean looks =
                deciding.access() instanceof Access.Open
                        && decision.situation().beyond() instanceof Situation.Beyond.Open
                        && course.seen().isEmpty();
        return looks
                ? SlowWatch.of(around.device().patience().get(), System::nanoTime)
                : SlowWatch.none();
    }

    private List<Line> shortened(int budget, int replyLimit) {
        NearPacking.Made made =
                new NearPacking(
                                transcript,
                                around.shortenedBefore(),
                                deciding.model().map(LocalModel::measured).orElse(""),
                                new Shortening(around.device().engine()))
                        .within(budget, deciding.talk());
        Packed packed = made.packed();
        if (packed.leftOut() + packed.inPart() > 0) {
            turn.tell(
                    new TurnEvent.Shortened(
                            packed.leftOut(),
                            packed.inPart(),
                            packed.seen().size(),
                            Whole.missing(packed.coverage(), deciding.access(), replyLimit)));
        }
        if (made.start() == NearPacking.Start.ANEW) {
            around.readSoFar().forget(transcript.conversation());
        }
        return packed.lines();
    }

    private TurnEvent.End doneHere(Finish finish, Usage usage) {
        deciding.model().ifPresent(around.device().model()::answered);
        deciding.model()
                .map(LocalModel::measured)
                .ifPresent(measured -> {
                    around.device().speeds().learn(measured, usage);
                    around.readSoFar().after(transcript.conversation(), measured, usage);
                });
        return done(finish, usage, deciding.model().map(LocalModel::id).orElse(""));
    }

    /// What ran out of memory is tried once more with less, and what an accelerator failed at
    /// without it; other failures would come again.
    private Optional<TurnEvent.End> failedHere(EngineFailure failure, Target.Local local) {
        takeBack(failure);
        if (failure instanceof EngineFailure.AcceleratorFailed left) {
            course.leftAccelerator(left);
            turn.tell(new TurnEvent.HandedOver(left));
            return Optional.empty();
        }
        boolean ranOut =
                failure instanceof EngineFailure.OutOfMemory(Stage stage, var _, var _)
                        && (stage == Stage.READ || stage == Stage.WRITE);
        if (ranOut) {
            int tokens =
                    local.budget().orElseGet(deciding::promptTokens)
                            + Situation.Asked.SHORTEST_REPLY;
            deciding.model().ifPresent(it -> around.recent().ranOut(it.measured(), tokens));
            course.ranOutHere(failure);
        } else {
            course.failedHere(failure);
        }
        if (course.failedHere() && !(deciding.access() instanceof Access.Open)) {
            return Optional.of(failed(failure));
        }
        turn.tell(new TurnEvent.HandedOver(failure));
        return Optional.empty();
    }

    private void takeBack(EngineFailure failure) {
        if (failure instanceof EngineFailure.RuntimeRefused(Stage stage, var _)
                && stage == Stage.LOAD) {
            deciding.model().ifPresent(local -> around.device().model().refused(local.folder()));
        }
    }

    private Optional<TurnEvent.End> there(Decision decision, JsonObject record, Target.Far far)
            throws InterruptedException {
        if (!(deciding.access() instanceof Access.Open open)) {
            throw new IllegalStateException("decided for a far side that is shut");
        }
        Lending.Lent lent =
                lending.ask(
                        decision,
                        record,
                        far,
                        deciding.talk(),
                        open,
                        around.borrowing().orElseThrow());
        return switch (lent) {
            case Lending.Lent.Not() -> Optional.empty();
            case Lending.Lent.Stopped() -> Optional.of(stopped());
            case Lending.Lent.Yes yes -> borrowed(yes, record);
        };
    }

    private Optional<TurnEvent.End> borrowed(Lending.Lent.Yes lent, JsonObject record)
            throws InterruptedException {
        Lender lender = lent.offer().lender();
        return switch (writing.read(lent.reply(), Source.BORROWED, SlowWatch.none(), lent.more())) {
            case Outcome.Finished(Finish finish, Usage usage) -> {
                around.recent().answered(Situation.Where.FAR);
                yield Optional.of(done(finish, usage, lender.model().name()));
            }
            case Outcome.Failed(EngineFailure failure) -> {
                course.failedThere(lender, failure);
                if (writing.isPartEmpty()) {
                    record.addProperty(DecisionRecord.IN_VAIN, true);
                }
                turn.tell(new TurnEvent.HandedOver(failure));
                yield Optional.empty();
            }
            case Outcome.Needs(String what, Usage usage) -> {
                course.used(usage);
                TurnEvent.Needs needs =
                        new TurnEvent.Needs(
                                lender.model().name(), what, lent.offer().weight().tokens());
                course.needs(needs);
                turn.tell(needs);
                yield Optional.empty();
            }
            case Outcome.TooSlow _ -> throw new IllegalStateException("not looked for");
        };
    }

    private TurnEvent.End done(Finish finish, Usage usage, String writer) {
        course.used(usage);
        Usage whole = course.whole();
        transcript.finish(state(finish), Optional.of(facts(whole, writer)));
        return new TurnEvent.Done(finish, whole);
    }

    private TurnEvent.End stopped() {
        transcript.finish(State.STOPPED, Optional.empty());
        return new TurnEvent.Done(Finish.STOP, course.whole());
    }

    private TurnEvent.End failed(EngineFailure failure) {
        transcript.finish(writing.isEmpty() ? State.FAILED : State.CUT, Optional.empty());
        return new TurnEvent.EngineFailed(failure);
    }

    private static State state(Finish finish) {
        return switch (finish) {
            case EOS, STOP_STRING, TOOLS -> State.DONE;
            case LENGTH -> State.LENGTH;
            case STOP -> State.STOPPED;
        };
    }

    private static Message.Facts facts(Usage usage, String writer) {
        return new Message.Facts(
                writer,
                usage.promptTokens(),
                usage.replyTokens(),
                usage.load().plus(usage.firstToken()).toMillis() / 1000.0,
                usage.tokensPerSecond(),
                Instant.now());
    }
}
