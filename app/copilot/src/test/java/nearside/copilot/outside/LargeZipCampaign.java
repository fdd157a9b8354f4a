package nearside.copilot.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import nearside.copilot.outside.ZipModel.Limits;
import nearside.copilot.outside.ZipModel.Look;
import nearside.copilot.outside.ZipModel.Unpacked;
import nearside.storage.ModelShelf;
import nearside.storage.shelf.Adoption;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;

/// Archives whose files and lists lie beyond 4 GiB; too large for every day.
class LargeZipCampaign {
    private static final Path MODELS = Path.of(System.getProperty("nearside.models"));
    private static final long ZEROS = 4_100L << 20;

    @TempDir Path temp;

    @ParameterizedTest
    @ValueSource(ints = {Deflater.NO_COMPRESSION, Deflater.BEST_SPEED})
    void comesOutWhole(int level) throws IOException {
        Path tiny = MODELS.resolve("phi3-tiny-4k");
        Path zip = new LargeZip(tiny, ZEROS, level).to(temp.resolve("m.zip"));
        ZipModel model = assertInstanceOf(Look.Harmless.class, ZipModel.look(zip)).zip();
        try (Adoption adoption = new ModelShelf(temp).adopt()) {
            assertEquals(new Unpacked.Whole(), model.unpack(adoption, Limits.USUAL));
            assertEquals(ZEROS, Files.size(adoption.folder().resolve("zeros.data")));
            assertEquals(
                    -1,
                    Files.mismatch(
                            tiny.resolve("model.onnx.data"),
                            adoption.folder().resolve("model.onnx.data")));
        }
    }
}
