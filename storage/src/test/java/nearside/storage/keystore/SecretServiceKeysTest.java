package nearside.storage.keystore;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import static java.nio.charset.StandardCharsets.UTF_8;

import nearside.storage.keystore.KeyStoreTrouble.Kind;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A real GNOME Keyring, in a session of the test alone.
@EnabledOnOs(OS.LINUX)
@Timeout(120)
class SecretServiceKeysTest extends SystemKeysContract {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration SHORT = Duration.ofMillis(700);
    private static final byte[] SECRET = "a secret".getBytes(UTF_8);

    @TempDir Path folder;
    private final List<AutoCloseable> open = new ArrayList<>();

    private <T extends AutoCloseable> T opened(T closeable) {
        open.add(closeable);
        return closeable;
    }

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    private KeyringSession unlocked() throws IOException {
        return opened(KeyringSession.unlocked(folder));
    }

    private KeysInChild keys(KeyringSession session, Duration store, Duration person)
            throws IOException {
        return opened(KeysInChild.start(session, store, person));
    }

    private KeysInChild keys(KeyringSession session) throws IOException {
        return keys(session, LONG, LONG);
    }

    @Override
    protected SystemKeys keys() {
        try {
            return keys(unlocked());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private interface Call {
        void run() throws KeyStoreTrouble;
    }

    private static Kind trouble(Call call) {
        return assertThrows(KeyStoreTrouble.class, call::run).kind();
    }

    private static void assertFinds(KeysInChild keys) throws KeyStoreTrouble {
        assertArrayEquals(SECRET, keys.find("v").orElseThrow());
    }

    @Test
    void anotherProcessFindsItAndAfterTheNextLoginToo() throws Exception {
        KeyringSession session = unlocked();
        keys(session).put("v", SECRET);
        assertFinds(keys(session));
        session.kill();
        assertFinds(keys(session));
    }

    @Test
    void aLockedKeyringThatNobodyUnlocksIsLocked() throws Exception {
        KeyringSession session = unlocked();
        KeysInChild keys = keys(session);
        keys.put("v", SECRET);
        session.lock();
        session.kill();
        assertEquals(Kind.LOCKED, trouble(() -> keys.find("v")));
        assertEquals(Kind.LOCKED, trouble(() -> keys.find("never put")));
        assertEquals(Kind.LOCKED, trouble(() -> keys.put("w", SECRET)));
        assertEquals(Kind.LOCKED, trouble(() -> keys.remove("v")));
        session.unlock();
        session.kill();
        assertFinds(keys);
    }

    @Test
    void aPromptThatNobodyAnswersIsLockedWhenTheTimeIsOver() throws Exception {
        KeyringSession session = unlocked();
        keys(session).put("v", SECRET);
        session.hangPrompts();
        session.lock();
        session.kill();
        KeysInChild keys = keys(session, LONG, SHORT);
        assertEquals(Kind.LOCKED, trouble(() -> keys.find("v")));
        assertEquals(Kind.LOCKED, trouble(() -> keys.put("v", SECRET)));
    }

    @Test
    void aPersonWithoutAKeyringIsNotAskedToMakeOne() throws Exception {
        KeysInChild keys = keys(opened(KeyringSession.empty(folder)));
        assertEquals(Optional.empty(), keys.find("v"));
        assertEquals(Kind.ABSENT, trouble(() -> keys.put("v", SECRET)));
        keys.remove("v");
    }

    @Test
    void aBusWithoutASecretServiceIsAbsent() throws Exception {
        KeyringSession session = opened(KeyringSession.empty(folder));
        session.uninstall();
        KeysInChild keys = keys(session);
        assertEquals(Kind.ABSENT, trouble(() -> keys.find("v")));
        assertEquals(Kind.ABSENT, trouble(() -> keys.put("v", SECRET)));
        assertEquals(Kind.ABSENT, trouble(() -> keys.remove("v")));
    }

    @Test
    void aBusThatEndedIsTroubleAndTheProgramLives() throws Exception {
        KeyringSession session = unlocked();
        KeysInChild keys = keys(session);
        keys.put("v", SECRET);
        session.close();
        assertEquals(Kind.BROKEN, trouble(() -> keys.find("v")));
        assertEquals(Kind.BROKEN, trouble(() -> keys.put("v", SECRET)));
    }

    @Test
    void aServiceThatHangsIsBroken() throws Exception {
        KeyringSession session = unlocked();
        KeysInChild patient = keys(session);
        KeysInChild keys = keys(session, SHORT, LONG);
        patient.put("v", SECRET);
        session.freeze();
        assertEquals(Kind.BROKEN, trouble(() -> keys.find("v")));
        session.kill();
        assertFinds(patient);
    }

    /// What is asked next of the dead one has no receiver.
    @Test
    void aServiceThatDiesWhileItIsAskedIsAbsentAndWorksAgainWhenItIsBack() throws Exception {
        KeyringSession session = unlocked();
        KeysInChild keys = keys(session);
        keys.put("v", SECRET);
        session.freeze();
        BusListener listener = opened(session.listen());
        keys.ask("find v");
        listener.await("path=/org/freedesktop/secrets;");
        session.kill();
        assertEquals(Kind.ABSENT, trouble(keys::told));
        assertFinds(keys);
    }
}
