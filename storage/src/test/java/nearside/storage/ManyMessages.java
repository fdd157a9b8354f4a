package nearside.storage;

import nearside.storage.Contents.Column;
import nearside.storage.Message.Segment;
import nearside.storage.Message.Source;
import nearside.storage.Message.Speaker;
import nearside.storage.database.Session;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/// Many invented messages, put into a profile as quickly as that goes: words as frequent as in real
/// texts, four of five messages in Latin letters with an accent here and there, the others in Han.
final class ManyMessages {
    private static final int WORDS = 60_000;
    private static final int IDEOGRAPHS = 3_000;
    private static final int IN_A_CONVERSATION = 40;
    private static final int AT_ONCE = 50;
    private static final int BYTES_OF_A_MESSAGE = 1_000;
    private static final String LETTERS = "etaoinshrdlucmfwypvbgkjqxzéüñ";

    private final Random random;
    private final List<String> words = new ArrayList<>();

    ManyMessages(Random random) {
        this.random = random;
        for (int i = 0; i < WORDS; i++) {
            words.add(invented());
        }
    }

    private String invented() {
        StringBuilder word = new StringBuilder();
        int length = 3 + random.nextInt(4) + random.nextInt(6);
        for (int i = 0; i < length; i++) {
            double where = random.nextDouble();
            word.append(LETTERS.charAt((int) (where * where * LETTERS.length())));
        }
        return word.toString();
    }

    /// By Zipf's law, nearly: the n-th word is n times rarer than the first.
    String word() {
        return words.get(rank(words.size()));
    }

    String common() {
        return words.get(random.nextInt(100));
    }

    String rare() {
        return words.get(words.size() / 2 + random.nextInt(words.size() / 2));
    }

    String han(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(0x4E00 + rank(IDEOGRAPHS));
        }
        return text.toString();
    }

    private int rank(int size) {
        return (int) Math.exp(random.nextDouble() * Math.log(size)) - 1;
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        boolean han = random.nextInt(5) == 0;
        int bytes = 0;
        while (bytes < BYTES_OF_A_MESSAGE) {
            String next = han ? han(4 + random.nextInt(12)) + "，" : word() + " ";
            text.append(next);
            bytes += next.getBytes(StandardCharsets.UTF_8).length;
        }
        return text.toString();
    }

    /// Fills a new profile; the number of bytes of all texts.
    long fill(Path folder, int messages) {
        Profile.open(folder).close();
        long bytes = 0;
        try (Store store =
                Store.open(
                        folder,
                        Secrets.open(folder, Optional.empty(), new Unlock.Usual()),
                        Instant.now())) {
            List<Integer> starts =
                    IntStream.iterate(0, at -> at < messages, at -> at + IN_A_CONVERSATION)
                            .boxed()
                            .toList();
            store.secrets().makeKeys(starts.stream().map(at -> "c" + at).toList());
            for (int done = 0; done < starts.size(); done += AT_ONCE) {
                List<Integer> next = starts.subList(done, Math.min(starts.size(), done + AT_ONCE));
                bytes +=
                        store.write(session -> {
                            long sum = 0;
                            for (int at : next) {
                                sum += conversation(session, store, "c" + at, at);
                            }
                            return sum;
                        });
            }
        }
        return bytes;
    }

    private long conversation(Session session, Store store, String id, int from)
            throws SQLException {
        long time = Nanos.of(Instant.parse("2026-01-01T00:00:00Z").plusSeconds(60L * from));
        byte[] title = store.contents().seal(Column.TITLE.in(id, id), word() + " " + word());
        session.change(
                "INSERT INTO conversation (id, created_ns, changed_ns, title) VALUES (?, ?, ?, ?)",
                id,
                time,
                time,
                title);
        long bytes = 0;
        for (int i = 0; i < IN_A_CONVERSATION; i++) {
            String text = text();
            bytes += text.getBytes(StandardCharsets.UTF_8).length;
            message(session, store, new MessageRow(from + i + 1L, "m" + (from + i), id), text);
        }
        return bytes;
    }

    private void message(Session session, Store store, MessageRow row, String text)
            throws SQLException {
        Speaker speaker = row.seq() % 2 == 0 ? Speaker.ASSISTANT : Speaker.USER;
        session.change(
                """
                INSERT INTO message (seq, id, conversation, speaker, state, begun_ns)
                SELECT ?, ?, seq, ?, 'DONE', created_ns FROM conversation WHERE id = ?
                """,
                row.seq(),
                row.id(),
                speaker.name(),
                row.conversation());
        Source source = random.nextInt(50) == 0 ? Source.BORROWED : Source.HERE;
        Segments.put(session, store.contents(), row, 0, new Segment(source, text));
    }
}
