package nearside.storage.keystore;

import java.util.Arrays;
import java.util.Optional;

/// The key store of macOS. Each call may show a prompt of the system.
final class KeychainKeys implements SystemKeys {
    private final Keychain keychain;
    private final Patience patience;

    KeychainKeys(Keychain keychain, Patience patience) {
        this.keychain = keychain;
        this.patience = patience;
    }

    @Override
    public String name() {
        return "Keychain";
    }

    @Override
    public Optional<byte[]> find(String vault) throws KeyStoreTrouble {
        return patience.of(wait -> {
            wait.forPerson();
            return found(vault);
        });
    }

    @Override
    public void put(String vault, byte[] secret) throws KeyStoreTrouble {
        byte[] copy = secret.clone();
        patience.of(wait -> {
            wait.forPerson();
            keep(vault, copy);
            Arrays.fill(copy, (byte) 0);
            return vault;
        });
    }

    @Override
    public void remove(String vault) throws KeyStoreTrouble {
        patience.of(wait -> {
            wait.forPerson();
            OsStatus status = new OsStatus(keychain.delete(vault));
            if (!status.isNotFound()) {
                status.check();
            }
            return vault;
        });
    }

    private Optional<byte[]> found(String vault) throws KeyStoreTrouble {
        Keychain.Found found = keychain.find(vault);
        OsStatus status = new OsStatus(found.status());
        if (status.isNotFound()) {
            return Optional.empty();
        }
        status.check();
        return found.secret();
    }

    private void keep(String vault, byte[] secret) throws KeyStoreTrouble {
        OsStatus added = new OsStatus(keychain.add(vault, secret));
        OsStatus kept = added.isDuplicate() ? new OsStatus(keychain.update(vault, secret)) : added;
        kept.check();
        ReadBack.check(found(vault), secret);
    }
}
