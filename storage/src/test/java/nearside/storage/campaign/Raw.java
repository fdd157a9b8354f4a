package nearside.storage.campaign;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// Looks into the database of a closed profile, beside the code under test.
final class Raw {
    private Raw() {}

    /// The same verdict if SQLite finds nothing wrong and no row is there twice.
    static Verdict check(Path folder, Verdict read) throws SQLException {
        try (Connection file =
                DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("nearside.db"))) {
            String whole = first(file, "PRAGMA integrity_check");
            String keys = first(file, "SELECT count(*) FROM pragma_foreign_key_check");
            if (!whole.equals("ok") || !keys.equals("0")) {
                return new Verdict(Verdict.Kind.CORRUPT, read.book(), whole + ", " + keys);
            }
            String rows =
                    first(file, "SELECT count(*) FROM conversation")
                            + " "
                            + first(file, "SELECT count(*) FROM message");
            String expected = read.book().talks().size() + " " + read.book().messages();
            return !read.kept() || rows.equals(expected)
                    ? read
                    : new Verdict(
                            Verdict.Kind.DOUBLED, read.book(), rows + " rows, not " + expected);
        }
    }

    private static String first(Connection file, String sql) throws SQLException {
        try (Statement statement = file.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.getString(1);
        }
    }
}
