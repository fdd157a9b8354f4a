package nearside.storage.past;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/// The bytes of a file, which are opened when they are wanted. Equal when they are the same.
public final class PastBytes {
    private final long size;
    private final Opening opening;

    /// Opens them from the start.
    @FunctionalInterface
    public interface Opening {
        InputStream open() throws IOException;
    }

    /// Bytes that lie somewhere.
    ///
    /// @param size how many come
    public PastBytes(long size, Opening opening) {
        this.size = size;
        this.opening = opening;
    }

    /// Bytes that are in memory, one piece behind the other. They are not copied.
    public static PastBytes of(List<byte[]> pieces) {
        List<byte[]> all = List.copyOf(pieces);
        return new PastBytes(
                all.stream().mapToLong(piece -> piece.length).sum(),
                () ->
                        new SequenceInputStream(
                                Collections.enumeration(
                                        all.stream().map(ByteArrayInputStream::new).toList())));
    }

    public long size() {
        return size;
    }

    /// All of them, in memory.
    public byte[] all() {
        try (InputStream in = open()) {
            return in.readAllBytes();
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    public InputStream open() throws IOException {
        return opening.open();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PastBytes bytes && bytes.size == size && same(bytes);
    }

    private boolean same(PastBytes other) {
        try (InputStream mine = open();
                InputStream theirs = other.open()) {
            byte[] piece = next(mine);
            while (piece.length > 0 && Arrays.equals(piece, next(theirs))) {
                piece = next(mine);
            }
            return piece.length == 0 && theirs.read() < 0;
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    private static byte[] next(InputStream in) throws IOException {
        return in.readNBytes(1 << 16);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(size);
    }

    @Override
    public String toString() {
        return size + " bytes";
    }
}
