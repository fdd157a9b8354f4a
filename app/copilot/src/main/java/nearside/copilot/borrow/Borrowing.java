package nearside.copilot.borrow;

import com.google.gson.JsonObject;

import nearside.cloud.CloudEngine;
import nearside.cloud.outbound.Errand;
import nearside.copilot.context.cost.Form;
import nearside.engine.Engine;
import nearside.engine.Prompt;
import nearside.engine.Prompt.Line;
import nearside.engine.Reply;
import nearside.storage.Settings.Limits;
import nearside.storage.policy.Policy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The far side as a turn sees it: who can be asked now, what would leave, who must say yes, and
/// the answer once it may.
public final class Borrowing {
    private final Supplier<List<Lender>> lenders;
    private final Door door;
    private final Spending spending;
    private final String region;
    private final Consumer<String> shutting;

    /// One that leaves by that door.
    ///
    /// @param lenders in the order in which they are asked
    /// @param region two letters of the country whose phone numbers are written without its code
    /// @param shutting takes the ids of conversations of which nothing may leave any more
    public Borrowing(
            Supplier<List<Lender>> lenders,
            Door door,
            Spending spending,
            String region,
            Consumer<String> shutting) {
        this.lenders = Objects.requireNonNull(lenders);
        this.door = Objects.requireNonNull(door);
        this.spending = Objects.requireNonNull(spending);
        this.region = Objects.requireNonNull(region);
        this.shutting = Objects.requireNonNull(shutting);
    }

    /// Who is asked next, if anybody.
    ///
    /// @param conversation its id; empty when nothing of it is kept
    /// @param tried ids of lenders that were asked in vain
    public Access access(Optional<String> conversation, Set<String> tried) {
        Rules now = door.rules();
        List<Lender> all = lenders.get();
        if (now.isOffline()) {
            return new Access.Shut(all.isEmpty() ? Access.Why.NONE_LEFT : Access.Why.OFFLINE);
        }
        List<Lender> left = all.stream().filter(it -> !tried.contains(it.id())).toList();
        if (left.isEmpty()) {
            return new Access.Shut(Access.Why.NONE_LEFT);
        }
        List<Lender> allowed =
                left.stream().filter(it -> now.shutFor(it.model().origin()).isEmpty()).toList();
        if (allowed.isEmpty()) {
            return new Access.Shut(Access.Why.FORBIDDEN);
        }
        if (conversation.filter(now.chosen().neverIn()::contains).isPresent()) {
            return new Access.Shut(Access.Why.NEVER_HERE);
        }
        return new Access.Open(
                allowed.stream()
                        .filter(it -> !door.isResting(it.model().origin()))
                        .findFirst()
                        .orElse(allowed.getFirst()));
    }

    /// The most tokens of a question that a policy lets leave, or the person wants to at first.
    public int usualBudget() {
        Rules now = door.rules();
        return (int)
                Math.min(now.chosen().limits().tokens(), mostTokens(now.policy().cloud().caps()));
    }

    private static long mostTokens(Policy.Caps caps) {
        return caps.tokensPerRequest().orElse(Long.MAX_VALUE);
    }

    /// Counts as that lender does.
    public Engine counting(Lender lender) {
        return engine(lender);
    }

    private CloudEngine engine(Lender lender) {
        return door.engine(lender.model());
    }

    /// What is asked of a far side.
    ///
    /// @param prompt what leaves of a conversation, before it is masked
    /// @param question by itself
    /// @param lines of the whole conversation
    /// @param leftOut of them that stay here
    /// @param inPart of them of which something stays here
    /// @param before what left the last time, masked; empty where nothing did
    /// @param idle since then
    public record Leaving(
            Prompt prompt,
            String question,
            int lines,
            int leftOut,
            int inPart,
            List<Line> before,
            Duration idle) {
        public Leaving {
            Objects.requireNonNull(prompt);
            Objects.requireNonNull(question);
            before = List.copyOf(before);
            Objects.requireNonNull(idle);
        }
    }

    /// What would leave, to the byte.
    public Offer offer(Lender lender, Leaving leaving) {
        MaskedPrompt masked = MaskedPrompt.of(leaving.prompt(), region);
        Prompt prompt = masked.prompt();
        CloudEngine engine = engine(lender);
        int tokens = engine.promptTokens(prompt);
        int sent = sent(prompt, leaving.before(), engine);
        return new Offer(
                lender,
                prompt,
                engine.parcel(prompt),
                new Offer.Weight(
                        new Form(sent, leaving.idle(), Math.max(0, tokens - sent)),
                        engine.count(leaving.question()).orElse(0),
                        prompt.tools().isEmpty()
                                ? 0
                                : tokens - engine.promptTokens(prompt.offering(List.of())),
                        leaving.lines(),
                        leaving.leftOut(),
                        leaving.inPart()),
                masked.mask());
    }

    /// Tokens of the lines at the beginning that are as they were.
    private static int sent(Prompt prompt, List<Line> before, CloudEngine engine) {
        int same = 0;
        int most = Math.min(before.size(), prompt.lines().size());
        while (same < most && before.get(same).equals(prompt.lines().get(same))) {
            same++;
        }
        return same == 0
                ? 0
                : engine.promptTokens(
                        new Prompt(
                                prompt.lines().subList(0, same),
                                Prompt.Ending.NEW_REPLY,
                                prompt.specials(),
                                prompt.sampling(),
                                prompt.replyLimit()));
    }

    /// Whether the person is asked each time.
    public boolean alwaysAsks() {
        return door.rules().alwaysAsks();
    }

    /// Nothing leaves of that conversation any more.
    public void neverIn(String conversation) {
        shutting.accept(conversation);
    }

    /// Who must say yes to an offer.
    public Verdict verdict(Offer offer) {
        Rules now = door.rules();
        if (isOverCaps(offer, now.policy().cloud().caps())) {
            return Verdict.FORBIDDEN;
        }
        return now.alwaysAsks() || !isWithinLimits(offer, now.chosen().limits())
                ? Verdict.ASK
                : Verdict.SEND;
    }

    /// Who must say yes.
    public enum Verdict {
        /// The person has said it before, within limits.
        SEND,
        /// The person.
        ASK,
        /// It would be over what a policy allows.
        FORBIDDEN
    }

    /// What costs nobody knows keeps no cap.
    private boolean isOverCaps(Offer offer, Policy.Caps caps) {
        return offer.weight().tokens() > mostTokens(caps)
                || isOver(caps.usdPerDay(), spending.today(), offer)
                || isOver(caps.usdPerMonth(), spending.thisMonth(), offer);
    }

    private static boolean isOver(Optional<BigDecimal> cap, BigDecimal spent, Offer offer) {
        return cap.filter(most ->
                        offer.most().map(it -> it.add(spent).compareTo(most) > 0).orElse(true))
                .isPresent();
    }

    private boolean isWithinLimits(Offer offer, Limits limits) {
        return offer.weight().tokens() <= limits.tokens()
                && offer.most()
                        .filter(it -> it.add(spending.today()).compareTo(limits.usdPerDay()) <= 0)
                        .isPresent();
    }

    /// The answer to an offer that was approved: these very bytes leave, once.
    ///
    /// @param reason the name of the reason
    /// @param record of the decision, with what [Spending#note] adds
    /// @param parts the ids of what leaves
    public Reply lend(Offer offer, String reason, JsonObject record, List<String> parts) {
        PolicyGate.Approval approval =
                door.gate()
                        .approve(
                                offer.parcel(),
                                new Errand(
                                        Errand.Purpose.ANSWER, reason, record.toString(), parts));
        Reply reply = engine(offer.lender()).answer(offer.prompt());
        return new Unmasked(reply, offer.mask().unmasking(), approval);
    }
}
