package nearside.storage.keystore;

import static java.nio.charset.StandardCharsets.UTF_8;

import nearside.storage.keystore.KeyStoreTrouble.Kind;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/// The key store of Windows: a file of the profile, sealed by the system for this person.
final class DpapiKeys implements SystemKeys {
    private final BlobFile file;
    private final Protector protector;
    private final Patience patience;

    DpapiKeys(BlobFile file, Protector protector, Patience patience) {
        this.file = file;
        this.protector = protector;
        this.patience = patience;
    }

    @Override
    public String name() {
        return "Windows data protection";
    }

    @Override
    public Optional<byte[]> find(String vault) throws KeyStoreTrouble {
        return patience.of(_ -> found(vault));
    }

    @Override
    public void put(String vault, byte[] secret) throws KeyStoreTrouble {
        byte[] copy = secret.clone();
        patience.of(_ -> {
            keep(vault, copy);
            Arrays.fill(copy, (byte) 0);
            return vault;
        });
    }

    @Override
    public void remove(String vault) throws KeyStoreTrouble {
        patience.of(_ -> {
            try {
                file.remove(vault);
                return vault;
            } catch (IOException refused) {
                throw new KeyStoreTrouble(Kind.BROKEN, 0);
            }
        });
    }

    private Optional<byte[]> found(String vault) throws KeyStoreTrouble {
        try {
            Optional<byte[]> sealed = file.find(vault);
            return sealed.isPresent()
                    ? Optional.of(protector.open(sealed.get(), vault.getBytes(UTF_8)))
                    : Optional.empty();
        } catch (IOException refused) {
            throw new KeyStoreTrouble(Kind.BROKEN, 0);
        }
    }

    private void keep(String vault, byte[] secret) throws KeyStoreTrouble {
        try {
            file.put(vault, protector.seal(secret, vault.getBytes(UTF_8)));
        } catch (IOException refused) {
            throw new KeyStoreTrouble(Kind.BROKEN, 0);
        }
        ReadBack.check(found(vault), secret);
    }
}
