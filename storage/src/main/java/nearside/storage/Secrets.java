package nearside.storage;

import nearside.storage.database.Session;
import nearside.storage.keystore.SystemKeys;
import nearside.storage.vault.OpenVault;
import nearside.storage.vault.RecoveryCode;
import nearside.storage.vault.Sealer;
import nearside.storage.vault.Vault;
import nearside.storage.vault.VaultClosed;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// The vault of a profile as its database uses it. A new vault is made with the first sealed table,
/// and never for a file that was sealed before.
final class Secrets implements AutoCloseable {
    private final Path profile;
    private final Vault vault;
    private @Nullable OpenVault open;
    private @Nullable Sealer sealer;

    private Secrets(Path profile, Vault vault) {
        this.profile = profile;
        this.vault = vault;
    }

    /// Throws [StorageException] with [StorageFailure.Locked] when it cannot be opened so.
    static Secrets open(Path profile, Optional<SystemKeys> system, Unlock unlock) {
        Secrets secrets = new Secrets(profile, new Vault(profile, system));
        try {
            if (secrets.vault.exists()) {
                secrets.use(opened(secrets.vault, unlock));
            }
            return secrets;
        } catch (VaultClosed closed) {
            throw locked(profile, closed.why());
        } catch (IOException refused) {
            throw new StorageException(Refusal.of(profile, refused), refused);
        }
    }

    private static OpenVault opened(Vault vault, Unlock unlock) throws IOException, VaultClosed {
        return switch (unlock) {
            case Unlock.Usual() -> vault.open();
            case Unlock.Words words -> vault.open(words.words());
            case Unlock.Code(String typed) -> vault.open(RecoveryCode.read(typed));
        };
    }

    private void use(OpenVault opened) throws IOException {
        open = opened;
        sealer = opened.sealer();
    }

    /// Whether the vault is there, and so open.
    boolean isOpen() {
        return open != null;
    }

    /// What tells this vault's databases from others.
    String proof() {
        return vault().record().check();
    }

    /// Whether a conversation was ever begun here.
    boolean holdsKeys() {
        return isOpen() && !contents().conversations().isEmpty();
    }

    /// Nothing is put aside as worthless because the record of its key is lost.
    void checkNothingIsSealed() throws IOException {
        if (!isOpen() && vault.hasKeys()) {
            throw locked(profile, VaultClosed.Why.RECORD_LOST);
        }
    }

    Contents contents() {
        if (sealer == null) {
            throw new IllegalStateException("The profile is closed");
        }
        return new Contents(sealer);
    }

    OpenVault vault() {
        if (open == null) {
            throw new IllegalStateException("The profile is closed");
        }
        return open;
    }

    /// Seals the rows of a database that has plain ones or none.
    Object seal(Session session) throws SQLException {
        try {
            if (open == null) {
                use(vault.create());
            }
            session.change(
                    "INSERT INTO vault (one, id, proof) VALUES (1, ?, ?)",
                    vault().record().id(),
                    vault().record().check());
            makeKeys(session.rows("SELECT id FROM conversation", row -> row.getString(1)));
            new SealRows(session, contents()).run();
            return contents();
        } catch (IOException refused) {
            throw new StorageException(Refusal.of(profile, refused), refused);
        }
    }

    /// Makes sure that the database was sealed by this vault and no other.
    Object verify(Session session) throws SQLException {
        String proof =
                session.row("SELECT proof FROM vault", row -> row.getString(1)).orElse("none");
        if (open == null) {
            throw locked(profile, VaultClosed.Why.RECORD_LOST);
        }
        if (!proof.equals(vault().record().check())) {
            throw locked(profile, VaultClosed.Why.KEY_FOREIGN);
        }
        return proof;
    }

    /// They are on the disk when this returns.
    void makeKeys(Collection<String> conversations) {
        try {
            contents().sealer().begin(conversations);
        } catch (IOException refused) {
            throw new StorageException(Refusal.of(profile, refused), refused);
        }
    }

    /// All that was sealed with them is noise from now on.
    void destroyKeys(List<String> conversations) {
        try {
            contents().sealer().destroy(conversations);
        } catch (IOException refused) {
            throw new StorageException(Refusal.of(profile, refused), refused);
        }
    }

    @Override
    public void close() {
        try {
            if (sealer != null) {
                sealer.close();
                sealer = null;
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static StorageException locked(Path profile, VaultClosed.Why why) {
        return new StorageException(new StorageFailure.Locked(profile, Lock.of(why)));
    }
}
