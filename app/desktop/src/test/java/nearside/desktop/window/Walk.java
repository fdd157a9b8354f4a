package nearside.desktop.window;

import javafx.scene.Node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What was found on the way through all views, and which views there are.
final class Walk {
    private static final Path CLASSES = Path.of("target", "classes");

    private final List<String> flaws = new ArrayList<>();
    private final List<String> counts = new ArrayList<>();
    private final Set<String> kinds = new HashSet<>();

    /// Comes by a view that is on the screen.
    void by(String view, Reached reached) {
        reached.flaws().forEach(flaw -> flaws.add(view + ": " + flaw));
        counts.add("%4d  %s".formatted(reached.nodes().size(), view));
        reached.seen().forEach(node -> kinds.add(node.getClass().getName()));
    }

    List<String> flaws() {
        return List.copyOf(flaws);
    }

    /// How many nodes were reached in each view.
    String told() {
        return String.join("\n", counts);
    }

    /// The names of the program's views that it did not come by.
    Set<String> missed() throws IOException {
        return views().stream()
                .filter(view -> !kinds.contains(view.getName()))
                .map(Class::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// All classes of the program that are nodes.
    private static Set<Class<?>> views() throws IOException {
        try (Stream<Path> all = Files.walk(CLASSES.resolve("nearside"))) {
            return all.filter(file -> file.toString().endsWith(".class"))
                    .map(Walk::named)
                    .filter(Node.class::isAssignableFrom)
                    .collect(Collectors.toSet());
        }
    }

    private static Class<?> named(Path file) {
        String inside = CLASSES.relativize(file).toString();
        try {
            return Class.forName(
                    inside.substring(0, inside.length() - ".class".length()).replace('/', '.'),
                    false,
                    Walk.class.getClassLoader());
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException(gone);
        }
    }
}
