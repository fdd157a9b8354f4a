package nearside.storage.snapshot;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;

import javax.crypto.AEADBadTagException;

/// One file of sealed segments: a conversation that grew.
public final class SnapshotFile {
    private final Path path;
    private final FileHead head;
    private final List<Segment> segments = new ArrayList<>();

    private SnapshotFile(Path path, FileHead head) {
        this.path = path;
        this.head = head;
    }

    /// A file that is not there yet.
    static SnapshotFile fresh(Path path, FileHead head) {
        return new SnapshotFile(path, head);
    }

    /// A file as it lies there, without what a crash left behind its last whole segment. Empty when
    /// it is damaged, another key's or no such file.
    public static Optional<SnapshotFile> at(Path path, Names names) throws IOException {
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try (FileChannel channel =
                FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            Optional<FileHead> head = FileHead.read(channel, names);
            if (head.isEmpty()) {
                return Optional.empty();
            }
            SnapshotFile file = new SnapshotFile(path, head.get());
            file.scan(channel);
            channel.truncate(file.bytes());
            return file.segments.isEmpty() ? Optional.empty() : Optional.of(file);
        }
    }

    private void scan(FileChannel channel) throws IOException {
        Optional<Segment> found = segmentAt(channel);
        while (found.isPresent()) {
            segments.add(found.get());
            found = segmentAt(channel);
        }
    }

    private Optional<Segment> segmentAt(FileChannel channel) throws IOException {
        return SegmentHead.read(channel, bytes())
                .map(this::following)
                .filter(segment -> segment.end() <= size(channel));
    }

    private static long size(FileChannel channel) {
        try {
            return channel.size();
        } catch (IOException unreadable) {
            return 0;
        }
    }

    /// A segment at the end of the file, which is not part of it yet.
    Segment following(SegmentHead next) {
        return segments.isEmpty() ? Segment.first(head, next) : segments.getLast().next(next);
    }

    void add(Segment segment) {
        segments.add(segment);
    }

    public Path path() {
        return path;
    }

    FileHead head() {
        return head;
    }

    public String kind() {
        return head.kind();
    }

    public boolean isOf(String kindName) {
        return head.kind().equals(kindName);
    }

    public boolean isAt(String placeName) {
        return head.place().equals(placeName);
    }

    public boolean isIn(String conversationName) {
        return head.conversation().equals(conversationName);
    }

    /// Whether it is of one of these.
    public boolean isInAny(Set<String> conversationNames) {
        return conversationNames.contains(head.conversation());
    }

    public int segments() {
        return segments.size();
    }

    public long bytes() {
        return segments.isEmpty() ? FileHead.BYTES : segments.getLast().end();
    }

    /// How many segments lead to the newest one with that mark.
    public OptionalInt upTo(String mark) {
        for (int i = segments.size(); i > 0; i--) {
            if (segments.get(i - 1).head().marks().contains(mark)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /// The labels of the first segments.
    public List<byte[]> labels(int count, Keys keys) throws IOException, AEADBadTagException {
        return labels(count, keys, new Gcm());
    }

    List<byte[]> labels(int count, Keys keys, Gcm gcm) throws IOException, AEADBadTagException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            Opening opening = new Opening(channel, keys, gcm);
            List<byte[]> labels = new ArrayList<>();
            for (Segment segment : segments.subList(0, count)) {
                labels.add(opening.label(segment));
            }
            return labels;
        }
    }

    /// Hands out the data of the first segments, one after the other.
    ///
    /// @param taker whether it wants more; the bytes are valid until it returns
    /// @return whether it took all
    public boolean read(int count, Keys keys, Predicate<ByteBuffer> taker)
            throws IOException, AEADBadTagException {
        return read(count, keys, new Gcm(), taker);
    }

    boolean read(int count, Keys keys, Gcm gcm, Predicate<ByteBuffer> taker)
            throws IOException, AEADBadTagException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            Opening opening = new Opening(channel, keys, gcm);
            for (Segment segment : segments.subList(0, count)) {
                if (!opening.data(segment, taker)) {
                    return false;
                }
            }
            return true;
        }
    }

    public void delete() throws IOException {
        Files.deleteIfExists(path);
    }
}
