package nearside.storage.past.foreign;

import java.io.IOException;
import java.io.Reader;

/// Characters of a file, counted, so that no single token of it fills the memory.
final class Metered extends Reader {
    private final Reader in;
    private final long most;
    private long left;

    /// A token is too long.
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1;
    }

    Metered(Reader in, long most) {
        this.in = in;
        this.most = most;
        this.left = most;
    }

    /// Another token begins.
    void restart() {
        left = most;
    }

    @Override
    public int read(char[] buffer, int from, int length) throws IOException {
        if (left <= 0) {
            throw new TooLong();
        }
        int read = in.read(buffer, from, length);
        left -= Math.max(read, 0);
        return read;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
