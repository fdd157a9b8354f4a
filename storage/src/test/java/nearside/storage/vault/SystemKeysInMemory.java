package nearside.storage.vault;

import nearside.storage.keystore.KeyStoreTrouble;
import nearside.storage.keystore.SystemKeys;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A key store of no system, which can be taken away.
final class SystemKeysInMemory implements SystemKeys {
    private final Map<String, byte[]> secrets = new HashMap<>();
    private Optional<KeyStoreTrouble.Kind> trouble = Optional.empty();

    void breakDown(KeyStoreTrouble.Kind kind) {
        trouble = Optional.of(kind);
    }

    void mend() {
        trouble = Optional.empty();
    }

    void forget() {
        secrets.clear();
    }

    boolean isEmpty() {
        return secrets.isEmpty();
    }

    private void check() throws KeyStoreTrouble {
        if (trouble.isPresent()) {
            throw new KeyStoreTrouble(trouble.get(), 7);
        }
    }

    @Override
    public String name() {
        return "Memory";
    }

    @Override
    public Optional<byte[]> find(String vault) throws KeyStoreTrouble {
        check();
        return Optional.ofNullable(secrets.get(vault)).map(byte[]::clone);
    }

    @Override
    public void put(String vault, byte[] secret) throws KeyStoreTrouble {
        check();
        secrets.put(vault, secret.clone());
    }

    @Override
    public void remove(String vault) throws KeyStoreTrouble {
        check();
        secrets.remove(vault);
    }
}
