package nearside.storage;

import nearside.storage.Contents.Column;
import nearside.storage.Message.Segment;
import nearside.storage.Message.Source;
import nearside.storage.Message.State;
import nearside.storage.database.Session;
import nearside.storage.salvage.PageMap;
import nearside.storage.salvage.PageMap.Placed;
import nearside.storage.salvage.PageMap.Spot;
import nearside.storage.salvage.Value;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A profile that is going to be damaged: its files as they were, what every message said, and on
/// which pages it lay.
record DamageSubject(
        Path folder, Map<String, String> texts, Map<String, String> backed, Layout layout) {
    private static final int CONVERSATIONS = 60;
    private static final int PIECES = 300;
    private static final String CJK = "天地玄黄，宇宙洪荒。日月盈昃，辰宿列张。";

    /// What the profile holds.
    enum Form {
        /// Texts that go on over several pages.
        LONG,
        CJK,
        /// A reply that is being written, in many pieces.
        PIECES,
        /// All was carried over from the log.
        CLOSED
    }

    /// Where messages lie.
    ///
    /// @param rows the places of a message's own row, by id
    /// @param runs those of all its texts
    /// @param commits of the log
    record Layout(Map<String, Set<Spot>> rows, Map<String, Set<Spot>> runs, List<Spot> commits) {}

    static DamageSubject make(Path folder, Form form) throws Exception {
        Map<String, String> backed;
        Path snapshot = folder.resolveSibling(folder.getFileName() + "-snapshot");
        Files.createDirectories(folder);
        try (Store store = store(folder)) {
            SplittableRandom random = new SplittableRandom(form.name().length());
            write(store, form, random, CONVERSATIONS);
            new Backups(folder, store, Clock.systemUTC()).keep();
            backed = texts(store);
            write(store, form, random, CONVERSATIONS / 3);
            if (form != Form.CLOSED) {
                copy(folder, snapshot);
                return subject(snapshot, texts(store), backed);
            }
        }
        try (Store store = store(folder)) {
            copy(folder, snapshot);
            return subject(snapshot, texts(store), backed);
        }
    }

    private static DamageSubject subject(
            Path folder, Map<String, String> texts, Map<String, String> backed) throws IOException {
        return new DamageSubject(folder, texts, backed, layout(folder.resolve(Store.FILE)));
    }

    static Store store(Path folder) {
        return Store.open(
                folder, Secrets.open(folder, Optional.empty(), new Unlock.Usual()), Instant.now());
    }

    private static void write(Store store, Form form, SplittableRandom random, int conversations) {
        TimeOrderedIds ids = new TimeOrderedIds(Clock.systemUTC());
        List<String> all = IntStream.range(0, conversations).mapToObj(_ -> ids.next()).toList();
        store.secrets().makeKeys(all);
        for (String id : all) {
            int longest = all.indexOf(id) == 7 ? PIECES : 1;
            store.write(session -> {
                new Writing(store, session, ids, random, form).conversation(id, longest);
                return id;
            });
        }
    }

    /// Writes a conversation in one transaction, as the journal does in several.
    private record Writing(
            Store store, Session session, TimeOrderedIds ids, SplittableRandom random, Form form) {
        void conversation(String id, int pieces) throws SQLException {
            turn(id, Optional.empty(), 1);
            Optional<ConversationId> begun = Optional.of(new ConversationId(id));
            for (int left = 5 + random.nextInt(20); left > 0; left--) {
                turn(id, begun, left == 1 ? pieces : 1);
            }
        }

        private void turn(String id, Optional<ConversationId> begun, int pieces)
                throws SQLException {
            Journal.Begun turn =
                    new Journal.Begun(
                            new ConversationId(id),
                            new MessageId(ids.next()),
                            new MessageId(ids.next()));
            NewTurn.put(
                    session,
                    store.contents(),
                    new Asked(begun, Optional.empty(), "And then " + random.nextInt() + "?"),
                    new Asked.Ids(turn, new MessageId(ids.next()), List.of()),
                    Instant.now());
            answer(turn.reply(), pieces);
        }

        private void answer(MessageId reply, int pieces) throws SQLException {
            MessageRow row = MessageRow.of(session, reply);
            if (form == Form.PIECES && pieces > 1) {
                for (int i = 0; i < pieces; i++) {
                    String source = Source.HERE.name();
                    session.change(
                            "INSERT INTO piece (message, ordinal, source, text)"
                                    + " VALUES (?, ?, ?, ?)",
                            row.seq(),
                            i,
                            source,
                            store.contents()
                                    .seal(row.text(Column.PIECE, i, source), "piece " + i + " "));
                }
                return;
            }
            Segments.put(session, store.contents(), row, 0, new Segment(Source.HERE, text()));
            if (random.nextInt(4) == 0) {
                Segments.put(
                        session, store.contents(), row, 1, new Segment(Source.BORROWED, text()));
            }
            session.change(
                    "UPDATE message SET state = ?, decision = ? WHERE seq = ?",
                    State.DONE.name(),
                    store.contents().seal(row.decision(), "{\"reason\":\"FITS\"}"),
                    row.seq());
        }

        private String text() {
            return switch (form) {
                case LONG -> "Long words. ".repeat(1 + random.nextInt(900));
                case CJK -> CJK.repeat(1 + random.nextInt(20));
                case PIECES, CLOSED -> "Some words. ".repeat(1 + random.nextInt(60));
            };
        }
    }

    static Map<String, String> texts(Store store) {
        return store.read(session -> new DamageReading(session, store.contents()).texts());
    }

    private static Layout layout(Path database) throws IOException {
        Map<Long, String> ids = new HashMap<>();
        Map<String, Set<Spot>> rows = new HashMap<>();
        Map<String, Set<Spot>> runs = new HashMap<>();
        for (Placed message : PageMap.of(database, Shapes.MESSAGE)) {
            String id = ((Value.Text) message.values().get(1)).text();
            ids.put(message.rowNumber(), id);
            rows.put(id, message.spots());
        }
        for (Placed run : PageMap.of(database, Shapes.RUN)) {
            long message = ((Value.Whole) run.values().get(0)).number();
            runs.computeIfAbsent(ids.getOrDefault(message, ""), _ -> new HashSet<>())
                    .addAll(run.spots());
        }
        return new Layout(rows, runs, PageMap.commits(database));
    }

    /// Messages that depend on none of the damaged bytes. What stands in the log also depends on
    /// the end of its transaction.
    Set<String> untouched(List<Spot> damages) {
        Set<String> untouched = new HashSet<>();
        List<Spot> ends = layout.commits().stream().filter(it -> isSound(it, damages)).toList();
        for (String id : layout.rows().keySet()) {
            Stream<Spot> spots =
                    Stream.concat(
                            layout.rows().get(id).stream(),
                            layout.runs().getOrDefault(id, Set.of()).stream());
            if (layout.runs().containsKey(id)
                    && spots.allMatch(it -> isSound(it, damages) && isCommitted(it, ends))) {
                untouched.add(id);
            }
        }
        return untouched;
    }

    private static boolean isSound(Spot spot, List<Spot> damages) {
        return damages.stream().noneMatch(spot::meets);
    }

    private static boolean isCommitted(Spot spot, List<Spot> ends) {
        return spot.end().isEmpty() || ends.stream().anyMatch(end -> end.from() >= spot.from());
    }

    /// The same files in another folder.
    void copyTo(Path target) throws IOException {
        copy(folder, target);
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Path there = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(there);
                } else if (!each.endsWith("lock")) {
                    Files.copy(each, there, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }
}
