package nearside.copilot.downloads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import nearside.copilot.models.ImportOutcome;
import nearside.copilot.models.Models;
import nearside.copilot.outside.LargeZip;
import nearside.copilot.outside.ZipModel;
import nearside.storage.ModelShelf;
import nearside.storage.SettingsFile;
import nearside.storage.shelf.Adoption;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Zip archives where the disk has no room for what is in them.
class UnpackingOnFullDiskTest {
    private static final Path MODELS = Path.of(System.getProperty("nearside.models"));
    private static final int LARGE = 200 << 20;

    @TempDir Path temp;

    private static List<String> entries(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void whatDoesNotFitIsNotBegunAndWhatBreaksOffLeavesNothing() throws Exception {
        assumeTrue(FullDisk.canBe());
        Path zip = LargeZip.of(MODELS.resolve("phi3-tiny-4k"), LARGE).to(temp.resolve("m.zip"));
        Path folder = Files.createDirectory(temp.resolve("disk"));
        try (FullDisk _ = FullDisk.of(folder)) {
            ModelShelf shelf = new ModelShelf(folder);
            Models models =
                    new Models(
                            MODELS.resolve("smollm2-135m-instruct-int4"),
                            shelf,
                            new SettingsFile(folder));
            assertInstanceOf(ImportOutcome.NoSpace.class, models.bringIn(zip));
            assertThrows(IOException.class, () -> unpackRegardless(shelf, zip));
            assertEquals(List.of(".lock"), entries(folder.resolve("models")));
        }
    }

    private static void unpackRegardless(ModelShelf shelf, Path zip) throws IOException {
        ZipModel model = assertInstanceOf(ZipModel.Look.Harmless.class, ZipModel.look(zip)).zip();
        try (Adoption adoption = shelf.adopt()) {
            model.unpack(adoption, new ZipModel.Limits(64L << 30, -(1L << 40)));
        }
    }
}
