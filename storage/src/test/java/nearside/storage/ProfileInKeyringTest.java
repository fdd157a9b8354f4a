package nearside.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import nearside.storage.keystore.KeyringSession;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A whole profile whose key a real GNOME Keyring keeps, in a session of the test alone.
@EnabledOnOs(OS.LINUX)
@Timeout(120)
class ProfileInKeyringTest {
    @TempDir Path home;
    @TempDir Path profile;
    private Optional<KeyringSession> session = Optional.empty();

    @BeforeEach
    void logIn() throws IOException {
        session = Optional.of(KeyringSession.unlocked(home));
    }

    @AfterEach
    void logOut() throws IOException {
        session.orElseThrow().close();
    }

    private KeyringSession session() {
        return session.orElseThrow();
    }

    private String opened() throws IOException {
        try (Child child = session().start(OpeningChild.class, profile)) {
            return child.line().orElseThrow();
        }
    }

    private String openedOutside() throws IOException {
        try (Child child = Child.start(OpeningChild.class, profile)) {
            return child.line().orElseThrow();
        }
    }

    private String locked(Lock lock) {
        return new StorageFailure.Locked(profile, lock).toString();
    }

    @Test
    void theKeyIsInTheKeyringAndNowhereElse() throws IOException {
        assertEquals("SYSTEM 1", opened());
        assertEquals("SYSTEM 2", opened());
        assertFalse(Files.exists(profile.resolve("key")));
        assertEquals(locked(Lock.STORE_ABSENT), openedOutside());
    }

    @Test
    void aLostKeyringKeepsTheProfileClosedAndUnchangedUntilItIsBack() throws IOException {
        opened();
        String record = Files.readString(profile.resolve("vault.json"));
        session().uninstall();
        session().kill();
        assertEquals(locked(Lock.STORE_ABSENT), opened());
        session().install();
        session().lock();
        assertEquals(locked(Lock.STORE_LOCKED), opened());
        assertFalse(Files.exists(profile.resolve("key")));
        assertEquals(record, Files.readString(profile.resolve("vault.json")));
        session().unlock();
        session().kill();
        assertEquals("SYSTEM 2", opened());
    }

    @Test
    void whoHasNoKeyringHasAKeyFile() throws IOException {
        assertEquals("FILE 1", openedOutside());
        assertEquals("FILE 2", opened());
    }

    @Test
    void whoseKeyringIsLockedAtFirstHasAKeyFile() throws IOException {
        try (Child other = session().start(OpeningChild.class, home.resolve("other"))) {
            assertEquals("SYSTEM 1", other.line().orElseThrow());
        }
        session().lock();
        session().kill();
        assertEquals("FILE 1", opened());
    }
}
