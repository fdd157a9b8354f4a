package nearside.copilot.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.copilot.models.ImportOutcome.Imported;
import nearside.copilot.models.ImportOutcome.NoSpace;
import nearside.copilot.models.ImportOutcome.Refused;
import nearside.copilot.models.InstalledModel.Origin;
import nearside.engine.folder.FolderCheck;
import nearside.engine.folder.FolderFlaw;
import nearside.storage.ModelShelf;
import nearside.storage.Settings;
import nearside.storage.SettingsFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Models of a real profile: the starter, and what is brought in beside it.
class ModelsTest {
    private static final String STARTER = "smollm2-135m-instruct-int4";
    private static final Path MODELS = Path.of(System.getProperty("nearside.models"));

    @TempDir Path temp;

    private Path profile() {
        return temp.resolve("profile");
    }

    private Models models() {
        return new Models(
                MODELS.resolve(STARTER), new ModelShelf(profile()), new SettingsFile(profile()));
    }

    private InstalledModel imported(Path folder) throws IOException {
        return assertInstanceOf(Imported.class, models().bringIn(folder)).model();
    }

    private Path copy(String name) throws IOException {
        Path target = Files.createDirectory(temp.resolve(name));
        try (Stream<Path> files = Files.list(MODELS.resolve(name))) {
            for (Path file : files.toList()) {
                Files.copy(file, target.resolve(file.getFileName().toString()));
            }
        }
        return target;
    }

    private static List<String> ids(Models models) {
        return models.list().stream().map(InstalledModel::id).toList();
    }

    @Test
    void freshProfileHasTheStarterInUse() {
        InstalledModel starter = models().inUse();
        assertEquals(STARTER, starter.id());
        assertEquals(Origin.STARTER, starter.origin());
        assertInstanceOf(FolderCheck.Sound.class, starter.check());
        assertEquals(List.of(starter), models().list());
    }

    @Test
    void importedModelIsListedAfterTheStarter() throws IOException {
        InstalledModel model = imported(MODELS.resolve("phi3-tiny-4k"));
        assertEquals("phi3-tiny-4k", model.id());
        assertEquals(Origin.IMPORTED, model.origin());
        assertInstanceOf(FolderCheck.Sound.class, model.check());
        assertEquals(profile().resolve("models").resolve("phi3-tiny-4k"), model.folder());
        assertEquals(List.of(STARTER, "phi3-tiny-4k"), ids(models()));
        assertEquals(Optional.of(model), models().find("phi3-tiny-4k"));
    }

    @Test
    void importingDoesNotChangeTheChoice() throws IOException {
        imported(MODELS.resolve("phi3-tiny-4k"));
        assertEquals(STARTER, models().inUse().id());
    }

    @Test
    void sameFolderTwiceGetsTwoIds() throws IOException {
        imported(MODELS.resolve("phi3-tiny-4k"));
        assertEquals("phi3-tiny-4k-2", imported(MODELS.resolve("phi3-tiny-4k")).id());
    }

    @Test
    void importedFolderNeverBearsTheStartersName() throws IOException {
        Path named = Files.move(copy("phi3-tiny-4k"), temp.resolve(STARTER));
        assertEquals(STARTER + "-2", imported(named).id());
        assertEquals(List.of(STARTER, STARTER + "-2"), ids(models()));
        assertEquals(Origin.STARTER, models().find(STARTER).orElseThrow().origin());
    }

    @Test
    void unknownIdIsNotFound() {
        assertEquals(Optional.empty(), models().find("phi3-tiny-4k"));
        assertEquals(Optional.empty(), models().find("../profile"));
    }

    @Test
    void brokenFolderIsRefusedAndNothingIsCopied() throws IOException {
        Path broken = copy("phi3-tiny-4k");
        Files.delete(broken.resolve("tokenizer.json"));
        assertEquals(
                new Refused(new FolderFlaw.Missing("tokenizer.json")), models().bringIn(broken));
        assertEquals(
                new Refused(new FolderFlaw.NotAFolder()),
                models().bringIn(temp.resolve("nowhere")));
        assertFalse(Files.exists(profile().resolve("models")));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void linkToAFolderIsFollowedOnce() throws IOException {
        Path link = Files.createSymbolicLink(temp.resolve("m"), copy("phi3-tiny-4k"));
        assertEquals("phi3-tiny-4k", imported(link).id());
    }

    @Test
    void modelThatDoesNotFitTheDiskIsNotBegun() throws IOException {
        Path huge = copy("phi3-tiny-4k");
        long size = 2L << 40;
        try (RandomAccessFile sparse =
                new RandomAccessFile(huge.resolve("model.onnx.data").toFile(), "rw")) {
            sparse.setLength(size);
        }
        NoSpace outcome = assertInstanceOf(NoSpace.class, models().bringIn(huge));
        assertTrue(outcome.neededBytes() > size && outcome.freeBytes() < size);
        assertFalse(Files.exists(profile().resolve("models")));
    }

    @Test
    void choiceIsKept() throws IOException {
        InstalledModel model = imported(MODELS.resolve("phi3-tiny-4k"));
        models().use(model);
        assertEquals(model, models().inUse());
        models().use(models().find(STARTER).orElseThrow());
        assertEquals(STARTER, models().inUse().id());
        assertEquals(Settings.DEFAULT, new SettingsFile(profile()).read());
    }

    @Test
    void choiceThatIsBrokenOrGoneFallsBackToTheStarter() throws IOException {
        InstalledModel model = imported(MODELS.resolve("phi3-tiny-4k"));
        models().use(model);
        Files.delete(model.folder().resolve("model.onnx"));
        assertEquals(STARTER, models().inUse().id());
        InstalledModel listed = models().find(model.id()).orElseThrow();
        assertEquals(new FolderCheck.Flawed(new FolderFlaw.Missing("model.onnx")), listed.check());
        Files.move(model.folder(), temp.resolve("away"));
        assertEquals(STARTER, models().inUse().id());
        assertEquals(List.of(STARTER), ids(models()));
    }
}
