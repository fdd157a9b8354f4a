package nearside.storage.snapshot;

import nearside.storage.folder.OwnerOnly;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// A segment while it is being added, to a new file or to one that is there. Nothing is forced to
/// the disk: what a power cut damages is found by its tags and read again.
public final class Growth implements AutoCloseable {
    /// How a file is called until its first segment is whole.
    public static final String UNFINISHED = ".new";

    private final SnapshotFile file;
    private final Segment segment;
    private final Path path;
    private final FileChannel channel;
    private final Sealing sealing;
    private boolean finished;

    /// What a segment is written for.
    ///
    /// @param marks names of the beginnings of the conversation that were asked
    /// @param dataBytes that will be written
    public record Content(List<String> marks, long dataBytes) {
        public Content {
            marks = List.copyOf(marks);
        }
    }

    private Growth(SnapshotFile file, Path path, Keys keys, Content content, byte[] label)
            throws IOException {
        this.file = file;
        this.path = path;
        this.segment =
                file.following(SegmentHead.of(content.marks(), label.length, content.dataBytes()));
        this.channel = FileChannel.open(path, StandardOpenOption.WRITE);
        this.sealing = begin(keys, label);
    }

    private Sealing begin(Keys keys, byte[] label) throws IOException {
        try {
            if (isFresh()) {
                Bytes.write(channel, 0, file.head().bytes());
            }
            return Sealing.begin(channel, segment, keys, label);
        } catch (IOException full) {
            close();
            throw full;
        }
    }

    private boolean isFresh() {
        return file.segments() == 0;
    }

    /// Begins a new file.
    public static Growth fresh(Path path, Naming naming, Keys keys, Content content, byte[] label)
            throws IOException {
        FileHead head =
                FileHead.of(naming.names(), naming.kind(), naming.place(), naming.conversation());
        Path unfinished = path.resolveSibling(path.getFileName() + UNFINISHED);
        OwnerOnly.file(unfinished);
        return new Growth(SnapshotFile.fresh(path, head), unfinished, keys, content, label);
    }

    /// What a new file is named for.
    ///
    /// @param names makes names of the profile
    public record Naming(Names names, String kind, String place, String conversation) {}

    /// Adds to a file.
    public static Growth of(SnapshotFile file, Keys keys, Content content, byte[] label)
            throws IOException {
        return new Growth(file, file.path(), keys, content, label);
    }

    /// What it will take in the file.
    public static long bytes(Content content, int labelBytes) {
        return SegmentHead.of(content.marks(), labelBytes, content.dataBytes()).bytesInFile();
    }

    public void write(ByteBuffer data) throws IOException {
        sealing.write(data);
    }

    /// Makes the segment part of its file.
    public SnapshotFile finish() throws IOException {
        if (!sealing.isComplete()) {
            throw new IllegalStateException("less data than announced");
        }
        channel.close();
        if (isFresh()) {
            Files.move(path, file.path(), StandardCopyOption.ATOMIC_MOVE);
        }
        file.add(segment);
        finished = true;
        return file;
    }

    /// Takes back what was written, unless it is finished.
    @Override
    public void close() throws IOException {
        if (finished) {
            return;
        }
        finished = true;
        if (isFresh()) {
            channel.close();
            Files.deleteIfExists(path);
        } else if (channel.isOpen()) {
            channel.truncate(file.bytes());
            channel.close();
        }
    }
}
