package nearside.engine.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.engine.folder.FolderFlaw.NotJson;
import nearside.engine.folder.FolderFlaw.WrongValue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/// Files that are meant to be JSON.
class JsonFilesTest {
    @TempDir Path temp;
    private FolderCopy copy = new FolderCopy(Path.of(""));

    @BeforeEach
    void copy() throws IOException {
        copy = FolderCopy.of("phi3-tiny-4k", temp);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "genai_config.json",
                "config.json",
                "tokenizer.json",
                "tokenizer_config.json",
                "generation_config.json",
                "special_tokens_map.json"
            })
    void brokenFileIsNamed(String file) throws IOException {
        byte[] whole = copy.bytes(file);
        refused(file, copy.cut(file, whole.length / 2));
        refused(file, copy.cut(file, 0));
        refused(file, copy.with(file, "{\"a\": 1} {}"));
        refused(file, copy.with(file, "{'a': 1}"));
        refused(file, copy.with(file, "{\"a\": nan}"));
        refused(file, copy.with(file, new byte[] {'{', '"', (byte) 0xc3, '"', ':', '1', '}'}));
        refused(file, copy.with(file, "{\"a\":" + "[".repeat(100_000)));
        refused(file, copy.with(file, "{\"a\":".repeat(100_000)));
        copy.with(file, whole);
        assertEquals("phi3", copy.sound().family());
    }

    private static void refused(String file, FolderCopy copy) {
        assertEquals(file, assertInstanceOf(NotJson.class, copy.flaw()).file());
    }

    @Test
    void problemSaysLineAndColumn() throws IOException {
        copy.with("genai_config.json", "{\n  \"model\": {\n    \"type\": phi3\n  }\n}\n");
        String problem = assertInstanceOf(NotJson.class, copy.flaw()).problem();
        assertTrue(problem.contains("line 3 column"), problem);
    }

    @Test
    void cutFileSaysWhereItEnds() throws IOException {
        copy.with("genai_config.json", "{\n  \"model\": {");
        assertEquals(
                new NotJson("genai_config.json", "End of input at line 2 column 13 path $.model."),
                copy.flaw());
    }

    @Test
    void listInPlaceOfAnObjectIsRefused() throws IOException {
        copy.with("genai_config.json", "[1]");
        assertEquals(new WrongValue("genai_config.json", "", "an object", "[1]"), copy.flaw());
    }

    @Test
    void pointerOfAnUnfetchedFileIsCalledThat() throws IOException {
        copy.with("tokenizer.json", "version https://git-lfs.github.com/spec/v1\noid sha256:0\n");
        assertEquals(new NotJson("tokenizer.json", LfsPointer.PROBLEM), copy.flaw());
    }

    @Test
    void tokenizerWithoutAModelIsRefused() throws IOException {
        copy.with("tokenizer.json", "{\"version\": \"1.0\"}");
        assertEquals(
                new WrongValue("tokenizer.json", "model", "an object", "nothing"), copy.flaw());
    }

    @ParameterizedTest
    @ValueSource(strings = {"genai_config.json", "tokenizer.json", "tokenizer_config.json"})
    void hugeFileIsNotRead(String file) throws IOException {
        try (RandomAccessFile sparse = new RandomAccessFile(copy.file(file).toFile(), "rw")) {
            sparse.setLength(1L << 40);
        }
        WrongValue flaw = assertInstanceOf(WrongValue.class, copy.flaw());
        assertEquals(file, flaw.file());
        assertEquals("1099511627776 bytes", flaw.found());
    }

    @Test
    void tokenizerHashCoversEveryByte() throws IOException {
        String before = copy.sound().contents().tokenizerHash();
        copy.append("tokenizer.json", new byte[] {'\n'});
        assertEquals(64, copy.sound().contents().tokenizerHash().length());
        assertTrue(!before.equals(copy.sound().contents().tokenizerHash()));
    }
}
