package nearside.desktop.call;

import java.util.Optional;

/// What a start of the program asks of the window: of its own, or of the one that is open already.
public sealed interface Call {
    /// As long as a text may be that is handed over.
    int LONGEST = 4_096;

    /// The scheme of addresses that lead to a message.
    String SCHEME = "nearside:";

    /// Show yourself.
    record Raise() implements Call {}

    /// Show the small window for one question.
    record Quick() implements Call {}

    /// Open that.
    ///
    /// @param what the address of a message, or the path of a file of conversations
    record Open(String what) implements Call {
        public Open {
            if (what.isBlank() || what.length() > LONGEST || what.indexOf('\n') >= 0) {
                throw new IllegalArgumentException(
                        "expected an address or a path on one line, found "
                                + what.length()
                                + " characters");
            }
        }
    }

    /// As one line without its end.
    default String line() {
        return switch (this) {
            case Raise() -> "R";
            case Quick() -> "Q";
            case Open(String what) -> "O" + what;
        };
    }

    /// The reverse of [#line]; empty for a line of another program.
    static Optional<Call> of(String line) {
        if (line.startsWith("O") && !line.substring(1).isBlank() && line.length() <= LONGEST) {
            return Optional.of(new Open(line.substring(1)));
        }
        return switch (line) {
            case "R" -> Optional.of(new Raise());
            case "Q" -> Optional.of(new Quick());
            default -> Optional.empty();
        };
    }
}
