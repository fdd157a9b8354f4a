package nearside.storage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/// The bytes of an attachment as they are read from the store, block by block.
final class BlockStream extends InputStream {
    private final Store store;
    private final Blocks blocks;
    private InputStream block = InputStream.nullInputStream();
    private int next;

    BlockStream(Store store, Blocks blocks) {
        this.store = store;
        this.blocks = blocks;
    }

    @Override
    public int read() throws IOException {
        int read = block.read();
        while (read < 0 && more()) {
            read = block.read();
        }
        return read;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
        int read = block.read(to, from, length);
        while (read < 0 && more()) {
            read = block.read(to, from, length);
        }
        return read;
    }

    private boolean more() throws IOException {
        if (next == blocks.count()) {
            return false;
        }
        int number = next++;
        byte[] bytes =
                store.read(session -> blocks.read(session, number))
                        .orElseThrow(() -> new IOException("The attachment is gone"));
        block = new ByteArrayInputStream(bytes);
        return true;
    }
}
