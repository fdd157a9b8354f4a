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
    private static final int NUMBER_BITS = 48;
    private static final int ORDINAL_BITS = 24;

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

    /// A text whose place is known.
    private record Found(TableRow row, Column column, Claim claim) {}

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
        Optional<Found> found = found(row.get());
        if (found.isPresent()) {
            put(found.get(), age);
        } else if (age == Age.NEWEST) {
            Optional<Found> meant = meant(row.get());
            if (meant.isPresent()) {
                put(meant.get(), age);
            } else {
                unread(row.get());
            }
        }
    }

    private Optional<Found> found(TableRow row) throws SQLException {
        for (Claim claim : messages.claims(row.number("message"))) {
            Optional<Found> found = place(row, claim);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /// What the row says of its place may have one wrong bit. Where the text opens for the place
    /// without it, it stood there; as it is, it would show in another message as lost.
    private Optional<Found> meant(TableRow row) throws SQLException {
        long message = row.number("message");
        for (int bit = 0; bit < NUMBER_BITS; bit++) {
            long flipped = 1L << bit;
            Optional<Found> found = known(row.with("message", message ^ flipped));
            if (found.isPresent()) {
                return Optional.of(numbered(found.get(), message));
            }
            if (bit < ORDINAL_BITS) {
                found = known(row.with("ordinal", row.number("ordinal") ^ flipped));
            }
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /// It may as well be the message's own row that has the wrong bit.
    private Found numbered(Found found, long said) throws SQLException {
        long number = found.row().number("message");
        Claim claim = found.claim();
        return messages.renumber(number, claim, said)
                ? new Found(
                        found.row().with("message", said),
                        found.column(),
                        new Claim(claim.id(), claim.conversation(), Standing.IN_PLACE))
                : found;
    }

    /// The same as [#found] without a search for the conversation.
    private Optional<Found> known(TableRow row) throws SQLException {
        for (Claim claim : messages.claims(row.number("message"))) {
            Optional<String> conversation = conversations.id(claim.conversation());
            for (Column column : List.of(Column.SEGMENT, Column.PIECE)) {
                if (conversation.filter(id -> opens(row, claim, column, id)).isPresent()) {
                    return Optional.of(new Found(row, column, claim));
                }
            }
        }
        return Optional.empty();
    }

    private boolean opens(TableRow row, Claim claim, Column column, String conversation) {
        return contents.opens(place(row, claim, column, conversation), row.bytes("text"));
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
            if (conversation.filter(id -> opens(row, claim, column, id)).isPresent()) {
                return Optional.of(new Found(row, column, claim));
            }
        }
        return Optional.empty();
    }

    private static nearside.storage.vault.Place place(
            TableRow row, Claim claim, Column column, String conversation) {
        return Contents.text(
                column, conversation, claim.id(), (int) row.number("ordinal"), row.text("source"));
    }

    private void put(Found found, Age age) throws SQLException {
        long message = found.row().number("message");
        boolean inPlace =
                found.claim().standing() == Standing.IN_PLACE
                        || messages.promote(message, found.claim());
        if (inPlace && isCurrent(found.column(), age, message)) {
            found.row().putInto(session, found.column() == Column.SEGMENT ? "segment" : "piece");
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

    private void unread(TableRow row) throws SQLException {
        if (messages.claims(row.number("message")).isEmpty()) {
            orphans++;
        } else {
            row.putInto(session, "unread");
        }
    }

    /// A text of a backup that is as long as the one that cannot be read is that one. It may have
    /// become a part of a longer one by the time that the others are settled.
    void cameBack(TableRow text) throws SQLException {
        session.change(
                """
                DELETE FROM unread WHERE message = ? AND ordinal = ? AND source = ?
                    AND length(text) = ?
                """,
                text.number("message"),
                text.number("ordinal"),
                text.text("source"),
                text.bytes("text").length);
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
