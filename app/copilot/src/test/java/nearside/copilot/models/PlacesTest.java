package nearside.copilot.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.copilot.models.ImportOutcome.Imported;
import nearside.copilot.models.InstalledModel.Origin;
import nearside.copilot.models.Removal.Was;
import nearside.copilot.outside.Outside;
import nearside.engine.folder.FolderCheck;
import nearside.engine.folder.FolderFlaw;
import nearside.storage.ModelShelf;
import nearside.storage.Settings;
import nearside.storage.SettingsFile;
import nearside.storage.shelf.Footprint;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Models that are linked, that stay where they are, and that go.
class PlacesTest {
    private static final String STARTER = "smollm2-135m-instruct-int4";
    private static final String TINY = "phi3-tiny-4k";
    private static final Path MODELS = Path.of(System.getProperty("nearside.models"));

    @TempDir Path temp;

    private Path profile() {
        return temp.resolve("profile");
    }

    private SettingsFile settings() {
        return new SettingsFile(profile());
    }

    private Models models() {
        return new Models(MODELS.resolve(STARTER), new ModelShelf(profile()), settings());
    }

    private Path copy(String name) throws IOException {
        Path target = Files.createDirectories(temp.resolve(name));
        try (Stream<Path> files = Files.list(MODELS.resolve(TINY))) {
            for (Path file : files.toList()) {
                Files.copy(file, target.resolve(file.getFileName().toString()));
            }
        }
        return target.toRealPath();
    }

    private InstalledModel brought(Path folder, Manner manner) throws IOException {
        return assertInstanceOf(Imported.class, models().bringIn(folder, manner)).model();
    }

    private List<String> ids() {
        return models().list().stream().map(InstalledModel::id).toList();
    }

    @Test
    void linkedFilesAreTheSameFilesAndTakeNoRoom() throws IOException {
        Path folder = copy("mine");
        InstalledModel linked = brought(folder, Manner.LINK);
        assertEquals(Origin.IMPORTED, linked.origin());
        assertInstanceOf(FolderCheck.Sound.class, linked.check());
        Path weights = linked.folder().resolve("model.onnx");
        assertTrue(Files.isSameFile(weights, folder.resolve("model.onnx")));
        assertFalse(Files.isSymbolicLink(weights));
        assertEquals(0, Footprint.of(linked.folder()).freedBytes());
        assertTrue(Footprint.of(linked.folder()).bytes() > 0);
    }

    @Test
    void removingLinkedFilesLeavesTheOnesOutside() throws IOException {
        Path folder = copy("mine");
        InstalledModel linked = brought(folder, Manner.LINK);
        assertEquals(new Removal.Removed(linked, 0, Was.ASIDE), models().remove(linked.id()));
        assertTrue(Files.exists(folder.resolve("model.onnx")));
        assertEquals(List.of(STARTER), ids());
    }

    /// Memory is a disk of its own.
    @Test
    @EnabledOnOs(OS.LINUX)
    void linkingAcrossDisksIsRefusedAndNothingIsCopied() throws IOException {
        Path memory = Files.createTempDirectory(Path.of("/dev/shm"), "nearside-");
        try {
            Models there = new Models(MODELS.resolve(STARTER), new ModelShelf(memory), settings());
            ImportOutcome outcome = there.bringIn(copy("mine"), Manner.LINK);
            assertInstanceOf(ImportOutcome.NotLinked.class, outcome);
            assertEquals(List.of(), new ModelShelf(memory).folders());
            Files.delete(memory.resolve("models/.lock"));
        } finally {
            Files.delete(memory.resolve("models"));
            Files.delete(memory);
        }
    }

    @Test
    void aFolderStaysInItsPlaceAndIsUsedThere() throws IOException {
        Path folder = copy("share");
        InstalledModel model = brought(folder, Manner.IN_PLACE);
        assertEquals(new InstalledModel("share", folder, Origin.IN_PLACE, model.check()), model);
        assertFalse(Files.exists(profile().resolve("models")));
        models().use(model);
        assertEquals(model, models().inUse());
        assertEquals(List.of(STARTER, "share"), ids());
    }

    @Test
    void aFolderIsKnownOnce() throws IOException {
        Path folder = copy("share");
        InstalledModel first = brought(folder, Manner.IN_PLACE);
        assertEquals(first, brought(folder.resolve("genai_config.json"), Manner.IN_PLACE));
        assertEquals(STARTER, brought(MODELS.resolve(STARTER), Manner.IN_PLACE).id());
        assertEquals(List.of(STARTER, "share"), ids());
    }

    @Test
    void namesAreUniqueAcrossShelfAndPlaces() throws IOException {
        Path share = copy("share");
        assertEquals("share", brought(share, Manner.COPY).id());
        assertEquals("share-2", brought(share, Manner.IN_PLACE).id());
        assertEquals("share-3", brought(copy("other/share"), Manner.IN_PLACE).id());
        assertEquals("share-4", brought(copy("third/share"), Manner.LINK).id());
    }

    @Test
    void aPlaceThatIsGoneIsListedWithItsFlawAndTheStarterIsUsed() throws IOException {
        Path folder = copy("share");
        InstalledModel model = brought(folder, Manner.IN_PLACE);
        models().use(model);
        Path away = Files.move(folder, temp.resolve("away"));
        assertEquals(
                new FolderCheck.Flawed(new FolderFlaw.NotAFolder()),
                models().find("share").orElseThrow().check());
        assertEquals(STARTER, models().inUse().id());
        Files.move(away, folder);
        assertEquals("share", models().inUse().id());
        Files.delete(folder.resolve("tokenizer.json"));
        assertEquals(STARTER, models().inUse().id());
    }

    @Test
    void whatLiesElsewhereIsOnlyForgotten() throws IOException {
        Path folder = copy("share");
        InstalledModel model = brought(folder, Manner.IN_PLACE);
        models().use(model);
        assertEquals(new Removal.Forgotten(model, Was.IN_USE), models().remove("share"));
        assertTrue(Files.exists(folder.resolve("model.onnx")));
        assertEquals(List.of(STARTER), ids());
        assertEquals(Settings.DEFAULT, settings().read());
    }

    @Test
    void aRemovedModelIsGoneAndTheStarterIsUsed() throws IOException {
        InstalledModel model = brought(MODELS.resolve(TINY), Manner.COPY);
        models().use(model);
        Footprint room = Footprint.of(model.folder());
        assertEquals(new Removal.Removed(model, room.bytes(), Was.IN_USE), models().remove(TINY));
        assertFalse(Files.exists(model.folder()));
        assertEquals(STARTER, models().inUse().id());
        assertEquals(Settings.DEFAULT, settings().read());
        assertEquals(new Removal.Unknown(TINY), models().remove(TINY));
    }

    @Test
    void theStarterStays() throws IOException {
        assertEquals(new Removal.StarterStays(), models().remove(STARTER));
        assertTrue(Files.exists(MODELS.resolve(STARTER)));
        assertEquals(new Removal.Unknown("../x"), models().remove("../x"));
        assertEquals(new Removal.Unknown(""), models().remove(""));
    }

    @Test
    void anArchiveIsOnlyCopied() throws IOException {
        Path zip = Files.writeString(temp.resolve("m.zip"), "PK");
        for (Manner manner : List.of(Manner.LINK, Manner.IN_PLACE)) {
            assertEquals(new ImportOutcome.OnlyCopied(manner), models().bringIn(zip, manner));
        }
    }

    @Test
    void severalModelsInsideAreNamed() throws IOException {
        copy("all/cpu");
        copy("all/gpu");
        assertEquals(
                new ImportOutcome.NoModel(new Outside.SeveralInside(List.of("cpu", "gpu"))),
                models().bringIn(temp.resolve("all")));
        assertEquals("cpu", brought(temp.resolve("all/cpu"), Manner.COPY).id());
    }
}
