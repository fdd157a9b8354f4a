package nearside.copilot.orchestrator;

import nearside.copilot.borrow.Borrowing;
import nearside.copilot.borrow.Lender;
import nearside.copilot.borrow.Offer;
import nearside.copilot.context.ContextPacker.Packed;
import nearside.copilot.context.ContextPacker.Seen;
import nearside.copilot.context.ContextPacker.Talk;
import nearside.copilot.context.Limit;
import nearside.copilot.context.cost.CostRule;
import nearside.copilot.context.cost.PackingChoice;
import nearside.copilot.context.cost.Rhythm;
import nearside.copilot.context.cost.Standing;
import nearside.copilot.orchestrator.SentBefore.Past;
import nearside.copilot.orchestrator.SentBefore.Sent;
import nearside.copilot.orchestrator.TurnEvent.Rests;
import nearside.engine.Prompt.Line;
import nearside.engine.Role;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// Makes what leaves of a conversation for one answer: packed for this question, or as it left
/// before with what came since, whichever the cost rule finds cheaper. What is not needed never
/// leaves only because that would cost less.
final class FarPacking {
    /// How a far model asks for more.
    static final String NEED = "need:";

    private static final String NOTE =
            "Parts of this conversation were left out; […] stands for them. If you cannot answer"
                    + " without something that was left out, reply with one line only: \""
                    + NEED
                    + "\" and a few words that say what it is about. It will be looked up once.";

    private static final String NOTHING_MORE =
            "Nothing more of that is in this conversation. Please answer with what you have.";

    private static final String ALL_THERE_IS =
            "What this conversation has of that stands above now. Please answer with it.";

    private final Transcript transcript;
    private final Borrowing borrowing;
    private final Lender lender;
    private final Talk talk;
    private final int replyLimit;
    private final SentBefore before;
    private final Shortening shortening;

    /// @param talk that may leave; what is sought in it is what the far model asked for
    FarPacking(
            Transcript transcript,
            Borrowing borrowing,
            Lender lender,
            Talk talk,
            int replyLimit,
            SentBefore before) {
        this.transcript = transcript;
        this.borrowing = borrowing;
        this.lender = lender;
        this.talk = talk;
        this.replyLimit = replyLimit;
        this.before = before;
        this.shortening = new Shortening(borrowing.counting(lender));
    }

    /// One form in which it may leave.
    ///
    /// @param lines of the conversation that leave, before notes and masks
    /// @param seen how much of each line of the talk they have
    record Form(
            Offer offer,
            List<Line> lines,
            List<Seen> seen,
            Rhythm rhythm,
            PackingChoice choice,
            Rests rests) {
        Form {
            Objects.requireNonNull(offer);
            lines = List.copyOf(lines);
            seen = List.copyOf(seen);
            Objects.requireNonNull(rhythm);
            Objects.requireNonNull(choice);
            Objects.requireNonNull(rests);
        }

        /// The same of a conversation that went so up to now.
        Form with(Rhythm now) {
            return new Form(offer, lines, seen, now, choice, rests);
        }

        /// The places of the lines of the talk of which something leaves.
        Set<Integer> places() {
            Set<Integer> places = new HashSet<>();
            IntStream.range(0, seen.size())
                    .filter(line -> seen.get(line) != Seen.NOTHING)
                    .forEach(places::add);
            return places;
        }

        /// Whether the far model may ask for more.
        boolean mayAskForMore() {
            return offer.weight().isPart() && lines.getLast().role() == Role.USER;
        }
    }

    /// Tokens of what leaves in any case.
    int least() {
        return shortening.least(talk);
    }

    /// All of it, whatever it costs.
    Form whole() {
        return form(
                talk.lines(),
                wholly(talk.lines().size()),
                Rhythm.NONE,
                PackingChoice.WHOLE,
                Rests.ON_ENOUGH);
    }

    /// The cheapest form within a limit.
    Form cheapest(Limit limit) {
        if (!transcript.mayBeShortened()) {
            return whole();
        }
        Packed packed = packed(limit);
        Packed ready = shortening.alternating(packed, talk);
        Form fresh =
                form(
                        answered(ready.lines()),
                        ready.seen(),
                        Rhythm.NONE,
                        PackingChoice.PACK_AGAIN,
                        rests(packed));
        Optional<Past> past = before.of(transcript.conversation(), lender);
        Optional<Form> longer =
                past.flatMap(it -> appended(it, packed))
                        .filter(it -> it.offer().weight().tokens() <= limit.tokens());
        return longer.map(it -> cheaper(fresh, it)).orElse(fresh);
    }

    /// With room for what is said besides where something is left out.
    private Packed packed(Limit limit) {
        Packed packed = shortening.packed(limit, talk);
        int besides =
                answered(List.of(new Line(Role.SYSTEM, NOTE))).stream()
                        .mapToInt(shortening::tokens)
                        .sum();
        boolean isPart = packed.leftOut() + packed.inPart() > 0;
        return isPart && packed.tokens() + besides > limit.tokens()
                ? shortening.packed(limit.less(besides), talk)
                : packed;
    }

    /// What was packed anew for what the far model asked for, with its wish behind it.
    private List<Line> answered(List<Line> packed) {
        if (talk.sought().isEmpty()) {
            return packed;
        }
        List<Line> lines = new ArrayList<>(packed);
        lines.add(wish());
        lines.add(new Line(Role.USER, ALL_THERE_IS));
        return lines;
    }

    private Line wish() {
        return new Line(Role.ASSISTANT, NEED + " " + talk.sought());
    }

    /// A wish is answered behind what is known: the far model sees that it was heard.
    private Form cheaper(Form fresh, Form longer) {
        if (!talk.sought().isEmpty()) {
            return longer;
        }
        Standing standing =
                new Standing(
                        fresh.offer().weight().form(),
                        Optional.of(longer.offer().weight().form()),
                        Optional.empty(),
                        replyLimit,
                        longer.rhythm(),
                        lender.tariff());
        return CostRule.choose(standing).choice() == PackingChoice.APPEND
                ? longer
                : fresh.with(longer.rhythm());
    }

    /// What left before, as it was, and behind it what came since and what is needed besides; empty
    /// where that does not go together.
    private Optional<Form> appended(Past past, Packed packed) {
        Sent sent = past.sent();
        return Longer.of(sent.given(), talk, packed)
                .map(longer -> {
                    int added = longer.since().stream().mapToInt(shortening::tokens).sum();
                    int missing = shortening.tokens(longer.more());
                    Rhythm rhythm = sent.rhythm().after(past.idle(), added, missing);
                    return form(
                            heard(longer),
                            longer.seen(),
                            rhythm,
                            PackingChoice.APPEND,
                            rests(packed));
                });
    }

    /// With what the far model asked for, and what there is of it.
    private List<Line> heard(Longer longer) {
        if (talk.sought().isEmpty() || !longer.since().isEmpty()) {
            return longer.lines();
        }
        List<Line> lines = new ArrayList<>(longer.lines());
        lines.add(wish());
        lines.add(
                new Line(Role.USER, longer.more().isEmpty() ? NOTHING_MORE : longer.more().text()));
        return lines;
    }

    private static Rests rests(Packed packed) {
        return packed.coverage().isPoor() ? Rests.ON_A_PART : Rests.ON_ENOUGH;
    }

    private static List<Seen> wholly(int lines) {
        return Collections.nCopies(lines, Seen.WHOLE);
    }

    private Form form(
            List<Line> lines, List<Seen> seen, Rhythm rhythm, PackingChoice choice, Rests rests) {
        int leftOut = Collections.frequency(seen, Seen.NOTHING);
        int inPart = Collections.frequency(seen, Seen.PART);
        Optional<Past> past = before.of(transcript.conversation(), lender);
        Offer offer =
                borrowing.offer(
                        lender,
                        new Borrowing.Leaving(
                                transcript.prompt(
                                        leftOut + inPart > 0 ? noted(lines) : lines, replyLimit),
                                question(),
                                talk.lines().size(),
                                leftOut,
                                inPart,
                                past.map(it -> it.sent().masked()).orElse(List.of()),
                                past.map(Past::idle).orElse(Duration.ZERO)));
        return new Form(offer, lines, seen, rhythm, choice, rests);
    }

    private String question() {
        return talk.lines().getLast().text();
    }

    /// With the note that parts were left out, behind what the model is told first.
    private static List<Line> noted(List<Line> lines) {
        List<Line> all = new ArrayList<>(lines);
        boolean told = lines.getFirst().role() == Role.SYSTEM;
        String before = told ? all.removeFirst().text() + "\n\n" : "";
        all.addFirst(new Line(Role.SYSTEM, before + NOTE));
        return all;
    }

    /// It leaves now.
    void left(Form form) {
        before.left(
                transcript.conversation(),
                lender,
                new Sent(
                        new Given(talk.lines(), form.lines(), form.seen()),
                        form.offer().lines(),
                        form.rhythm()));
    }
}
