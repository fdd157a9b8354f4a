package nearside.desktop.chat;

import nearside.copilot.orchestrator.Reason;
import nearside.copilot.orchestrator.Situation;
import nearside.copilot.orchestrator.TurnEvent;
import nearside.desktop.trouble.Trouble;
import nearside.desktop.trouble.WholeNeeded;
import nearside.desktop.words.Amounts;
import nearside.desktop.words.Words;

/// Says in two plain sentences why a reply was written where it was, and what would have changed
/// it.
record WhyText(Words words, Amounts amounts) {
    WhyText(Words words) {
        this(words, new Amounts(words));
    }

    String of(Grounds grounds) {
        return grounds.loan()
                .map(loan -> borrowedWhy(grounds, loan))
                .orElseGet(() -> sentences(grounds))
                .strip();
    }

    private String borrowedWhy(Grounds grounds, Grounds.Loan loan) {
        return words.of(
                        switch (loan.came()) {
                            case WORDS -> "why.borrowed";
                            case NOTHING -> "why.in-vain";
                        },
                        loan.far(),
                        loan.host(),
                        because(grounds.reason()),
                        loan.tokens())
                + " "
                + hereWith(grounds);
    }

    /// What would have kept it here.
    private String hereWith(Grounds grounds) {
        return switch (grounds.reason()) {
            case NO_MEMORY_LOAD, NO_MEMORY_CONTEXT -> memory("why.here-with.memory", grounds);
            case WINDOW_EXCEEDED -> words.of("why.here-with.window", grounds.prompt().missing());
            case TOO_SLOW ->
                    words.of(
                            "why.here-with.time",
                            amounts.seconds(grounds.expected().firstWordSeconds()),
                            amounts.rate(grounds.expected().tokensPerSecond()));
            case ENGINE_FAILED, FITS, FITS_PACKED, POLICY_OFFLINE, POLICY_CONSENT, USER_CHOICE ->
                    "";
        };
    }

    private String borrowed(Grounds grounds, Grounds.Loan loan) {
        return words.of(
                switch (loan.came()) {
                    case WORDS -> "notice.borrowed";
                    case NOTHING -> "notice.in-vain";
                },
                loan.far(),
                because(grounds.reason()),
                loan.tokens(),
                loan.host());
    }

    /// One line on what left the device for an answer; empty where nothing did.
    String borrowed(Grounds grounds) {
        return grounds.loan().map(loan -> borrowed(grounds, loan)).orElse("");
    }

    private String because(Reason reason) {
        return switch (reason) {
            case NO_MEMORY_LOAD, NO_MEMORY_CONTEXT -> words.of("because.memory");
            case WINDOW_EXCEEDED -> words.of("because.window");
            case TOO_SLOW -> words.of("because.slow");
            case ENGINE_FAILED -> words.of("because.failed");
            case FITS, FITS_PACKED, POLICY_OFFLINE, POLICY_CONSENT, USER_CHOICE ->
                    words.of("because.asked");
        };
    }

    /// One line on a model that stands in for another.
    String smallerModel(String model, String chosen) {
        return words.of("notice.smaller-model", model, chosen);
    }

    /// One line on other conversations that were let go of.
    String madeRoom(long bytes) {
        return words.of("notice.made-room", amounts.bytes(bytes));
    }

    /// One line on a cache that is kept as bytes.
    String smallCache() {
        return words.of("notice.small-cache");
    }

    /// One line on an answer that can be short only.
    String shortReply(int tokens) {
        return words.of("notice.short-reply", tokens);
    }

    /// One line on a far model that saw a part and asked for more.
    String needs(TurnEvent.Needs needs) {
        return words.of("notice.needs", needs.model(), needs.what());
    }

    /// One line on why another one goes on.
    String handedOver(Trouble trouble) {
        return words.of("notice.handed-over", trouble.title());
    }

    /// One line on what was given up so that it could be answered here; empty for nothing.
    String notice(Grounds grounds) {
        Grounds.Before before = grounds.before();
        if (!before.insteadOf().isEmpty()) {
            return smallerModel(grounds.model(), before.insteadOf());
        }
        if (grounds.reason() == Reason.FITS_PACKED) {
            return words.of("notice.shortened");
        }
        return before.madeRoom() > 0 ? madeRoom(before.madeRoom()) : "";
    }

    /// The same while it is known how much, and what the answer would need.
    String shortened(TurnEvent.Shortened shortened) {
        return shortened
                .whole()
                .map(whole -> left(shortened) + " " + new WholeNeeded(words, amounts).of(whole))
                .orElseGet(() -> left(shortened));
    }

    private String left(TurnEvent.Shortened shortened) {
        int leftOut = shortened.leftOut();
        if (shortened.inPart() == 0) {
            return words.of("notice.shortened.by", leftOut, shortened.lines());
        }
        return leftOut == 0
                ? words.of("notice.shortened.parts", shortened.inPart(), shortened.lines())
                : words.of("notice.shortened.both", leftOut, shortened.inPart(), shortened.lines());
    }

    private String sentences(Grounds grounds) {
        Grounds.Prompt prompt = grounds.prompt();
        return switch (grounds.reason()) {
            case FITS ->
                    fits(
                            switch (grounds.kvCache()) {
                                case FLOAT32 -> "why.fits";
                                case INT8 -> "why.fits-small";
                            },
                            grounds);
            case FITS_PACKED ->
                    words.of(
                            "why.fits-packed",
                            tokens(prompt),
                            amounts.tokens(prompt.budget()),
                            need(grounds.memory()),
                            amounts.bytes(grounds.memory().freeBytes()));
            case NO_MEMORY_LOAD -> memory("why.no-memory-load", grounds);
            case NO_MEMORY_CONTEXT -> memory("why.no-memory-context", grounds);
            case WINDOW_EXCEEDED ->
                    words.of(
                            "why.window-exceeded",
                            tokens(prompt),
                            prompt.window(),
                            prompt.missing());
            case TOO_SLOW ->
                    words.of(
                            "why.too-slow",
                            amounts.seconds(grounds.expected().firstWordSeconds()),
                            amounts.rate(grounds.expected().tokensPerSecond()));
            case ENGINE_FAILED -> words.of("why.engine-failed");
            case POLICY_OFFLINE -> words.of("why.policy-offline");
            case POLICY_CONSENT -> words.of("why.policy-consent");
            case USER_CHOICE -> words.of("why.user-choice");
        };
    }

    private String fits(String key, Grounds grounds) {
        return words.of(
                key,
                tokens(grounds.prompt()),
                need(grounds.memory()),
                amounts.bytes(grounds.memory().freeBytes()));
    }

    private String memory(String key, Grounds grounds) {
        return words.of(
                key,
                need(grounds.memory()),
                amounts.bytes(grounds.memory().freeBytes()),
                amounts.bytes(grounds.memory().missingBytes()));
    }

    private String need(Grounds.Memory memory) {
        String need = amounts.bytes(memory.needBytes());
        return memory.marginBytes() == 0
                ? words.of("why.need", need)
                : words.of("why.need-beside", need, amounts.bytes(memory.marginBytes()));
    }

    private String tokens(Grounds.Prompt prompt) {
        return prompt.certainty() == Situation.Certainty.COUNTED
                ? amounts.tokens(prompt.tokens())
                : words.of("amount.about", amounts.tokens(prompt.tokens()));
    }
}
