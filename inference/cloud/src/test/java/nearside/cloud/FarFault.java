package nearside.cloud;

import nearside.farside.Completion;
import nearside.farside.Wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/// What a far side does wrong in one session.
enum FarFault {
    NONE,
    /// The connection ends behind a whole event.
    CUT_BEHIND_EVENT,
    /// The connection ends anywhere, inside a character, too.
    CUT_ANYWHERE,
    /// The body ends as it should, but the reply did not.
    ENDS_EARLY,
    /// Nothing more comes.
    STALL,
    STALL_BEFORE_HEAD,
    /// One byte at a time, each soon enough.
    DRIP,
    /// Signs of life without an end.
    COMMENTS,
    /// Some events come twice, as their ids say.
    DUPLICATES,
    /// More text behind the end.
    TEXT_BEHIND_END,
    BROKEN_JSON,
    OTHER_JSON,
    BROKEN_UTF8,
    NO_DONE,
    DOUBLE_DONE,
    NO_USAGE,
    NO_FINISH,
    ENDLESS_LINE,
    ERROR_EVENT,
    WITHHELD,
    GZIP_BOMB,
    HTML,
    JSON,
    REDIRECT,
    STATUS,
    /// A status that passes: the second try is answered.
    STATUS_ONCE,
    DROPPED,
    NO_HTTP;

    private static final byte[] BOMB = zipped(8 << 20);

    private static byte[] zipped(int zeros) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(new byte[zeros]);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    /// Whether the reply is whole in spite of it.
    boolean isHarmless() {
        return switch (this) {
            case NONE, DUPLICATES, TEXT_BEHIND_END, NO_DONE, DOUBLE_DONE, NO_USAGE, NO_FINISH ->
                    true;
            case STATUS_ONCE -> true;
            default -> false;
        };
    }

    /// Plays it.
    void play(FarSession session, Wire wire) throws IOException, InterruptedException {
        switch (this) {
            case STALL_BEFORE_HEAD -> wire.awaitHangUp();
            case GZIP_BOMB ->
                    wire.whole(
                            200, "Content-Type: text/event-stream\r\nContent-Encoding: gzip", BOMB);
            case HTML -> wire.whole(200, "Content-Type: text/html", bytes("<html>Log in</html>"));
            case JSON ->
                    wire.whole(200, "Content-Type: application/json", bytes("{\"choices\":[]}"));
            case REDIRECT ->
                    wire.whole(session.status(), "Location: " + session.elsewhere(), bytes(""));
            case STATUS -> wire.whole(session.status(), "Retry-After: 0", bytes(refusal()));
            case STATUS_ONCE -> {
                if (session.firstTry()) {
                    wire.whole(session.status(), "Content-Type: text/plain", bytes("busy"));
                } else {
                    stream(session, wire);
                }
            }
            case DROPPED -> wire.cut();
            case NO_HTTP -> {
                wire.raw("220 mail.example ESMTP\r\n\r\n");
                wire.cut();
            }
            default -> stream(session, wire);
        }
    }

    private static String refusal() {
        return "{\"error\":{\"message\":\"no: " + Borrowed.SECRET + "\",\"code\":null}}";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// The stream up to the fault, and the fault.
    private void stream(FarSession session, Wire wire) throws IOException, InterruptedException {
        wire.stream();
        List<byte[]> events = events(session);
        int at = Math.min(session.at(), events.size() - 1);
        switch (this) {
            case CUT_BEHIND_EVENT,
                    ENDS_EARLY,
                    STALL,
                    BROKEN_JSON,
                    OTHER_JSON,
                    BROKEN_UTF8,
                    ENDLESS_LINE,
                    ERROR_EVENT,
                    COMMENTS -> {
                send(events.subList(0, at), wire);
                trouble(session, wire);
            }
            case CUT_ANYWHERE -> {
                byte[] whole = joined(events);
                wire.body(Arrays.copyOf(whole, session.byteOf(whole.length)));
                wire.cut();
            }
            case DRIP -> {
                send(events.subList(0, at), wire);
                for (byte next : events.get(at)) {
                    wire.body(new byte[] {next});
                    Thread.sleep(session.dripMillis());
                }
            }
            default -> {
                send(events, wire);
                wire.end();
            }
        }
    }

    private void trouble(FarSession session, Wire wire) throws IOException, InterruptedException {
        switch (this) {
            case CUT_BEHIND_EVENT -> wire.cut();
            case ENDS_EARLY -> wire.end();
            case BROKEN_JSON -> wire.body("data: {\"choices\":[{\"delta\":{\"content\":\"x\n\n");
            case OTHER_JSON -> wire.body("data: {\"choices\":\"none\"}\n\n");
            case BROKEN_UTF8 -> wire.body(new byte[] {'d', 'a', 't', 'a', ':', (byte) 0xFF, '\n'});
            case ERROR_EVENT ->
                    wire.body(
                            "data: {\"error\":{\"message\":\"overloaded\",\"code\":\"503\"}}\n\n");
            case ENDLESS_LINE -> {
                for (int i = 0; i < 40; i++) {
                    wire.body("x".repeat(1 << 16));
                }
            }
            case COMMENTS -> {
                while (true) {
                    wire.body(": alive\n\n");
                    Thread.sleep(session.dripMillis());
                }
            }
            default -> {}
        }
        if (this != ENDS_EARLY) {
            wire.awaitHangUp();
        }
    }

    private static void send(List<byte[]> events, Wire wire) throws IOException {
        for (byte[] event : events) {
            wire.body(event);
        }
    }

    private static byte[] joined(List<byte[]> events) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        events.forEach(all::writeBytes);
        return all.toByteArray();
    }

    private List<byte[]> events(FarSession session) {
        List<String> events = new ArrayList<>(List.of(Completion.opening()));
        session.pieces().stream().map(Completion::text).forEach(events::add);
        if (this == DUPLICATES) {
            events = doubled(events);
        }
        if (this != NO_FINISH) {
            events.add(Completion.finish(this == WITHHELD ? "content_filter" : "stop"));
        }
        if (this == TEXT_BEHIND_END) {
            events.add(Completion.text(" and more"));
        }
        if (this != NO_USAGE) {
            events.add(Completion.usage(7, session.pieces().size()));
        }
        if (this != NO_DONE) {
            events.add(Completion.DONE);
        }
        if (this == DOUBLE_DONE) {
            events.add(Completion.DONE);
        }
        return events.stream()
                .map(event -> event.replace("\n", session.lineEnd()))
                .map(FarFault::bytes)
                .toList();
    }

    private static List<String> doubled(List<String> events) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            String named = "id: " + i + "\n" + events.get(i);
            all.add(named);
            if (i % 3 == 1) {
                all.add(named);
            }
        }
        return all;
    }
}
