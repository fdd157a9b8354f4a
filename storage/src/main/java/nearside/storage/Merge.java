package nearside.storage;

import nearside.storage.Contents.Column;
import nearside.storage.database.Session;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// Brings conversations of a backup into a database, by their ids: what is missing comes, what
/// cannot be read is mended, what can be read stays as it is. What was removed for good has no key
/// any more and stays away.
///
/// @param backup is only read
/// @param came is told each text that came
record Merge(Session backup, Session target, Contents contents, Came came) {
    /// Hears of a text that came.
    @FunctionalInterface
    interface Came {
        /// A text came.
        ///
        /// @param text with its place here
        void told(TableRow text) throws SQLException;
    }

    Merge(Session backup, Session target, Contents contents) {
        this(backup, target, contents, _ -> {});
    }

    /// How many messages came, and how many got back text that could not be read.
    record Merged(int came, int mended) {
        static final Merged NOTHING = new Merged(0, 0);

        Merged plus(Merged more) {
            return new Merged(came + more.came, mended + more.mended);
        }
    }

    /// Ids of the conversations in a backup.
    static List<String> conversations(Session backup) throws SQLException {
        return backup.rows("SELECT id FROM conversation ORDER BY seq", row -> row.getString(1));
    }

    Merged conversation(String id) throws SQLException {
        Optional<TableRow> row =
                backup.row("SELECT * FROM conversation WHERE id = ?", TableRow::of, id);
        if (row.isEmpty() || !contents.knows(id)) {
            return Merged.NOTHING;
        }
        long here = conversation(row.get());
        Merged merged = Merged.NOTHING;
        for (TableRow message : messages(row.get())) {
            merged = merged.plus(message(message, id, here));
        }
        leaf(row.get(), here);
        return merged;
    }

    /// Puts the conversation itself where it is missing, with its folder and its tags, and mends
    /// its title.
    ///
    /// @return its number here
    long conversation(TableRow row) throws SQLException {
        String id = row.text("id");
        boolean missing =
                target.row("SELECT 1 FROM conversation WHERE id = ?", _ -> 1, id).isEmpty();
        TableRow bare = row.without("leaf", "folder");
        if (!bare.putInto(target, "conversation")) {
            bare.without("seq").putInto(target, "conversation");
        }
        if (missing) {
            new MergedFiling(this, row).bring();
        }
        TableRow here =
                target.row("SELECT * FROM conversation WHERE id = ?", TableRow::of, id)
                        .orElseThrow();
        if (!contents.opens(Column.TITLE.in(id, id), here.bytes("title"))) {
            target.change("UPDATE conversation SET title = ? WHERE id = ?", row.bytes("title"), id);
        }
        return here.number("seq");
    }

    /// All messages of a conversation in the backup, parents first.
    List<TableRow> messages(TableRow conversation) throws SQLException {
        return backup.rows(
                "SELECT * FROM message WHERE conversation = ? ORDER BY seq",
                TableRow::of,
                conversation.number("seq"));
    }

    Merged message(TableRow row, String conversation, long here) throws SQLException {
        boolean missing = number(row.text("id")).isEmpty();
        if (missing) {
            put(row, here);
        }
        long number = number(row.text("id")).orElseThrow();
        comeHome(row, number, here);
        MessageRow message = new MessageRow(number, row.text("id"), conversation);
        boolean mended = new MergedTexts(this, message).bring(row.number("seq"));
        mended |= decision(row, message);
        if (missing || mended) {
            fold(message);
        }
        if (missing) {
            tokens(row, number);
        }
        new MergedAttachments(this, message).bring(row.number("seq"));
        return new Merged(missing ? 1 : 0, mended && !missing ? 1 : 0);
    }

    /// What is being written is folded when it ends.
    private void fold(MessageRow message) throws SQLException {
        boolean ended =
                target.row(
                                "SELECT 1 FROM message WHERE seq = ? AND state <> 'WRITING'",
                                row -> 1,
                                message.seq())
                        .isPresent();
        if (ended) {
            Segments.fold(target, contents, message);
        }
    }

    /// Its number stays where it is free, so that messages stay in their order. A reply that was
    /// being written then is a cut one now.
    private void put(TableRow row, long conversation) throws SQLException {
        TableRow fresh = row.without("parent").with("conversation", conversation);
        if (row.text("state").equals(Message.State.WRITING.name())) {
            fresh = fresh.with("state", Message.State.CUT.name());
        }
        Optional<Long> parent = here(row.number("parent"));
        if (parent.isPresent()) {
            fresh = fresh.with("parent", parent.get());
        }
        if (!fresh.putInto(target, "message")) {
            fresh.without("seq").putInto(target, "message");
        }
    }

    /// A damaged number may have put it into another conversation.
    private void comeHome(TableRow row, long number, long conversation) throws SQLException {
        target.change(
                "UPDATE message SET conversation = ?1, parent = ?2"
                        + " WHERE seq = ?3 AND conversation <> ?1",
                conversation,
                here(row.number("parent")),
                number);
    }

    private boolean decision(TableRow row, MessageRow message) throws SQLException {
        byte[] kept = row.bytes("decision");
        byte[] here =
                target.row("SELECT * FROM message WHERE seq = ?", TableRow::of, message.seq())
                        .orElseThrow()
                        .bytes("decision");
        boolean mends =
                !contents.opens(message.decision(), here)
                        && contents.opens(message.decision(), kept);
        if (mends) {
            target.change("UPDATE message SET decision = ? WHERE seq = ?", kept, message.seq());
        }
        return mends;
    }

    private void tokens(TableRow row, long number) throws SQLException {
        for (TableRow count :
                backup.rows(
                        "SELECT * FROM token_count WHERE message = ?",
                        TableRow::of,
                        row.number("seq"))) {
            count.with("message", number).putInto(target, "token_count");
        }
    }

    /// A conversation without an end of its shown path gets that of the backup.
    private void leaf(TableRow row, long here) throws SQLException {
        Optional<Long> leaf = here(row.number("leaf"));
        if (leaf.isPresent()) {
            target.change(
                    """
                    UPDATE conversation SET leaf = ?1, changed = ?1
                    WHERE seq = ?2 AND leaf IS NULL
                    """,
                    leaf.get(),
                    here);
        }
    }

    /// The number here of a message that has that number in the backup.
    private Optional<Long> here(long inBackup) throws SQLException {
        Optional<String> id =
                backup.row(
                        "SELECT id FROM message WHERE seq = ?", row -> row.getString(1), inBackup);
        return id.isPresent() ? number(id.get()) : Optional.empty();
    }

    private Optional<Long> number(String message) throws SQLException {
        return target.row("SELECT seq FROM message WHERE id = ?", row -> row.getLong(1), message);
    }
}
