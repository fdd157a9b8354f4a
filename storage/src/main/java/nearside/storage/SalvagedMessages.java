package nearside.storage;

import nearside.storage.Contents.Column;
import nearside.storage.database.Session;
import nearside.storage.salvage.Cell;
import nearside.storage.vault.Place;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The messages of a damaged set. Where two rows claim one number or one id, or put one message
/// into two conversations, the first keeps it, and the other stands beside until a text proves it
/// right.
final class SalvagedMessages {
    /// Beyond that a number is a damaged one.
    private static final long LARGEST_NUMBER = 1L << 48;

    private static final Set<String> SPEAKERS = names(Message.Speaker.values());
    private static final Set<String> STATES = names(Message.State.values());

    private final Session session;
    private final Contents contents;
    private final List<String> columns;

    /// A message that a number may stand for.
    record Claim(String id, long conversation, Standing standing) {}

    /// Where the row of a claim is.
    enum Standing {
        IN_PLACE,
        BESIDE
    }

    SalvagedMessages(Session session, Contents contents) throws SQLException {
        this.session = session;
        this.contents = contents;
        this.columns = TableRow.columns(session, "message");
        session.change("CREATE TABLE rival AS SELECT *, 0 AS backed FROM message WHERE 0");
        session.change("CREATE INDEX rival_seq ON rival (seq)");
        session.change("CREATE TABLE decided (message TEXT, decision ANY)");
        session.change("CREATE INDEX decided_message ON decided (message)");
    }

    private static Set<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.toUnmodifiableSet());
    }

    void take(Cell cell) throws SQLException {
        Optional<TableRow> row = TableRow.of(cell, columns);
        if (row.isPresent() && isPossible(row.get())) {
            put(row.get());
        }
    }

    private static boolean isPossible(TableRow row) {
        return SPEAKERS.contains(row.text("speaker"))
                && STATES.contains(row.text("state"))
                && row.number("seq") > 0
                && row.number("seq") < LARGEST_NUMBER;
    }

    private void put(TableRow row) throws SQLException {
        if (row.putInto(session, "message")) {
            return;
        }
        if (!isKnown(row)) {
            row.putInto(session, "rival");
        }
        if (row.has("decision")) {
            session.change(
                    "INSERT INTO decided (message, decision) VALUES (?, ?)",
                    row.text("id"),
                    row.bytes("decision"));
        }
    }

    /// A message of a backup is one more claim to its number.
    void claim(TableRow backed) throws SQLException {
        if (!isKnown(backed)) {
            backed.with("backed", 1).putInto(session, "rival");
        }
    }

    private boolean isKnown(TableRow row) throws SQLException {
        return session.row(
                        """
                        SELECT 1 FROM message WHERE seq = ?1 AND id = ?2 AND conversation = ?3
                        UNION ALL SELECT 1 FROM rival
                            WHERE seq = ?1 AND id = ?2 AND conversation = ?3
                        """,
                        found -> 1,
                        row.number("seq"),
                        row.text("id"),
                        row.number("conversation"))
                .isPresent();
    }

    /// All messages that the number may stand for, the likeliest first.
    List<Claim> claims(long number) throws SQLException {
        return session.rows(
                """
                SELECT id, conversation, 'IN_PLACE' FROM message WHERE seq = ?1
                UNION ALL SELECT id, conversation, 'BESIDE' FROM rival WHERE seq = ?1
                """,
                row ->
                        new Claim(
                                row.getString(1),
                                row.getLong(2),
                                Standing.valueOf(row.getString(3))),
                number);
    }

    /// Puts the row of a proven claim in place, instead of a row that no text proves, which stands
    /// beside from then on.
    ///
    /// @return whether it is there now
    boolean promote(long number, Claim claim) throws SQLException {
        Optional<TableRow> row = rival(number, claim);
        if (row.isEmpty() || isProven(number)) {
            return false;
        }
        session.change("INSERT INTO rival SELECT *, 0 FROM message WHERE seq = ?", number);
        session.change("DELETE FROM message WHERE seq = ? OR id = ?", number, claim.id());
        forget(number, claim);
        return row.get().putInto(session, "message");
    }

    /// Puts a message under the number that its texts say. Where two rows claim the number that its
    /// own row says, and none the other one, it is its row that is wrong.
    ///
    /// @return whether it is there now
    boolean renumber(long number, Claim claim, long said) throws SQLException {
        if (claims(number).size() < 2 || !claims(said).isEmpty()) {
            return false;
        }
        return switch (claim.standing()) {
            case IN_PLACE -> {
                boolean wrong = !isProven(number);
                if (wrong) {
                    session.change("UPDATE message SET seq = ? WHERE seq = ?", said, number);
                }
                yield wrong;
            }
            case BESIDE -> {
                Optional<TableRow> row = rival(number, claim);
                boolean there =
                        row.isPresent() && row.get().with("seq", said).putInto(session, "message");
                if (there) {
                    forget(number, claim);
                }
                yield there;
            }
        };
    }

    private boolean isProven(long number) throws SQLException {
        return session.row(
                        """
                        SELECT 1 FROM segment WHERE message = ?1
                        UNION ALL SELECT 1 FROM piece WHERE message = ?1
                        """,
                        row -> 1,
                        number)
                .isPresent();
    }

    private Optional<TableRow> rival(long number, Claim claim) throws SQLException {
        return session.row(
                        "SELECT * FROM rival WHERE seq = ? AND id = ? AND conversation = ? LIMIT 1",
                        TableRow::of,
                        number,
                        claim.id(),
                        claim.conversation())
                .map(row -> row.without("backed"));
    }

    private void forget(long number, Claim claim) throws SQLException {
        session.change(
                "DELETE FROM rival WHERE seq = ? AND id = ? AND conversation = ?",
                number,
                claim.id(),
                claim.conversation());
    }

    /// Puts in place what is nowhere else: a message of the backup instead of one that nothing
    /// proves, and any other where its number is free.
    void settle() throws SQLException {
        for (TableRow row :
                session.rows(
                        "SELECT * FROM rival WHERE id NOT IN (SELECT id FROM message)"
                                + " ORDER BY backed DESC",
                        TableRow::of)) {
            if (row.number("backed") == 1) {
                promote(
                        row.number("seq"),
                        new Claim(row.text("id"), row.number("conversation"), Standing.BESIDE));
            } else {
                row.without("backed").putInto(session, "message");
            }
        }
        session.change("DROP TABLE rival");
        decisions();
        session.change("DROP TABLE decided");
    }

    /// A decision that cannot be read may be readable on an older page.
    private void decisions() throws SQLException {
        for (TableRow row :
                session.rows(
                        """
                        SELECT m.id, m.decision, c.id AS conversation FROM message m
                            JOIN conversation c ON c.seq = m.conversation
                        WHERE m.id IN (SELECT message FROM decided)
                        """,
                        TableRow::of)) {
            Place place = Column.DECISION.in(row.text("conversation"), row.text("id"));
            if (row.has("decision") && !contents.opens(place, row.bytes("decision"))) {
                decide(row.text("id"), place);
            }
        }
    }

    private void decide(String message, Place place) throws SQLException {
        Optional<byte[]> readable =
                session
                        .rows(
                                "SELECT decision FROM decided WHERE message = ? ORDER BY rowid",
                                row -> row.getBytes(1),
                                message)
                        .stream()
                        .filter(sealed -> contents.opens(place, sealed))
                        .findFirst();
        if (readable.isPresent()) {
            session.change(
                    "UPDATE message SET decision = ?2 WHERE id = ?1", message, readable.get());
        }
    }
}
