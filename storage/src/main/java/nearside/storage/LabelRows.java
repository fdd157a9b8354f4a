package nearside.storage;

import nearside.storage.Contents.Column;
import nearside.storage.database.Session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// The rows of folders, or of tags. Names are sealed, so they are looked through one by one; no two
/// are alike.
record LabelRows(Session session, Contents contents, Kind kind) {
    /// Which of the two.
    enum Kind {
        FOLDER("folder", Column.FOLDER),
        TAG("tag", Column.TAG);

        private final String table;
        private final Column column;

        Kind(String table, Column column) {
            this.table = table;
            this.column = column;
        }
    }

    List<Label> all() throws SQLException {
        return session.rows("SELECT id, name FROM " + kind.table, this::label);
    }

    Optional<Label> named(String name) throws SQLException {
        return all().stream().filter(label -> label.name().equals(name)).findFirst();
    }

    /// The one of that name, made when there is none.
    Label make(String name, TimeOrderedIds ids) throws SQLException {
        Optional<Label> there = named(name);
        if (there.isPresent()) {
            return there.get();
        }
        Label fresh = new Label(new LabelId(ids.next()), name);
        session.change(
                "INSERT INTO " + kind.table + " (id, name) VALUES (?, ?)",
                fresh.id().value(),
                sealed(fresh));
        return fresh;
    }

    /// How many were changed.
    int rename(Label changed) throws SQLException {
        return session.change(
                "UPDATE " + kind.table + " SET name = ?2 WHERE id = ?1",
                changed.id().value(),
                sealed(changed));
    }

    int remove(LabelId id) throws SQLException {
        return session.change("DELETE FROM " + kind.table + " WHERE id = ?", id.value());
    }

    private byte[] sealed(Label label) {
        return contents.seal(kind.column.in(label.id().value()), label.name());
    }

    private Label label(ResultSet row) throws SQLException {
        String id = row.getString(1);
        return new Label(
                new LabelId(id), contents.text(kind.column.in(id), row.getBytes(2)).orElse(""));
    }
}
