package nearside.desktop.paper;

import java.awt.Font;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The faces that a page is set in.
record Fonts(Typeface text, Typeface strong, Typeface code) {
    private static final String HOME = "user.home";

    /// On Linux the JDK writes what it learns of the system's fonts into the home folder. It finds
    /// another folder in its place, which is gone afterwards.
    static synchronized Fonts open() throws IOException {
        String home = System.getProperty(HOME, "");
        Path elsewhere = Files.createTempDirectory("nearside-fonts-");
        System.setProperty(HOME, elsewhere.toString());
        try {
            return faces();
        } finally {
            System.setProperty(HOME, home);
            remove(elsewhere);
        }
    }

    private static Fonts faces() {
        Fonts fonts =
                new Fonts(
                        new Typeface(Font.SANS_SERIF, Font.PLAIN),
                        new Typeface(Font.SANS_SERIF, Font.BOLD),
                        new Typeface(Font.MONOSPACED, Font.PLAIN));
        for (Typeface face : List.of(fonts.text(), fonts.strong(), fonts.code())) {
            face.shows('x');
        }
        return fonts;
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> below = Files.walk(folder)) {
            for (Path path : below.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
