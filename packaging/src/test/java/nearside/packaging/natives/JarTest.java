package nearside.packaging.natives;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.packaging.layout.Machine;
import nearside.packaging.layout.Platform;
import nearside.packaging.layout.Processor;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

class JarTest {
    private static final String HERE = "ai/onnxruntime/native/linux-x64/libonnxruntime.so";
    private static final String ELSEWHERE = "ai/onnxruntime/native/win-x64/onnxruntime.dll";
    private static final String SYMBOLS = "ai/onnxruntime/native/osx/lib.dylib.dSYM/Info.plist";
    private static final String CODE = "ai/onnxruntime/OrtSession.class";

    @TempDir Path temp;

    @Test
    void aStrippedJarHoldsNoNativeCodeOfAnySystem() throws IOException {
        Path stripped = temp.resolve("stripped.jar");
        new Jar(jar("onnxruntime-1.jar", HERE, ELSEWHERE, SYMBOLS, CODE)).copyStripped(stripped);
        assertEquals(List.of(CODE), entries(stripped));
        assertEquals(Jar.TIME, Files.getLastModifiedTime(stripped).toInstant());
    }

    @Test
    void aJarWithoutNativeCodeIsCopiedByteForByte() throws IOException {
        Path jar = jar("gson-1.jar", "com/google/gson/Gson.class");
        Path copy = temp.resolve("copy.jar");
        new Jar(jar).copyStripped(copy);
        assertArrayEquals(Files.readAllBytes(jar), Files.readAllBytes(copy));
        assertEquals(Jar.TIME, Files.getLastModifiedTime(copy).toInstant());
    }

    @Test
    void nativesOfThisMachineAreStagedWhereEachLibraryLooks() throws IOException {
        Path natives = temp.resolve("natives");
        NativeFolder.fill(
                natives,
                List.of(
                        new Jar(jar("onnxruntime-1.jar", HERE, ELSEWHERE, CODE)),
                        tokenizersJar("native/lib/linux-x86_64/cpu/libtokenizers.so")),
                new Machine(Platform.LINUX, Processor.X64));
        assertEquals(
                List.of("libonnxruntime.so", "tokenizers/7-cpu-linux-x86_64/libtokenizers.so"),
                filesBelow(natives));
    }

    @Test
    void withoutTheTokenizersVersionNothingIsGuessed() throws IOException {
        Jar other = new Jar(jar("other-1.jar", CODE));
        assertThrows(
                IllegalArgumentException.class,
                () ->
                        NativeFolder.fill(
                                temp.resolve("natives"),
                                List.of(other),
                                new Machine(Platform.LINUX, Processor.X64)));
    }

    @Test
    void aPropertyIsReadFromInsideOrAbsent() throws IOException {
        Jar jar = tokenizersJar("x");
        String entry = "native/lib/tokenizers.properties";
        assertEquals(Optional.of("7"), jar.property(entry, "version"));
        assertEquals(Optional.empty(), jar.property(entry, "flavour"));
        assertEquals(Optional.empty(), jar.property("nowhere", "version"));
    }

    @Test
    void nativeCodeIsKnownByItsEnding() {
        assertTrue(Jar.isNative("a/b.so") && Jar.isNative("b.dll") && Jar.isNative("c.jnilib"));
        assertFalse(Jar.isNative("a/Some.class") || Jar.isNative("also.properties"));
    }

    private Jar tokenizersJar(String library) throws IOException {
        Map<String, String> entries = new TreeMap<>();
        entries.put("native/lib/tokenizers.properties", "version=7\n");
        entries.put(library, "code");
        return new Jar(write(temp.resolve("tokenizers-0.jar"), entries));
    }

    private Path jar(String name, String... entries) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        List.of(entries).forEach(entry -> contents.put(entry, entry));
        return write(temp.resolve(name), contents);
    }

    private static Path write(Path jar, Map<String, String> entries) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return jar;
    }

    private static List<String> entries(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.stream().map(ZipEntry::getName).toList();
        }
    }

    private static List<String> filesBelow(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }
}
