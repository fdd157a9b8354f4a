package nearside.storage.database;

import java.sql.SQLException;

/// What is done inside one transaction.
@FunctionalInterface
public interface Work<T> {
    T in(Session session) throws SQLException;
}
