package nearside.storage.index;

import nearside.storage.database.Session;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// One question to the index. Up to [#RANKED] matches are ranked by BM25, those within half a point
/// of each other from the newest; where there are more, the words say little and the newest come
/// first.
record Lookup(Session session, Bounds bounds, int limit) {
    static final int RANKED = 2_000;

    /// The order of the loops is given: the index has no statistics.
    private static final String MATCHES =
            """
            SELECT e.subject FROM word CROSS JOIN entry e ON e.row = word.rowid
            CROSS JOIN talk t ON t.seq = e.talk WHERE word MATCH ?1 AND
            """;

    private static final String BEST = "ORDER BY round(2 * bm25(word)), word.rowid LIMIT ?8";

    private static final String ALL =
            "SELECT e.subject FROM entry e CROSS JOIN talk t ON t.seq = e.talk ";

    private static final String BOUNDS =
            """
            t.place = ?2 AND (?3 OR t.folder IN (SELECT value FROM json_each(?4)))
            AND e.time_ns >= ?5 AND e.time_ns < ?6
            AND (?7 = -1 OR (e.origins & ?7) <> 0)
            """;

    List<Long> find(List<Phrase> phrases) throws SQLException {
        if (phrases.isEmpty()) {
            return rows(ALL + "WHERE ?1 = '' AND " + BOUNDS + "ORDER BY e.row LIMIT ?8", "", limit);
        }
        String expression =
                phrases.stream().map(Phrase::expression).collect(Collectors.joining(" AND "));
        List<Long> newest =
                rows(MATCHES + BOUNDS + "ORDER BY word.rowid LIMIT ?8", expression, RANKED + 1);
        return newest.size() > RANKED
                ? newest.subList(0, Math.min(limit, RANKED))
                : rows(MATCHES + BOUNDS + BEST, expression, limit);
    }

    private List<Long> rows(String sql, String expression, int most) throws SQLException {
        return session.rows(
                sql,
                row -> row.getLong(1),
                expression,
                bounds.place().name(),
                bounds.folders().isEmpty(),
                bounds.folders().map(Lookup::json).orElse("[]"),
                bounds.fromNanos(),
                bounds.untilNanos(),
                Origins.wanted(bounds.origin()),
                most);
    }

    private static String json(Set<Long> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
    }
}
