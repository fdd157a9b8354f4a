package nearside.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.packaging.layout.Folder;
import nearside.packaging.layout.Platform;
import nearside.packaging.natives.Jar;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/// The folder as the build has laid it out.
class RunnableFolderIT {
    private static final Path ROOT = Path.of(System.getProperty("nearside.root"));
    private static final Folder FOLDER =
            new Folder(
                    Path.of(System.getProperty("nearside.folder")),
                    Platform.named(System.getProperty("os.name")));

    @Test
    void bothProgramsCanBeStarted() {
        assertTrue(Files.isExecutable(FOLDER.launcher("nearside")));
        assertTrue(Files.isExecutable(FOLDER.launcher("nearside-engine")));
    }

    @Test
    void theCoreHoldsNoModelCodeAndTheWorkerNoProfile() {
        Set<String> core = modules("core");
        Set<String> worker = modules("worker");
        assertTrue(core.containsAll(Set.of("nearside.desktop", "nearside.storage")));
        assertTrue(worker.containsAll(Set.of("nearside.worker", "com.microsoft.onnxruntime")));
        Set<String> both = new TreeSet<>(core);
        both.retainAll(worker);
        assertEquals(Set.of("com.google.gson", "nearside.engine"), both);
    }

    @Test
    void noJarHoldsNativeCode() throws IOException {
        for (Path jar : jars()) {
            try (ZipFile zip = new ZipFile(jar.toFile())) {
                assertFalse(
                        zip.stream().anyMatch(entry -> Jar.isNative(entry.getName())),
                        jar.toString());
            }
        }
    }

    @Test
    void theRuntimeHasJavaFxAndOneHttpClientButNoCommands() throws IOException {
        String release = Files.readString(FOLDER.javaHome().resolve("release"));
        assertTrue(release.contains("javafx.controls"));
        assertTrue(release.contains("java.net.http"));
        assertFalse(Files.exists(FOLDER.javaHome().resolve("bin/java")));
    }

    @Test
    void theStarterIsWholeAndTheTestModelsStayAtHome() throws IOException {
        Path models = FOLDER.app().resolve("models");
        assertEquals(
                List.of("catalogue.json", "catalogue.json.sig", "smollm2-135m-instruct-int4"),
                names(models));
        for (String name : List.of("catalogue.json", "catalogue.json.sig")) {
            assertEquals(
                    -1, Files.mismatch(ROOT.resolve("models").resolve(name), models.resolve(name)));
        }
        assertEquals(
                names(ROOT.resolve("models/smollm2-135m-instruct-int4")),
                names(models.resolve("smollm2-135m-instruct-int4")));
    }

    @Test
    void everythingInsideIsNamedInTheThirdPartyList() throws IOException {
        Set<String> inside =
                jars().stream()
                        .map(jar -> jar.getFileName().toString().replace(".jar", ""))
                        .filter(name -> !name.startsWith("nearside-"))
                        .collect(Collectors.toCollection(TreeSet::new));
        String list = Files.readString(ROOT.resolve("THIRD-PARTY.md"));
        assertEquals(inside, ThirdPartyList.of(list).jars());
    }

    @Test
    void licencesTravelWithTheProgram() throws IOException {
        List<String> legal = names(FOLDER.app().resolve("legal"));
        assertTrue(legal.containsAll(List.of("LICENSE", "THIRD-PARTY.md", "texts")));
        assertTrue(Files.exists(FOLDER.javaHome().resolve("legal/java.base/LICENSE")));
    }

    private static Set<String> modules(String process) {
        return ModuleFinder.of(FOLDER.app().resolve(process)).findAll().stream()
                .map(reference -> reference.descriptor())
                .map(ModuleDescriptor::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Path> jars() throws IOException {
        try (Stream<Path> core = Files.list(FOLDER.app().resolve("core"));
                Stream<Path> worker = Files.list(FOLDER.app().resolve("worker"))) {
            return Stream.concat(core, worker).toList();
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
