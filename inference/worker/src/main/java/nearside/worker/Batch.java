package nearside.worker;

import nearside.engine.TokenIds;

import java.util.stream.IntStream;

/// Text that waits to be sent. Each frame wakes threads of the program, which take processor time
/// from the model: a fast model sends what it wrote in a fortieth of a second at once, a slow one
/// sends what each run wrote.
final class Batch {
    private static final long NANOS = 25_000_000;

    private final StringBuilder text = new StringBuilder();
    private IntStream.Builder ids = IntStream.builder();
    private boolean empty = true;
    private long looked;
    private long sent;

    Batch() {
        this(System.nanoTime() - NANOS);
    }

    /// @param now a moment from which on the first text is sent at once
    Batch(long now) {
        looked = now;
        sent = now;
    }

    void add(String piece, int id) {
        text.append(piece);
        ids.add(id);
        empty = false;
    }

    /// Text without a token of its own.
    void add(String rest) {
        text.append(rest);
        empty = empty && rest.isEmpty();
    }

    boolean isEmpty() {
        return empty;
    }

    /// Whether it should be sent before the model computes again. To be asked before each run.
    boolean isDue(long now) {
        boolean slow = now - looked >= NANOS;
        looked = now;
        boolean due = slow || now - sent >= NANOS;
        sent = due ? now : sent;
        return due;
    }

    String text() {
        return text.toString();
    }

    TokenIds ids() {
        return TokenIds.of(ids.build().toArray());
    }

    void clear() {
        text.setLength(0);
        ids = IntStream.builder();
        empty = true;
    }
}
