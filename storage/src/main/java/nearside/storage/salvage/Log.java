package nearside.storage.salvage;

import nearside.storage.salvage.Frame.Commit;
import nearside.storage.salvage.Frame.Trust;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A write-ahead log, read behind its damages, too. SQLite ends at the first frame that does not go
/// on from the one before, and so forgets every commit behind it; but each frame holds the running
/// checksum, so that the frames behind a broken one can be told from garbage.
final class Log {
    private static final int FRAME_HEAD = 24;
    private static final int SALTS_AT = 8;
    private static final int SUM_AT = 16;

    /// How many frames tell the salts where the head of the log does not.
    private static final int ASKED_FOR_SALTS = 64;

    private final RawFile file;
    private final LogHead head;
    private final List<Frame> frames;

    private Log(RawFile file, LogHead head) {
        this.file = file;
        this.head = head;
        this.frames = frames(file, head);
    }

    /// Empty when there is no log, or nothing in it that a log would hold.
    ///
    /// @param pageBytes of the pages, for a log whose head is damaged
    static Optional<Log> of(RawFile file, int pageBytes) {
        Optional<LogHead> head = LogHead.of(file.read(0, LogHead.BYTES));
        return head.or(() -> guessed(file, pageBytes))
                .map(found -> new Log(file, found))
                .filter(log -> !log.frames.isEmpty());
    }

    int pageBytes() {
        return head.pageBytes();
    }

    /// Whether its head can be read; SQLite reads nothing of a log without.
    boolean hasHead() {
        return head.sum().isPresent();
    }

    /// All frames of this run up to the last that ends a transaction, oldest first.
    List<Frame> committed() {
        int end = frames.size();
        while (end > 0 && !frames.get(end - 1).isCommit()) {
            end--;
        }
        return List.copyOf(frames.subList(0, end));
    }

    /// The page in a frame.
    byte[] page(Frame frame) {
        return file.page(offset(head, frame.index()) + FRAME_HEAD, head.pageBytes());
    }

    /// A log begins anew with other salts, and what stands behind is of earlier runs.
    private static Optional<LogHead> guessed(RawFile file, int pageBytes) {
        LogHead none =
                new LogHead(pageBytes, java.nio.ByteOrder.LITTLE_ENDIAN, 0, Optional.empty());
        Map<Long, Integer> seen = new HashMap<>();
        for (int i = 0; i < ASKED_FOR_SALTS; i++) {
            ByteBuffer frame = file.read(offset(none, i), FRAME_HEAD);
            if (frame.limit() < FRAME_HEAD) {
                break;
            }
            long salts = frame.getLong(SALTS_AT);
            if (salts != 0 && seen.merge(salts, 1, Integer::sum) > 1) {
                return Optional.of(new LogHead(pageBytes, none.order(), salts, Optional.empty()))
                        .filter(found -> goesOn(file, found));
            }
        }
        return Optional.empty();
    }

    private static boolean goesOn(RawFile file, LogHead guess) {
        return frames(file, guess).stream().anyMatch(frame -> frame.trust() == Trust.SOUND);
    }

    private static List<Frame> frames(RawFile file, LogHead head) {
        List<Frame> frames = new ArrayList<>();
        long count = (file.bytes() - LogHead.BYTES) / (FRAME_HEAD + head.pageBytes());
        Chain chain = new Chain(head.sum());
        for (int index = 0; index < count; index++) {
            ByteBuffer frame = file.read(offset(head, index), FRAME_HEAD + head.pageBytes());
            if (frame.limit() == FRAME_HEAD + head.pageBytes()
                    && frame.getLong(SALTS_AT) == head.salts()) {
                Trust trust = chain.next(frame, head);
                Commit commit = frame.getInt(4) == 0 ? Commit.NO : Commit.YES;
                frames.add(new Frame(index, frame.getInt(0) & 0xffffffffL, commit, trust));
            } else {
                chain.interrupt();
            }
        }
        return frames;
    }

    private static long offset(LogHead head, long index) {
        return LogHead.BYTES + index * (FRAME_HEAD + head.pageBytes());
    }

    /// Follows the running checksum. Behind a broken frame it goes on from what that frame says, or
    /// from what it should say: one of them is right when only a part of it was damaged.
    private static final class Chain {
        private List<Checksum> before;
        private boolean sound;

        Chain(Optional<Checksum> start) {
            before = start.stream().toList();
            sound = start.isPresent();
        }

        void interrupt() {
            before = List.of();
            sound = false;
        }

        Trust next(ByteBuffer frame, LogHead head) {
            Checksum said = new Checksum(frame.getInt(SUM_AT), frame.getInt(SUM_AT + 4));
            byte[] bytes = RawFile.bytes(frame);
            List<Checksum> computed = before.stream().map(it -> over(it, bytes, head)).toList();
            Trust trust = Trust.UNKNOWN;
            if (computed.contains(said)) {
                trust = Trust.SOUND;
            } else if (sound) {
                trust = Trust.BROKEN;
            }
            before = trust == Trust.BROKEN ? List.of(said, computed.getFirst()) : List.of(said);
            sound = trust == Trust.SOUND;
            return trust;
        }

        private static Checksum over(Checksum before, byte[] frame, LogHead head) {
            return before.over(frame, 0, SALTS_AT, head.order())
                    .over(frame, FRAME_HEAD, head.pageBytes(), head.order());
        }
    }
}
