package nearside.storage.campaign;

import nearside.storage.Lock;
import nearside.storage.Message;
import nearside.storage.Profile;
import nearside.storage.Protection;
import nearside.storage.Recovered;
import nearside.storage.StorageException;
import nearside.storage.StorageFailure;
import nearside.storage.Unlock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Opens a profile after a crash and holds it against what was heard: everything that was answered
/// is there once and as it was, and the one call that was cut happened whole or not at all.
record Judge(Path folder, Heard heard) {
    private static final Step NOTHING = new Step.Draft(Optional.empty(), 0);

    static Verdict of(Path folder, Heard heard) throws IOException {
        Judge judge = new Judge(folder, heard);
        try {
            Verdict read = judge.read();
            return Raw.check(folder, read);
        } catch (StorageException | SQLException refused) {
            return new Verdict(Verdict.Kind.CORRUPT, heard.book(), causes(refused));
        }
    }

    private static String causes(Throwable failed) {
        return Stream.iterate(failed, Objects::nonNull, Throwable::getCause)
                .map(Throwable::toString)
                .collect(Collectors.joining(" by "));
    }

    private Verdict read() throws IOException {
        try (Profile profile = opened()) {
            return read(profile);
        }
    }

    private Profile opened() {
        TreeSet<Integer> words = new TreeSet<>(List.of(0, heard.book().words()));
        heard.open().flatMap(Judge::words).ifPresent(words::add);
        List<StorageException> refusals = new ArrayList<>();
        for (int each : words) {
            try {
                return Profile.open(folder, unlock(each));
            } catch (StorageException closed) {
                refusals.add(closed);
                if (!byWords(closed.failure())) {
                    throw closed;
                }
            }
        }
        throw refusals.getLast();
    }

    private static boolean byWords(StorageFailure failure) {
        return failure instanceof StorageFailure.Locked(Path _, Lock why)
                && (why == Lock.PASSPHRASE_NEEDED || why == Lock.PASSPHRASE_WRONG);
    }

    private static Optional<Integer> words(Step step) {
        return step instanceof Step.Protect(int words) ? Optional.of(words) : Optional.empty();
    }

    static Unlock unlock(int words) {
        return words == 0 ? new Unlock.Usual() : new Unlock.Words(Words.title(words).toCharArray());
    }

    private Verdict read(Profile profile) throws IOException {
        Optional<Recovered> mended = profile.recovered().filter(Recovered::isLoss);
        if (mended.isPresent()) {
            return new Verdict(Verdict.Kind.CORRUPT, heard.book(), mended.get().toString());
        }
        Optional<String> unkept = Kept.check(profile, heard.book());
        if (unkept.isPresent()) {
            return new Verdict(Verdict.Kind.CORRUPT, heard.book(), unkept.get());
        }
        Book before = heard.book().cut();
        Book found = Found.in(profile, before.shown());
        for (Book each : allowed(before, found)) {
            Book shown = each.shown();
            if (same(profile, shown, Found.in(profile, shown))) {
                return new Verdict(Verdict.Kind.KEPT, each, "");
            }
        }
        return begunInPart(before, found)
                ? new Verdict(Verdict.Kind.KEPT, found, "")
                : Verdict.of(before.shown(), found);
    }

    /// Of a turn that was cut, the question may be there and the reply not.
    private boolean begunInPart(Book before, Book found) {
        if (!(heard.open().orElse(NOTHING) instanceof Step.Begin begin)) {
            return false;
        }
        List<String> said =
                Stream.concat(Hand.system(begin).stream(), Stream.of(Words.of(begin.text())))
                        .toList();
        return found.talks().stream()
                .filter(talk ->
                        begin.conversation()
                                .map(talk.id()::equals)
                                .orElseGet(() -> before.find(talk.id()).isEmpty()))
                .anyMatch(talk -> isPart(talk, before, found, said));
    }

    private static boolean isPart(Talk talk, Book before, Book found, List<String> said) {
        Optional<Talk> old = before.find(talk.id());
        int known = old.map(it -> it.messages().size()).orElse(0);
        List<Message> all = talk.messages();
        return known < all.size()
                && all.subList(0, known).equals(old.map(Talk::messages).orElse(List.of()))
                && all.size() - known <= said.size()
                && all.subList(known, all.size()).stream()
                        .map(Message::text)
                        .toList()
                        .equals(said.subList(0, all.size() - known))
                && before.without(talk.id()).shown().equals(found.without(talk.id()).shown());
    }

    /// Before the call that was cut, after it, and halfway where it has a half that is whole.
    private List<Book> allowed(Book before, Book found) {
        List<Book> allowed = new ArrayList<>(List.of(before));
        after(found).map(Book::cut).ifPresent(allowed::add);
        switch (heard.open().orElse(NOTHING)) {
            case Step.Remove(String id) -> allowed.add(before.after(new Step.Trash(id), ""));
            case Step.Bring(int file) ->
                    IntStream.range(1, Brought.EACH)
                            .mapToObj(count -> before.brought(file, count))
                            .forEach(allowed::add);
            default -> {}
        }
        return allowed;
    }

    /// Where words open it, no file may.
    private static boolean same(Profile profile, Book expected, Book found) {
        boolean byWords = profile.protection().way() == Protection.Way.PASSPHRASE;
        boolean byFile = Files.exists(profile.folder().resolve("key"));
        return expected.equals(found)
                && byWords == expected.words() > 0
                && byFile != expected.words() > 0;
    }

    /// What the book is if the cut call happened.
    private Optional<Book> after(Book found) {
        return heard.open()
                .flatMap(step -> told(step, found).map(it -> heard.book().after(step, it)));
    }

    /// What the cut call would have given back; empty when nothing of it is there.
    private Optional<String> told(Step step, Book found) {
        if (!(step instanceof Step.Begin(var conversation, int _))) {
            return Optional.of("");
        }
        return found.talks().stream()
                .filter(talk ->
                        conversation
                                .map(talk.id()::equals)
                                .orElseGet(() -> heard.book().find(talk.id()).isEmpty()))
                .filter(talk -> talk.messages().size() >= 2)
                .findFirst()
                .map(Judge::ids);
    }

    private static String ids(Talk talk) {
        int end = talk.messages().size();
        return talk.id()
                + " "
                + talk.messages().get(end - 2).id().value()
                + " "
                + talk.messages().get(end - 1).id().value();
    }
}
