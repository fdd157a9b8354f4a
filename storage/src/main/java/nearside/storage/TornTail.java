package nearside.storage;

import nearside.storage.Contents.Column;
import nearside.storage.database.Session;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// Brings what the last transaction of a log added, of which not all was written: each message
/// whole and under one that is there, or not at all. Where more texts can be read than a turn has,
/// a whole conversation came, and its damaged messages keep their place between the others. What
/// was there before that transaction stays as it was.
///
/// @param merge from all that can be read of the damaged set into the database without its last
///   transaction
record TornTail(Merge merge) {
    /// What a model is told before the first turn, and the question.
    private static final int TEXTS_OF_A_TURN = 2;

    /// How many messages came.
    int run() throws SQLException {
        int came = 0;
        for (String id : Merge.conversations(salvaged())) {
            Optional<TableRow> row =
                    salvaged().row("SELECT * FROM conversation WHERE id = ?", TableRow::of, id);
            if (row.isPresent() && merge.contents().knows(id)) {
                came += conversation(row.get());
            }
        }
        return came;
    }

    private Session salvaged() {
        return merge.backup();
    }

    private int conversation(TableRow row) throws SQLException {
        String id = row.text("id");
        boolean there = here("conversation", id).isPresent();
        boolean all = texts(row) > TEXTS_OF_A_TURN;
        int came = 0;
        for (TableRow message : merge.messages(row)) {
            Optional<TableRow> known = here("message", message.text("id"));
            boolean comes = all || (isWhole(message, id) && isWhereItSays(message));
            if (known.isPresent()) {
                pieces(message, known.get(), id);
            } else if (comes && hasPlace(message, there || came > 0)) {
                merge.message(message, id, merge.conversation(row));
                unreadable(message, id);
                shown(message, row);
                came++;
            }
        }
        if (!there) {
            asShown(row);
        }
        return came;
    }

    /// A conversation of which all is new shows the path that it showed.
    private void asShown(TableRow conversation) throws SQLException {
        Optional<String> leaf = idOf(conversation.number("leaf"));
        if (leaf.isPresent() && here("message", leaf.get()).isPresent()) {
            merge.target()
                    .change(
                            """
                            UPDATE conversation SET leaf = (SELECT seq FROM message WHERE id = ?1)
                            WHERE id = ?2
                            """,
                            leaf.get(),
                            conversation.text("id"));
        }
    }

    /// How many new messages have a text that can be read.
    private int texts(TableRow conversation) throws SQLException {
        int texts = 0;
        for (TableRow message : merge.messages(conversation)) {
            boolean fresh = here("message", message.text("id")).isEmpty();
            texts += fresh && read(message, conversation.text("id")).contains(true) ? 1 : 0;
        }
        return texts;
    }

    /// What cannot be read stays as it is, so that it shows that something is missing.
    private void unreadable(TableRow message, String conversation) throws SQLException {
        long number = here("message", message.text("id")).orElseThrow().number("seq");
        if (!isWhole(message, conversation)) {
            for (TableRow run :
                    salvaged()
                            .rows(
                                    "SELECT * FROM segment WHERE message = ?",
                                    TableRow::of,
                                    message.number("seq"))) {
                run.with("message", number).putInto(merge.target(), "segment");
            }
        }
    }

    /// The id of the salvaged message with that number.
    private Optional<String> idOf(long number) throws SQLException {
        return salvaged()
                .row("SELECT id FROM message WHERE seq = ?", row -> row.getString(1), number);
    }

    private Optional<TableRow> here(String table, String id) throws SQLException {
        return merge.target().row("SELECT * FROM " + table + " WHERE id = ?", TableRow::of, id);
    }

    /// A reply that is being written may have become longer. One that is written again numbers its
    /// pieces anew, so that a first piece there may be of before.
    private void pieces(TableRow message, TableRow here, String conversation) throws SQLException {
        String writing = Message.State.WRITING.name();
        if (message.text("state").equals(writing)
                && here.text("state").equals(writing)
                && goesOn(here.number("seq"))) {
            MessageRow row = new MessageRow(here.number("seq"), here.text("id"), conversation);
            new MergedTexts(merge, row).bringPieces(message.number("seq"));
        }
    }

    private boolean goesOn(long here) throws SQLException {
        return merge.target()
                .row(
                        """
                        SELECT 1 WHERE EXISTS (SELECT 1 FROM piece WHERE message = ?1)
                            OR NOT EXISTS (SELECT 1 FROM segment WHERE message = ?1)
                        """,
                        _ -> 1,
                        here)
                .isPresent();
    }

    /// The question of a reply may be lost; then it stands under another message now.
    private boolean isWhereItSays(TableRow message) throws SQLException {
        return salvaged()
                .row(
                        "SELECT 1 FROM told_parent WHERE seq = ? AND ifnull(parent, 0) = ?",
                        _ -> 1,
                        message.number("seq"),
                        message.number("parent"))
                .isPresent();
    }

    /// Only the beginning of a conversation has no message before it.
    private boolean hasPlace(TableRow message, boolean begun) throws SQLException {
        Optional<String> parent = idOf(message.number("parent"));
        return parent.isPresent() ? here("message", parent.get()).isPresent() : !begun;
    }

    private boolean isWhole(TableRow message, String conversation) throws SQLException {
        List<Boolean> read = read(message, conversation);
        boolean mayBeEmpty = message.text("speaker").equals(Message.Speaker.ASSISTANT.name());
        return read.isEmpty() ? mayBeEmpty : !read.contains(false);
    }

    /// Of each of its texts, whether it can be read.
    private List<Boolean> read(TableRow message, String conversation) throws SQLException {
        MessageRow place = new MessageRow(message.number("seq"), message.text("id"), conversation);
        return salvaged()
                .rows(
                        """
                        SELECT 'SEGMENT', ordinal, source, text FROM segment
                        WHERE message = ?1
                        UNION ALL SELECT 'PIECE', ordinal, source, text FROM piece
                        WHERE message = ?1
                        """,
                        run ->
                                merge.contents()
                                        .opens(
                                                place.text(
                                                        Column.valueOf(run.getString(1)),
                                                        run.getInt(2),
                                                        run.getString(3)),
                                                run.getBytes(4)),
                        message.number("seq"));
    }

    /// What came at the end of the shown path is the end of it now.
    private void shown(TableRow message, TableRow conversation) throws SQLException {
        merge.target()
                .change(
                        """
                        UPDATE conversation SET leaf = m.seq, changed = max(changed, m.seq),
                            changed_ns = max(changed_ns, ?3)
                        FROM (SELECT seq, parent FROM message WHERE id = ?1) m
                        WHERE id = ?2 AND leaf IS m.parent
                        """,
                        message.text("id"),
                        conversation.text("id"),
                        conversation.number("changed_ns"));
    }
}
