package nearside.packaging.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;

class FolderTest {
    private static final Path TARGET = Path.of("target");

    @Test
    void onLinuxProgramsLieInBin() {
        assertEquals(
                paths("bin/nearside", "lib/app", "lib/app/nearside.cfg", "lib/runtime"),
                partsOf(Folder.in(TARGET, "nearside", Platform.LINUX)));
    }

    @Test
    void onWindowsProgramsLieAtTheTop() {
        assertEquals(
                paths("nearside.exe", "app", "app/nearside.cfg", "runtime"),
                partsOf(Folder.in(TARGET, "nearside", Platform.WINDOWS)));
    }

    @Test
    void onMacosTheFolderIsABundle() {
        Folder folder = Folder.in(TARGET, "nearside", Platform.MACOS);
        assertEquals(Path.of("target/nearside.app"), folder.root());
        assertEquals(
                paths(
                        "Contents/MacOS/nearside",
                        "Contents/app",
                        "Contents/app/nearside.cfg",
                        "Contents/runtime/Contents/Home"),
                partsOf(folder));
    }

    private static List<Path> partsOf(Folder folder) {
        return List.of(
                        folder.launcher("nearside"),
                        folder.app(),
                        folder.launcherFile("nearside"),
                        folder.javaHome())
                .stream()
                .map(folder.root()::relativize)
                .toList();
    }

    private static List<Path> paths(String... names) {
        return List.of(names).stream().map(Path::of).toList();
    }
}
