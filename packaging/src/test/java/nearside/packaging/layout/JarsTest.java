package nearside.packaging.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.spi.ToolProvider;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Told apart are real jars, compiled here from descriptors alone.
class JarsTest {
    @TempDir Path temp;
    private final List<Path> jars = new ArrayList<>();

    @Test
    void eachProcessGetsWhatItRequires() throws IOException {
        smallHouse("");
        Jars found = Jars.among(jars);
        assertEquals(
                List.of("nearside.desktop", "nearside.engine", "nearside.storage"),
                names(found.core()));
        assertEquals(
                List.of("nativelib", "nearside.engine", "nearside.worker", "org.logger"),
                names(found.worker()));
        assertEquals(List.of("javafx.controls"), names(found.javafx()));
    }

    @Test
    void theRuntimeGetsTheJdkModulesThatDescriptorsName() throws IOException {
        smallHouse("");
        assertEquals(
                Set.of("java.base", "java.sql", "java.logging"), Jars.among(jars).systemModules());
    }

    @Test
    void aLibraryWithoutDescriptorIsRefusedInTheCore() throws IOException {
        smallHouse("requires nativelib;");
        var refused = assertThrows(IllegalArgumentException.class, () -> Jars.among(jars));
        assertTrue(refused.toString().contains("nativelib has no module descriptor"));
    }

    /// It comes alone: the others without a descriptor stay with the worker.
    @Test
    void aLibraryWithoutDescriptorThatNeedsNoOtherIsTakenIntoTheCore() throws IOException {
        automatic("jtokkit");
        smallHouse("requires jtokkit;");
        Jars found = Jars.among(jars);
        assertEquals(
                List.of("jtokkit", "nearside.desktop", "nearside.engine", "nearside.storage"),
                names(found.core()));
        assertTrue(names(found.worker()).contains("nativelib"));
    }

    @Test
    void aMissingProgramIsSaidByName() throws IOException {
        smallHouse("");
        var missing =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> Jars.among(jars).named("nearside.cloud"));
        assertEquals("no jar holds nearside.cloud", missing.getMessage());
    }

    private void smallHouse(String moreOfTheCore) throws IOException {
        automatic("nativelib");
        automatic("javafx.controlsEmpty");
        module("org.logger", "requires java.logging;");
        module("org.jspecify", "");
        module("javafx.controls", "");
        module("nearside.engine", "requires static org.jspecify;");
        module("nearside.storage", "requires java.sql;");
        module("nearside.worker", "requires nearside.engine; requires nativelib;");
        module(
                "nearside.desktop",
                "requires nearside.engine; requires nearside.storage; requires javafx.controls;"
                        + moreOfTheCore);
    }

    private void module(String name, String body) throws IOException {
        Path source = Files.createDirectories(temp.resolve("src-" + name));
        Path descriptor = source.resolve("module-info.java");
        Files.writeString(descriptor, "module " + name + " {" + body + "}");
        Path classes = temp.resolve("classes-" + name);
        run("javac", "-p", temp.toString(), "-d", classes.toString(), descriptor.toString());
        Path jar = temp.resolve(name + ".jar");
        run("jar", "--create", "--file", jar.toString(), "-C", classes.toString(), ".");
        jars.add(jar);
    }

    private void automatic(String name) throws IOException {
        Path jar = temp.resolve(name + ".jar");
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("readme.txt"));
        }
        jars.add(jar);
    }

    private static void run(String tool, String... arguments) {
        PrintStream quiet = new PrintStream(OutputStream.nullOutputStream());
        assertEquals(
                0, ToolProvider.findFirst(tool).orElseThrow().run(quiet, System.err, arguments));
    }

    private static List<String> names(List<ModuleReference> modules) {
        return modules.stream().map(module -> module.descriptor().name()).toList();
    }
}
