package nearside.engine.folder;

import static nearside.engine.KvPrecision.FLOAT32;
import static nearside.engine.KvPrecision.INT8;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.engine.folder.ModelFolder.Contents;
import nearside.engine.folder.ModelFolder.Inputs;
import nearside.engine.folder.ModelFolder.Names;
import nearside.engine.folder.ModelFolder.Outputs;
import nearside.engine.folder.ModelFolder.Shape;
import nearside.engine.memory.ModelSize;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// The folders that come with the program, with every number in them.
class RealFoldersTest {
    private static final String PHI3_TOKENIZER =
            "708095bfb44cd1e7b1d189601818b1b0d4d9d2c7234cc812b58749e149e1e768";
    private static final Set<Integer> PHI3_END = Set.of(32000, 32001, 32007);
    private static final Inputs INPUTS =
            new Inputs(
                    "input_ids",
                    "attention_mask",
                    Optional.empty(),
                    "past_key_values.%d.key",
                    "past_key_values.%d.value");
    private static final Outputs OUTPUTS =
            new Outputs("logits", "present.%d.key", "present.%d.value");

    @Test
    void starterIsSound() {
        Path folder = path("smollm2-135m-instruct-int4");
        ModelFolder expected =
                new ModelFolder(
                        folder,
                        "llama",
                        Optional.empty(),
                        new Contents(
                                List.of(
                                        "LICENSE",
                                        "chat_template.jinja",
                                        "config.json",
                                        "genai_config.json",
                                        "generation_config.json",
                                        "model.embed.onnx.data",
                                        "model.onnx",
                                        "model.onnx.data",
                                        "special_tokens_map.json",
                                        "tokenizer.json",
                                        "tokenizer_config.json"),
                                271226L + 74217344 + 31850496,
                                "de985c9ef402e6a5d8251a9d5ae10872480d2584e8dce4cda29b0f2734187b02"),
                        new Shape(30, 3, 64, 4, 49152, 8192, OptionalInt.empty()),
                        names(Set.of(2)));
        assertEquals(new FolderCheck.Sound(expected), ModelFolder.check(folder));
        assertEquals("smollm2-135m-instruct-int4", expected.id());
        assertEquals(46_080, expected.shape().kvBytesPerToken());
    }

    @Test
    void shortPhi3IsSound() {
        Path folder = path("phi3-tiny-4k");
        ModelFolder expected =
                new ModelFolder(
                        folder,
                        "phi3",
                        Optional.empty(),
                        new Contents(PHI3_FILES, 18188L + 9805568, PHI3_TOKENIZER),
                        new Shape(2, 4, 16, 4, 32064, 4096, OptionalInt.empty()),
                        names(PHI3_END));
        assertEquals(new FolderCheck.Sound(expected), ModelFolder.check(folder));
    }

    @Test
    void longPhi3IsSoundAndSaysWhereItsFactorsChange() {
        Path folder = path("phi3-tiny-128k");
        ModelFolder expected =
                new ModelFolder(
                        folder,
                        "phi3",
                        Optional.empty(),
                        new Contents(PHI3_FILES, 1329906L + 9543424, PHI3_TOKENIZER),
                        new Shape(2, 4, 16, 4, 32064, 16384, OptionalInt.of(4096)),
                        names(PHI3_END));
        assertEquals(new FolderCheck.Sound(expected), ModelFolder.check(folder));
    }

    /// The kind of the numbers lies in the graph alone: right after its name, an input says the tag
    /// 8 and the kind.
    @ParameterizedTest
    @CsvSource({"1, 4", "2, 1", "3, 1", "10, 2", "16, 2", "11, 4"})
    void cacheOfOtherNumbersTakesOtherBytes(int kind, int bytes, @TempDir Path temp)
            throws IOException {
        FolderCopy copy = FolderCopy.of("phi3-tiny-4k", temp);
        byte[] graph = copy.bytes("model.onnx");
        String text = new String(graph, StandardCharsets.ISO_8859_1);
        int at = text.indexOf("\b\u0001", text.lastIndexOf("past_key_values.0.key"));
        graph[at + 1] = (byte) kind;
        ModelFolder folder = copy.with("model.onnx", graph).sound();
        assertEquals(bytes, folder.shape().kvNumberBytes());
        assertEquals(2L * 2 * 4 * 16 * bytes, ModelSize.of(folder, FLOAT32).kvBytesPerToken());
        assertEquals(2L * 2 * 4 * 16, ModelSize.of(folder, INT8).kvBytesPerToken());
    }

    private static final List<String> PHI3_FILES =
            List.of(
                    "chat_template.jinja",
                    "config.json",
                    "genai_config.json",
                    "generation_config.json",
                    "model.onnx",
                    "model.onnx.data",
                    "special_tokens_map.json",
                    "tokenizer.json",
                    "tokenizer_config.json");

    private static Names names(Set<Integer> endOfReply) {
        return new Names("model.onnx", INPUTS, OUTPUTS, endOfReply);
    }

    private static Path path(String name) {
        return Path.of(System.getProperty("nearside.models")).resolve(name);
    }
}
