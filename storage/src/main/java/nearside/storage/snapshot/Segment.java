package nearside.storage.snapshot;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// One segment of a snapshot file: what was added at one time.
final class Segment {
    private final SegmentHead head;
    private final long offset;
    private final byte[] place;

    private Segment(SegmentHead head, long offset, byte[] place) {
        this.head = head;
        this.offset = offset;
        this.place = place;
    }

    static Segment first(FileHead file, SegmentHead head) {
        return new Segment(head, FileHead.BYTES, hash(file.bytes(), head.bytes()));
    }

    /// The one that stands after this.
    Segment next(SegmentHead following) {
        byte[] chained = hash(ByteBuffer.wrap(place), following.bytes());
        return new Segment(following, end(), chained);
    }

    private static byte[] hash(ByteBuffer before, ByteBuffer head) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(before);
            sha256.update(head);
            return sha256.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    SegmentHead head() {
        return head;
    }

    long offset() {
        return offset;
    }

    /// Where its blocks begin.
    long blocks() {
        return offset + head.headBytes();
    }

    long end() {
        return offset + head.bytesInFile();
    }

    /// Counts its blocks, each bound to all headers up to this segment's.
    Nonce nonce(Keys keys) {
        return head.nonce(keys, place);
    }
}
