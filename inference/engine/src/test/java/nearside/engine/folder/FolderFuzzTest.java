package nearside.engine.folder;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;

/// Damage by chance, from a fixed seed: whatever the bytes are, the check gives an answer.
class FolderFuzzTest {
    private static final long SEED = 20_261_124;
    private static final int ROUNDS = 60;

    @TempDir Path temp;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "genai_config.json",
                "config.json",
                "tokenizer_config.json",
                "special_tokens_map.json",
                "generation_config.json",
                "model.onnx"
            })
    void damagedFileAlwaysGetsAnAnswer(String file) throws IOException {
        FolderCopy copy = FolderCopy.of("phi3-tiny-4k", temp);
        byte[] whole = copy.bytes(file);
        copy.with("tokenizer.json", "{\"model\": {}}");
        Random random = new Random(SEED);
        assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> {
                    for (int round = 0; round < ROUNDS; round++) {
                        check(copy.with(file, damaged(whole, random)));
                    }
                });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void damagedTokenizerAlwaysGetsAnAnswer(int seed) throws IOException {
        FolderCopy copy = FolderCopy.of("phi3-tiny-4k", temp);
        byte[] whole = copy.bytes("tokenizer.json");
        check(copy.with("tokenizer.json", damaged(whole, new Random(seed))));
    }

    private static byte[] damaged(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        int flips = random.nextInt(5);
        for (int i = 0; i <= flips; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        boolean cut = random.nextInt(3) == 0;
        return cut ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }

    /// Whatever is called sound lists plain files inside the folder and nothing else.
    private static void check(FolderCopy copy) {
        switch (ModelFolder.check(copy.path())) {
            case FolderCheck.Flawed(FolderFlaw flaw) -> assertFalse(flaw.toString().isEmpty());
            case FolderCheck.Sound(ModelFolder folder) ->
                    folder.contents().files().forEach(file -> plainFile(copy, file));
        }
    }

    private static void plainFile(FolderCopy copy, String name) {
        Path file = copy.file(name);
        assertTrue(copy.path().equals(file.normalize().getParent()), name);
        assertTrue(Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS), name);
    }
}
