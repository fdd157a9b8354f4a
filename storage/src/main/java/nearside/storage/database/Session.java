package nearside.storage.database;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One connection, used by one thread at a time. After an `SQLException` it is never used again.
public final class Session {
    private final Connection connection;
    private final int mostKept;
    private final Map<String, PreparedStatement> kept = new HashMap<>();

    Session(Connection connection) {
        this(connection, 0);
    }

    /// One that does the same many times.
    ///
    /// @param mostKept how many statements are kept prepared
    Session(Connection connection, int mostKept) {
        this.connection = connection;
        this.mostKept = mostKept;
    }

    /// Reads one row of a result.
    @FunctionalInterface
    public interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /// Runs one statement and gives the number of changed rows. An empty `Optional` is bound as
    /// NULL.
    public int change(String sql, Object... values) throws SQLException {
        PreparedStatement statement = bound(sql, values);
        try {
            return statement.executeUpdate();
        } finally {
            giveBack(sql, statement);
        }
    }

    /// Runs one statement once for each of many lists of values.
    public void changeEach(String sql, List<List<Object>> many) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (List<Object> values : many) {
                bind(statement, values.toArray());
                statement.executeUpdate();
            }
        }
    }

    public <T> List<T> rows(String sql, Row<T> row, Object... values) throws SQLException {
        PreparedStatement statement = bound(sql, values);
        try (ResultSet result = statement.executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(row.of(result));
            }
            return rows;
        } finally {
            giveBack(sql, statement);
        }
    }

    /// The first row of a result.
    public <T> Optional<T> row(String sql, Row<T> row, Object... values) throws SQLException {
        return rows(sql, row, values).stream().findFirst();
    }

    /// Runs a script of statements that bind nothing.
    void script(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    public String pragma(String name) throws SQLException {
        return row("PRAGMA " + name, row -> row.getString(1)).orElse("");
    }

    <T> T write(Work<T> work) throws SQLException {
        return transaction("BEGIN IMMEDIATE", work);
    }

    <T> T read(Work<T> work) throws SQLException {
        return transaction("BEGIN", work);
    }

    private <T> T transaction(String begin, Work<T> work) throws SQLException {
        script(begin);
        T result;
        try {
            result = work.in(this);
        } catch (RuntimeException | Error bug) {
            script("ROLLBACK");
            throw bug;
        }
        script("COMMIT");
        return result;
    }

    private PreparedStatement bound(String sql, Object... values) throws SQLException {
        PreparedStatement ready = kept.remove(sql);
        PreparedStatement statement = ready == null ? connection.prepareStatement(sql) : ready;
        bind(statement, values);
        return statement;
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, plain(values[i]));
        }
    }

    private void giveBack(String sql, PreparedStatement statement) throws SQLException {
        if (kept.size() >= mostKept || kept.putIfAbsent(sql, statement) != null) {
            statement.close();
        }
    }

    private static @Nullable Object plain(Object value) {
        return value instanceof Optional<?> optional ? optional.orElse(null) : value;
    }

    /// Lets go of statements that are kept: a copy cannot be made while there are any.
    void letGo() throws SQLException {
        for (PreparedStatement statement : kept.values()) {
            statement.close();
        }
        kept.clear();
    }

    void close() throws SQLException {
        letGo();
        connection.close();
    }
}
