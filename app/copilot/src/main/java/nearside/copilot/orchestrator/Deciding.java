package nearside.copilot.orchestrator;

import nearside.copilot.borrow.Access;
import nearside.copilot.borrow.Borrowing;
import nearside.copilot.context.ContextPacker.Talk;
import nearside.copilot.device.Speed;
import nearside.copilot.orchestrator.Decision.Target;
import nearside.copilot.orchestrator.Situation.Beyond;
import nearside.copilot.orchestrator.Situation.Certainty;
import nearside.copilot.orchestrator.Situation.Lately;
import nearside.engine.Prompt;
import nearside.engine.local.Held;
import nearside.engine.local.Spare;
import nearside.engine.memory.Memory;
import nearside.storage.Settings.Relief;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Takes the situation of a turn as it is now, and decides; once more after each part of the reply
/// that did not come to its end.
final class Deciding {
    private final Orchestrator.Surroundings around;
    private final Transcript transcript;
    private final Presence presence;
    private final int replyLimit;
    private final Optional<String> named;
    private final Shortening shortening;
    private Optional<LocalModel> model = Optional.empty();
    private Talk talk = Talk.of(List.of());
    private int promptTokens;
    private Optional<String> insteadOf = Optional.empty();
    private OptionalLong madeRoom = OptionalLong.empty();
    private Set<Relief> never = Set.of();
    private Access access = new Access.Shut(Access.Why.NONE_LEFT);

    /// @param named the id of the model that is to answer; empty for the usual one
    Deciding(
            Orchestrator.Surroundings around,
            Transcript transcript,
            Presence presence,
            int replyLimit,
            Optional<String> named) {
        this.around = around;
        this.transcript = transcript;
        this.presence = presence;
        this.replyLimit = replyLimit;
        this.named = named;
        this.shortening = new Shortening(around.device().engine());
    }

    /// The model that answers here, as the last decision saw it.
    Optional<LocalModel> model() {
        return model;
    }

    /// The id of the chosen model, where the last decision took a smaller one in its stead.
    Optional<String> insteadOf() {
        return insteadOf;
    }

    /// Bytes of other conversations that were let go of for the last decision.
    OptionalLong madeRoom() {
        return madeRoom;
    }

    /// The whole conversation, as the last decision saw it.
    List<Prompt.Line> lines() {
        return talk.lines();
    }

    /// The same with what is pinned of it.
    Talk talk() {
        return talk;
    }

    /// Whether a far side can be borrowed, as the last decision saw it.
    Access access() {
        return access;
    }

    /// Tokens of the whole conversation, as the last decision saw it.
    int promptTokens() {
        return promptTokens;
    }

    Decision next(Course course) throws InterruptedException {
        Orchestrator.Device device = around.device();
        insteadOf = Optional.empty();
        madeRoom = OptionalLong.empty();
        never = device.never().get();
        model = device.model().forTurn(named);
        Transcript.Whole conversation = transcript.whole(device.engine(), model);
        talk = conversation.talk();
        access =
                around.borrowing()
                        .map(it -> it.access(conversation(), course.tried()))
                        .orElse(new Access.Shut(Access.Why.NONE_LEFT));
        Situation.Tokens prompt = conversation.tokens();
        promptTokens = prompt.count();
        Lately lately = around.recent().now(measured(), device.watch());
        Moment moment =
                new Moment(
                        course.failedHere() ? new Situation.Model.Absent() : present(),
                        device.memory().get(),
                        pace(course),
                        beyond(course),
                        lately);
        Decision decided = decide(moment, prompt);
        if (!Worth.of(decided).isAll() && makesRoom(moment, prompt, decided)) {
            moment = moment.with(device.memory().get());
            decided = decide(moment, prompt);
        }
        return lacksMemory(decided) ? smaller(moment).orElse(decided) : decided;
    }

    /// The first rung: other conversations are let go of, where more can be done here then.
    private boolean makesRoom(Moment moment, Situation.Tokens prompt, Decision decided) {
        Spare spare = around.device().spare();
        Held.Part part =
                around.readSoFar().isNewest(transcript.conversation())
                        ? Held.Part.ALL_BUT_NEWEST
                        : Held.Part.ALL;
        long bytes = spare.held().of(part);
        if (bytes == 0) {
            return false;
        }
        Decision then = decide(moment.with(moment.memory().and(bytes)), prompt);
        boolean isWorthIt = Worth.of(then).isBetterThan(Worth.of(decided));
        if (isWorthIt) {
            spare.letGo(part);
            madeRoom = OptionalLong.of(bytes);
        }
        return isWorthIt;
    }

    private Decision decide(Moment moment, Situation.Tokens prompt) {
        Decision whole = moment.decide(asked(prompt, prompt.count()));
        boolean fits =
                whole.target() instanceof Target.Local && prompt.certainty() == Certainty.COUNTED;
        return fits || !mayLeaveOut() ? whole : moment.decide(shortened(prompt));
    }

    private Situation.Asked shortened(Situation.Tokens prompt) {
        int least = Math.min(prompt.count(), shortening.least(talk));
        return new Situation.Asked(prompt, least, shortening.pinned(talk), replyLimit, never);
    }

    private boolean mayLeaveOut() {
        return transcript.mayBeShortened() && !never.contains(Relief.LEAVE_OUT);
    }

    /// Where the far side is shut, the reason says who shut it, and the needs say what lacks here.
    private static boolean lacksMemory(Decision decision) {
        return !(decision.target() instanceof Target.Local)
                && (decision.needs().missingBytes() > 0
                        || decision.reason() == Reason.NO_MEMORY_CONTEXT);
    }

    /// The last rung before anything is borrowed: the largest model that was brought in, is
    /// smaller, and fits. Its tokens are estimated, since its tokenizer is not there.
    private Optional<Decision> smaller(Moment moment) {
        Optional<String> chosen = model.map(LocalModel::id);
        int estimate = lines().stream().mapToInt(line -> TokenCount.estimate(line.text())).sum();
        List<LocalModel> smaller =
                model.map(it -> around.device().model().smaller(it.folder())).orElse(List.of());
        for (LocalModel other : smaller) {
            Decision decided =
                    decide(
                            moment.with(other.forDecision()),
                            new Situation.Tokens(estimate, Certainty.ESTIMATED));
            if (decided.target() instanceof Target.Local) {
                model = Optional.of(other);
                insteadOf = chosen;
                return Optional.of(decided);
            }
        }
        return Optional.empty();
    }

    private Optional<String> conversation() {
        return transcript.conversation().map(Prompt.Conversation::id);
    }

    private String measured() {
        return model.map(LocalModel::measured).orElse("");
    }

    private Situation.Model present() {
        return model.<Situation.Model>map(LocalModel::forDecision)
                .orElseGet(Situation.Model.Absent::new);
    }

    /// @param least tokens that stay whatever is left out: counted only where not all fits
    private Situation.Asked asked(Situation.Tokens prompt, int least) {
        return new Situation.Asked(prompt, least, replyLimit, never);
    }

    private Situation.Pace pace(Course course) {
        Orchestrator.Device device = around.device();
        Speed speed = course.seen().orElseGet(() -> device.speeds().of(measured()));
        int cached =
                course.seen().isPresent()
                        ? 0
                        : around.readSoFar().of(transcript.conversation(), measured());
        return new Situation.Pace(speed, cached, device.patience().get());
    }

    private Beyond beyond(Course course) {
        return switch (access) {
            case Access.Shut(Access.Why why) ->
                    new Beyond.Shut(
                            switch (why) {
                                case NONE_LEFT -> Beyond.Why.NOT_SET_UP;
                                case OFFLINE -> Beyond.Why.OFFLINE;
                                case FORBIDDEN -> Beyond.Why.FORBIDDEN;
                                case NEVER_HERE -> Beyond.Why.NEVER_HERE;
                            });
            case Access.Open open -> beyond(open, course);
        };
    }

    private Beyond beyond(Access.Open open, Course course) {
        if (course.isOverCaps()) {
            return new Beyond.Shut(Beyond.Why.FORBIDDEN);
        }
        if (course.stays()) {
            return new Beyond.Shut(Beyond.Why.STAY);
        }
        if (presence == Presence.NOBODY && (mustAsk() || course.wantsPerson())) {
            return new Beyond.Shut(Beyond.Why.NOBODY_TO_ASK);
        }
        return new Beyond.Open(open.lender().model().name(), open.lender().model().window());
    }

    private boolean mustAsk() {
        return around.borrowing().filter(Borrowing::alwaysAsks).isPresent();
    }

    /// What is the same however much of the conversation is read.
    private record Moment(
            Situation.Model model,
            Memory memory,
            Situation.Pace pace,
            Beyond beyond,
            Lately lately) {
        /// The same with another model, of whose speed nothing is known.
        Moment with(Situation.Model other) {
            return new Moment(other, memory, Situation.Pace.UNKNOWN, beyond, Lately.NOTHING);
        }

        /// The same with so much memory; what was free before does not count.
        Moment with(Memory other) {
            Lately now = new Lately(lately.last(), Optional.empty(), lately.failed());
            return new Moment(model, other, pace, beyond, now);
        }

        Decision decide(Situation.Asked asked) {
            return Decision.of(new Situation(model, asked, memory, pace, beyond, lately));
        }
    }
}
