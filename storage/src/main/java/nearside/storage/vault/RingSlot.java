package nearside.storage.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32C;

/// One slot of a key ring: 128 bytes, so that a torn sector never holds half of one. A live slot is
/// a mark, the conversation's id, its sealed key, zeros and a checksum.
sealed interface RingSlot {
    int BYTES = 128;
    int SEALED = Sealed.OVERHEAD + 32;
    int LONGEST_ID = BYTES - 4 - 1 - SEALED - 4;

    /// "NkL1".
    int MARK = 0x4E6B4C31;

    /// Never written, or not to the end.
    record Empty() implements RingSlot {}

    /// The key that stood here was destroyed.
    record Struck() implements RingSlot {}

    /// Something that this program did not write.
    record Damaged() implements RingSlot {}

    /// A key.
    ///
    /// @param sealed the key, sealed for this id
    record Live(String conversation, Wrapped sealed) implements RingSlot {}

    /// Sealed bytes of a key, equal by content.
    record Wrapped(ByteBuffer buffer) {
        static Wrapped of(byte[] bytes) {
            return new Wrapped(ByteBuffer.wrap(bytes.clone()).asReadOnlyBuffer());
        }

        byte[] bytes() {
            byte[] bytes = new byte[buffer.remaining()];
            buffer.duplicate().get(bytes);
            return bytes;
        }
    }

    /// Reads one slot; a file that ends within it counts as zeros.
    static RingSlot read(byte[] bytes) {
        if (all(bytes, (byte) 0)) {
            return new Empty();
        }
        if (all(bytes, (byte) 0xff)) {
            return new Struck();
        }
        ByteBuffer slot = ByteBuffer.wrap(bytes);
        int length = bytes[4] & 0xff;
        if (slot.getInt() != MARK
                || length > LONGEST_ID
                || slot.getInt(BYTES - 4) != checksum(bytes)) {
            return new Damaged();
        }
        int key = 5 + length;
        return new Live(
                new String(bytes, 5, length, UTF_8),
                Wrapped.of(Arrays.copyOfRange(bytes, key, key + SEALED)));
    }

    /// The 128 bytes of this slot; a damaged one cannot be written.
    default byte[] bytes() {
        byte[] bytes = new byte[BYTES];
        switch (this) {
            case Empty() -> {}
            case Struck() -> Arrays.fill(bytes, (byte) 0xff);
            case Damaged() -> throw new IllegalStateException("a damaged slot is not written");
            case Live(String conversation, Wrapped sealed) -> {
                byte[] id = conversation.getBytes(UTF_8);
                if (id.length > LONGEST_ID) {
                    throw new IllegalArgumentException(
                            "an id of at most " + LONGEST_ID + " bytes expected: " + conversation);
                }
                ByteBuffer.wrap(bytes)
                        .putInt(MARK)
                        .put((byte) id.length)
                        .put(id)
                        .put(sealed.bytes());
                ByteBuffer.wrap(bytes).putInt(BYTES - 4, checksum(bytes));
            }
        }
        return bytes;
    }

    private static boolean all(byte[] bytes, byte value) {
        for (byte each : bytes) {
            if (each != value) {
                return false;
            }
        }
        return true;
    }

    private static int checksum(byte[] bytes) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, 0, BYTES - 4);
        return (int) sum.getValue();
    }
}
