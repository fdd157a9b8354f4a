package nearside.packaging.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class LaunchersTest {
    @TempDir Path temp;

    @Test
    void aLauncherFileHasTheFormOfJpackage() throws IOException {
        Path file = temp.resolve("nearside.cfg");
        new LauncherFile("room/room.Main", List.of("-Done=1")).with("-Dtwo=2").writeTo(file);
        assertEquals(
                """
                [Application]
                app.mainmodule=room/room.Main

                [JavaOptions]
                java-options=-Done=1
                java-options=-Dtwo=2
                """,
                Files.readString(file));
    }

    @Test
    void theWorkerUnpacksNothingAndAsksNobody() {
        List<String> told = Launchers.worker().options();
        assertTrue(
                told.containsAll(
                        List.of(
                                "-Donnxruntime.native.path=$APPDIR/natives",
                                "-DENGINE_CACHE_DIR=$APPDIR/natives",
                                "-Djna.boot.library.path=$APPDIR/natives",
                                "-Djna.nounpack=true",
                                "-Dai.djl.offline=true",
                                "-DOPT_OUT_TRACKING=true")));
    }

    @Test
    void theTwoProcessesHaveModulePathsOfTheirOwn() {
        assertEquals("$APPDIR/core", modulePath(Launchers.core("1")));
        assertEquals("$APPDIR/worker", modulePath(Launchers.worker()));
    }

    @Test
    void theCoreMayLoadNoModelCode() {
        List<String> told = Launchers.core("1").options();
        assertTrue(
                told.contains(
                        "--enable-native-access=javafx.graphics,org.xerial.sqlitejdbc,"
                                + "nearside.engine,nearside.storage,nearside.desktop"));
        assertTrue(told.contains("-Dnearside.app=$APPDIR"));
        assertTrue(told.contains("-Dorg.sqlite.lib.path=$APPDIR/natives"));
    }

    @Test
    void neitherPutsWarningsOnStandardOutput() {
        for (LauncherFile launcher : List.of(Launchers.core("1"), Launchers.worker())) {
            int off = launcher.options().indexOf("-Xlog:disable");
            int errors = launcher.options().indexOf("-Xlog:all=error,aot*=off:stderr");
            assertTrue(off >= 0 && errors > off, launcher.mainModule());
        }
    }

    private static String modulePath(LauncherFile launcher) {
        List<String> options = launcher.options();
        return options.get(options.indexOf("--module-path") + 1);
    }
}
