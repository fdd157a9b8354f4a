package nearside.storage;

import nearside.storage.Contents.Column;
import nearside.storage.SalvagedMessages.Claim;
import nearside.storage.SalvagedMessages.Standing;
import nearside.storage.database.Session;
import nearside.storage.salvage.Cell;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The texts of a damaged set. Only what opens for its place is taken: as a segment or as a piece,
/// which look alike, of the message and conversation that it was sealed for.
final class SalvagedTexts {
    private static final List<String> COLUMNS = List.of("message", "ordinal", "source", "text");

    private final Session session;
    private final Contents contents;
    private final SalvagedConversations conversations;
    private final SalvagedMessages messages;
    private int orphans;

    /// Which version of its page a text stands on.
    enum Age {
        NEWEST,
        OLDER
    }

    private record Found(Column column, Claim claim) {}

    SalvagedTexts(
            Session session,
            Contents contents,
            SalvagedConversations conversations,
            SalvagedMessages messages)
            throws SQLException {
        this.session = session;
        this.contents = contents;
        this.conversations = conversations;
        this.messages = messages;
        session.change(
                """
                CREATE TABLE unread
                    (message INTEGER, ordinal INTEGER, source TEXT, text ANY,
                    PRIMARY KEY (message, ordinal))
                """);
    }

    /// Texts of which nobody knows the message.
    int orphans() {
        return orphans;
    }

    void take(Cell cell, Age age) throws SQLException {
        Optional<TableRow> row = TableRow.of(cell, COLUMNS);
        if (row.isEmpty() || !isPossible(row.get())) {
            return;
        }
        long message = row.get().number("message");
        List<Claim> claims = messages.claims(message);
        Optional<Found> found = Optional.empty();
        for (Claim claim : claims) {
            found = found.isPresent() ? found : place(row.get(), claim);
        }
        if (found.isPresent()) {
            put(row.get(), found.get(), age);
        } else if (age == Age.NEWEST) {
            unread(row.get(), claims);
        }
    }

    private static boolean isPossible(TableRow row) {
        return Arrays.stream(Message.Source.values())
                .anyMatch(source -> source.name().equals(row.text("source")));
    }

    private Optional<Found> place(TableRow row, Claim claim) throws SQLException {
        for (Column column : List.of(Column.SEGMENT, Column.PIECE)) {
            Optional<String> conversation = conversations.id(claim.conversation());
            if (conversation.isEmpty()) {
                conversation =
                        conversations.identify(
                                claim.conversation(),
                                id -> place(row, claim, column, id),
                                row.bytes("text"));
            }
            if (conversation.isPresent()
                    && contents.opens(
                            place(row, claim, column, conversation.get()), row.bytes("text"))) {
                return Optional.of(new Found(column, claim));
            }
        }
        return Optional.empty();
    }

    private static nearside.storage.vault.Place place(
            TableRow row, Claim claim, Column column, String conversation) {
        return Contents.text(
                column, conversation, claim.id(), (int) row.number("ordinal"), row.text("source"));
    }

    private void put(TableRow row, Found found, Age age) throws SQLException {
        long message = row.number("message");
        boolean inPlace =
                found.claim().standing() == Standing.IN_PLACE
                        || messages.promote(message, found.claim());
        if (inPlace && isCurrent(found.column(), age, message)) {
            row.putInto(session, found.column() == Column.SEGMENT ? "segment" : "piece");
        }
    }

    /// A piece of an older page may have become a part of a segment since: also in a reply that is
    /// being written again. Segments never go.
    private boolean isCurrent(Column column, Age age, long message) throws SQLException {
        return age == Age.NEWEST
                || column == Column.SEGMENT
                || session.row(
                                """
                                SELECT 1 FROM message WHERE seq = ?1
                                    AND NOT EXISTS (SELECT 1 FROM segment WHERE message = ?1)
                                    AND (state = 'WRITING'
                                        OR NOT EXISTS (SELECT 1 FROM piece WHERE message = ?1))
                                """,
                                found -> 1,
                                message)
                        .isPresent();
    }

    private void unread(TableRow row, List<Claim> claims) throws SQLException {
        if (claims.isEmpty()) {
            orphans++;
        } else {
            row.putInto(session, "unread");
        }
    }

    /// What nothing better was found for stays as it is, so that it shows that something is
    /// missing.
    void settle() throws SQLException {
        session.change(
                """
                INSERT OR IGNORE INTO segment (message, ordinal, source, text)
                SELECT message, ordinal, source, text FROM unread u
                WHERE message IN (SELECT seq FROM message)
                    AND NOT EXISTS (SELECT 1 FROM piece p
                        WHERE p.message = u.message AND p.ordinal = u.ordinal)
                """);
        session.change("DROP TABLE unread");
    }
}
