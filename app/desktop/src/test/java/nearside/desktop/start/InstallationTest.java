package nearside.desktop.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.copilot.catalogue.CatalogueFolder;
import nearside.engine.pack.PackFinding;
import nearside.engine.pack.PackFlaw;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;

class InstallationTest {
    private static Installation of(Map<String, String> values) {
        Properties properties = new Properties();
        properties.putAll(values);
        return Installation.of(properties);
    }

    @Test
    void theCatalogueLiesBesideTheStarter(@TempDir Path models) {
        assertEquals(
                new CatalogueFolder(models),
                new Installation(models.resolve("starter"), List.of()).catalogue());
    }

    @Test
    void onLinuxTheWorkerIsStartedByTheRuntimeWithTheOptionsOfItsLauncher(@TempDir Path root)
            throws Exception {
        Path app = Files.createDirectories(root.resolve("lib/app"));
        Files.writeString(
                app.resolve("nearside-engine.cfg"),
                """
                [Application]
                app.mainmodule=room/room.Main

                [JavaOptions]
                java-options=--module-path
                java-options=$APPDIR/worker
                java-options=-Dx=a b
                """);
        assertEquals(
                new Installation(
                        app.resolve("models/smollm2-135m-instruct-int4"),
                        List.of(
                                root.resolve("lib/runtime/bin/nearside-engine").toString(),
                                "--module-path",
                                app.resolve("worker").toString(),
                                "-Dx=a b",
                                "-m",
                                "room/room.Main")),
                of(Map.of("nearside.app", app.toString(), "os.name", "Linux")));
    }

    @Test
    void elsewhereTheWorkersLauncherLiesBesideTheProgramsOwn() {
        assertEquals(
                List.of("/n.app/Contents/MacOS/nearside-engine"),
                of(Map.of("nearside.app", "/n.app/Contents/app", "os.name", "Mac OS X")).worker());
        assertEquals(
                List.of("/n/nearside-engine.exe"),
                of(Map.of("nearside.app", "/n/app", "os.name", "Windows 11")).worker());
    }

    @Test
    void packsLieBesideTheProgramsParts(@TempDir Path root) throws Exception {
        Path app = Files.createDirectories(root.resolve("app"));
        Path pack = Files.createDirectories(root.resolve("runtimes").resolve("cuda"));
        assertEquals(
                List.of(
                        new PackFinding.Unusable(
                                pack,
                                new PackFlaw.Missing(
                                        List.of("onnxruntime.dll", "onnxruntime4j_jni.dll")))),
                of(Map.of("nearside.app", app.toString(), "os.name", "Windows 11")).packs());
    }

    @Test
    void aLauncherFileThatIsMissingIsNamed(@TempDir Path app) {
        UncheckedIOException missing =
                assertThrows(
                        UncheckedIOException.class,
                        () -> of(Map.of("nearside.app", app.toString(), "os.name", "Linux")));
        assertTrue(String.valueOf(missing.getMessage()).contains("nearside-engine.cfg"));
    }

    @Test
    void aBuildTreeNamesItsParts() {
        assertEquals(
                new Installation(
                        Path.of("/m/smollm2-135m-instruct-int4"),
                        List.of("/jdk/bin/java", "@/w/launch.args")),
                of(
                        Map.of(
                                "nearside.models", "/m",
                                "nearside.worker.args", "/w/launch.args",
                                "java.home", "/jdk",
                                "os.name", "Linux")));
    }

    @Test
    void saysWhatIsMissing() {
        assertThrows(IllegalStateException.class, () -> of(Map.of("os.name", "Linux")));
    }
}
