package nearside.desktop.chat;

import nearside.cloud.FarModel;
import nearside.copilot.borrow.Offer;
import nearside.copilot.orchestrator.Decision;
import nearside.copilot.orchestrator.Situation;
import nearside.copilot.orchestrator.Situation.Model.Present;
import nearside.copilot.orchestrator.TurnEvent;
import nearside.desktop.trouble.Explain;
import nearside.desktop.trouble.Trouble;
import nearside.engine.KvPrecision;
import nearside.engine.Usage;

import java.util.Optional;
import java.util.function.LongSupplier;

/// Applies what a turn tells to the answer that is shown.
final class Telling {
    private final Answer answer;
    private final Explain explain;
    private final WhyText whyText;
    private final LongSupplier nanos;

    /// A longer limit is rarely reached: it is not worth a line.
    private static final int SHORT = 512;

    private Optional<Grounds> grounds = Optional.empty();
    private Optional<Grounds.Loan> loan = Optional.empty();
    private Optional<Trouble> failed = Optional.empty();
    private String model = "";
    private int known;
    private int unknown;
    private int tokens;
    private int leftBefore;
    private long firstNanos;

    Telling(Answer answer, Explain explain, WhyText whyText, LongSupplier nanos) {
        this.answer = answer;
        this.explain = explain;
        this.whyText = whyText;
        this.nanos = nanos;
    }

    void apply(TurnEvent event) {
        switch (event) {
            case TurnEvent.Saved saved -> answer.saved(saved.ids().reply());
            case TurnEvent.Decided decided -> decided(decided.decision());
            case TurnEvent.Smaller smaller ->
                    answer.gaveUp(
                            Rung.SMALLER_MODEL, whyText.smallerModel(model, smaller.chosen()));
            case TurnEvent.MadeRoom(long bytes) -> madeRoom(bytes);
            case TurnEvent.Shortened shortened ->
                    answer.gaveUp(Rung.LEFT_OUT, whyText.shortened(shortened));
            case TurnEvent.Asking asking ->
                    answer.becomes(new Progress.Asking(asking.offer().lender().model().name()));
            case TurnEvent.Borrowed borrowed -> borrow(borrowed.offer());
            case TurnEvent.Needs needs -> {
                leftBefore = needs.leftTokens();
                answer.noticed(whyText.needs(needs));
                answer.becomes(new Progress.Sent());
            }
            case TurnEvent.BegunAnew() -> answer.beginsAnew();
            case TurnEvent.HandedOver(var failure) -> handOver(explain.of(failure));
            case TurnEvent.Loading loading -> answer.becomes(new Progress.Loading(loading.model()));
            case TurnEvent.Reading(var prompt, int cached) -> {
                known = cached;
                unknown = prompt.count() - cached;
                answer.becomes(new Progress.Reading(unknown));
            }
            case TurnEvent.ReadOn(int read, var left) ->
                    answer.becomes(new Progress.ReadingOn(read - known, unknown, left));
            case TurnEvent.Text text -> write(text);
            case TurnEvent.Called _ ->
                    throw new IllegalStateException("the window offers no tools");
            case TurnEvent.End end -> answer.becomes(over(end));
        }
    }

    private void decided(Decision decision) {
        explain(Grounds.of(decision));
        if (decision.target() instanceof Decision.Target.Local local) {
            if (decision.situation().model() instanceof Present present
                    && local.kv() == KvPrecision.INT8
                    && present.cache() == Situation.Cache.FLOAT32_OR_INT8) {
                answer.gaveUp(Rung.SMALL_CACHE, whyText.smallCache());
            } else if (local.replyLimit()
                    < Math.min(SHORT, decision.situation().asked().replyLimit())) {
                answer.gaveUp(Rung.SHORT_REPLY, whyText.shortReply(local.replyLimit()));
            }
        }
    }

    /// Other lines say what is given up in this answer.
    private void madeRoom(long bytes) {
        if (answer.notice().get().isEmpty()) {
            answer.noticed(whyText.madeRoom(bytes));
        }
    }

    /// What left stays said, whatever is decided after it.
    private void explain(Grounds now) {
        grounds = Optional.of(now);
        model = now.model();
        if (answer.borrowed().get().isEmpty()) {
            answer.explained(whyText.of(now));
            answer.noticed(whyText.notice(now));
        }
        if (now.target() == Grounds.Target.HERE) {
            goesOn(new Part.Writer.Here());
        }
    }

    /// What failed is said above the answer once it is certain that somebody goes on.
    private void handOver(Trouble trouble) {
        failed = Optional.of(trouble);
        Part last = answer.parts().getLast();
        if (last.writer() instanceof Part.Writer.Far && last.text().get().isEmpty()) {
            loan.map(Grounds.Loan::inVain).ifPresent(this::tell);
        }
    }

    private void goesOn(Part.Writer writer) {
        answer.writes(writer);
        failed.ifPresent(trouble -> answer.noticed(whyText.handedOver(trouble)));
        failed = Optional.empty();
    }

    private void borrow(Offer offer) {
        FarModel far = offer.lender().model();
        model = far.name();
        tokens = 0;
        goesOn(new Part.Writer.Far(model));
        Grounds.Loan lent =
                new Grounds.Loan(
                        model,
                        far.origin().host(),
                        leftBefore + offer.weight().tokens(),
                        Grounds.Came.WORDS);
        loan = Optional.of(lent);
        tell(lent);
        answer.becomes(new Progress.Sent());
    }

    private void tell(Grounds.Loan left) {
        grounds.map(it -> it.with(left))
                .ifPresent(lent -> {
                    answer.explained(whyText.of(lent));
                    answer.borrowed(whyText.borrowed(lent));
                });
    }

    private void write(TurnEvent.Text text) {
        if (tokens == 0) {
            firstNanos = nanos.getAsLong();
        }
        tokens += text.ids().count();
        answer.append(text.text());
        answer.becomes(new Progress.Writing(tokens, rate()));
    }

    private double rate() {
        double seconds = (nanos.getAsLong() - firstNanos) / 1e9;
        return tokens < 2 || seconds <= 0.2 ? 0 : (tokens - 1) / seconds;
    }

    private Progress.Over over(TurnEvent.End end) {
        return switch (end) {
            case TurnEvent.Done done ->
                    new Progress.Over(
                            Ending.of(done.finish()),
                            Optional.of(footer(done.usage())),
                            Optional.empty());
            case TurnEvent.Declined declined -> failed(Ending.FAILED, explain.of(declined));
            case TurnEvent.EngineFailed failed ->
                    failed(unlessWritten(), explain.of(failed.failure()));
            case TurnEvent.StorageFailed failed ->
                    failed(unlessWritten(), explain.of(failed.failure()));
            case TurnEvent.Broken broken -> failed(unlessWritten(), explain.of(broken));
        };
    }

    private Ending unlessWritten() {
        return answer.text().get().isEmpty() ? Ending.FAILED : Ending.CUT;
    }

    private static Progress.Over failed(Ending ending, Trouble trouble) {
        return new Progress.Over(ending, Optional.empty(), Optional.of(trouble));
    }

    private Progress.Footer footer(Usage usage) {
        return new Progress.Footer(
                model,
                usage.tokensPerSecond(),
                usage.load().plus(usage.firstToken()).toNanos() / 1e9,
                usage.replyTokens());
    }
}
