package nearside.storage.keystore;

import java.util.Arrays;
import java.util.Optional;

/// The key store of a Linux desktop: whatever answers as the Secret Service on the session bus,
/// such as GNOME Keyring, KWallet or KeePassXC.
final class SecretServiceKeys implements SystemKeys {
    private final LibSecret library;
    private final Patience patience;

    SecretServiceKeys(LibSecret library, Patience patience) {
        this.library = library;
        this.patience = patience;
    }

    @Override
    public String name() {
        return "Secret Service";
    }

    @Override
    public Optional<byte[]> find(String vault) throws KeyStoreTrouble {
        return patience.of(wait -> {
            try (SecretCall call = SecretCall.open(library, vault, wait)) {
                return call.find();
            }
        });
    }

    @Override
    public void put(String vault, byte[] secret) throws KeyStoreTrouble {
        byte[] copy = secret.clone();
        patience.of(wait -> {
            try (SecretCall call = SecretCall.open(library, vault, wait)) {
                call.put(copy);
                Arrays.fill(copy, (byte) 0);
                return vault;
            }
        });
    }

    @Override
    public void remove(String vault) throws KeyStoreTrouble {
        patience.of(wait -> {
            try (SecretCall call = SecretCall.open(library, vault, wait)) {
                call.remove();
                return vault;
            }
        });
    }
}
