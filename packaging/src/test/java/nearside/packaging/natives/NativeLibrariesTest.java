package nearside.packaging.natives;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.packaging.layout.Machine;
import nearside.packaging.layout.Platform;
import nearside.packaging.layout.Processor;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;

class NativeLibrariesTest {
    @Test
    void linuxOnX64() {
        assertEquals(
                List.of(
                        library("onnxruntime-", "ai/onnxruntime/native/linux-x64/"),
                        tokenizers("linux-x86_64"),
                        library("jna-", "com/sun/jna/linux-x86-64/"),
                        library("sqlite-jdbc-", "org/sqlite/native/Linux/x86_64/")),
                on(Platform.LINUX, Processor.X64));
    }

    @Test
    void windowsOnX64() {
        assertEquals(
                List.of(
                        library("onnxruntime-", "ai/onnxruntime/native/win-x64/"),
                        tokenizers("win-x86_64"),
                        library("jna-", "com/sun/jna/win32-x86-64/"),
                        library("sqlite-jdbc-", "org/sqlite/native/Windows/x86_64/")),
                on(Platform.WINDOWS, Processor.X64));
    }

    @Test
    void macosOnArm() {
        assertEquals(
                List.of(
                        library("onnxruntime-", "ai/onnxruntime/native/osx-aarch64/"),
                        tokenizers("osx-aarch64"),
                        library("jna-", "com/sun/jna/darwin-aarch64/"),
                        library("sqlite-jdbc-", "org/sqlite/native/Mac/aarch64/")),
                on(Platform.MACOS, Processor.ARM64));
    }

    private static List<NativeLibrary> on(Platform platform, Processor processor) {
        return NativeLibraries.on(new Machine(platform, processor), "0.21.0-0.38.0");
    }

    private static NativeLibrary library(String jar, String folder) {
        return new NativeLibrary(jar, folder, Path.of(""));
    }

    private static NativeLibrary tokenizers(String name) {
        return new NativeLibrary(
                "tokenizers-",
                "native/lib/" + name + "/cpu/",
                Path.of("tokenizers/0.21.0-0.38.0-cpu-" + name));
    }
}
