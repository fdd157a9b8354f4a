package nearside.storage;

import nearside.storage.database.Session;
import nearside.storage.salvage.Cell;
import nearside.storage.salvage.Value;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A row on its way from one database into another, by the names of its columns. What is NULL is
/// not there.
///
/// @param values as a statement binds them
record TableRow(Map<String, Object> values) {
    TableRow {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /// The columns of a table in their order.
    static List<String> columns(Session session, String table) throws SQLException {
        return session.rows(
                "SELECT name FROM pragma_table_info(?) ORDER BY cid",
                row -> row.getString(1),
                table);
    }

    static TableRow of(ResultSet row) throws SQLException {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            Object value = row.getObject(i);
            if (!row.wasNull()) {
                values.put(row.getMetaData().getColumnName(i), value);
            }
        }
        return new TableRow(values);
    }

    /// A row as it was found on a page; its number stands in the first column.
    static Optional<TableRow> of(Cell cell, List<String> columns) {
        return cell.values().map(found -> of(cell.rowNumber(), found, columns));
    }

    private static TableRow of(long number, List<Value> found, List<String> columns) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < found.size(); i++) {
            String column = columns.get(i);
            found.get(i).bound().ifPresent(value -> values.put(column, value));
        }
        values.putIfAbsent(columns.getFirst(), number);
        return new TableRow(values);
    }

    String text(String column) {
        return values.get(column) instanceof String text ? text : "";
    }

    /// Zero where there is none.
    long number(String column) {
        return values.get(column) instanceof Number number ? number.longValue() : 0;
    }

    /// Empty where there are none.
    byte[] bytes(String column) {
        return values.get(column) instanceof byte[] bytes ? bytes : new byte[0];
    }

    boolean has(String column) {
        return values.containsKey(column);
    }

    TableRow with(String column, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(values);
        changed.put(column, value);
        return new TableRow(changed);
    }

    TableRow without(String... columns) {
        Map<String, Object> fewer = new LinkedHashMap<>(values);
        fewer.keySet().removeAll(List.of(columns));
        return new TableRow(fewer);
    }

    /// Puts it into a table that has such columns, if nothing is in its way.
    ///
    /// @return whether it is there now
    boolean putInto(Session session, String table) throws SQLException {
        String names = String.join(", ", values.keySet());
        String marks = String.join(", ", Collections.nCopies(values.size(), "?"));
        return session.change(
                        "INSERT OR IGNORE INTO %s (%s) VALUES (%s)".formatted(table, names, marks),
                        new ArrayList<>(values.values()).toArray())
                > 0;
    }
}
