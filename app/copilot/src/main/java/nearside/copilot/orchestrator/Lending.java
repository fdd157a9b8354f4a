package nearside.copilot.orchestrator;

import com.google.gson.JsonObject;

import nearside.copilot.borrow.Access;
import nearside.copilot.borrow.Borrowing;
import nearside.copilot.borrow.Lender;
import nearside.copilot.borrow.Offer;
import nearside.copilot.borrow.Spending;
import nearside.copilot.context.ContextPacker.Talk;
import nearside.copilot.orchestrator.Decision.Target;
import nearside.engine.Engine;
import nearside.engine.Prompt.Line;
import nearside.engine.Reply;
import nearside.engine.Role;

import java.util.List;
import java.util.Optional;

/// Offers to borrow a far model for a turn, and borrows it once the person or the person's limits
/// say yes.
final class Lending {
    private final Turn turn;
    private final Transcript transcript;
    private final Presence presence;
    private final Course course;

    Lending(Turn turn, Transcript transcript, Presence presence, Course course) {
        this.turn = turn;
        this.transcript = transcript;
        this.presence = presence;
        this.course = course;
    }

    /// What became of an offer.
    sealed interface Lent {
        /// The answer comes from there.
        record Yes(Lender lender, Reply reply) implements Lent {}

        /// Nothing left; it is decided anew.
        record Not() implements Lent {}

        /// The turn was stopped while the person was asked.
        record Stopped() implements Lent {}
    }

    /// What a far side would be asked.
    ///
    /// @param talk that may leave
    /// @param least tokens of it that stay in any case
    /// @param start whether the reply begins anew there
    private record Wish(
            Decision decision,
            JsonObject record,
            Target.Far far,
            Lender lender,
            Talk talk,
            int least,
            Start start) {}

    private enum Start {
        GOES_ON,
        BEGINS_ANEW
    }

    /// @param record of the decision
    /// @param talk the whole conversation
    Lent ask(
            Decision decision,
            JsonObject record,
            Target.Far far,
            Talk talk,
            Access.Open access,
            Borrowing borrowing) {
        Lender lender = access.lender();
        Shortening shortening = new Shortening(borrowing.counting(lender));
        Start start = start(talk.lines(), borrowing.counting(lender));
        Talk left = start == Start.GOES_ON ? talk : withoutLast(talk);
        Wish wish = new Wish(decision, record, far, lender, left, shortening.least(left), start);
        // In the lender's own tokens: those of the decision are of the model here.
        int room = lender.model().window() - far.replyLimit();
        int budget = Math.max(wish.least(), Math.min(room, borrowing.usualBudget()));
        return ask(wish, budget, borrowing);
    }

    private static Talk withoutLast(Talk talk) {
        List<Line> lines = talk.lines();
        return new Talk(lines.subList(0, lines.size() - 1), talk.pinned(), talk.sought());
    }

    private static Start start(List<Line> lines, Engine counting) {
        Line last = lines.getLast();
        int tokens = TokenCount.of(counting, List.of(last.text())).count();
        return last.role() == Role.ASSISTANT && HandOver.mustBeginAnew(last.text(), tokens)
                ? Start.BEGINS_ANEW
                : Start.GOES_ON;
    }

    private Lent ask(Wish wish, int firstBudget, Borrowing borrowing) {
        int budget = firstBudget;
        while (true) {
            List<Line> lines = packed(wish, budget, borrowing);
            Offer offer =
                    borrowing.offer(
                            wish.lender(),
                            transcript.prompt(lines, wish.far().replyLimit()),
                            wish.talk().lines().size());
            switch (borrowing.verdict(offer)) {
                case SEND -> {
                    return lend(wish, offer, lines, borrowing);
                }
                case FORBIDDEN -> {
                    course.wouldBeOverCaps();
                    return new Lent.Not();
                }
                case ASK -> {
                    if (presence == Presence.NOBODY) {
                        course.wantPerson();
                        return new Lent.Not();
                    }
                }
            }
            Optional<Consent> said = turn.ask(asking(wish, offer));
            if (said.isEmpty()) {
                return new Lent.Stopped();
            }
            switch (said.get()) {
                case SEND -> {
                    return lend(wish, offer, lines, borrowing);
                }
                case SEND_LESS -> budget = Math.max(wish.least(), tokens(offer) / 2);
                case STAY_HERE -> {
                    course.stay();
                    return new Lent.Not();
                }
                case NEVER_HERE -> {
                    transcript.conversation().ifPresent(it -> borrowing.neverIn(it.id()));
                    course.stay();
                    return new Lent.Not();
                }
            }
        }
    }

    private static int tokens(Offer offer) {
        return offer.weight().tokens();
    }

    private TurnEvent.Asking asking(Wish wish, Offer offer) {
        boolean canBeLess = transcript.mayBeShortened() && tokens(offer) / 2 > wish.least();
        return new TurnEvent.Asking(
                offer,
                wish.decision().reason(),
                wish.decision().target() instanceof Target.Choose
                        ? wish.decision().expected()
                        : Optional.empty(),
                canBeLess ? TurnEvent.Less.POSSIBLE : TurnEvent.Less.NOTHING_LEFT,
                transcript.conversation().isPresent()
                        ? TurnEvent.Never.POSSIBLE
                        : TurnEvent.Never.NOT_KEPT);
    }

    private List<Line> packed(Wish wish, int budget, Borrowing borrowing) {
        return transcript.mayBeShortened()
                ? new Shortening(borrowing.counting(wish.lender())).to(budget, wish.talk()).lines()
                : wish.talk().lines();
    }

    /// @param lines of the conversation, as they are before they are masked
    private Lent lend(Wish wish, Offer offer, List<Line> lines, Borrowing borrowing) {
        if (wish.start() == Start.BEGINS_ANEW) {
            transcript.giveUp();
            turn.tell(new TurnEvent.BegunAnew());
        }
        Spending.note(offer, wish.record());
        transcript.decided(wish.record());
        turn.tell(new TurnEvent.Borrowed(offer, wish.decision().reason()));
        return new Lent.Yes(
                wish.lender(),
                borrowing.lend(
                        offer,
                        wish.decision().reason().name(),
                        wish.record(),
                        transcript.parts(lines)));
    }
}
