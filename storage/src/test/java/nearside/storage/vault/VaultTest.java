package nearside.storage.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.storage.keystore.KeyStoreTrouble;
import nearside.storage.vault.VaultClosed.Why;
import nearside.storage.vault.VaultRecord.Keeping;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

class VaultTest {
    private static final char[] WORDS = "correct horse battery stäple".toCharArray();

    @TempDir Path profile;
    private final SystemKeysInMemory system = new SystemKeysInMemory();

    private Vault vault() {
        return new Vault(profile, Optional.of(system));
    }

    private Vault withoutSystem() {
        return new Vault(profile, Optional.empty());
    }

    private static void assertClosed(Why why, Executable opening) {
        assertEquals(why, assertThrows(VaultClosed.class, opening).why());
    }

    private Path first() {
        return profile.resolve("vault.json");
    }

    private Path second() {
        return profile.resolve("backups").resolve("vault.json");
    }

    private boolean keyFile() {
        return Files.exists(profile.resolve("key"));
    }

    @Test
    void aNewKeyIsKeptInTheSystem() throws IOException, VaultClosed {
        assertFalse(vault().exists());
        RootKey key = vault().create().key();
        assertTrue(vault().exists());
        assertEquals(key, vault().open().key());
        assertFalse(keyFile());
    }

    @Test
    void withoutAKeyStoreItIsKeptInAFile() throws IOException, VaultClosed {
        OpenVault made = withoutSystem().create();
        assertEquals(new Keeping.InFile(), made.record().keeping());
        assertEquals(made.key(), withoutSystem().open().key());
        assertTrue(keyFile());
    }

    @ParameterizedTest
    @EnumSource(KeyStoreTrouble.Kind.class)
    void aKeyStoreThatRefusesIsNotUsedForANewKey(KeyStoreTrouble.Kind kind)
            throws IOException, VaultClosed {
        system.breakDown(kind);
        RootKey key = vault().create().key();
        assertEquals(key, vault().open().key());
        assertTrue(keyFile());
    }

    @Test
    void aChangeOfTheWayThatACrashCutIsEndedAtTheNextStart() throws Exception {
        OpenVault made = withoutSystem().create();
        byte[] oldRecord = Files.readAllBytes(second());
        byte[] oldKey = Files.readAllBytes(profile.resolve("key"));
        made.keepByPassphrase(WORDS);
        Files.write(second(), oldRecord);
        Files.write(profile.resolve("key"), oldKey);
        system.put(made.record().id(), oldKey);

        assertEquals(made.key(), vault().open(WORDS).key());

        assertFalse(keyFile());
        assertTrue(system.find(made.record().id()).isEmpty());
        assertArrayEquals(Files.readAllBytes(first()), Files.readAllBytes(second()));
    }

    @Test
    void aChangeThatACrashCutBeforeItsRecordLeavesNoKeyBehind() throws Exception {
        OpenVault made = withoutSystem().create();
        byte[] key = Files.readAllBytes(profile.resolve("key"));
        made.keepByPassphrase(WORDS);
        Files.write(profile.resolve("key"), key);
        Files.createFile(profile.resolve("vault.changing"));

        assertEquals(made.key(), vault().open(WORDS).key());

        assertFalse(keyFile());
        assertFalse(Files.exists(profile.resolve("vault.changing")));
    }

    @Test
    void aLostKeyStoreNeverMakesAnotherKey() throws IOException, VaultClosed {
        RootKey key = vault().create().key();
        assertClosed(Why.STORE_ABSENT, () -> withoutSystem().open());
        system.breakDown(KeyStoreTrouble.Kind.LOCKED);
        assertClosed(Why.STORE_LOCKED, () -> vault().open());
        system.breakDown(KeyStoreTrouble.Kind.BROKEN);
        assertClosed(Why.STORE_BROKEN, () -> vault().open());
        system.breakDown(KeyStoreTrouble.Kind.ABSENT);
        assertClosed(Why.STORE_ABSENT, () -> vault().open());
        system.mend();
        assertEquals(key, vault().open().key(), "it comes back with the store");
    }

    @Test
    void aKeyThatIsGoneOrForeignIsSaid() throws IOException, KeyStoreTrouble {
        String id = vault().create().record().id();
        system.put(id, RootKey.random().bytes());
        assertClosed(Why.KEY_FOREIGN, () -> vault().open());
        system.put(id, new byte[3]);
        assertClosed(Why.KEY_FOREIGN, () -> vault().open());
        system.forget();
        assertClosed(Why.KEY_ABSENT, () -> vault().open());
    }

    @Test
    void aPassphraseOpensAndNothingElseDoes() throws IOException, VaultClosed, KeyStoreTrouble {
        OpenVault made = vault().create();
        made.keepByPassphrase(WORDS);
        assertTrue(system.isEmpty());
        assertClosed(Why.PASSPHRASE_NEEDED, () -> vault().open());
        assertClosed(Why.PASSPHRASE_WRONG, () -> vault().open("guess".toCharArray()));
        assertEquals(made.key(), vault().open(WORDS).key());
        char[] decomposed = "correct horse battery sta\u0308ple".toCharArray();
        assertEquals(made.key(), vault().open(decomposed).key());
    }

    @Test
    void anOlderPassphraseDoesNotOpenAnyMore() throws IOException, VaultClosed, KeyStoreTrouble {
        OpenVault made = withoutSystem().create();
        made.keepByPassphrase(WORDS);
        assertFalse(keyFile());
        made.keepByPassphrase("another".toCharArray());
        assertClosed(Why.PASSPHRASE_WRONG, () -> vault().open(WORDS));
        Files.delete(profile.resolve("vault.json"));
        assertClosed(Why.PASSPHRASE_WRONG, () -> vault().open(WORDS));
        assertEquals(made.key(), vault().open("another".toCharArray()).key());
    }

    @Test
    void theWayCanBeChangedBack() throws IOException, VaultClosed, KeyStoreTrouble {
        OpenVault made = vault().create();
        made.keepByPassphrase(WORDS);
        made.keepInSystem();
        assertEquals(made.key(), vault().open().key());
        made.keepInFile();
        assertTrue(system.isEmpty());
        assertEquals(made.key(), withoutSystem().open().key());
        made.keepInSystem();
        assertFalse(keyFile());
        assertEquals(made.key(), vault().open(WORDS).key(), "words that nobody asked for");
    }

    @Test
    void aStoreThatRefusesLeavesTheOldWayAsItWas() throws IOException, VaultClosed {
        OpenVault made = withoutSystem().create();
        assertThrows(KeyStoreTrouble.class, made::keepInSystem);
        assertEquals(made.key(), withoutSystem().open().key());
    }

    @Test
    void aRecoveryCodeOpensWhatLostItsKeyAndPutsItBack() throws IOException, VaultClosed {
        OpenVault made = vault().create();
        RecoveryCode old = made.makeRecoveryCode();
        RecoveryCode code = made.makeRecoveryCode();
        system.forget();
        assertClosed(Why.CODE_WRONG, () -> vault().open(Optional.of(old)));
        assertClosed(Why.CODE_WRONG, () -> vault().open(Optional.of(RecoveryCode.random())));
        assertClosed(Why.KEY_ABSENT, () -> vault().open());
        assertEquals(made.key(), vault().open(Optional.of(code)).key());
        assertEquals(made.key(), vault().open().key(), "the key store has it again");
    }

    @Test
    void withoutACodeNoneOpens() throws IOException {
        vault().create();
        assertClosed(Why.CODE_WRONG, () -> vault().open(Optional.of(RecoveryCode.random())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "[]",
                "{\"format\":2}",
                "{\"format\":1,\"key\":\"cloud\"}",
                "{\"format\":1}"
            })
    void aDamagedRecordIsReadFromItsSecondFile(String damaged) throws IOException, VaultClosed {
        RootKey key = vault().create().key();
        Files.writeString(first(), damaged);
        assertEquals(key, vault().open().key());
        assertArrayEquals(Files.readAllBytes(second()), Files.readAllBytes(first()));
        Files.writeString(first(), damaged);
        Files.writeString(second(), damaged);
        assertClosed(Why.RECORD_LOST, () -> vault().open());
    }

    @Test
    void nothingOnTheDiskTellsTheKey() throws IOException, KeyStoreTrouble {
        OpenVault made = vault().create();
        made.keepByPassphrase(WORDS);
        made.makeRecoveryCode();
        String hex = HexFormat.of().formatHex(made.key().bytes());
        String base64 = Base64.getEncoder().encodeToString(made.key().bytes());
        try (var files = Files.walk(profile)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file);
                assertFalse(text.contains(hex) || text.contains(base64), file.toString());
            }
        }
        assertInstanceOf(Keeping.ByPassphrase.class, made.record().keeping());
    }
}
