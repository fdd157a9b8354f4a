package nearside.storage.vault;

import nearside.storage.folder.Forced;
import nearside.storage.folder.OwnerOnly;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;

/// The files of a vault in a profile: its record, twice, and the key where that is kept in a file.
/// No older version of the record stays: what opened by an old passphrase must not open again.
record VaultFiles(Path profile) {
    private static final String RECORD = "vault.json";
    private static final String KEY = "key";
    private static final String CHANGING = "vault.changing";

    /// The folder of the second copies.
    private static final String SECOND = "backups";

    private static final int LONGEST = 1 << 16;

    Path ring() {
        return profile.resolve("keys");
    }

    boolean hasRing() throws IOException {
        return Files.exists(ring()) && Files.size(ring()) > 0;
    }

    Path secondRing() throws IOException {
        OwnerOnly.folder(profile.resolve(SECOND), RECORD);
        return profile.resolve(SECOND).resolve("keys");
    }

    /// The record as the first file that can be read has it.
    Optional<VaultRecord> record() throws IOException {
        Optional<VaultRecord> found = record(first());
        return found.isPresent() ? found : record(second());
    }

    void write(VaultRecord record) throws IOException {
        writeFirst(record);
        writeSecond(record);
    }

    void writeFirst(VaultRecord record) throws IOException {
        Forced.replace(first(), VaultJson.text(record));
    }

    void writeSecond(VaultRecord record) throws IOException {
        OwnerOnly.folder(profile.resolve(SECOND), RECORD);
        Forced.replace(second(), VaultJson.text(record));
    }

    /// Empty when there is none, or when it is no key.
    Optional<byte[]> key() throws IOException {
        return text(profile.resolve(KEY)).flatMap(VaultFiles::bytes);
    }

    void writeKey(byte[] key) throws IOException {
        Forced.replace(profile.resolve(KEY), HexFormat.of().formatHex(key) + "\n");
    }

    /// Overwrites the key before its file is deleted. A disk that writes in other places than it
    /// reads may still have it.
    void deleteKey() throws IOException {
        if (Files.exists(profile.resolve(KEY))) {
            Files.writeString(profile.resolve(KEY), "0".repeat(2 * RootKey.BYTES));
            Files.delete(profile.resolve(KEY));
            Forced.name(profile.resolve(KEY));
        }
    }

    /// A change of the way begins: until its end is noted it is not sure that other ways are
    /// closed.
    void beginChange() throws IOException {
        OwnerOnly.file(profile.resolve(CHANGING));
    }

    void endChange() throws IOException {
        if (Files.deleteIfExists(profile.resolve(CHANGING))) {
            Forced.name(profile.resolve(CHANGING));
        }
    }

    /// Whether no change was cut, and both files have this record.
    boolean isSettled(VaultRecord record) throws IOException {
        return Files.notExists(profile.resolve(CHANGING))
                && record(first()).equals(Optional.of(record))
                && record(second()).equals(Optional.of(record));
    }

    private Path first() {
        return profile.resolve(RECORD);
    }

    private Path second() {
        return profile.resolve(SECOND).resolve(RECORD);
    }

    private static Optional<byte[]> bytes(String text) {
        try {
            byte[] key = HexFormat.of().parseHex(text.strip());
            return Optional.of(key).filter(it -> it.length == RootKey.BYTES);
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static Optional<VaultRecord> record(Path file) throws IOException {
        return text(file).flatMap(VaultJson::read);
    }

    private static Optional<String> text(Path file) throws IOException {
        try {
            return Files.size(file) <= LONGEST
                    ? Optional.of(Files.readString(file))
                    : Optional.empty();
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (CharacterCodingException noText) {
            return Optional.empty();
        }
    }
}
