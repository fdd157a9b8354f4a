package nearside.copilot.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What people name when they mean a model.
class RecognitionTest {
    private static final Path TINY =
            Path.of(System.getProperty("nearside.models")).resolve("phi3-tiny-4k");

    @TempDir Path room;

    private Path file(String name, String bytes) throws IOException {
        Path file = room.resolve(name);
        Files.createDirectories(file.resolveSibling("."));
        return Files.writeString(file, bytes, ISO_8859_1);
    }

    private static String characters(String text) {
        return text.translateEscapes();
    }

    @ParameterizedTest
    @CsvSource({
        "m.gguf, GGUF, GGUF",
        "renamed.data, GGUF, GGUF",
        "old.ggml, x, GGUF",
        "model.safetensors, x, SAFETENSORS",
        "renamed, '\\10\\1\\0\\0\\0\\0\\0\\0{\"a\":1}', SAFETENSORS",
        "pytorch_model.bin, PK, PYTORCH",
        "weights.bin, PK, PYTORCH",
        "model.pt, PK, PYTORCH",
        "renamed, '\\200\\2}q', PYTORCH",
        "model.onnx, '\\10\\7', ONNX_ALONE",
        "m.tar.gz, '\\37\\213', ARCHIVE",
        "renamed.zip, '7z\\274\\257\\47\\34', ARCHIVE",
        "m.7z, x, ARCHIVE",
        "m.rar, Rar!, ARCHIVE",
        "notes.txt, hello, UNKNOWN"
    })
    void otherFormsAreKnownByTheirFirstBytesOrNames(String name, String bytes, FormatKind kind)
            throws IOException {
        assertEquals(new Outside.OtherFormat(kind), Recognition.of(file(name, characters(bytes))));
    }

    @Test
    void aZipArchiveIsOneWhateverItIsCalled() throws IOException {
        Path named = file("m.zip", "cut");
        assertEquals(new Outside.Zip(named.toRealPath()), Recognition.of(named));
        Path other = file("download", characters("PK\3\4"));
        assertEquals(new Outside.Zip(other.toRealPath()), Recognition.of(other));
    }

    @ParameterizedTest
    @CsvSource({
        "m.gguf, GGUF",
        "model-00001-of-2.safetensors, SAFETENSORS",
        "pytorch_model.bin, PYTORCH",
        "model.onnx, ONNX_ALONE",
        "blobs/sha256-1, OLLAMA"
    })
    void foldersOfOtherFormsAreKnownByTheirNames(String name, FormatKind kind) throws IOException {
        file(name, "x");
        assertEquals(new Outside.OtherFormat(kind), Recognition.of(room));
    }

    @Test
    void aFileOfAModelStandsForItsFolder() throws IOException {
        Outside folder = new Outside.Folder(TINY.toRealPath());
        assertEquals(folder, Recognition.of(TINY));
        assertEquals(folder, Recognition.of(TINY.resolve("genai_config.json")));
        assertEquals(folder, Recognition.of(TINY.resolve("model.onnx")));
    }

    @Test
    void theOneFolderInsideIsMeant() throws IOException {
        Path one = file("cpu/int4/genai_config.json", "{}").resolveSibling(".").toRealPath();
        assertEquals(new Outside.Folder(one), Recognition.of(room));
        file("gpu/genai_config.json", "{}");
        assertEquals(new Outside.SeveralInside(List.of("cpu/int4", "gpu")), Recognition.of(room));
    }

    @Test
    void whatIsNotThereIsAFolderThatIsNotThere() throws IOException {
        Path nowhere = room.resolve("nowhere");
        assertEquals(new Outside.Folder(nowhere), Recognition.of(nowhere));
        assertEquals(new Outside.Folder(room.toRealPath()), Recognition.of(room));
    }
}
