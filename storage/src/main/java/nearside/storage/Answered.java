package nearside.storage;

import nearside.storage.Message.Source;
import nearside.storage.database.Session;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/// Replies that were finished in the same quarter of an hour and written in the same place. Only
/// what this program wrote counts: replies that were brought in have no figures.
///
/// @param quarter its beginning: every time zone's days begin with one
/// @param source borrowed if any part of them was
/// @param read tokens of their prompts
/// @param written tokens of the replies
public record Answered(Instant quarter, Source source, int replies, long read, long written) {
    private static final long QUARTER_NANOS = Duration.ofMinutes(15).toNanos();

    private static final String ALL =
            """
            SELECT finished_ns / ?1 AS quarter,
                EXISTS (SELECT 1 FROM segment s
                    WHERE s.message = m.seq AND s.source = 'BORROWED') AS borrowed,
                count(*), sum(prompt_tokens), sum(reply_tokens)
            FROM message m
            WHERE speaker = 'ASSISTANT' AND finished_ns IS NOT NULL
            GROUP BY quarter, borrowed ORDER BY quarter, borrowed
            """;

    public Answered {
        Objects.requireNonNull(quarter);
        Objects.requireNonNull(source);
    }

    /// The earliest first.
    static List<Answered> all(Session session) throws SQLException {
        return session.rows(
                ALL,
                row ->
                        new Answered(
                                Nanos.instant(row.getLong(1) * QUARTER_NANOS),
                                row.getBoolean(2) ? Source.BORROWED : Source.HERE,
                                row.getInt(3),
                                row.getLong(4),
                                row.getLong(5)),
                QUARTER_NANOS);
    }
}
