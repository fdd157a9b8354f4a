package nearside.engine.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.engine.KvPrecision;
import nearside.engine.KvScales;
import nearside.engine.folder.FolderCheck;
import nearside.engine.folder.ModelFolder;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

class KvModelTest {
    @TempDir Path folder;

    @BeforeEach
    void copyModel() throws IOException {
        Path source = Path.of(System.getProperty("nearside.models"), "phi3-tiny-4k");
        try (Stream<Path> files = Files.list(source)) {
            for (Path file : files.toList()) {
                Files.copy(
                        file,
                        folder.resolve(source.relativize(file)),
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private KvModel model(KvPrecision precision, Optional<KvScales> scales, String runtime)
            throws IOException {
        ModelFolder sound =
                assertInstanceOf(FolderCheck.Sound.class, ModelFolder.check(folder)).folder();
        return KvModel.of(sound, precision, scales, runtime);
    }

    private String kind() throws IOException {
        return model(KvPrecision.FLOAT32, Optional.empty(), "1.29.0").kind();
    }

    private static Optional<KvScales> scales(float scale) {
        return KvScales.of("1.29.0", 1, new float[] {scale, 1});
    }

    @Test
    void sameModelHasTheSameName() throws IOException {
        assertEquals(kind(), kind());
        assertEquals(
                folder.toAbsolutePath().toString(),
                model(KvPrecision.FLOAT32, Optional.empty(), "x").place());
    }

    @Test
    void runtimePrecisionAndScalesCount() throws IOException {
        Set<String> kinds = new HashSet<>(Set.of(kind()));
        assertTrue(kinds.add(model(KvPrecision.FLOAT32, Optional.empty(), "1.30.0").kind()));
        assertTrue(kinds.add(model(KvPrecision.INT8, scales(1), "1.29.0").kind()));
        assertTrue(kinds.add(model(KvPrecision.INT8, scales(2), "1.29.0").kind()));
    }

    @Test
    void templateAndWeightsCount() throws IOException {
        Set<String> kinds = new HashSet<>(Set.of(kind()));
        Path template = folder.resolve("chat_template.jinja");
        FileTime before = Files.getLastModifiedTime(template);
        Files.writeString(template, Files.readString(template).replace("user", "USER"));
        Files.setLastModifiedTime(template, before);
        assertTrue(kinds.add(kind()), "a template of the same length and time");
        Path weights = folder.resolve("model.onnx.data");
        Files.setLastModifiedTime(weights, FileTime.fromMillis(1));
        assertTrue(kinds.add(kind()), "weights of the same length, written at another time");
    }
}
