package nearside.storage.snapshot;

/// How bytes are cut into blocks: larger ones are many times slower to open until the JVM has
/// compiled the cipher (0.9 s for 450 MiB in blocks of 64 KiB, 6.4 s in blocks of 1 MiB).
final class Blocks {
    /// The most bytes of a block before it is sealed.
    static final int PLAIN = 64 << 10;

    static final int SEALED = PLAIN + Gcm.TAG;

    private Blocks() {}

    /// What so many bytes take in a file.
    static long sealedBytes(long plain) {
        return plain + (plain + PLAIN - 1) / PLAIN * Gcm.TAG;
    }
}
