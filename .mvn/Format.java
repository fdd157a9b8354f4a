import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import com.google.googlejavaformat.java.ImportOrderer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Holds every Java source to google-java-format (AOSP style): {@code check ROOT} names what differs, {@code fix ROOT} rewrites it. */
class Format {
    public static void main(String[] args) throws Exception {
        boolean fix = args[0].equals("fix");
        List<Path> changed = new ArrayList<>();
        for (Path source : sources(Path.of(args[1]))) {
            String before = Files.readString(source);
            String after = format(source, before);
            if (!after.equals(before)) {
                changed.add(source);
                if (fix) {
                    Files.writeString(source, after);
                }
            }
        }
        if (!fix && !changed.isEmpty()) {
            System.err.println("Not formatted (run: mvn -q -N process-sources -Dformat=fix):");
            changed.forEach(source -> System.err.println("  " + source));
            System.exit(1);
        }
    }

    private static String format(Path source, String text) throws FormatterException {
        JavaFormatterOptions options = JavaFormatterOptions.builder().style(Style.AOSP).build();
        try {
            String tidy = RemoveUnusedImports.removeUnusedImports(ImportOrderer.reorderImports(text, Style.AOSP));
            return new Formatter(options).formatSource(tidy);
        } catch (FormatterException broken) {
            System.err.println(source + ": " + broken.getMessage());
            throw broken;
        }
    }

    private static List<Path> sources(Path root) throws IOException {
        List<Path> found = new ArrayList<>();
        for (String room : List.of("app", "inference", "storage", "packaging")) {
            try (Stream<Path> files = Files.walk(root.resolve(room))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .filter(file -> !file.toString().contains("target"))
                        .sorted()
                        .forEach(found::add);
            }
        }
        return found;
    }
}
