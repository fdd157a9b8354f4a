package nearside.storage.campaign;

import nearside.storage.Message;
import nearside.storage.Message.Speaker;
import nearside.storage.Message.State;
import nearside.storage.Profile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// A database of the first released schema, with plain rows. Ids are long, so that none is found by
/// chance among sealed bytes.
final class FirstSchema {
    /// All numbers have as many digits, so that no id is part of another.
    private static final int FIRST = 10;

    static final int CONVERSATIONS = 89;

    private static final String ROWS =
            """
            INSERT INTO conversation (seq, id, created_ns, changed, changed_ns, title)
                VALUES (?1, 'first-schema-conversation-' || ?1, ?1, 2 * ?1, ?1, ?2);
            INSERT INTO message (seq, id, conversation, parent, speaker, state, begun_ns)
                VALUES (2 * ?1 - 1, 'q' || ?1, ?1, NULL, 'USER', 'DONE', ?1);
            INSERT INTO message (seq, id, conversation, parent, speaker, state, begun_ns, decision)
                VALUES (2 * ?1, 'r' || ?1, ?1, 2 * ?1 - 1, 'ASSISTANT', 'DONE', ?1, ?4);
            UPDATE conversation SET leaf = 2 * ?1 WHERE seq = ?1;
            INSERT INTO segment (message, ordinal, source, text) VALUES (2 * ?1 - 1, 0, 'HERE', ?3);
            INSERT INTO piece (message, ordinal, source, text) VALUES (2 * ?1, 0, 'HERE', ?4);
            INSERT INTO draft (conversation, text) VALUES ('first-schema-conversation-' || ?1, ?3)
            """;

    private FirstSchema() {}

    /// Fills the folder and tells what is in it.
    static Book fill(Path folder) throws SQLException, IOException {
        List<Talk> talks = new ArrayList<>();
        try (Connection file =
                DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("nearside.db"))) {
            script(file, schema());
            file.setAutoCommit(false);
            for (int number = FIRST; number < FIRST + CONVERSATIONS; number++) {
                put(file, number);
                talks.addFirst(talk(number));
            }
            file.commit();
            file.setAutoCommit(true);
            script(file, "PRAGMA application_id = 1315266930; PRAGMA user_version = 1");
        }
        return Book.of(talks);
    }

    private static Talk talk(int number) {
        Message question =
                Book.message("q" + number, Speaker.USER, State.DONE, Words.of(1_000 + number));
        Message reply =
                Book.message("r" + number, Speaker.ASSISTANT, State.DONE, Words.of(2_000 + number));
        return new Talk(
                "first-schema-conversation-" + number,
                Words.title(number),
                Talk.Where.LIST,
                List.of(question, Talk.decided(reply, Words.of(2_000 + number))),
                Words.of(1_000 + number));
    }

    private static void put(Connection file, int number) throws SQLException {
        for (String sql : ROWS.split(";\n", -1)) {
            try (PreparedStatement statement = file.prepareStatement(sql)) {
                List<Object> values =
                        List.of(
                                number,
                                Words.title(number),
                                Words.of(1_000 + number),
                                Words.of(2_000 + number));
                int parameters = statement.getParameterMetaData().getParameterCount();
                for (int i = 0; i < parameters; i++) {
                    statement.setObject(i + 1, values.get(i));
                }
                statement.executeUpdate();
            }
        }
    }

    private static void script(Connection file, String sql) throws SQLException {
        try (Statement statement = file.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static String schema() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(
                        Profile.class.getResourceAsStream("database/schema-1.sql"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
