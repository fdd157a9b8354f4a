package nearside.storage;

import nearside.storage.search.Query;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// What search costs with 100,000 messages of 100 MB: the list beside that of an empty profile, the
/// reading of everything, and hits. Not part of the everyday run.
///
/// `mvn -pl storage -am test -Dtest=SearchBenchmark -Dsurefire.failIfNoSpecifiedTests=false
/// -Dnearside.messages=100000`
class SearchBenchmark {
    private static final int ROUNDS = 20;

    private final int messages = Integer.getInteger("nearside.messages", 100_000);

    @Test
    void run(@TempDir Path home) throws Exception {
        ManyMessages many = new ManyMessages(new Random(1));
        Path full = home.resolve("full");
        long bytes = many.fill(full, messages);
        say(
                "%d messages, %.1f MB of text, load average %s"
                        .formatted(messages, bytes / 1e6, load()));
        for (int i = 0; i < 3; i++) {
            say("list of an empty profile %.3f s".formatted(seconds(list(home.resolve("empty")))));
            say("list of the full one     %.3f s".formatted(seconds(list(full))));
        }
        try (Profile profile = Profile.open(full)) {
            long before = resident();
            long start = System.nanoTime();
            profile.search().begin();
            profile.search().finish();
            say("all read after %.2f s".formatted(seconds(since(start))));
            say("resident memory %d MB more".formatted((resident() - before) / 1024));
            find(profile, "ready", many);
            find(profile, "ready", many);
        }
        try (Profile profile = Profile.open(full)) {
            profile.search().begin();
            find(profile, "while building", many);
        }
        say("load average %s".formatted(load()));
    }

    private static Duration list(Path folder) {
        long start = System.nanoTime();
        try (Profile profile = Profile.open(folder)) {
            profile.conversations().list();
            return since(start);
        }
    }

    private void find(Profile profile, String when, ManyMessages many) {
        for (Kind kind : Kind.values()) {
            List<Double> millis = new ArrayList<>();
            int hits = 0;
            for (int i = 0; i < ROUNDS; i++) {
                Query query = Query.typed(kind.typed(many), ZoneOffset.UTC);
                long start = System.nanoTime();
                hits += profile.search().find(query, 50).size();
                millis.add(seconds(since(start)) * 1_000);
            }
            millis.sort(null);
            say(
                    "%-14s %-12s median %6.1f ms, longest %6.1f ms, %d hits, %d of %d read"
                            .formatted(
                                    when,
                                    kind,
                                    millis.get(ROUNDS / 2),
                                    millis.getLast(),
                                    hits,
                                    profile.search().progress().read(),
                                    profile.search().progress().all()));
        }
    }

    /// What is typed.
    private enum Kind {
        RARE_WORD,
        COMMON_WORD,
        TWO_WORDS,
        ONE_LETTER,
        TWO_LETTERS,
        THREE_LETTERS,
        PHRASE,
        ONE_HAN,
        TWO_HAN,
        LONG_HAN,
        BORROWED,
        DATE,
        NOTHING;

        String typed(ManyMessages many) {
            return switch (this) {
                case RARE_WORD -> many.rare() + " ";
                case COMMON_WORD -> many.common() + " ";
                case TWO_WORDS -> many.common() + " " + many.word() + " ";
                case ONE_LETTER -> many.word().substring(0, 1);
                case TWO_LETTERS -> many.rare().substring(0, 2);
                case THREE_LETTERS -> many.common() + " " + many.rare().substring(0, 3);
                case PHRASE -> "\"" + many.common() + " " + many.common() + "\"";
                case ONE_HAN -> many.han(1);
                case TWO_HAN -> many.han(2);
                case LONG_HAN -> many.han(6);
                case BORROWED -> "from:borrowed " + many.common() + " ";
                case DATE -> "before:2020 " + many.common() + " ";
                case NOTHING -> "qqqqqqqq";
            };
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }

    private static long resident() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                ? Files.readAllLines(status, StandardCharsets.ISO_8859_1).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                        .sum()
                : 0;
    }

    private static String load() throws IOException {
        Path file = Path.of("/proc/loadavg");
        return Files.exists(file) ? Files.readString(file).split(" ", 2)[0] : "unknown";
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
