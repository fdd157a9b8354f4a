package nearside.engine.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

class ModelHashTest {
    @TempDir Path temp;

    private static String hash(Path folder) throws IOException {
        return ModelHash.of(((FolderCheck.Sound) ModelFolder.check(folder)).folder());
    }

    @Test
    void sameFolderElsewhereHasTheSameHash() throws IOException {
        Path one = FolderCopy.of("phi3-tiny-4k", temp.resolve("one")).path();
        Path other = FolderCopy.of("phi3-tiny-4k", temp.resolve("other")).path();
        assertEquals(hash(one), hash(other));
        assertTrue(hash(one).matches("[0-9a-f]{64}"));
    }

    @Test
    void anotherGraphOrAnotherSizeIsAnotherModel() throws IOException {
        FolderCopy folder = FolderCopy.of("phi3-tiny-4k", temp);
        Set<String> hashes = new HashSet<>(Set.of(hash(folder.path())));
        byte[] data = folder.bytes("model.onnx.data");
        Files.write(folder.file("model.onnx.data"), Arrays.copyOf(data, data.length + 1));
        assertTrue(hashes.add(hash(folder.path())), "weights one byte longer");
        byte[] graph = folder.bytes("model.onnx");
        int maker = new String(graph, StandardCharsets.ISO_8859_1).indexOf("genai");
        graph[maker] = 'G';
        folder.with("model.onnx", graph);
        assertTrue(hashes.add(hash(folder.path())), "another graph");
        folder.without("generation_config.json");
        assertTrue(hashes.add(hash(folder.path())), "one file fewer");
    }
}
