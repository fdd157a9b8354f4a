package nearside.copilot.orchestrator;

import com.google.gson.JsonObject;

import nearside.copilot.borrow.Access;
import nearside.copilot.borrow.Borrowing;
import nearside.copilot.borrow.Lender;
import nearside.copilot.borrow.Offer;
import nearside.copilot.borrow.Spending;
import nearside.copilot.context.ContextPacker.Talk;
import nearside.copilot.context.Limit;
import nearside.copilot.orchestrator.Decision.Target;
import nearside.engine.Engine;
import nearside.engine.Prompt.Line;
import nearside.engine.Reply;
import nearside.engine.Role;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Offers to borrow a far model for a turn, and borrows it once the person or the person's limits
/// say yes.
final class Lending {
    private final Turn turn;
    private final Transcript transcript;
    private final Presence presence;
    private final Course course;
    private final SentBefore before;

    Lending(Turn turn, Transcript transcript, Presence presence, Course course, SentBefore before) {
        this.turn = turn;
        this.transcript = transcript;
        this.presence = presence;
        this.course = course;
        this.before = before;
    }

    /// What became of an offer.
    sealed interface Lent {
        /// The answer comes from there.
        ///
        /// @param more whether the far model may ask for more
        record Yes(Offer offer, Reply reply, More more) implements Lent {}

        /// Nothing left; it is decided anew.
        record Not() implements Lent {}

        /// The turn was stopped while the person was asked.
        record Stopped() implements Lent {}
    }

    /// What a far side would be asked.
    ///
    /// @param room tokens that it can read
    /// @param start whether the reply begins anew there
    private record Wish(
            Decision decision,
            JsonObject record,
            Lender lender,
            FarPacking packing,
            int room,
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
        Start start = start(talk.lines(), borrowing.counting(lender));
        int lines = talk.lines().size() - (start == Start.GOES_ON ? 0 : 1);
        Talk leaving =
                new Talk(
                        talk.lines().subList(0, lines),
                        talk.pinned(),
                        course.needed().map(TurnEvent.Needs::what).orElse(""),
                        talk.asked());
        FarPacking packing =
                new FarPacking(transcript, borrowing, lender, leaving, far.replyLimit(), before);
        // In the lender's own tokens: those of the decision are of the model here.
        int room = lender.model().window() - far.replyLimit();
        Wish wish = new Wish(decision, record, lender, packing, room, start);
        int usual = Math.max(packing.least(), Math.min(room, borrowing.usualBudget()));
        return ask(wish, packing.cheapest(Limit.upTo(usual)), borrowing);
    }

    private static Start start(List<Line> lines, Engine counting) {
        Line last = lines.getLast();
        int tokens = TokenCount.of(counting, List.of(last.text())).count();
        return last.role() == Role.ASSISTANT && HandOver.mustBeginAnew(last.text(), tokens)
                ? Start.BEGINS_ANEW
                : Start.GOES_ON;
    }

    private Lent ask(Wish wish, FarPacking.Form first, Borrowing borrowing) {
        FarPacking.Form form = first;
        while (true) {
            Optional<FarPacking.Form> whole = whole(wish, form, borrowing);
            switch (borrowing.verdict(form.offer())) {
                case SEND -> {
                    if (!wantsMore(form, whole)) {
                        return lend(wish, form, borrowing);
                    }
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
            Optional<Consent> said = turn.ask(asking(wish, form, whole));
            if (said.isEmpty()) {
                return new Lent.Stopped();
            }
            switch (said.get()) {
                case SEND -> {
                    return lend(wish, form, borrowing);
                }
                case SEND_LESS -> form = wish.packing().cheapest(Limit.of(half(wish, form)));
                case SEND_ALL -> form = whole.orElse(form);
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

    /// Whether the question is about more than what would leave, and the person can say that all of
    /// it may.
    private boolean wantsMore(FarPacking.Form form, Optional<FarPacking.Form> whole) {
        return form.rests() == TurnEvent.Rests.ON_A_PART
                && whole.isPresent()
                && presence == Presence.PERSON;
    }

    private static int half(Wish wish, FarPacking.Form form) {
        return Math.max(wish.packing().least(), form.offer().weight().tokens() / 2);
    }

    /// All of the conversation, where less would leave and that much can.
    private Optional<FarPacking.Form> whole(Wish wish, FarPacking.Form form, Borrowing borrowing) {
        if (!form.offer().weight().isPart()) {
            return Optional.empty();
        }
        FarPacking.Form whole = wish.packing().whole();
        return Optional.of(whole)
                .filter(it -> it.offer().weight().tokens() <= wish.room())
                .filter(it -> borrowing.verdict(it.offer()) != Borrowing.Verdict.FORBIDDEN);
    }

    private TurnEvent.Asking asking(
            Wish wish, FarPacking.Form form, Optional<FarPacking.Form> whole) {
        boolean canBeLess =
                transcript.mayBeShortened()
                        && form.offer().weight().tokens() / 2 > wish.packing().least();
        return new TurnEvent.Asking(
                form.offer(),
                wish.decision().reason(),
                wish.decision().target() instanceof Target.Choose
                        ? wish.decision().expected()
                        : Optional.empty(),
                course.needed(),
                canBeLess ? TurnEvent.Less.POSSIBLE : TurnEvent.Less.NOTHING_LEFT,
                whole.map(FarPacking.Form::offer),
                form.rests(),
                transcript.conversation().isPresent()
                        ? TurnEvent.Never.POSSIBLE
                        : TurnEvent.Never.NOT_KEPT);
    }

    /// Of which something leaves.
    private List<String> messages(FarPacking.Form form) {
        Set<Integer> places = form.places();
        return transcript.places().entrySet().stream()
                .filter(it -> places.contains(it.getValue()))
                .map(it -> it.getKey().value())
                .toList();
    }

    private Lent lend(Wish wish, FarPacking.Form form, Borrowing borrowing) {
        if (wish.start() == Start.BEGINS_ANEW) {
            transcript.giveUp();
            turn.tell(new TurnEvent.BegunAnew());
        }
        Offer offer = form.offer();
        Spending.note(offer, wish.record());
        wish.record().addProperty("leaves", form.choice().name());
        course.needed()
                .ifPresent(need ->
                        wish.record().addProperty(DecisionRecord.LEFT_BEFORE, need.leftTokens()));
        transcript.decided(wish.record());
        wish.packing().left(form);
        turn.tell(new TurnEvent.Borrowed(offer, wish.decision().reason()));
        return new Lent.Yes(
                offer,
                borrowing.lend(
                        offer, wish.decision().reason().name(), wish.record(), messages(form)),
                form.mayAskForMore() && course.needed().isEmpty() ? More.MAY_ASK : More.NO);
    }
}
