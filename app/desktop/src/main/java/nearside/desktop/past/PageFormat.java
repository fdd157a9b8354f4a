package nearside.desktop.past;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// In what form conversations are taken away.
public enum PageFormat {
    /// All of them in one file, from which everything can be brought in again.
    JSON("json"),
    MARKDOWN("md"),
    HTML("html"),
    PDF("pdf");

    private final String ending;

    PageFormat(String ending) {
        this.ending = ending;
    }

    /// Of file names.
    public String ending() {
        return ending;
    }

    /// As it is called on the command line.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<PageFormat> named(String word) {
        return Arrays.stream(values()).filter(format -> format.word().equals(word)).findFirst();
    }
}
