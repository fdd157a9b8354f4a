package nearside.copilot.orchestrator;

import nearside.engine.TokenIds;

import java.util.Locale;
import java.util.Optional;

/// The beginning of a reply, held back until it is clear whether the model asks for more of the
/// conversation in the place of an answer.
final class Asking {
    private static final int LONGEST = 300;

    private final StringBuilder held = new StringBuilder();
    private TokenIds ids = TokenIds.NONE;
    private boolean answers;

    Asking(More more) {
        answers = more == More.NO;
    }

    /// A piece of a reply.
    record Piece(String text, TokenIds ids) {}

    /// What can be told by now.
    Optional<Piece> add(String text, TokenIds tokens) {
        if (answers) {
            return Optional.of(new Piece(text, tokens));
        }
        held.append(text);
        ids = ids.plus(tokens);
        answers = !mayAsk();
        return answers ? Optional.of(rest()) : Optional.empty();
    }

    private boolean mayAsk() {
        String begun = held.toString().stripLeading().toLowerCase(Locale.ROOT);
        return begun.length() < FarPacking.NEED.length()
                ? FarPacking.NEED.startsWith(begun)
                : begun.startsWith(FarPacking.NEED) && line().length() <= LONGEST;
    }

    private String line() {
        String text = held.toString().stripLeading();
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }

    /// Whether it has asked, and all of it: more would be read in vain.
    boolean isComplete() {
        return !answers && held.toString().stripLeading().indexOf('\n') > 0 && need().isPresent();
    }

    /// What it asks for; empty where it answers.
    Optional<String> need() {
        String line = line();
        return answers || line.length() <= FarPacking.NEED.length()
                ? Optional.empty()
                : Optional.of(line.substring(FarPacking.NEED.length()).strip())
                        .filter(it -> !it.isEmpty());
    }

    /// What was held back.
    Piece rest() {
        Piece rest = new Piece(held.toString(), ids);
        held.setLength(0);
        ids = TokenIds.NONE;
        answers = true;
        return rest;
    }
}
