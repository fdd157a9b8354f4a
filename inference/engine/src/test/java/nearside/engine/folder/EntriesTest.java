package nearside.engine.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import nearside.engine.folder.FolderFlaw.Missing;
import nearside.engine.folder.FolderFlaw.NotAFolder;
import nearside.engine.folder.FolderFlaw.NotAPlainFile;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// What lies in the folder: missing files, links, and things that are no files.
class EntriesTest {
    @TempDir Path temp;
    private FolderCopy copy = new FolderCopy(Path.of(""));

    @BeforeEach
    void copy() throws IOException {
        copy = FolderCopy.of("phi3-tiny-4k", temp);
    }

    @Test
    void placeWithoutFolderIsNoFolder() {
        assertEquals(
                new FolderCheck.Flawed(new NotAFolder()),
                ModelFolder.check(temp.resolve("nothing")));
    }

    @Test
    void fileIsNoFolder() {
        assertEquals(
                new FolderCheck.Flawed(new NotAFolder()),
                ModelFolder.check(copy.file("model.onnx")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "genai_config.json",
                "model.onnx",
                "model.onnx.data",
                "tokenizer.json",
                "tokenizer_config.json"
            })
    void neededFileIsNamedWhenMissing(String file) throws IOException {
        assertEquals(new Missing(file), copy.without(file).flaw());
    }

    @Test
    void emptyFolderLacksItsConfiguration() throws IOException {
        Path empty = Files.createDirectory(temp.resolve("empty"));
        assertEquals(new Missing("genai_config.json"), new FolderCopy(empty).flaw());
    }

    @Test
    void graphUnderAnotherNameIsFoundByTheConfiguration() throws IOException {
        String name = "phi3-mini-4k-instruct-cpu-int4-rtn-block-32-acc-level-4.onnx";
        Files.move(copy.file("model.onnx"), copy.file(name));
        copy.replace("genai_config.json", "\"model.onnx\"", "\"" + name + "\"");
        assertEquals(name, copy.sound().names().onnxFile());
    }

    @ParameterizedTest
    @ValueSource(strings = {"model.onnx.data", "tokenizer.json", "genai_config.json"})
    @DisabledOnOs(OS.WINDOWS)
    void linkToTheRightFileIsRefused(String file) throws IOException {
        Path elsewhere = Files.move(copy.file(file), temp.resolve("elsewhere"));
        Files.createSymbolicLink(copy.file(file), elsewhere);
        assertEquals(new NotAPlainFile(file), copy.flaw());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void linkThatNoOneNeedsIsRefused() throws IOException {
        Files.createSymbolicLink(copy.file("README.md"), temp.resolve("nowhere"));
        assertEquals(new NotAPlainFile("README.md"), copy.flaw());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void linkedSubfolderIsRefused() throws IOException {
        Files.createSymbolicLink(copy.file("onnx"), temp);
        assertEquals(new NotAPlainFile("onnx"), copy.flaw());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void linkToTheFolderIsRefusedUnlessResolved() throws IOException {
        Path link = Files.createSymbolicLink(temp.resolve("link"), copy.path());
        assertEquals(new NotAPlainFile("link"), new FolderCopy(link).flaw());
        assertEquals("phi3", new FolderCopy(link.toRealPath()).sound().family());
    }

    @ParameterizedTest
    @ValueSource(strings = {"model.onnx", "tokenizer.json", "extra"})
    @DisabledOnOs(OS.WINDOWS)
    void pipeIsRefusedWithoutWaitingForIt(String file) throws Exception {
        Files.deleteIfExists(copy.file(file));
        Process made = new ProcessBuilder("mkfifo", copy.file(file).toString()).start();
        assumeTrue(made.waitFor() == 0, "this system makes no pipes");
        FolderFlaw flaw = assertTimeoutPreemptively(Duration.ofSeconds(10), copy::flaw);
        assertEquals(new NotAPlainFile(file), flaw);
    }

    @ParameterizedTest
    @ValueSource(strings = {"model.onnx", "model.onnx.data", "tokenizer.json", "config.json"})
    void folderInPlaceOfAFileIsRefused(String file) throws IOException {
        Files.createDirectory(copy.without(file).file(file));
        assertEquals(new NotAPlainFile(file), copy.flaw());
    }

    @Test
    void whatDoesNotBelongToTheModelIsLeftAlone() throws IOException {
        ModelFolder before = copy.sound();
        copy.with("README.md", "# Hello").with(".gitattributes", "*.onnx filter=lfs");
        copy.with("libevil.so", "x").with("evil.dll", "x").with("modeling_phi3.py", "x");
        copy.with("other.onnx", "x").with("notes.json", "{");
        Files.createDirectory(copy.file(".cache"));
        assertEquals(before, copy.sound());
    }

    @Test
    void folderWithoutCompanionsIsSound() throws IOException {
        copy.without("config.json").without("generation_config.json");
        copy.without("special_tokens_map.json").without("chat_template.jinja");
        assertEquals(5, copy.sound().contents().files().size());
    }

    @Test
    void folderOfVeryManyEntriesIsNotWalked() throws IOException {
        Path many = Files.createDirectory(temp.resolve("many"));
        for (int i = 0; i < 10_001; i++) {
            Files.createFile(many.resolve("f" + i));
        }
        assertEquals(
                new FolderFlaw.Unsupported("a folder of more than 10000 entries"),
                new FolderCopy(many).flaw());
    }
}
