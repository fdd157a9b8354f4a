package nearside.storage.snapshot;

import java.nio.ByteBuffer;

import javax.crypto.SecretKey;

/// Counts the blocks of one segment: each has a nonce of its own, made of a random prefix, its
/// number and whether it is the last one, and is bound to its place.
///
/// Source: Hoang, Reyhanitabar, Rogaway, Vizár, "Online Authenticated-Encryption and its
/// Nonce-Reuse Misuse-Resistance" (STREAM), as Tink's AES-GCM-HKDF streaming lays it out.
final class Nonce {
    static final int PREFIX = 7;

    private final SecretKey key;
    private final byte[] bytes;
    private final byte[] bound;
    private int number = -1;

    /// @param place what the blocks are bound to: a hash of all headers up to this segment's
    Nonce(SecretKey key, byte[] prefix, byte[] place) {
        this.key = key;
        this.bytes = ByteBuffer.allocate(PREFIX + Integer.BYTES + 1).put(prefix).array();
        this.bound = ByteBuffer.allocate(place.length + Integer.BYTES).put(place).array();
    }

    Nonce next(Position position) {
        number++;
        ByteBuffer.wrap(bytes).putInt(PREFIX, number).put(PREFIX + Integer.BYTES, position.mark);
        ByteBuffer.wrap(bound).putInt(bound.length - Integer.BYTES, number);
        return this;
    }

    /// A segment that lost its end is told from a shorter one by this.
    enum Position {
        WITHIN(0),
        LAST(1);

        private final byte mark;

        Position(int mark) {
            this.mark = (byte) mark;
        }
    }

    SecretKey key() {
        return key;
    }

    byte[] bytes() {
        return bytes;
    }

    /// The additional data of the block.
    byte[] bound() {
        return bound;
    }
}
