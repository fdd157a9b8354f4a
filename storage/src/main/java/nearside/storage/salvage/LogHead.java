package nearside.storage.salvage;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/// What the first 32 bytes of a write-ahead log say (SQLite file format, section 4.1).
///
/// @param order of the numbers that checksums are made of
/// @param salts stand in every frame that belongs to this run of the log
/// @param sum what the checksum of the first frame goes on from; empty when the head is damaged
record LogHead(int pageBytes, ByteOrder order, long salts, Optional<Checksum> sum) {
    static final int BYTES = 32;
    static final int MAGIC_LITTLE = 0x377f0682;
    static final int MAGIC_BIG = 0x377f0683;

    private static final int SALTS_AT = 16;
    private static final int SUM_AT = 24;

    /// Empty when it is no head, or a damaged one.
    static Optional<LogHead> of(ByteBuffer head) {
        if (head.limit() < BYTES) {
            return Optional.empty();
        }
        int magic = head.getInt(0);
        ByteOrder order = magic == MAGIC_BIG ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        Checksum sum = Checksum.START.over(RawFile.bytes(head), 0, SUM_AT, order);
        boolean sound =
                (magic == MAGIC_LITTLE || magic == MAGIC_BIG)
                        && sum.first() == head.getInt(SUM_AT)
                        && sum.second() == head.getInt(SUM_AT + 4)
                        && PageSize.isPossible(head.getInt(8));
        return sound
                ? Optional.of(
                        new LogHead(
                                head.getInt(8), order, head.getLong(SALTS_AT), Optional.of(sum)))
                : Optional.empty();
    }
}
