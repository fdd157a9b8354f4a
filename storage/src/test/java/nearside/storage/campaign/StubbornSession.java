package nearside.storage.campaign;

import nearside.storage.Profile;
import nearside.storage.Recovered;
import nearside.storage.StorageException;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;

/// A program that works on a profile in spite of troubles: it tells each failure, is told to go on,
/// and makes the same call again. Fifty messages, with a restart of the profile after each ten.
///
/// Arguments: folder, seed, and [#CARELESS] for one that takes a failure for an answer.
final class StubbornSession {
    static final String READY = "ready";
    static final String DONE = "done";
    static final String FAILED = "! ";
    static final String READ = "= ";
    static final String CARELESS = "careless";
    static final int TURNS = 25;

    private static final int TURNS_EACH = 5;
    private static final int FIRST_TEXT = 10_000;

    private final Path folder;
    private final SplittableRandom random;
    private final boolean careless;
    private final BufferedReader in =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    private int text = FIRST_TEXT;
    private Book book = Book.EMPTY;

    private StubbornSession(String... arguments) {
        folder = Path.of(arguments[0]);
        random = new SplittableRandom(Long.parseLong(arguments[1]));
        careless = List.of(arguments).contains(CARELESS);
    }

    public static void main(String[] arguments) throws Exception {
        StubbornSession session = new StubbornSession(arguments);
        tell(READY);
        session.in.readLine();
        for (int turns = 0; turns < TURNS; turns += TURNS_EACH) {
            session.work();
        }
        tell(DONE);
    }

    private void work() throws Exception {
        tell(Session.OPENING);
        try (Profile profile = opened()) {
            profile.recovered().filter(Recovered::isLoss).ifPresent(StubbornSession::lost);
            tell(Session.OPENED);
            book = book.cut();
            for (int turns = 0; turns < TURNS_EACH; ) {
                Step step = new TurnWork().next(book, random, text++);
                tell(Heard.before(step));
                String told = made(profile, step);
                tell(Heard.after(told));
                book = book.after(step, told);
                turns += step instanceof Step.Begin ? 1 : 0;
            }
        }
    }

    private static void lost(Recovered recovered) {
        throw new IllegalStateException("mended with losses: " + recovered);
    }

    private Profile opened() throws Exception {
        return again(() -> Profile.open(folder), Optional::empty);
    }

    private String made(Profile profile, Step step) throws Exception {
        return again(() -> new Hand(profile).make(step), () -> instead(profile, step));
    }

    /// What is done instead of asking again.
    private interface Instead<T> {
        Optional<T> of() throws IOException;
    }

    private <T> T again(Callable<T> call, Instead<T> instead) throws Exception {
        while (true) {
            try {
                return call.call();
            } catch (StorageException failed) {
                tell(FAILED + failed.failure());
            }
            Optional<T> other = instead.of();
            if (other.isPresent()) {
                return other.get();
            }
            in.readLine();
        }
    }

    /// Reading is told, too: it may meet the same trouble, but must not show anything else.
    private Optional<String> instead(Profile profile, Step step) throws IOException {
        if (careless && !(step instanceof Step.Begin)) {
            return Optional.of("");
        }
        tell(READ + read(profile, step));
        return Optional.empty();
    }

    /// What a person sees in the meantime.
    private String read(Profile profile, Step step) {
        try {
            Book found = Found.in(profile, book);
            List<Talk> others = book.talks().stream().filter(it -> !named(it, step)).toList();
            return found.talks().containsAll(others) ? "same" : "other";
        } catch (StorageException | IOException | UncheckedIOException failed) {
            return failed.toString();
        }
    }

    private static boolean named(Talk talk, Step step) {
        String line = step.line();
        return line.contains(talk.id())
                || talk.messages().stream()
                        .anyMatch(
                                it -> !it.id().value().isEmpty() && line.contains(it.id().value()));
    }

    private static void tell(String line) throws IOException {
        Session.tell(line);
    }
}
