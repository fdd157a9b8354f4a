package nearside.storage.campaign;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// A file on a disk that may lose its power: what is safe of it, and what was written since it was
/// last forced.
final class DiskFile {
    private static final int SECTOR = 512;

    private final List<Deed> pending = new ArrayList<>();
    private byte[] bytes;
    private int size;

    DiskFile(byte[] bytes) {
        this.bytes = bytes.clone();
        this.size = bytes.length;
    }

    byte[] content() {
        return Arrays.copyOf(bytes, size);
    }

    void add(Deed deed) {
        pending.add(deed);
    }

    void force() {
        pending.forEach(this::whole);
        pending.clear();
    }

    /// Every write since the last force happens whole, in part, in some sectors or not at all.
    void cut(Fate fate, SplittableRandom random) {
        int kept = random.nextInt(pending.size() + 1);
        for (int i = 0; i < pending.size(); i++) {
            Deed deed = pending.get(i);
            switch (fate) {
                case ALL -> whole(deed);
                case NONE -> {}
                case FIRST -> {
                    if (i < kept) {
                        whole(deed);
                    } else if (i == kept) {
                        partly(deed, random);
                    }
                }
                case ANY -> {
                    if (random.nextBoolean()) {
                        whole(deed);
                    } else if (random.nextBoolean()) {
                        empty(deed);
                    }
                }
                case TORN -> torn(deed, random);
            }
        }
    }

    private void whole(Deed deed) {
        switch (deed) {
            case Deed.Write(String _, int at, ByteBuffer text) ->
                    put(at, text, 0, text.remaining());
            case Deed.Resize(String _, int next) -> resize(next);
            default -> throw new IllegalArgumentException(deed.toString());
        }
    }

    /// The file became longer; what should stand there did not come.
    private void empty(Deed deed) {
        if (deed instanceof Deed.Write(String _, int at, ByteBuffer text)) {
            resize(Math.max(size, at + text.remaining()));
        }
    }

    private void partly(Deed deed, SplittableRandom random) {
        if (deed instanceof Deed.Write(String _, int at, ByteBuffer text)) {
            int sectors = (at + text.remaining()) / SECTOR - at / SECTOR + 1;
            int end = (at / SECTOR + random.nextInt(sectors + 1)) * SECTOR;
            put(at, text, 0, Math.clamp(end - at, 0, text.remaining()));
        } else if (random.nextBoolean()) {
            whole(deed);
        }
    }

    private void torn(Deed deed, SplittableRandom random) {
        if (deed instanceof Deed.Write(String _, int at, ByteBuffer text)) {
            for (int from = 0; from < text.remaining(); ) {
                int to = Math.min(text.remaining(), SECTOR - (at + from) % SECTOR + from);
                if (random.nextBoolean()) {
                    put(at, text, from, to);
                }
                from = to;
            }
        } else if (random.nextBoolean()) {
            whole(deed);
        }
    }

    private void put(int at, ByteBuffer text, int from, int to) {
        if (to > from) {
            resize(Math.max(size, at + to));
            text.duplicate().get(text.position() + from, bytes, at + from, to - from);
        }
    }

    private void resize(int next) {
        if (next > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(next, 2 * bytes.length));
        }
        if (next < size) {
            Arrays.fill(bytes, next, size, (byte) 0);
        }
        size = next;
    }
}
