package nearside.storage;

import nearside.storage.Contents.Column;
import nearside.storage.database.Session;
import nearside.storage.salvage.Cell;
import nearside.storage.vault.Place;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/// The conversations of a damaged set, by the numbers that their messages name. A conversation is
/// proven when its title opens for its id. One whose row is lost is known again by its texts: they
/// open for one id only, among those that have a key.
final class SalvagedConversations {
    /// How many texts are tried before a lost conversation is given up.
    private static final int MOST_TRIES = 8;

    private static final long NANOS_PER_MILLI = 1_000_000;

    /// The version of such a UUID.
    private static final int TIME_ORDERED = 7;

    private final Session session;
    private final Contents contents;
    private final List<String> columns;
    private final Map<Long, String> ids = new HashMap<>();
    private final Map<String, Long> folders = new HashMap<>();
    private final Map<Long, Integer> tries = new HashMap<>();
    private final Set<Long> proven = new HashSet<>();

    SalvagedConversations(Session session, Contents contents) throws SQLException {
        this.session = session;
        this.contents = contents;
        this.columns = TableRow.columns(session, "conversation");
    }

    /// One without a key was removed for good, or its id is damaged.
    void take(Cell cell) throws SQLException {
        Optional<TableRow> found = TableRow.of(cell, columns);
        if (found.isPresent() && contents.knows(found.get().text("id"))) {
            take(found.get());
        }
    }

    /// Puts them into their folders, when those are there.
    void file() throws SQLException {
        for (Map.Entry<String, Long> filed : folders.entrySet()) {
            session.change(
                    """
                    UPDATE conversation SET folder = ?2
                    WHERE id = ?1 AND ?2 IN (SELECT seq FROM folder)
                    """,
                    filed.getKey(),
                    filed.getValue());
        }
    }

    private void take(TableRow row) throws SQLException {
        String id = row.text("id");
        long number = row.number("seq");
        boolean opens = contents.opens(Column.TITLE.in(id, id), row.bytes("title"));
        if (opens && !proven.contains(number)) {
            session.change("DELETE FROM conversation WHERE seq = ?", number);
        }
        if (row.without("folder").putInto(session, "conversation")) {
            ids.put(number, id);
            folders.put(id, row.number("folder"));
            if (opens) {
                proven.add(number);
            }
        }
    }

    /// Puts a conversation of a backup where it is missing.
    ///
    /// @return its number
    long put(Merge merge, TableRow row) throws SQLException {
        long number = merge.conversation(row);
        ids.put(number, row.text("id"));
        return number;
    }

    Optional<String> id(long number) {
        return Optional.ofNullable(ids.get(number));
    }

    /// Finds out which conversation that was, by a text of it.
    ///
    /// @param place of the text, if it is of that conversation
    Optional<String> identify(long number, Function<String, Place> place, byte[] sealed)
            throws SQLException {
        if (tries.merge(number, 1, Integer::sum) > MOST_TRIES) {
            return Optional.empty();
        }
        for (String id : contents.conversations()) {
            if (contents.opens(place.apply(id), sealed)) {
                putAgain(number, id);
                return id(number);
            }
        }
        return Optional.empty();
    }

    /// Its title stays empty until the backup or its first question gives one.
    private void putAgain(long number, String id) throws SQLException {
        int put =
                session.change(
                        """
                        INSERT OR IGNORE INTO conversation
                            (seq, id, created_ns, changed, changed_ns, title)
                        SELECT ?1, ?2, ifnull(?3, ifnull(min(begun_ns), 0)), ifnull(max(seq), 0),
                            ifnull(max(begun_ns), ifnull(?3, 0)), x''
                        FROM message WHERE conversation = ?1
                        """,
                        number,
                        id,
                        made(id));
        if (put > 0 || moved(number, id)) {
            ids.put(number, id);
        }
    }

    /// An id that was made here begins with the milliseconds of its making; others tell nothing.
    static Optional<Long> made(String id) {
        try {
            UUID read = UUID.fromString(id);
            return read.version() == TIME_ORDERED
                    ? Optional.of((read.getMostSignificantBits() >>> 16) * NANOS_PER_MILLI)
                    : Optional.empty();
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /// Its row may have been taken under a damaged number, which no message names.
    private boolean moved(long number, String id) throws SQLException {
        int moved =
                session.change(
                        """
                        UPDATE OR IGNORE conversation SET seq = ?1 WHERE id = ?2
                            AND seq NOT IN (SELECT conversation FROM message)
                        """,
                        number,
                        id);
        if (moved > 0) {
            ids.values().remove(id);
        }
        return moved > 0;
    }
}
