package nearside.copilot.outside;

import java.util.Objects;

/// One entry of a zip archive as its central directory describes it.
///
/// @param flags general purpose bits
/// @param external attributes of the system where it was packed: a Unix mode in the upper half, DOS
///   attributes in the lower
record ZipRecord(String name, int flags, int method, int external) {
    private static final int ENCRYPTED = 1 | 1 << 6 | 1 << 13;
    private static final int AES = 99;
    private static final int REPARSE_POINT = 0x400;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    ZipRecord {
        Objects.requireNonNull(name);
    }

    boolean isFolder() {
        return name.endsWith("/");
    }

    boolean isEncrypted() {
        return (flags & ENCRYPTED) != 0 || method == AES;
    }

    boolean isReadable() {
        return method == STORED || method == DEFLATED;
    }

    /// What says nothing about its kind is a file.
    boolean isPlain() {
        boolean dos = (external & REPARSE_POINT) == 0;
        return dos
                && switch (external >>> 28) {
                    case 0 -> true;
                    case 0x8 -> !isFolder();
                    case 0x4 -> isFolder();
                    default -> false;
                };
    }
}
