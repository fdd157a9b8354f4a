package nearside.copilot.orchestrator;

import nearside.copilot.context.ContextPacker;
import nearside.copilot.orchestrator.Decision.Target;
import nearside.copilot.orchestrator.Situation.Beyond;
import nearside.copilot.orchestrator.Situation.Certainty;
import nearside.engine.EngineFailure;
import nearside.engine.EngineFailure.Stage;
import nearside.engine.Finish;
import nearside.engine.Prompt;
import nearside.engine.Reply;
import nearside.engine.ReplyEvent;
import nearside.engine.Usage;
import nearside.engine.memory.Memory;
import nearside.storage.Message;
import nearside.storage.Message.State;
import nearside.storage.StorageException;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The one way of a message: on disk, decided, asked, and written down as it comes.
final class TurnRun implements Runnable {
    private final Turn turn;
    private final Orchestrator.Device device;
    private final ReadSoFar readSoFar;
    private final Transcript transcript;
    private final int replyLimit;
    private final PendingText pending;
    private final Shortening shortening;
    private Optional<LocalModel> model = Optional.empty();
    private List<Prompt.Line> lines = List.of();
    private boolean shortened;
    private Optional<Usage> used = Optional.empty();

    TurnRun(
            Turn turn,
            Orchestrator.Device device,
            ReadSoFar readSoFar,
            Transcript transcript,
            int replyLimit) {
        this.turn = turn;
        this.device = device;
        this.readSoFar = readSoFar;
        this.transcript = transcript;
        this.replyLimit = replyLimit;
        this.pending = new PendingText(transcript::append);
        this.shortening = new Shortening(device.engine());
    }

    @Override
    public void run() {
        try {
            turn.tell(turn());
            model.ifPresent(it -> used.ifPresent(usage -> learn(it.measured(), usage)));
        } catch (StorageException failed) {
            turn.tell(new TurnEvent.StorageFailed(failed.failure()));
        } catch (InterruptedException | RuntimeException bug) {
            turn.tell(new TurnEvent.Broken(ErrorCode.of(bug)));
            throw new IllegalStateException(bug);
        }
    }

    private void learn(String measured, Usage usage) {
        device.speeds().learn(measured, usage);
        if (!shortened) {
            readSoFar.after(transcript.conversation(), measured, usage);
        }
    }

    private TurnEvent.End turn() throws InterruptedException {
        transcript.begin().ifPresent(ids -> turn.tell(new TurnEvent.Saved(ids)));
        Decision decision = decide();
        transcript.decided(decision);
        turn.tell(new TurnEvent.Decided(decision));
        return switch (decision.target()) {
            case Target.Local local -> answer(local);
            case Target.Far _, Target.Choose _ ->
                    throw new IllegalStateException("nothing can be borrowed yet");
            case Target.Stop() -> decline(decision);
        };
    }

    private Decision decide() {
        model = device.model().now();
        lines = transcript.lines();
        Situation.Tokens prompt = transcript.tokens(device.engine(), model);
        Memory memory = device.memory().get();
        Situation.Pace pace = pace();
        Decision whole = decide(prompt, prompt.count(), memory, pace);
        boolean fits =
                whole.target() instanceof Target.Local && prompt.certainty() == Certainty.COUNTED;
        return fits || !transcript.mayBeShortened()
                ? whole
                : decide(prompt, Math.min(prompt.count(), shortening.least(lines)), memory, pace);
    }

    /// @param least tokens that stay whatever is left out: counted only where not all fits
    private Decision decide(
            Situation.Tokens prompt, int least, Memory memory, Situation.Pace pace) {
        return Decision.of(
                new Situation(
                        model.<Situation.Model>map(LocalModel::forDecision)
                                .orElseGet(Situation.Model.Absent::new),
                        new Situation.Asked(prompt, least, replyLimit),
                        memory,
                        pace,
                        new Beyond.Shut(Beyond.Why.NOT_SET_UP),
                        Situation.Lately.NOTHING));
    }

    private Situation.Pace pace() {
        String measured = model.map(LocalModel::measured).orElse("");
        return new Situation.Pace(
                device.speeds().of(measured),
                readSoFar.of(transcript.conversation(), measured),
                device.patience().get());
    }

    private TurnEvent.End decline(Decision decision) {
        transcript.finish(State.FAILED, Optional.empty());
        return new TurnEvent.Declined(decision);
    }

    private TurnEvent.End answer(Target.Local local) throws InterruptedException {
        model.ifPresent(it -> device.model().take(it.folder(), local.kv()));
        local.budget().ifPresent(this::shorten);
        try (Reply reply = device.engine().answer(transcript.prompt(lines, local.replyLimit()))) {
            turn.attach(reply);
            while (true) {
                Optional<ReplyEvent> event = reply.next(pending.patience());
                Optional<TurnEvent.End> end = event.flatMap(this::take);
                if (end.isPresent()) {
                    return end.get();
                }
                pending.saveIfDue();
            }
        }
    }

    private void shorten(int budget) {
        ContextPacker.Packed packed = shortening.to(budget, lines);
        turn.tell(new TurnEvent.Shortened(packed.leftOut(), lines.size()));
        lines = packed.lines();
        shortened = true;
        readSoFar.forget(transcript.conversation());
    }

    private Optional<TurnEvent.End> take(ReplyEvent event) {
        return switch (event) {
            case ReplyEvent.Loading(String name) -> pass(new TurnEvent.Loading(name));
            case ReplyEvent.Reading(var prompt, int cached) ->
                    pass(new TurnEvent.Reading(prompt, cached));
            case ReplyEvent.ReadOn(int tokens, var left) ->
                    pass(new TurnEvent.ReadOn(tokens, left));
            case ReplyEvent.Text(String text, var ids) -> {
                pending.add(text, ids.count());
                yield pass(new TurnEvent.Text(text, ids));
            }
            case ReplyEvent.Finished(Finish finish, Usage usage) -> {
                pending.save();
                transcript.finish(state(finish), Optional.of(facts(usage)));
                used = Optional.of(usage);
                yield Optional.of(new TurnEvent.Done(finish, usage));
            }
            case ReplyEvent.Failed(var failure) -> {
                boolean nothingWritten = pending.isUnused();
                pending.save();
                takeBack(failure);
                transcript.finish(nothingWritten ? State.FAILED : State.CUT, Optional.empty());
                yield Optional.of(new TurnEvent.EngineFailed(failure));
            }
        };
    }

    private void takeBack(EngineFailure failure) {
        if (failure instanceof EngineFailure.RuntimeRefused(Stage stage, var _)
                && stage == Stage.LOAD) {
            model.ifPresent(local -> device.model().refused(local.folder()));
        }
    }

    private Optional<TurnEvent.End> pass(TurnEvent event) {
        turn.tell(event);
        return Optional.empty();
    }

    private static State state(Finish finish) {
        return switch (finish) {
            case EOS, STOP_STRING -> State.DONE;
            case LENGTH -> State.LENGTH;
            case STOP -> State.STOPPED;
        };
    }

    private Message.Facts facts(Usage usage) {
        return new Message.Facts(
                model.map(LocalModel::id).orElse(""),
                usage.promptTokens(),
                usage.replyTokens(),
                usage.load().plus(usage.firstToken()).toMillis() / 1000.0,
                usage.tokensPerSecond(),
                Instant.now());
    }
}
