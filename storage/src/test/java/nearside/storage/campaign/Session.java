package nearside.storage.campaign;

import nearside.storage.Profile;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.SplittableRandom;

/// A program that works on a profile and tells each call before it is made and after it was
/// answered.
///
/// Arguments: folder, seed, [Kind], words that open it, number of the first text, calls.
final class Session {
    static final String OPENING = "opening";
    static final String OPENED = "opened";
    private static final FileOutputStream OUT = new FileOutputStream(FileDescriptor.out);

    private final Profile profile;
    private final Kind kind;
    private final SplittableRandom random;
    private final int first;
    private Book book;

    private Session(Profile profile, Kind kind, long seed, int words, int first)
            throws IOException {
        this.profile = profile;
        this.kind = kind;
        this.random = new SplittableRandom(seed);
        this.first = first;
        Book empty = Book.EMPTY.after(new Step.Protect(words), "");
        this.book = Found.in(profile, empty);
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        int words = Integer.parseInt(arguments[3]);
        tell(OPENING);
        try (Profile profile = Profile.open(folder, Judge.unlock(words))) {
            tell(OPENED);
            Session session =
                    new Session(
                            profile,
                            Kind.valueOf(arguments[2]),
                            Long.parseLong(arguments[1]),
                            words,
                            Integer.parseInt(arguments[4]));
            session.run(Integer.parseInt(arguments[5]));
        }
    }

    private void run(int calls) throws IOException {
        for (int call = 0; call < calls; call++) {
            Step step = kind.work().next(book, random, first + call);
            tell(Heard.before(step));
            String told = new Hand(profile).make(step);
            tell(Heard.after(told));
            book = book.after(step, told);
        }
    }

    /// In one system call, so that a tracer sees a line whole.
    private static void tell(String line) throws IOException {
        OUT.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
