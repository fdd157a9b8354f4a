package nearside.worker.sample.json;

import org.jspecify.annotations.Nullable;

import java.util.BitSet;

/// A set of byte strings, and so a state of the automaton that accepts them: what may still follow.
///
/// Made by [Patterns] alone, which makes no two of the same form; equality is identity.
final class Pattern {
    /// States after each byte, as far as they were asked for.
    private @Nullable Pattern @Nullable [] after;

    private final int number;
    private final Form form;
    private final boolean matchesEmpty;
    private @Nullable BitSet tokens;

    Pattern(int number, Form form, boolean matchesEmpty) {
        this.number = number;
        this.form = form;
        this.matchesEmpty = matchesEmpty;
    }

    /// In the order in which patterns were made.
    int number() {
        return number;
    }

    Form form() {
        return form;
    }

    boolean matchesEmpty() {
        return matchesEmpty;
    }

    @Nullable Pattern knownAfter(int value) {
        return after == null ? null : after[value];
    }

    void learnAfter(int value, Pattern next) {
        if (after == null) {
            after = new Pattern[256];
        }
        after[value] = next;
    }

    @Nullable BitSet knownTokens() {
        return tokens;
    }

    void learnTokens(BitSet allowed) {
        tokens = allowed;
    }

    /// Lets go of what was only remembered to be quick.
    void forget() {
        after = null;
        tokens = null;
    }
}
