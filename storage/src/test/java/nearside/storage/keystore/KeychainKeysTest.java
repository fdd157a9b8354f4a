package nearside.storage.keystore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import nearside.storage.keystore.KeyStoreTrouble.Kind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

class KeychainKeysTest extends SystemKeysContract {
    private static final int DONE = 0;
    private static final int CANCELED = -128;
    private static final int DUPLICATE = -25299;
    private static final int NOT_FOUND = -25300;

    private final Scripted keychain = new Scripted();

    /// Answers as the reference says, or with one status to everything.
    private static final class Scripted implements Keychain {
        private final Map<String, byte[]> items = new HashMap<>();
        private Optional<Integer> always = Optional.empty();
        private boolean forgetful;

        private int status(boolean fits, int otherwise) {
            return always.orElse(fits ? DONE : otherwise);
        }

        private void keep(String vault, byte[] secret) {
            if (!forgetful) {
                items.put(vault, secret.clone());
            }
        }

        @Override
        public int add(String vault, byte[] secret) {
            int status = status(!items.containsKey(vault), DUPLICATE);
            if (status == DONE) {
                keep(vault, secret);
            }
            return status;
        }

        @Override
        public int update(String vault, byte[] secret) {
            int status = status(items.containsKey(vault), NOT_FOUND);
            if (status == DONE) {
                keep(vault, secret);
            }
            return status;
        }

        @Override
        public Found find(String vault) {
            int status = status(items.containsKey(vault), NOT_FOUND);
            return new Found(
                    status,
                    Optional.ofNullable(items.get(vault))
                            .filter(_ -> status == DONE)
                            .map(byte[]::clone));
        }

        @Override
        public int delete(String vault) {
            int status = status(items.containsKey(vault), NOT_FOUND);
            if (status == DONE) {
                items.remove(vault);
            }
            return status;
        }
    }

    @Override
    protected SystemKeys keys() {
        return new KeychainKeys(keychain, Patience.USUAL);
    }

    private static void assertTrouble(Kind kind, int code, Executable call) {
        KeyStoreTrouble trouble = assertThrows(KeyStoreTrouble.class, call);
        assertEquals(kind, trouble.kind());
        assertEquals(code, trouble.code());
    }

    @Test
    void aPersonWhoSaysNoLeavesItLocked() {
        keychain.always = Optional.of(CANCELED);
        assertTrouble(Kind.LOCKED, CANCELED, () -> keys().find("v"));
        assertTrouble(Kind.LOCKED, CANCELED, () -> keys().put("v", new byte[32]));
        assertTrouble(Kind.LOCKED, CANCELED, () -> keys().remove("v"));
    }

    @Test
    void otherTroubleComesWithItsStatus() {
        keychain.always = Optional.of(-50);
        assertTrouble(Kind.BROKEN, -50, () -> keys().find("v"));
    }

    @Test
    void whatCannotBeReadBackIsNotKept() throws KeyStoreTrouble {
        keychain.forgetful = true;
        assertTrouble(Kind.BROKEN, 0, () -> keys().put("v", new byte[32]));
        keychain.forgetful = false;
        keys().put("v", new byte[32]);
        keychain.forgetful = true;
        assertTrouble(Kind.BROKEN, 0, () -> keys().put("v", new byte[] {1}));
    }
}
