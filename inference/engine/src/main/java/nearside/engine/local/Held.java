package nearside.engine.local;

/// What a worker holds of conversations that it has read.
///
/// @param bytes of all
/// @param newestBytes of the one that was asked last
public record Held(long bytes, long newestBytes) {
    public static final Held NOTHING = new Held(0, 0);

    public Held {
        if (newestBytes < 0 || bytes < newestBytes) {
            throw new IllegalArgumentException(newestBytes + " of " + bytes + " bytes held");
        }
    }

    /// What of it is let go.
    public enum Part {
        ALL,
        ALL_BUT_NEWEST
    }

    /// Bytes of that part.
    public long of(Part part) {
        return switch (part) {
            case ALL -> bytes;
            case ALL_BUT_NEWEST -> bytes - newestBytes;
        };
    }
}
