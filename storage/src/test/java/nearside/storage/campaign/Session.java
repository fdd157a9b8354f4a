package nearside.storage.campaign;

import nearside.storage.Profile;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;

/// A program that works on a profile and tells each call before it is made and after it was
/// answered.
///
/// Arguments: folder, seed, [Kind], words that open it, number of the first text, calls in each
/// opening of the profile, openings.
final class Session {
    static final String OPENING = "opening";
    static final String OPENED = "opened .";
    private static final FileOutputStream OUT = new FileOutputStream(FileDescriptor.out);

    private final Work work;
    private final SplittableRandom random;
    private int text;
    private Book book;

    private Session(Work work, long seed, int text, Book book) {
        this.work = work;
        this.random = new SplittableRandom(seed);
        this.text = text;
        this.book = book;
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        int[] numbers = Arrays.stream(arguments).skip(3).mapToInt(Integer::parseInt).toArray();
        Session session =
                new Session(
                        Kind.valueOf(arguments[2]).work(),
                        Long.parseLong(arguments[1]),
                        numbers[1],
                        Book.EMPTY.after(new Step.Protect(numbers[0]), ""));
        for (int opening = 0; opening < numbers[3]; opening++) {
            session.work(folder, numbers[2]);
        }
    }

    private void work(Path folder, int calls) throws IOException {
        tell(OPENING);
        try (Profile profile = Profile.open(folder, Judge.unlock(book.words()))) {
            tell(OPENED);
            book = Found.in(profile, book);
            for (int call = 0; call < calls; call++) {
                Step step = work.next(book, random, text++);
                tell(Heard.before(step));
                String told = new Hand(profile).make(step);
                tell(Heard.after(told));
                book = book.after(step, told);
            }
        }
    }

    /// In one system call, so that a tracer sees a line whole.
    static void tell(String line) throws IOException {
        OUT.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
