package nearside.storage.index;

import nearside.storage.database.InMemory;
import nearside.storage.database.Session;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// All words of all messages, in memory only: where each stands, and no text. Rows are numbered
/// from the newest to the oldest, so that the newest are found first without sorting.
public final class Index implements AutoCloseable {
    private static final String TABLES =
            """
            CREATE TABLE talk (
                seq INTEGER PRIMARY KEY,
                id TEXT NOT NULL UNIQUE,
                folder INTEGER,
                place TEXT NOT NULL
            ) STRICT;
            CREATE TABLE entry (
                row INTEGER PRIMARY KEY,
                subject INTEGER NOT NULL UNIQUE,
                talk INTEGER NOT NULL,
                time_ns INTEGER NOT NULL,
                origins INTEGER NOT NULL
            ) STRICT;
            CREATE INDEX entry_talk ON entry (talk);
            CREATE VIRTUAL TABLE word USING fts5 (
                tokens, content = '', contentless_delete = 1, tokenize = 'ascii');
            INSERT INTO word (word, rank) VALUES ('hashsize', 16777216);
            INSERT INTO word (word, rank) VALUES ('pgsz', 16000);
            INSERT INTO word (word, rank) VALUES ('automerge', 8);
            """;

    /// Half of the numbers that take five bytes in the index.
    private static final long MIDDLE = 1L << 30;

    private static final String REPLACE = "INSERT OR REPLACE";

    /// Pages of a step of merging: some ten milliseconds.
    private static final int MERGED = 250;

    private final InMemory database = InMemory.of(TABLES);

    /// Conversations that must not come back by what was read before they went.
    private final Set<String> gone = new HashSet<>();

    private long newest = MIDDLE;
    private long oldest = MIDDLE;

    /// Puts entries that were just written or read anew: each takes the place of what was there of
    /// the same subject.
    public void put(List<Entry> entries) {
        database.write(session -> {
            List<Entry> wanted = wanted(entries);
            Map<Long, Long> rows = rows(session, wanted);
            putTalks(session, wanted.stream().map(Entry::talk).toList(), REPLACE);
            for (Entry entry : wanted) {
                rows.computeIfAbsent(entry.subject(), none -> --newest);
            }
            put(session, wanted, rows);
            return wanted;
        });
    }

    /// Adds entries older than all others, the newest of them first. What is known already is newer
    /// and stays: it may have changed since these were read.
    public void putOlder(List<Entry> entries) {
        database.write(session -> {
            List<Entry> wanted = wanted(entries);
            Set<Long> known = rows(session, wanted).keySet();
            List<Entry> fresh =
                    wanted.stream().filter(entry -> !known.contains(entry.subject())).toList();
            putTalks(session, fresh.stream().map(Entry::talk).toList(), "INSERT OR IGNORE");
            Map<Long, Long> rows = new HashMap<>();
            for (Entry entry : fresh) {
                rows.put(entry.subject(), oldest++);
            }
            put(session, fresh, rows);
            return fresh;
        });
    }

    private List<Entry> wanted(List<Entry> entries) {
        return entries.stream().filter(entry -> !gone.contains(entry.talk().id())).toList();
    }

    private static void put(Session session, List<Entry> entries, Map<Long, Long> rows)
            throws SQLException {
        List<List<Object>> places = new ArrayList<>();
        List<List<Object>> words = new ArrayList<>();
        for (Entry entry : entries) {
            long row = rows.getOrDefault(entry.subject(), 0L);
            places.add(
                    List.of(
                            row,
                            entry.subject(),
                            entry.talk().seq(),
                            entry.timeNanos(),
                            Origins.bits(entry.origins())));
            words.add(List.of(row, entry.tokens()));
        }
        session.changeEach(REPLACE + " INTO entry VALUES (?, ?, ?, ?, ?)", places);
        session.changeEach(REPLACE + " INTO word (rowid, tokens) VALUES (?, ?)", words);
    }

    /// Forgets conversations for good.
    public void forget(Collection<String> talks) {
        database.write(session -> {
            gone.addAll(talks);
            for (String talk : talks) {
                session.change(
                        """
                        DELETE FROM word WHERE rowid IN (SELECT e.row FROM talk t
                            JOIN entry e ON e.talk = t.seq WHERE t.id = ?)
                        """,
                        talk);
                session.change(
                        "DELETE FROM entry WHERE talk = (SELECT seq FROM talk WHERE id = ?)", talk);
                session.change("DELETE FROM talk WHERE id = ?", talk);
            }
            return talks;
        });
        database.settle();
    }

    /// Takes the words of what was forgotten out of the memory, a little at a time.
    public void purge() {
        database.settle();
        int pages = -MERGED;
        while (merge(pages)) {
            pages = MERGED;
        }
    }

    /// False when there was nothing left to do.
    private boolean merge(int pages) {
        return database.use(session -> {
            int before = changes(session);
            session.change("INSERT INTO word (word, rank) VALUES ('merge', ?)", pages);
            return changes(session) - before >= 2;
        });
    }

    private static int changes(Session session) throws SQLException {
        return session.row("SELECT total_changes()", row -> row.getInt(1)).orElse(0);
    }

    /// Subjects in which all the phrases occur, best first.
    public List<Long> find(List<Phrase> phrases, Bounds bounds, int limit) {
        return database.use(session -> new Lookup(session, bounds, limit).find(phrases));
    }

    /// Makes what was put cheaper to find; done when nothing more comes for a while.
    public void settle() {
        database.settle();
    }

    /// How many entries there are.
    public int size() {
        return database.use(session ->
                session.row("SELECT count(*) FROM entry", row -> row.getInt(1)).orElse(0));
    }

    /// Whether a word is somewhere in its memory, be it forgotten or not.
    boolean holds(String word) {
        return database.use(session ->
                session.row(
                                """
                                SELECT count(*) > 0 FROM word_data
                                WHERE instr(block, CAST(? AS BLOB)) > 0
                                """,
                                row -> row.getBoolean(1),
                                word)
                        .orElse(false));
    }

    @Override
    public void close() {
        database.close();
    }

    /// The rows of the entries that are there.
    private static Map<Long, Long> rows(Session session, List<Entry> entries) throws SQLException {
        String subjects =
                entries.stream()
                        .map(entry -> String.valueOf(entry.subject()))
                        .collect(Collectors.joining(",", "[", "]"));
        Map<Long, Long> rows = new HashMap<>();
        session.rows(
                "SELECT subject, row FROM entry WHERE subject IN (SELECT value FROM json_each(?))",
                row -> rows.put(row.getLong(1), row.getLong(2)),
                subjects);
        return rows;
    }

    private static void putTalks(Session session, Collection<Talk> talks, String verb)
            throws SQLException {
        List<List<Object>> rows = new ArrayList<>();
        for (Talk talk : new LinkedHashSet<>(talks)) {
            rows.add(List.of(talk.seq(), talk.id(), talk.folder(), talk.place().name()));
        }
        session.changeEach(verb + " INTO talk VALUES (?, ?, ?, ?)", rows);
    }
}
