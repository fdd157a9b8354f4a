package nearside.storage.vault;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.crypto.AEADBadTagException;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// The key of each conversation, sealed under the root key, in two equal files that are never
/// copied into a backup. A key that was struck out is gone from both: all that was ever sealed with
/// it, wherever copies of it lie, is noise from then on.
///
/// Slots are changed in place and never used again. A key is written to the first file before the
/// second, and a strike, too; so when they differ after a crash, the first file is right, but for a
/// slot of it that is damaged. May be used by several threads.
public final class KeyRing implements AutoCloseable {
    private final SecretKey wrapping;
    private final List<RingFile> files;
    private final Map<String, Slot> slots = new HashMap<>();
    private int end;

    private record Slot(int index, SecretKey key) {}

    private KeyRing(RootKey root, List<RingFile> files) {
        this.wrapping = root.derived("nearside key ring", "AES");
        this.files = files;
    }

    /// Opens both files and makes them equal again where they are not. A missing one is made from
    /// the other.
    public static KeyRing open(RootKey root, Path first, Path second) throws IOException {
        RingFile one = RingFile.open(first);
        try {
            KeyRing ring = new KeyRing(root, List.of(one, RingFile.open(second)));
            ring.load();
            return ring;
        } catch (IOException | RuntimeException failed) {
            one.close();
            throw failed;
        }
    }

    /// The key of a conversation; empty when it was struck out, or never made.
    public synchronized Optional<SecretKey> find(String conversation) {
        return Optional.ofNullable(slots.get(conversation)).map(Slot::key);
    }

    /// All that have a key.
    public synchronized List<String> conversations() {
        return List.copyOf(slots.keySet());
    }

    /// Makes keys for conversations that have none. They are on the disk, in both files, when this
    /// returns.
    public synchronized void make(Collection<String> conversations) throws IOException {
        Map<String, Slot> made = new HashMap<>();
        for (String conversation : conversations) {
            if (!slots.containsKey(conversation) && !made.containsKey(conversation)) {
                made.put(conversation, new Slot(end + made.size(), random()));
            }
        }
        for (RingFile file : files) {
            for (Map.Entry<String, Slot> each : made.entrySet()) {
                file.put(each.getValue().index(), live(each.getKey(), each.getValue().key()));
            }
            if (!made.isEmpty()) {
                file.force();
            }
        }
        slots.putAll(made);
        end += made.size();
    }

    /// Destroys keys. Harmless when repeated.
    public synchronized void strike(Collection<String> conversations) throws IOException {
        for (RingFile file : files) {
            for (String conversation : conversations) {
                Slot slot = slots.get(conversation);
                if (slot != null) {
                    file.put(slot.index(), new RingSlot.Struck());
                }
            }
            file.force();
        }
        conversations.forEach(slots::remove);
    }

    /// No key is found any more.
    @Override
    public synchronized void close() throws IOException {
        slots.clear();
        for (RingFile file : files) {
            file.close();
        }
    }

    private void load() throws IOException {
        List<RingSlot> first = files.getFirst().slots();
        List<RingSlot> second = files.getLast().slots();
        end = Math.max(first.size(), second.size());
        List<RingSlot> right = new ArrayList<>();
        for (int i = 0; i < end; i++) {
            right.add(right(at(first, i), at(second, i)));
        }
        repair(files.getFirst(), first, right);
        repair(files.getLast(), second, right);
        for (int i = 0; i < end; i++) {
            if (right.get(i) instanceof RingSlot.Live(String conversation, var sealed)) {
                int index = i;
                opened(conversation, sealed)
                        .ifPresent(key -> slots.put(conversation, new Slot(index, key)));
            }
        }
    }

    private static RingSlot at(List<RingSlot> slots, int index) {
        return index < slots.size() ? slots.get(index) : new RingSlot.Empty();
    }

    /// A slot that is struck out in either file is so in both; else a live one counts.
    private static RingSlot right(RingSlot first, RingSlot second) {
        if (first instanceof RingSlot.Struck || second instanceof RingSlot.Struck) {
            return new RingSlot.Struck();
        }
        return first instanceof RingSlot.Live ? first : second;
    }

    private static void repair(RingFile file, List<RingSlot> found, List<RingSlot> right)
            throws IOException {
        boolean changed = false;
        for (int i = 0; i < right.size(); i++) {
            boolean known = !(right.get(i) instanceof RingSlot.Damaged);
            if (known && !right.get(i).equals(at(found, i))) {
                file.put(i, right.get(i));
                changed = true;
            }
        }
        if (changed) {
            file.force();
        }
    }

    private RingSlot live(String conversation, SecretKey key) {
        return new RingSlot.Live(
                conversation,
                RingSlot.Wrapped.of(
                        Sealed.of(wrapping, "ring\0" + conversation, key.getEncoded())));
    }

    /// Empty for a key of another root key, which nobody here can use.
    private Optional<SecretKey> opened(String conversation, RingSlot.Wrapped sealed) {
        try {
            byte[] key = Sealed.open(wrapping, "ring\0" + conversation, sealed.bytes());
            return Optional.of(new SecretKeySpec(key, "AES"));
        } catch (AEADBadTagException foreign) {
            return Optional.empty();
        }
    }

    private static SecretKey random() {
        return new SecretKeySpec(RootKey.random().bytes(), "AES");
    }
}
