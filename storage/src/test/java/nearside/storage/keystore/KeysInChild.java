package nearside.storage.keystore;

import nearside.storage.Child;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

/// The key store of a session, asked by a JVM that lives in it.
final class KeysInChild implements SystemKeys, AutoCloseable {
    private final Child child;
    private final BufferedWriter orders;

    private KeysInChild(Child child) {
        this.child = child;
        this.orders = child.process().outputWriter(StandardCharsets.UTF_8);
    }

    static KeysInChild start(KeyringSession session, Duration store, Duration person)
            throws IOException {
        return new KeysInChild(session.start(KeysChild.class, store.toMillis(), person.toMillis()));
    }

    @Override
    public String name() {
        return "Secret Service";
    }

    @Override
    public Optional<byte[]> find(String vault) throws KeyStoreTrouble {
        String found = outcome("find " + vault);
        return found.equals("none")
                ? Optional.empty()
                : Optional.of(HexFormat.of().parseHex(found));
    }

    @Override
    public void put(String vault, byte[] secret) throws KeyStoreTrouble {
        outcome("put " + vault + " " + HexFormat.of().formatHex(secret));
    }

    @Override
    public void remove(String vault) throws KeyStoreTrouble {
        outcome("remove " + vault);
    }

    /// Asks without waiting for the outcome.
    void ask(String order) {
        try {
            orders.write(order);
            orders.newLine();
            orders.flush();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /// The outcome of what was asked.
    String told() throws KeyStoreTrouble {
        try {
            String told = child.line().orElseThrow();
            if (told.startsWith("trouble ")) {
                String[] words = told.split(" ", 3);
                throw new KeyStoreTrouble(
                        KeyStoreTrouble.Kind.valueOf(words[1]), Integer.parseInt(words[2]));
            }
            return told;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private String outcome(String order) throws KeyStoreTrouble {
        ask(order);
        return told();
    }

    @Override
    public void close() {
        child.close();
    }
}
