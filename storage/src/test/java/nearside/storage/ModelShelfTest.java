package nearside.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/// Models on the shelf: whole or not there.
class ModelShelfTest {
    private static final List<String> FILES = List.of("a.json", "b.onnx");

    @TempDir Path temp;
    private Path source = Path.of("");
    private Path models = Path.of("");

    @BeforeEach
    void source() throws IOException {
        source = Files.createDirectory(temp.resolve("phi3"));
        models = temp.resolve("profile").resolve("models");
        Files.writeString(source.resolve("a.json"), "{}");
        Files.write(source.resolve("b.onnx"), new byte[3_000_000]);
        Files.writeString(source.resolve("README.md"), "not part of the model");
    }

    private ModelShelf shelf() {
        return new ModelShelf(temp.resolve("profile"));
    }

    private List<String> entries(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void freshProfileHasAnEmptyShelf() {
        assertEquals(List.of(), shelf().folders());
        assertFalse(Files.exists(models));
    }

    @Test
    void namedFilesAndNoOthersAreCopied() throws IOException {
        Path adopted = shelf().adopt(source, FILES);
        assertEquals(models.resolve("phi3"), adopted);
        assertEquals(FILES, entries(adopted));
        assertEquals(-1, Files.mismatch(source.resolve("b.onnx"), adopted.resolve("b.onnx")));
        assertEquals(List.of(adopted), shelf().folders());
    }

    @Test
    void secondOfTheSameNameGetsANumber() throws IOException {
        shelf().adopt(source, FILES);
        assertEquals(models.resolve("phi3-2"), shelf().adopt(source, FILES));
        assertEquals(models.resolve("phi3-3"), shelf().adopt(source, FILES));
    }

    @Test
    void takenNameIsNotUsed() throws IOException {
        assertEquals(
                models.resolve("phi3-2"), shelf().adopt(source, FILES, Set.of("other", "PHI3")));
    }

    @Test
    void emptyFolderOfThatNameIsNotReplaced() throws IOException {
        Files.createDirectories(models.resolve("phi3"));
        assertEquals(models.resolve("phi3-2"), shelf().adopt(source, FILES));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void nobodyElseMayReadIt() throws IOException {
        Path adopted = shelf().adopt(source, FILES);
        for (Path folder : List.of(temp.resolve("profile"), models, adopted)) {
            assertEquals("rwx------", rights(folder));
        }
        assertEquals("rw-------", rights(adopted.resolve("a.json")));
        assertEquals("rw-------", rights(models.resolve(".lock")));
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void failedCopyLeavesNothing() throws IOException {
        List<String> files = List.of("a.json", "absent.onnx");
        assertThrows(IOException.class, () -> shelf().adopt(source, files));
        assertEquals(List.of(".lock"), entries(models));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret", "/etc/passwd", ".", "", "sub/x", "..", "./a.json"})
    void fileOutsideTheFolderIsRefused(String file) throws IOException {
        Files.writeString(temp.resolve("secret"), "x");
        Files.writeString(Files.createDirectory(source.resolve("sub")).resolve("x"), "x");
        assertThrows(IOException.class, () -> shelf().adopt(source, List.of(file)));
        assertEquals(List.of(".lock"), entries(models));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void linkIsRefusedAtTheLastMoment() throws IOException {
        Files.delete(source.resolve("a.json"));
        Files.createSymbolicLink(source.resolve("a.json"), source.resolve("README.md"));
        assertThrows(IOException.class, () -> shelf().adopt(source, FILES));
        assertEquals(List.of(".lock"), entries(models));
    }

    @Test
    void leftoversAreInvisibleAndGoWithTheNextAttempt() throws IOException {
        Path leftover = Files.createDirectories(models.resolve(".adopt-1").resolve("deep"));
        Files.writeString(leftover.resolve("b.onnx"), "half");
        assertEquals(List.of(), shelf().folders());
        shelf().adopt(source, FILES);
        assertEquals(List.of(".lock", "phi3"), entries(models));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void leftoverThatIsALinkTakesNothingWithIt() throws IOException {
        Files.createDirectories(models);
        Files.createSymbolicLink(models.resolve(".adopt-1"), source);
        shelf().adopt(source, FILES);
        assertTrue(Files.exists(source.resolve("README.md")));
        assertEquals(List.of(".lock", "phi3"), entries(models));
    }

    @Test
    void onlyFoldersAreModelsAndTheyComeByName() throws IOException {
        for (String name : List.of("b", "a", ".hidden")) {
            Files.createDirectories(models.resolve(name));
        }
        Files.writeString(models.resolve("file"), "x");
        assertEquals(List.of(models.resolve("a"), models.resolve("b")), shelf().folders());
    }

    @Test
    void manyAtOnceAllArrive() throws Exception {
        Callable<Path> adopt = () -> shelf().adopt(source, FILES);
        List<Path> arrived = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Path> one : threads.invokeAll(List.of(adopt, adopt, adopt, adopt))) {
                arrived.add(one.get());
            }
        }
        assertEquals(arrived.stream().sorted().toList(), shelf().folders());
        assertEquals(4, Set.copyOf(arrived).size());
    }

    @Test
    void freeBytesAreKnownBeforeTheShelfExists() throws IOException {
        assertTrue(shelf().freeBytes() > 0);
        assertFalse(Files.exists(models));
    }
}
