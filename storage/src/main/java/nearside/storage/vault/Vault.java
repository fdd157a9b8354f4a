package nearside.storage.vault;

import nearside.storage.keystore.KeyStoreTrouble;
import nearside.storage.keystore.SystemKeys;
import nearside.storage.vault.VaultClosed.Why;
import nearside.storage.vault.VaultRecord.Keeping;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

import javax.crypto.AEADBadTagException;
import javax.crypto.SecretKey;

/// Finds the key of a profile, or says why it cannot; and changes how it is kept. A key is made
/// only where nothing was ever sealed, never because one cannot be found.
public final class Vault {
    private final VaultFiles files;
    private final Optional<SystemKeys> system;

    /// @param system empty where there is no key store
    public Vault(Path profile, Optional<SystemKeys> system) {
        this.files = new VaultFiles(profile);
        this.system = system;
    }

    /// Whether a key was ever made here, as far as the record tells.
    public boolean exists() throws IOException {
        return files.record().isPresent();
    }

    /// Whether keys of conversations were ever made here.
    public boolean hasKeys() throws IOException {
        return files.hasRing();
    }

    /// Makes a key and keeps it in the system's key store, or in a file where there is none or it
    /// refuses.
    public OpenVault create() throws IOException {
        RootKey key = RootKey.random();
        String id = UUID.randomUUID().toString();
        Keeping keeping = inSystem(id, key) ? new Keeping.InSystem() : new Keeping.InFile();
        if (keeping instanceof Keeping.InFile) {
            files.writeKey(key.bytes());
        }
        VaultRecord record = new VaultRecord(id, key.check(), keeping, Optional.empty());
        files.write(record);
        return new OpenVault(files, system, key, record);
    }

    private boolean inSystem(String id, RootKey key) {
        try {
            if (system.isPresent()) {
                system.get().put(id, key.bytes());
                return true;
            }
            return false;
        } catch (KeyStoreTrouble refused) {
            return false;
        }
    }

    /// Opens without a person.
    public OpenVault open() throws IOException, VaultClosed {
        VaultRecord record = record();
        return switch (record.keeping()) {
            case Keeping.InSystem() -> opened(record, fromSystem(record.id()));
            case Keeping.InFile() ->
                    opened(record, files.key().orElseThrow(() -> new VaultClosed(Why.KEY_ABSENT)));
            case Keeping.ByPassphrase _ -> throw new VaultClosed(Why.PASSPHRASE_NEEDED);
        };
    }

    /// Opens by what a person typed; where no passphrase is needed, without it.
    public OpenVault open(char[] passphrase) throws IOException, VaultClosed {
        VaultRecord record = record();
        if (record.keeping() instanceof Keeping.ByPassphrase(int rounds, String salt, var sealed)) {
            SecretKey key = new Passphrase(rounds, salt).key(passphrase);
            return opened(record, unwrapped(key, "passphrase", sealed, Why.PASSPHRASE_WRONG));
        }
        return open();
    }

    /// Opens by the code on paper, and puts the key back to where it is kept from day to day.
    ///
    /// @param typed empty when it was no code at all
    public OpenVault open(Optional<RecoveryCode> typed) throws IOException, VaultClosed {
        VaultRecord record = record();
        RecoveryCode code = typed.orElseThrow(() -> new VaultClosed(Why.CODE_WRONG));
        String sealed = record.recovery().orElseThrow(() -> new VaultClosed(Why.CODE_WRONG));
        OpenVault opened =
                opened(record, unwrapped(code.key(), "recovery", sealed, Why.CODE_WRONG));
        opened.putBack();
        return opened;
    }

    private VaultRecord record() throws IOException, VaultClosed {
        return files.record().orElseThrow(() -> new VaultClosed(Why.RECORD_LOST));
    }

    private byte[] fromSystem(String id) throws VaultClosed {
        try {
            return system.orElseThrow(() -> new VaultClosed(Why.STORE_ABSENT))
                    .find(id)
                    .orElseThrow(() -> new VaultClosed(Why.KEY_ABSENT));
        } catch (KeyStoreTrouble trouble) {
            throw new VaultClosed(
                    switch (trouble.kind()) {
                        case ABSENT -> Why.STORE_ABSENT;
                        case LOCKED -> Why.STORE_LOCKED;
                        case BROKEN -> Why.STORE_BROKEN;
                    });
        }
    }

    private OpenVault opened(VaultRecord record, byte[] key) throws VaultClosed {
        if (key.length != RootKey.BYTES || !RootKey.of(key).check().equals(record.check())) {
            throw new VaultClosed(Why.KEY_FOREIGN);
        }
        OpenVault open = new OpenVault(files, system, RootKey.of(key), record);
        try {
            open.settle();
        } catch (IOException | KeyStoreTrouble refused) {
            // A full disk keeps nobody out; the next start tries again.
            return open;
        }
        return open;
    }

    static String wrapped(SecretKey by, String way, RootKey key) {
        return Base64.getEncoder().encodeToString(Sealed.of(by, "vault\0" + way, key.bytes()));
    }

    private static byte[] unwrapped(SecretKey by, String way, String sealed, Why wrong)
            throws VaultClosed {
        try {
            return Sealed.open(by, "vault\0" + way, Base64.getDecoder().decode(sealed));
        } catch (AEADBadTagException | IllegalArgumentException no) {
            throw new VaultClosed(wrong);
        }
    }
}
