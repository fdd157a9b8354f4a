package nearside.desktop.chat;

import java.nio.charset.StandardCharsets;

/// What may be put into the composer at once: a longer text would make the window stand still.
record Paste(String text) {
    static final int LIMIT = 32 * 1_024;

    boolean fits(int bytesThere) {
        return text.length() <= LIMIT && bytes(text) + bytesThere <= LIMIT;
    }

    int kib() {
        return (int) Math.ceilDiv((long) text.length(), 1_024L);
    }

    static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
