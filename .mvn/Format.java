import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import com.google.googlejavaformat.java.ImportOrderer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Holds every Java source to google-java-format (AOSP style): {@code check ROOT} names what differs, {@code fix ROOT}
 * rewrites it. What was found formatted is remembered by size and time in {@code target/format}, so that only changed
 * sources are read again.
 */
class Format {
    private static final JavaFormatterOptions OPTIONS =
            JavaFormatterOptions.builder().style(Style.AOSP).build();

    public static void main(String[] args) throws Exception {
        boolean fix = args[0].equals("fix");
        Path root = Path.of(args[1]);
        Path known = root.resolve("target/format/known");
        Set<String> formatted = Files.exists(known) ? new HashSet<>(Files.readAllLines(known)) : Set.of();
        List<Path> sources = sources(root);
        List<Path> differing = new ArrayList<>();
        for (Path source : sources) {
            if (!formatted.contains(mark(source)) && differs(source, fix)) {
                differing.add(source);
            }
        }
        if (!fix && !differing.isEmpty()) {
            System.err.println("Not formatted (run: mvn -q -N process-sources -Dformat=fix):");
            differing.forEach(source -> System.err.println("  " + source));
            System.exit(1);
        }
        Files.createDirectories(known.getParent());
        Files.write(known, sources.stream().map(Format::mark).toList());
    }

    private static String mark(Path source) {
        try {
            return source + " " + Files.size(source) + " " + Files.getLastModifiedTime(source).toMillis();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static boolean differs(Path source, boolean fix) throws IOException, FormatterException {
        String before = Files.readString(source);
        String after = format(source, before);
        if (fix && !after.equals(before)) {
            Files.writeString(source, after);
        }
        return !after.equals(before);
    }

    private static String format(Path source, String text) throws FormatterException {
        try {
            String tidy = RemoveUnusedImports.removeUnusedImports(ImportOrderer.reorderImports(text, Style.AOSP));
            return new Formatter(OPTIONS).formatSource(tidy);
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
                        .filter(file -> !root.relativize(file).toString().contains("target"))
                        .sorted()
                        .forEach(found::add);
            }
        }
        return found;
    }
}
