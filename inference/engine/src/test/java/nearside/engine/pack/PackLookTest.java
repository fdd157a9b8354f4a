package nearside.engine.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import nearside.engine.accelerator.Provider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;

class PackLookTest {
    private static final List<String> CUDA = PackFolder.CUDA_ON_LINUX;
    private static final PackLook LINUX = new PackLook("Linux");
    private static final PackLook WINDOWS = new PackLook("Windows 11");
    private static final PackLook MACOS = new PackLook("Mac OS X");

    @TempDir Path temp;

    private Path folder(List<String> files) throws IOException {
        return PackFolder.of(temp.resolve("pack"), files);
    }

    private static Provider provider(PackFinding finding) {
        return assertInstanceOf(PackFinding.Usable.class, finding).pack().provider();
    }

    private static void flawed(PackFlaw flaw, Path folder, PackLook look) {
        assertEquals(new PackFinding.Unusable(folder, flaw), look.of(folder));
    }

    private static List<String> without(List<String> all, String one) {
        List<String> fewer = new ArrayList<>(all);
        fewer.remove(one);
        return fewer;
    }

    @Test
    void aProvidersOwnLibraryTellsForWhatAPackIs() throws IOException {
        assertEquals(Provider.CUDA, provider(LINUX.of(folder(CUDA))));
        assertEquals(
                Provider.CUDA,
                provider(WINDOWS.of(PackFolder.of(temp.resolve("c"), PackFolder.CUDA_ON_WINDOWS))));
        assertEquals(
                Provider.DIRECTML,
                provider(WINDOWS.of(PackFolder.of(temp.resolve("d"), PackFolder.DIRECTML))));
    }

    @Test
    void onWindowsCapitalsDoNotMatter() throws IOException {
        Path pack = folder(List.of("ONNXRuntime.dll", "onnxruntime4j_jni.DLL", "directml.dll"));
        assertEquals(Provider.DIRECTML, provider(WINDOWS.of(pack)));
    }

    @ParameterizedTest
    @FieldSource("CUDA")
    void eachFileIsNeeded(String file) throws IOException {
        PackFlaw flaw =
                file.contains("cuda")
                        ? new PackFlaw.NoAccelerator()
                        : new PackFlaw.Missing(List.of(file));
        flawed(flaw, folder(without(CUDA, file)), LINUX);
    }

    @Test
    void aFolderInThePlaceOfAFileIsNone() throws IOException {
        Path pack = folder(without(CUDA, "libonnxruntime4j_jni.so"));
        Files.createDirectory(pack.resolve("libonnxruntime4j_jni.so"));
        flawed(new PackFlaw.Missing(List.of("libonnxruntime4j_jni.so")), pack, LINUX);
    }

    @Test
    void anEmptyFolderIsNoPack() throws IOException {
        flawed(
                new PackFlaw.Missing(List.of("libonnxruntime.so", "libonnxruntime4j_jni.so")),
                folder(List.of()),
                LINUX);
    }

    @Test
    void oneOfAnotherSystemIsNamedByItsRuntime() throws IOException {
        Path pack = folder(CUDA);
        flawed(new PackFlaw.OtherSystem("libonnxruntime.so"), pack, WINDOWS);
        flawed(new PackFlaw.OtherSystem("libonnxruntime.so"), pack, MACOS);
        Path windows = PackFolder.of(temp.resolve("windows"), PackFolder.DIRECTML);
        flawed(new PackFlaw.OtherSystem("onnxruntime.dll"), windows, LINUX);
    }

    @Test
    void aRuntimeForTheProcessorAloneIsRefused() throws IOException {
        flawed(new PackFlaw.NoAccelerator(), folder(CUDA.subList(0, 3)), LINUX);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.28.0", "1.29.1", "2.29.0"})
    void anotherVersionIsSeenByItsName(String version) throws IOException {
        Path pack = folder(CUDA);
        Files.createFile(pack.resolve("libonnxruntime.so." + version));
        flawed(new PackFlaw.OtherVersion(version, PackLook.VERSION), pack, LINUX);
    }

    @Test
    void theSameVersionAndOtherNumbersAreNoFlaw() throws IOException {
        Path pack = folder(CUDA);
        Files.createFile(pack.resolve("libonnxruntime.so." + PackLook.VERSION));
        Files.createFile(pack.resolve("libcudart.so.12.8.90"));
        assertEquals(Provider.CUDA, provider(LINUX.of(pack)));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkIsRefusedWhateverItLeadsTo() throws IOException {
        Path pack = folder(CUDA);
        Files.createSymbolicLink(pack.resolve("libcudnn.so"), pack.resolve("libonnxruntime.so"));
        flawed(new PackFlaw.Link("libcudnn.so"), pack, LINUX);
        Path linked = Files.createSymbolicLink(temp.resolve("linked"), folder(CUDA));
        flawed(new PackFlaw.Link("linked"), linked, LINUX);
    }

    @Test
    void whatIsNotThereOrNoFolderIsUnreadable() throws IOException {
        flawed(new PackFlaw.Unreadable(), temp.resolve("none"), LINUX);
        flawed(new PackFlaw.Unreadable(), Files.createFile(temp.resolve("file")), LINUX);
    }

    /// Root reads everything, so that there is nothing to see for it.
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whatNobodyMayReadIsUnreadable() throws IOException {
        Path pack = folder(CUDA);
        assumeFalse(Files.getAttribute(temp, "unix:uid").equals(0), "root reads everything");
        Files.setPosixFilePermissions(pack, java.util.Set.of());
        flawed(new PackFlaw.Unreadable(), pack, LINUX);
    }

    @Test
    void eachFolderBesideTheProgramIsLookedAt() throws IOException {
        Path second = PackFolder.of(temp.resolve("b"), CUDA);
        Path first = PackFolder.of(temp.resolve("a"), List.of());
        Files.createFile(temp.resolve("readme.txt"));
        List<PackFinding> found = LINUX.below(temp);
        assertEquals(List.of(first, second), found.stream().map(PackFinding::folder).toList());
        assertInstanceOf(PackFinding.Unusable.class, found.getFirst());
        assertEquals(Provider.CUDA, provider(found.getLast()));
    }

    @Test
    void withoutSuchAFolderThereIsNothingToTell() {
        assertEquals(List.of(), LINUX.below(temp.resolve("none")));
    }

    @Test
    void aFileInItsPlaceIsTold() throws IOException {
        Path file = Files.createFile(temp.resolve("runtimes"));
        assertEquals(
                List.of(new PackFinding.Unusable(file, new PackFlaw.Unreadable())),
                LINUX.below(file));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkInItsPlaceIsRefused() throws IOException {
        PackFolder.of(temp.resolve("elsewhere/pack"), CUDA);
        Path link = Files.createSymbolicLink(temp.resolve("runtimes"), temp.resolve("elsewhere"));
        assertEquals(
                List.of(new PackFinding.Unusable(link, new PackFlaw.Link("runtimes"))),
                LINUX.below(link));
    }

    @Test
    void anExchangedFileMakesAnotherPack() throws IOException {
        Path pack = folder(CUDA);
        Path file = pack.resolve(CUDA.getLast());
        PackFinding before = LINUX.of(pack);
        assertEquals(before, LINUX.of(pack));
        Files.setLastModifiedTime(file, FileTime.fromMillis(1));
        PackFinding later = LINUX.of(pack);
        assertNotEquals(before, later);
        Files.writeString(file, "longer than before");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1));
        assertNotEquals(later, LINUX.of(pack));
    }
}
