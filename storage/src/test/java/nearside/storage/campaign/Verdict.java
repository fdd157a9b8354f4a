package nearside.storage.campaign;

import nearside.storage.Message;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What became of what a session was promised.
///
/// @param book what was found where it was kept; what was expected where it was not
record Verdict(Kind kind, Book book, String why) {
    enum Kind {
        KEPT,
        LOST,
        DOUBLED,
        CORRUPT
    }

    boolean kept() {
        return kind == Kind.KEPT;
    }

    /// Without the book, which is long.
    @Override
    public String toString() {
        return kind + ": " + why;
    }

    /// Of two books that differ.
    static Verdict of(Book expected, Book found) {
        List<Message> missing = messages(expected);
        missing.removeAll(messages(found));
        List<Message> extra = messages(found);
        extra.removeAll(messages(expected));
        boolean unreadable = extra.stream().anyMatch(it -> it.body().unreadable() > 0);
        boolean more = (missing.isEmpty() && !extra.isEmpty()) || doubled(found);
        Kind kind = unreadable ? Kind.CORRUPT : more ? Kind.DOUBLED : Kind.LOST;
        return new Verdict(kind, expected, difference(expected, found, missing, extra));
    }

    private static String difference(
            Book expected, Book found, List<Message> missing, List<Message> extra) {
        return "missing %s, found instead %s, titles %s of %s, gone %d of %d, %s of %s"
                .formatted(
                        missing.stream().map(Verdict::brief).toList(),
                        extra.stream().map(Verdict::brief).toList(),
                        briefs(found),
                        briefs(expected),
                        found.gone().size(),
                        expected.gone().size(),
                        found.model(),
                        expected.model());
    }

    private static List<String> briefs(Book book) {
        return book.talks().stream()
                .map(it -> brief(it.title()) + " in " + it.where() + ", " + brief(it.draft()))
                .toList();
    }

    private static String brief(Message it) {
        return it.id().value()
                + " "
                + it.state()
                + " "
                + it.text().length()
                + " "
                + brief(it.text());
    }

    /// The first line, which is the number of the text.
    private static String brief(String text) {
        return text.lines().findFirst().orElse("nothing");
    }

    private static List<Message> messages(Book book) {
        return new ArrayList<>(
                book.talks().stream().flatMap(talk -> talk.messages().stream()).toList());
    }

    private static boolean doubled(Book found) {
        Set<String> ids = new HashSet<>();
        return messages(found).stream()
                .map(it -> it.id().value())
                .filter(id -> !id.isEmpty())
                .anyMatch(id -> !ids.add(id));
    }
}
