package nearside.copilot.orchestrator;

import nearside.copilot.orchestrator.Situation.Asked;
import nearside.copilot.orchestrator.Situation.Beyond;
import nearside.copilot.orchestrator.Situation.Certainty;
import nearside.copilot.orchestrator.Situation.Lately;
import nearside.copilot.orchestrator.Situation.Model.Present;
import nearside.copilot.orchestrator.Situation.Pace;
import nearside.copilot.orchestrator.Situation.Tokens;
import nearside.engine.memory.Memory;
import nearside.storage.Settings.Relief;

import java.util.Set;

/// A conversation that a person wants to have, before there is one.
///
/// @param promptTokens of all that is read
/// @param replyTokens of the answer
public record Wanted(int promptTokens, int replyTokens) {
    /// An answer of a page.
    private static final int USUAL_REPLY = 512;

    /// What of a conversation is new with a question; the rest was read for those before.
    private static final int USUAL_QUESTION = 256;

    /// Of so many parts of a short conversation one is the answer.
    private static final int REPLY_PART = 3;

    /// A conversation of some length, and an answer of a page.
    public static final Wanted USUAL = new Wanted(1_024, USUAL_REPLY);

    /// The least that helps.
    public static final Wanted SHORTEST = new Wanted(Asked.SHORTEST_REPLY, Asked.SHORTEST_REPLY);

    public Wanted {
        if (promptTokens < 1 || replyTokens < 1) {
            throw new IllegalArgumentException(promptTokens + " and " + replyTokens + " tokens");
        }
    }

    /// Prompt and reply together.
    ///
    /// @param tokens two at least
    public static Wanted context(int tokens) {
        int reply = Math.clamp(tokens / REPLY_PART, 1, USUAL_REPLY);
        return new Wanted(Math.max(1, tokens - reply), reply);
    }

    public int tokens() {
        return promptTokens + replyTokens;
    }

    /// As much of it as a model sees.
    public Wanted within(int window) {
        return new Wanted(Math.min(promptTokens, Math.max(1, window - replyTokens)), replyTokens);
    }

    /// What of it is read already when the last question comes.
    public int cached() {
        return Math.max(0, promptTokens - USUAL_QUESTION);
    }

    /// The middle of what is read for the last question.
    public int readingAt() {
        return cached() + Math.min(promptTokens, USUAL_QUESTION) / 2;
    }

    /// How it would be answered with none of it given up: the decision that a question of that
    /// length goes by.
    public Decision with(Present model, Memory memory, Pace pace) {
        Asked whole =
                new Asked(
                        new Tokens(promptTokens, Certainty.ESTIMATED),
                        promptTokens,
                        replyTokens,
                        Set.of(Relief.SHORT_REPLY, Relief.LEAVE_OUT));
        return Decision.of(
                new Situation(
                        model,
                        whole,
                        memory,
                        pace,
                        new Beyond.Shut(Beyond.Why.NOT_SET_UP),
                        Lately.NOTHING));
    }
}
