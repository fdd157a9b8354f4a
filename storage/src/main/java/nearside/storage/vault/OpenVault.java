package nearside.storage.vault;

import nearside.storage.keystore.KeyStoreTrouble;
import nearside.storage.keystore.SystemKeys;
import nearside.storage.vault.VaultRecord.Keeping;

import java.io.IOException;
import java.util.Optional;

/// A vault that is open: holds the key, and changes how it is kept. The new way works before the
/// old one ends, so that a crash in between loses neither.
public final class OpenVault {
    private final VaultFiles files;
    private final Optional<SystemKeys> system;
    private final RootKey key;
    private VaultRecord record;

    OpenVault(VaultFiles files, Optional<SystemKeys> system, RootKey key, VaultRecord record) {
        this.files = files;
        this.system = system;
        this.key = key;
        this.record = record;
    }

    public RootKey key() {
        return key;
    }

    public synchronized VaultRecord record() {
        return record;
    }

    /// The name of the system's key store; empty where there is none.
    public Optional<String> systemName() {
        return system.map(SystemKeys::name);
    }

    /// Opens the keys of the conversations.
    public Sealer sealer() throws IOException {
        return new Sealer(key, KeyRing.open(key, files.ring(), files.secondRing()));
    }

    /// From now on a person must type these words.
    public synchronized void keepByPassphrase(char[] words) throws IOException, KeyStoreTrouble {
        Passphrase fresh = Passphrase.fresh();
        String sealed = Vault.wrapped(fresh.key(words), "passphrase", key);
        keep(new Keeping.ByPassphrase(fresh.rounds(), fresh.salt(), sealed));
    }

    /// From now on the system's key store has it.
    public synchronized void keepInSystem() throws IOException, KeyStoreTrouble {
        SystemKeys keys =
                system.orElseThrow(() -> new KeyStoreTrouble(KeyStoreTrouble.Kind.ABSENT, 0));
        files.beginChange();
        keys.put(record.id(), key.bytes());
        keep(new Keeping.InSystem());
    }

    /// From now on a file has it, protected by its permissions only.
    public synchronized void keepInFile() throws IOException, KeyStoreTrouble {
        files.beginChange();
        files.writeKey(key.bytes());
        keep(new Keeping.InFile());
    }

    private void keep(Keeping next) throws IOException, KeyStoreTrouble {
        files.beginChange();
        files.writeFirst(record.with(next));
        record = record.with(next);
        leaveOtherWays();
        files.writeSecond(record);
        files.endChange();
    }

    /// Ends a change of the way that a crash cut.
    synchronized void settle() throws IOException, KeyStoreTrouble {
        if (!files.isSettled(record)) {
            keep(record.keeping());
        }
    }

    private void leaveOtherWays() throws IOException, KeyStoreTrouble {
        if (!(record.keeping() instanceof Keeping.InFile)) {
            files.deleteKey();
        }
        if (!(record.keeping() instanceof Keeping.InSystem) && system.isPresent()) {
            system.get().remove(record.id());
        }
    }

    /// Makes a code that opens this vault from now on; one that was made before does not any more.
    public synchronized RecoveryCode makeRecoveryCode() throws IOException {
        RecoveryCode code = RecoveryCode.random();
        VaultRecord next =
                record.withRecovery(Optional.of(Vault.wrapped(code.key(), "recovery", key)));
        files.write(next);
        record = next;
        return code;
    }

    /// Puts the key to where the record says it is, as far as that works.
    void putBack() throws IOException {
        try {
            switch (record.keeping()) {
                case Keeping.InFile() -> files.writeKey(key.bytes());
                case Keeping.InSystem() -> {
                    if (system.isPresent()) {
                        system.get().put(record.id(), key.bytes());
                    }
                }
                case Keeping.ByPassphrase _ -> {}
            }
        } catch (KeyStoreTrouble stillRefuses) {
            // It opens by the code the next time, too.
            return;
        }
    }
}
