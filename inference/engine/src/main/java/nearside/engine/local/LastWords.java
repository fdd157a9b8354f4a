package nearside.engine.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// Drains the worker's error stream so that it never blocks, and keeps its last lines in memory for
/// whoever looks for the cause of a death.
final class LastWords {
    private static final int MOST_LINES = 40;
    private static final int MOST_CHARACTERS = 400;

    private final Deque<String> lines = new ArrayDeque<>();

    void drain(InputStream stream) {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            reader.lines().forEach(this::keep);
        } catch (IOException | java.io.UncheckedIOException e) {
            keep("error stream ended: " + e.getMessage());
        }
    }

    private synchronized void keep(String line) {
        lines.add(line.length() > MOST_CHARACTERS ? line.substring(0, MOST_CHARACTERS) : line);
        if (lines.size() > MOST_LINES) {
            lines.remove();
        }
    }

    synchronized List<String> lines() {
        return List.copyOf(lines);
    }
}
