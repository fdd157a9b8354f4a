package nearside.storage;

import nearside.storage.keystore.KeyStoreTrouble;
import nearside.storage.vault.OpenVault;
import nearside.storage.vault.VaultRecord.Keeping;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// How the key of an open profile is kept, and the ways to change that. A change is on the disk
/// when its call returns; one that failed leaves the way that was.
public final class Protection {
    private final Path profile;
    private final OpenVault vault;

    Protection(Path profile, OpenVault vault) {
        this.profile = profile;
        this.vault = vault;
    }

    /// Where the key is.
    public enum Way {
        /// In the key store of the system.
        SYSTEM,
        /// Nowhere: made from words that a person types.
        PASSPHRASE,
        /// In a file, protected by its permissions only.
        FILE
    }

    public Way way() {
        return switch (vault.record().keeping()) {
            case Keeping.InSystem() -> Way.SYSTEM;
            case Keeping.ByPassphrase _ -> Way.PASSPHRASE;
            case Keeping.InFile() -> Way.FILE;
        };
    }

    /// What the system calls its key store; empty where there is none.
    public Optional<String> systemName() {
        return vault.systemName();
    }

    public boolean hasRecoveryCode() {
        return vault.record().recovery().isPresent();
    }

    /// From now on a person must type these words to open the profile.
    public void byPassphrase(char[] words) {
        change(() -> vault.keepByPassphrase(words));
    }

    public void bySystem() {
        change(vault::keepInSystem);
    }

    public void byFile() {
        change(vault::keepInFile);
    }

    /// Makes a code that opens the profile from now on, whatever happens to the key; an earlier one
    /// does not any more.
    public String makeRecoveryCode() {
        try {
            return vault.makeRecoveryCode().shown();
        } catch (IOException refused) {
            throw new StorageException(Refusal.of(profile, refused), refused);
        }
    }

    private interface Change {
        void make() throws IOException, KeyStoreTrouble;
    }

    private void change(Change change) {
        try {
            change.make();
        } catch (IOException refused) {
            throw new StorageException(Refusal.of(profile, refused), refused);
        } catch (KeyStoreTrouble trouble) {
            Lock why =
                    switch (trouble.kind()) {
                        case ABSENT -> Lock.STORE_ABSENT;
                        case LOCKED -> Lock.STORE_LOCKED;
                        case BROKEN -> Lock.STORE_BROKEN;
                    };
            throw new StorageException(new StorageFailure.Locked(profile, why), trouble);
        }
    }
}
