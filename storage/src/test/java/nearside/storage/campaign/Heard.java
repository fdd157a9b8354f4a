package nearside.storage.campaign;

import java.util.List;
import java.util.Optional;

/// What a session has told: what its profile must hold, and the call that may have been cut.
///
/// @param open the call that was begun and not answered
record Heard(Book book, Optional<Step> open, int answers) {
    private static final String END = " .";

    static Heard nothing(Book book) {
        return new Heard(book, Optional.empty(), 0);
    }

    /// A line as the session tells it: before a call, and after it.
    static String before(Step step) {
        return "> " + step.line() + END;
    }

    static String after(String told) {
        return "< " + told + END;
    }

    /// A line that was cut itself tells nothing.
    Heard and(String line) {
        if (line.equals(Session.OPENED)) {
            return new Heard(book.cut(), Optional.empty(), answers);
        }
        if (!line.endsWith(END) || line.length() < 2) {
            return this;
        }
        String words = line.substring(2, line.length() - END.length());
        return switch (line.substring(0, 2)) {
            case "> " -> new Heard(book, Optional.of(Step.of(words)), answers);
            case "< " -> answered(words);
            default -> this;
        };
    }

    private Heard answered(String told) {
        return new Heard(book.after(open.orElseThrow(), told), Optional.empty(), answers + 1);
    }

    Heard all(List<String> lines) {
        Heard heard = this;
        for (String line : lines) {
            heard = heard.and(line);
        }
        return heard;
    }
}
