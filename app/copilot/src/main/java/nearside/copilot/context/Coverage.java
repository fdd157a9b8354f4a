package nearside.copilot.context;

import nearside.copilot.context.scope.Scope;

import java.util.Objects;

/// How well what stays covers what is asked about.
///
/// @param scope what the question is about
/// @param themes the part of what is spoken of, by its weight, of which at least a sentence stays,
///   from 0 to 1; 1 where it is not asked about
/// @param terms the part of what is said more than once that stands in what stays, from 0 to 1; 1
///   where it is not asked about
/// @param whole tokens of all that was given
/// @param left tokens of all that stays
public record Coverage(Scope scope, double themes, double terms, int whole, int left) {
    /// An overview with a tenth of the themes missing is one of something else.
    static final double LEAST_THEMES = 0.9;

    /// With one sentence of each theme two fifths of its terms stand there; below, an outline has
    /// little to say of each.
    static final double LEAST_TERMS = 0.4;

    public Coverage {
        Objects.requireNonNull(scope);
    }

    /// Of what fits as a whole.
    static Coverage whole(Scope scope, int tokens) {
        return new Coverage(scope, 1, 1, tokens, tokens);
    }

    /// Whether an answer may miss what it is asked for, and the whole text is needed: a task for
    /// each word or each place always needs it; an outline does when themes or too many terms are
    /// missing.
    public boolean isPoor() {
        return switch (scope) {
            case PART -> false;
            case OVERVIEW -> themes < LEAST_THEMES || terms < LEAST_TERMS;
            case EVERY_MENTION, EVERY_WORD -> left < whole;
        };
    }
}
