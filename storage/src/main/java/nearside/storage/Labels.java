package nearside.storage;

import nearside.storage.database.Session;

import java.sql.SQLException;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What folders and tags have in common.
record Labels(Store store, TimeOrderedIds ids, LabelRows.Kind kind) {
    /// Something with the rows of labels.
    interface Use<T> {
        T of(LabelRows rows) throws SQLException;
    }

    /// By name.
    List<Label> list() {
        Collator byLanguage = Collator.getInstance(Locale.getDefault());
        Comparator<Label> order = Comparator.comparing(Label::name, byLanguage);
        return store.read(session -> rows(session).all()).stream()
                .sorted(order.thenComparing(label -> label.id().value()))
                .toList();
    }

    /// The one of that name, made when there is none.
    Label make(String name) {
        String line = line(name);
        return write(rows -> rows.make(line, ids));
    }

    void rename(LabelId id, String name) {
        Label changed = new Label(id, line(name));
        int found =
                write(rows -> {
                    Optional<Label> other = rows.named(changed.name());
                    if (other.isPresent() && !other.get().id().equals(id)) {
                        throw new IllegalArgumentException(
                                "There is one of that name: " + changed.name());
                    }
                    return rows.rename(changed);
                });
        if (found == 0) {
            throw new IllegalArgumentException("No " + kind + " " + id.value());
        }
    }

    /// Harmless for one that is gone.
    void remove(LabelId id) {
        write(rows -> rows.remove(id));
    }

    private <T> T write(Use<T> use) {
        return store.write(session -> use.of(rows(session)));
    }

    private LabelRows rows(Session session) {
        return new LabelRows(session, store.contents(), kind);
    }

    static String line(String name) {
        String line = name.strip().replaceAll("\\s+", " ");
        if (line.isEmpty()) {
            throw new IllegalArgumentException("A name with at least one letter expected");
        }
        return line;
    }
}
