package nearside.storage;

import nearside.storage.snapshot.Growth;
import nearside.storage.snapshot.Growth.Content;
import nearside.storage.snapshot.Keys;
import nearside.storage.snapshot.Names;
import nearside.storage.snapshot.SnapshotFile;
import nearside.storage.snapshot.SnapshotFolder;
import nearside.storage.snapshot.WarmUp;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

import javax.crypto.AEADBadTagException;

/// What models have read of conversations, in the `cache` folder of a profile, each sealed with its
/// own key: a conversation whose key is gone has nothing here, and nothing is kept of it. Losing
/// any of it costs time, nothing else, so what is damaged, foreign or cannot be written is deleted
/// without a word. One thread finds and keeps; any may forget.
public final class KvSnapshots {
    /// What all files may take together, if no bound is given.
    static final long MOST_BYTES = 4L << 30;

    private final SnapshotKeys keys;
    private final Names names;
    private final SnapshotFolder folder;
    private boolean looked;

    /// What a snapshot is of.
    ///
    /// @param place where the model lies
    /// @param kind all that keys and values depend on
    public record Model(String place, String kind) {}

    /// A conversation: its id, its lines as bytes, and how many of them stood in each prompt that
    /// was asked.
    public record Asked(String conversation, List<byte[]> lines, List<Integer> prompts) {
        public Asked {
            lines = List.copyOf(lines);
            prompts = List.copyOf(prompts);
        }
    }

    KvSnapshots(Path profile, SnapshotKeys keys, long mostBytes) {
        this.keys = keys;
        this.names = new Names(keys.names());
        this.folder =
                new SnapshotFolder(profile.resolve("cache").resolve("kv-snapshots"), mostBytes);
    }

    /// Those of a profile that nobody else has open. Nothing is looked at yet.
    public static KvSnapshots in(Path profile, SnapshotKeys keys) {
        return new KvSnapshots(profile, keys, MOST_BYTES);
    }

    /// Looks what is there, and makes ready to open it fast: good to do while a model loads.
    public synchronized void prepare() {
        if (!files().isEmpty()) {
            WarmUp.begin();
        }
    }

    private List<SnapshotFile> files() {
        if (!looked) {
            looked = true;
            Set<String> known =
                    keys.conversations().stream()
                            .map(names::ofConversation)
                            .collect(Collectors.toSet());
            folder.look(names, known);
        }
        return folder.files();
    }

    /// Deletes what is kept of a model in this place that was another then: other weights, another
    /// template, runtime or precision.
    public synchronized void dropOthers(Model model) {
        String place = names.ofPlace(model.place());
        String kind = names.ofKind(model.kind());
        files().stream().filter(file -> file.isAt(place) && !file.isOf(kind)).forEach(folder::drop);
    }

    /// Deletes what is kept of conversations whose keys were destroyed; what is being written of
    /// them ends with its next piece.
    synchronized void forget(Collection<String> conversations) {
        Set<String> gone =
                conversations.stream().map(names::ofConversation).collect(Collectors.toSet());
        files().stream().filter(file -> file.isInAny(gone)).forEach(folder::drop);
    }

    /// What is kept of the longest beginning of these lines that was asked in that conversation;
    /// the most recently used where there are several.
    public synchronized Optional<SealedSnapshot> find(
            Model model, String conversation, List<byte[]> lines) {
        return keysOf(conversation)
                .flatMap(
                        sealing -> found(names.ofKind(model.kind()), conversation, sealing, lines));
    }

    private Optional<Keys> keysOf(String conversation) {
        return keys.of(conversation).map(Keys::new);
    }

    private Optional<SealedSnapshot> found(
            String kind, String conversation, Keys sealing, List<byte[]> lines) {
        String name = names.ofConversation(conversation);
        List<SnapshotFile> candidates =
                files().reversed().stream()
                        .filter(file -> file.isOf(kind) && file.isIn(name))
                        .toList();
        for (String mark : new Names(sealing).ofBeginnings(kind, lines).reversed()) {
            for (SnapshotFile file : candidates) {
                OptionalInt segments = file.upTo(mark);
                if (segments.isPresent()) {
                    return opened(file, sealing, segments.getAsInt());
                }
            }
        }
        return Optional.empty();
    }

    private Optional<SealedSnapshot> opened(SnapshotFile file, Keys sealing, int segments) {
        try {
            SealedSnapshot snapshot =
                    new SealedSnapshot(this, file, sealing, file.labels(segments, sealing));
            folder.use(file);
            return Optional.of(snapshot);
        } catch (IOException | AEADBadTagException damaged) {
            folder.drop(file);
            return Optional.empty();
        }
    }

    /// Begins to keep a conversation in a file of its own.
    ///
    /// @param label says what the data are
    /// @return empty when it has no key, there is no room for it, or the disk refuses
    public synchronized Optional<SnapshotWriter> keep(
            Model model, Asked asked, byte[] label, long dataBytes) {
        Growth.Naming naming =
                new Growth.Naming(
                        names,
                        names.ofKind(model.kind()),
                        names.ofPlace(model.place()),
                        names.ofConversation(asked.conversation()));
        return keysOf(asked.conversation())
                .flatMap(sealing -> fresh(naming, sealing, asked, label, dataBytes));
    }

    private Optional<SnapshotWriter> fresh(
            Growth.Naming naming, Keys sealing, Asked asked, byte[] label, long dataBytes) {
        Content content = content(naming.kind(), sealing, asked, dataBytes);
        return folder.makeRoom(Growth.bytes(content, label.length), Optional.empty())
                ? begun(asked, () -> Growth.fresh(folder.fresh(), naming, sealing, content, label))
                : Optional.empty();
    }

    /// Begins to add what is new of a conversation.
    synchronized Optional<SnapshotWriter> grow(
            SnapshotFile file, Asked asked, byte[] label, long dataBytes) {
        if (!file.isIn(names.ofConversation(asked.conversation()))) {
            throw new IllegalArgumentException("a snapshot of another conversation");
        }
        return keysOf(asked.conversation())
                .flatMap(sealing -> grown(file, sealing, asked, label, dataBytes));
    }

    private Optional<SnapshotWriter> grown(
            SnapshotFile file, Keys sealing, Asked asked, byte[] label, long dataBytes) {
        Content content = content(file.kind(), sealing, asked, dataBytes);
        return folder.makeRoom(Growth.bytes(content, label.length), Optional.of(file))
                ? begun(asked, () -> Growth.of(file, sealing, content, label))
                : Optional.empty();
    }

    private static Content content(String kindName, Keys sealing, Asked asked, long dataBytes) {
        List<String> beginnings = new Names(sealing).ofBeginnings(kindName, asked.lines());
        List<String> marks =
                asked.prompts().stream().map(lines -> beginnings.get(lines - 1)).toList();
        return new Content(marks, dataBytes);
    }

    private Optional<SnapshotWriter> begun(Asked asked, Beginning beginning) {
        try {
            return Optional.of(new SnapshotWriter(this, asked.conversation(), beginning.begin()));
        } catch (IOException full) {
            return Optional.empty();
        }
    }

    private interface Beginning {
        Growth begin() throws IOException;
    }

    /// Whether anything may be kept of it.
    boolean mayKeep(String conversation) {
        return keys.of(conversation).isPresent();
    }

    /// Makes what was written part of its file, unless the conversation's key was destroyed by now.
    synchronized void finish(String conversation, Growth growth) throws IOException {
        if (mayKeep(conversation)) {
            folder.use(growth.finish());
        } else {
            growth.close();
        }
    }

    /// What all files take.
    public synchronized long bytes() {
        files();
        return folder.bytes();
    }

    synchronized void drop(SnapshotFile file) {
        folder.drop(file);
    }
}
