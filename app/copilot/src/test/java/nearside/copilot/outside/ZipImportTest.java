package nearside.copilot.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.copilot.models.ImportOutcome;
import nearside.copilot.models.Models;
import nearside.copilot.outside.ZipModel.Limits;
import nearside.copilot.outside.ZipModel.Look;
import nearside.copilot.outside.ZipModel.Unpacked;
import nearside.engine.folder.FolderFlaw;
import nearside.storage.ModelShelf;
import nearside.storage.SettingsFile;
import nearside.storage.shelf.Adoption;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/// What comes out of zip archives: models, or nothing at all.
class ZipImportTest {
    private static final Path MODELS = Path.of(System.getProperty("nearside.models"));
    private static final Path TINY = MODELS.resolve("phi3-tiny-4k");

    @TempDir Path temp;
    private Path room = Path.of("");

    @BeforeEach
    void rooms() throws IOException {
        room = Files.createDirectories(temp.resolve("a/b/room"));
    }

    private ModelShelf shelf() {
        return new ModelShelf(room.resolve("profile"));
    }

    private Models models() {
        return new Models(
                MODELS.resolve("smollm2-135m-instruct-int4"),
                shelf(),
                new SettingsFile(room.resolve("profile")));
    }

    private ImportOutcome bringIn(byte[] zip) throws IOException {
        return models().bringIn(Files.write(room.resolve("model.zip"), zip));
    }

    /// Everything that lies anywhere below, but what is expected there.
    private List<String> written() throws IOException {
        try (Stream<Path> all = Files.walk(temp)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> temp.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !name.equals("a/b/room/model.zip"))
                    .filter(name -> !name.equals("a/b/room/profile/models/.lock"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void noHostileArchiveIsTakenAndNothingIsWritten() throws IOException {
        Map<String, byte[]> hostile = new HostileZips(TINY).all();
        assertTrue(hostile.size() >= 40, "only " + hostile.size());
        Map<String, Object> taken = new TreeMap<>();
        for (Map.Entry<String, byte[]> zip : hostile.entrySet()) {
            ImportOutcome outcome = bringIn(zip.getValue());
            if (!(outcome instanceof ImportOutcome.BadArchive) || !written().isEmpty()) {
                taken.put(zip.getKey(), outcome + " " + written());
            }
        }
        assertEquals(Map.of(), taken);
    }

    /// Without what is hostile in them, the archives are not what is refused.
    @Test
    void theSameArchivesWithoutTheHostileThingAreOpened() throws IOException {
        assertEquals(
                new ImportOutcome.Refused(new FolderFlaw.Missing("model.onnx.data")),
                bringIn(new HostileZips(TINY).sound().bytes()));
    }

    /// The seeded breaker: who takes names as they are writes outside of the folder.
    @Test
    void anExtractorThatBelievesNamesWritesElsewhere() throws IOException {
        Path folder = Files.createDirectories(room.resolve("profile/models/.adopt"));
        for (byte[] zip : new HostileZips(TINY).all().values()) {
            believe(zip, folder);
        }
        assertEquals(
                List.of("a/b/room/profile/evil.onnx", "a/b/room/profile/models/evil.onnx"),
                written());
    }

    private static void believe(byte[] bytes, Path folder) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().startsWith("../") && !entry.isDirectory()) {
                    Files.write(folder.resolve(entry.getName()), zip.readAllBytes());
                }
            }
        } catch (ZipException | EOFException | IllegalArgumentException unreadable) {
            assertNotEquals("", unreadable.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "phi3/"})
    void modelsInTheRootOrInOneFolderComeOut(String top) throws IOException {
        byte[] zip = new ZipBytes().withFolder(TINY, top).with("README.md").bytes();
        ImportOutcome outcome = bringIn(zip);
        Path folder = assertInstanceOf(ImportOutcome.Imported.class, outcome).model().folder();
        assertEquals(top.isEmpty() ? "model" : "phi3", folder.getFileName().toString());
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                assertEquals(-1, Files.mismatch(TINY.resolve(file.getFileName()), file));
            }
        }
        assertEquals(List.of(folder), shelf().folders());
    }

    @Test
    void theEndOfALargeArchiveIsRead() throws IOException {
        assertInstanceOf(
                ImportOutcome.Imported.class,
                bringIn(new ZipBytes().withFolder(TINY, "phi3/").large()));
    }

    @Test
    void whatIsNoModelIsLeftOut() throws IOException {
        byte[] zip =
                new ZipBytes()
                        .withFolder(TINY, "phi3/")
                        .with("__MACOSX/phi3/._model.onnx")
                        .with("phi3/.gitattributes")
                        .with("phi3/run.sh")
                        .with("phi3/unused.onnx")
                        .with("phi3/unused.data")
                        .bytes();
        Path folder = assertInstanceOf(ImportOutcome.Imported.class, bringIn(zip)).model().folder();
        for (String name : List.of("._model.onnx", "run.sh", "unused.onnx", "unused.data")) {
            assertTrue(Files.notExists(folder.resolve(name)), name);
        }
    }

    @Test
    void aNameThatIsNoUtf8IsNoHindrance() throws IOException {
        byte[] zip =
                new ZipBytes()
                        .withFolder(TINY, "")
                        .with(new ZipBytes.Entry("\u00cb\u00b5.txt", "x", 0, 8, ZipBytes.PLAIN, -1))
                        .bytes();
        assertInstanceOf(ImportOutcome.Imported.class, bringIn(zip));
    }

    @Test
    void aFlawedModelIsRefusedLikeAFlawedFolder() throws IOException {
        byte[] zip = new ZipBytes().with("genai_config.json").bytes();
        assertInstanceOf(ImportOutcome.Refused.class, bringIn(zip));
        assertEquals(List.of(), written());
    }

    private static ZipBytes bomb() {
        return new ZipBytes().with("weights.data", new byte[8 << 20]);
    }

    private Unpacked unpack(ZipBytes zip, Limits limits) throws IOException {
        Look look = ZipModel.look(zip.to(room.resolve("model.zip")));
        ZipModel model = assertInstanceOf(Look.Harmless.class, look).zip();
        try (Adoption adoption = shelf().adopt()) {
            return model.unpack(adoption, limits);
        }
    }

    @Test
    void moreThanAnyModelHasIsRefused() throws IOException {
        assertEquals(
                new Unpacked.Refused(new ZipFlaw.TooLarge(1 << 20)),
                unpack(bomb(), new Limits(1 << 20, 0)));
        assertEquals(List.of(), written());
    }

    @Test
    void whatWouldFillTheDiskIsNotBegun() throws IOException {
        long free = shelf().freeBytes();
        assertInstanceOf(
                Unpacked.NoSpace.class, unpack(bomb(), new Limits(64L << 30, free + (1L << 40))));
        assertEquals(List.of(), written());
    }

    @Test
    void allThatFitsComesOut() throws IOException {
        assertEquals(new Unpacked.Whole(), unpack(bomb(), new Limits(8 << 20, 0)));
    }
}
