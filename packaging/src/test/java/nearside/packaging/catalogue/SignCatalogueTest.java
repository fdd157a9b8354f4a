package nearside.packaging.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.copilot.catalogue.CatalogueKey;
import nearside.packaging.catalogue.SignCatalogue.Answer;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

class SignCatalogueTest {
    private static final Path REAL =
            Path.of(System.getProperty("nearside.models")).resolve("catalogue.json");

    @TempDir private Path folder;
    private Path key;
    private Path catalogue;
    private Path signature;

    @BeforeEach
    void copy() throws IOException {
        key = folder.resolve("key.pem");
        catalogue = folder.resolve("catalogue.json");
        signature = folder.resolve("catalogue.json.sig");
        Files.copy(REAL, catalogue);
    }

    private static Answer answer(Object... arguments) throws Exception {
        return SignCatalogue.answer(List.of(arguments).stream().map(Object::toString).toList());
    }

    @Test
    void theRealOneIsSignedByTheProgramsOwnKey() throws Exception {
        assertInstanceOf(Answer.Done.class, answer("check", REAL));
    }

    @Test
    void whatIsSignedIsBelievedByThatKeyAlone() throws Exception {
        String open = answer("new-key", key).text();
        assertInstanceOf(Answer.Done.class, answer("sign", key, catalogue));
        assertInstanceOf(Answer.Done.class, answer("check", open, catalogue));
        assertInstanceOf(Answer.Refused.class, answer("check", catalogue));
        assertInstanceOf(Answer.Refused.class, answer("check", CatalogueKey.OWN, catalogue));
    }

    @Test
    void whatIsNoCatalogueIsNotSigned() throws Exception {
        assertInstanceOf(Answer.Done.class, answer("new-key", key));
        Files.writeString(catalogue, Files.readString(catalogue).replaceFirst("\"id\"", "\"Id\""));
        Answer answer = answer("sign", key, catalogue);
        assertEquals(new Answer.Refused("UnknownKey[key=models[0].Id]"), answer);
        assertFalse(Files.exists(signature));
    }

    @Test
    void aChangeAfterwardsIsFound() throws Exception {
        String open = answer("new-key", key).text();
        assertInstanceOf(Answer.Done.class, answer("sign", key, catalogue));
        Files.writeString(catalogue, Files.readString(catalogue) + "\n");
        assertEquals(new Answer.Refused("BadSignature[]"), answer("check", open, catalogue));
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aKeyIsItsOwnersAlone() throws Exception {
        assertInstanceOf(Answer.Done.class, answer("new-key", key));
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key)));
    }

    @Test
    void aKeyIsNeverOverwritten() throws Exception {
        assertInstanceOf(Answer.Done.class, answer("new-key", key));
        String before = Files.readString(key);
        assertThrows(FileAlreadyExistsException.class, () -> answer("new-key", key));
        assertEquals(before, Files.readString(key));
        assertTrue(before.startsWith("-----BEGIN PRIVATE KEY-----\n"), "PKCS#8 in PEM");
    }

    @Test
    void halvesOfTwoKeysSignNothing() throws Exception {
        Path other = folder.resolve("other.pem");
        assertInstanceOf(Answer.Done.class, answer("new-key", key));
        assertInstanceOf(Answer.Done.class, answer("new-key", other));
        String closed = Files.readString(key);
        String open = Files.readString(other);
        String begin = "-----BEGIN PUBLIC";
        Files.writeString(
                key,
                closed.substring(0, closed.indexOf(begin)) + open.substring(open.indexOf(begin)));
        assertEquals(new Answer.Refused("BadSignature[]"), answer("sign", key, catalogue));
        assertFalse(Files.exists(signature));
    }

    @Test
    void aFileWithoutAKeyIsSaidToBeNone() throws Exception {
        Files.writeString(key, "nothing");
        assertThrows(IOException.class, () -> answer("sign", key, catalogue));
    }

    @Test
    void otherCommandsAreAnsweredWithTheUsage() throws Exception {
        assertTrue(answer().text().contains("new-key KEYFILE"));
        assertInstanceOf(Answer.Refused.class, answer("sign", key));
        assertInstanceOf(Answer.Refused.class, answer("unsign", key, catalogue));
    }

    @Test
    void aWeakKeyChecksNothing() throws Exception {
        Files.copy(REAL.resolveSibling("catalogue.json.sig"), signature);
        String zeros = "A".repeat(43) + "=";
        assertEquals(
                new Answer.Refused("no key, or a weak one: " + zeros),
                answer("check", zeros, catalogue));
    }
}
