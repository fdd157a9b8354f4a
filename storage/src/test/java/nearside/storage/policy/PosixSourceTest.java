package nearside.storage.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import nearside.storage.policy.Custody.Kind;

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
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

/// Real files and folders; the temporary folder stands for the root of the system, and whoever runs
/// the test for root.
@DisabledOnOs(OS.WINDOWS)
class PosixSourceTest {
    private static final int SOMEBODY = 65_534;

    @TempDir Path root;
    private Path place;
    private Path file;
    private int me;

    @BeforeEach
    void make() throws IOException {
        rights(root, "rwxr-xr-x");
        place = root.resolve("etc/nearside/policy/managed");
        Files.createDirectories(place);
        for (String folder :
                List.of("", "nearside", "nearside/policy", "nearside/policy/managed")) {
            rights(root.resolve("etc").resolve(folder), "rwxr-xr-x");
        }
        file = write("10-base.json", "{\"offline\": true}");
        me = (Integer) Files.getAttribute(root, "unix:uid");
    }

    private Path write(String name, String text) throws IOException {
        Path written = Files.writeString(place.resolve(name), text);
        rights(written, "rw-r--r--");
        return written;
    }

    private static void rights(Path path, String rights) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
    }

    private PosixSource source() {
        return new PosixSource(new PosixGuard(root, me), place, Kind.FOLDER);
    }

    private void restricted(PolicyFault... faults) {
        assertEquals(new PolicyState.Restricted(List.of(faults)), source().state());
    }

    @Test
    void aSoundFileIsRead() {
        PolicyState.Valid valid = assertInstanceOf(PolicyState.Valid.class, source().state());
        assertEquals(List.of(file), valid.files());
        assertEquals(Policy.Network.OFFLINE, valid.policy().network());
    }

    @Test
    void filesAreReadInTheOrderOfTheirNamesAndOthersAreLeft() throws IOException {
        Path later = write("20.json", "{}");
        Path first = write("00.json", "{}");
        write("README", "not JSON");
        write("10-base.json.bak", "{");

        assertEquals(
                List.of(first, file, later),
                assertInstanceOf(PolicyState.Valid.class, source().state()).files());
    }

    @Test
    void withoutAFileOrAnyFolderThereIsNone() throws IOException {
        Files.delete(file);
        assertEquals(new PolicyState.None(), source().state());
        Files.delete(place);
        Files.delete(root.resolve("etc/nearside/policy"));
        assertEquals(new PolicyState.None(), source().state());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "etc", "etc/nearside", "etc/nearside/policy/managed"})
    void aFolderThatOthersMayWriteRestricts(String folder) throws IOException {
        Path open = folder.isEmpty() ? root : root.resolve(folder);
        rights(open, "rwxrwxr-x");
        restricted(new PolicyFault.WritableByOthers(open, "775"));
        rights(open, "rwxr-xrwx");
        restricted(new PolicyFault.WritableByOthers(open, "757"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-rw-r--", "rw-r--rw-", "rw--w----"})
    void aFileThatOthersMayWriteRestricts(String rights) throws IOException {
        rights(file, rights);
        assertInstanceOf(
                PolicyFault.WritableByOthers.class,
                assertInstanceOf(PolicyState.Restricted.class, source().state())
                        .faults()
                        .getFirst());
    }

    @Test
    void whatBelongsToSomebodyElseRestricts() {
        PosixSource foreign = new PosixSource(new PosixGuard(root, SOMEBODY), place, Kind.FOLDER);
        assertEquals(
                new PolicyState.Restricted(
                        List.of(new PolicyFault.ForeignOwner(root, Integer.toString(me)))),
                foreign.state());
    }

    @Test
    void aFileGivenAwayRestricts() throws IOException {
        assumeTrue(me == PosixGuard.ROOT, "only root can give a file away");
        Files.setAttribute(file, "unix:uid", SOMEBODY);
        restricted(new PolicyFault.ForeignOwner(file, Integer.toString(SOMEBODY)));
        Files.setAttribute(file, "unix:uid", me);
        Files.setAttribute(root.resolve("etc/nearside"), "unix:uid", SOMEBODY);
        restricted(
                new PolicyFault.ForeignOwner(
                        root.resolve("etc/nearside"), Integer.toString(SOMEBODY)));
    }

    @Test
    void aLinkedFileRestricts() throws IOException {
        Path elsewhere = Files.writeString(root.resolve("elsewhere.json"), "{}");
        Path link = Files.createSymbolicLink(place.resolve("link.json"), elsewhere);
        restricted(new PolicyFault.WrongKind(link));
    }

    @Test
    void aLinkThatLeadsNowhereRestricts() throws IOException {
        Path link = Files.createSymbolicLink(place.resolve("link.json"), root.resolve("none"));
        restricted(new PolicyFault.WrongKind(link));
    }

    @Test
    void aLinkedFolderRestricts() throws IOException {
        Path real = root.resolve("real");
        Files.move(place, real);
        Files.createSymbolicLink(place, real);
        restricted(new PolicyFault.WrongKind(place));
    }

    @Test
    void aFolderInPlaceOfAFileRestrictsAndTheOtherWayRound() throws IOException {
        Path folder = Files.createDirectory(place.resolve("folder.json"));
        restricted(new PolicyFault.WrongKind(folder));
        Files.delete(folder);
        Files.delete(file);
        Files.delete(place);
        Files.writeString(place, "{}");
        restricted(new PolicyFault.WrongKind(place));
    }

    @Test
    void aLargeFileRestricts() throws IOException {
        Path large = write("large.json", " ".repeat(PolicyFiles.MOST_BYTES - 2) + "{}");
        assertInstanceOf(PolicyState.Valid.class, source().state());
        Files.writeString(large, " ".repeat(PolicyFiles.MOST_BYTES - 1) + "{}");
        restricted(new PolicyFault.TooLarge(large, 65_537, 65_536));
    }

    @Test
    void tooManyFilesRestrict() throws IOException {
        for (int i = 0; i < 64; i++) {
            write(i + ".json", "{}");
        }
        restricted(new PolicyFault.TooMany(place, 65, 64));
    }

    @Test
    void bytesThatAreNoTextRestrict() throws IOException {
        Path bytes = place.resolve("z.json");
        Files.write(bytes, new byte[] {(byte) 0xff, '{', '}'});
        rights(bytes, "rw-r--r--");
        restricted(new PolicyFault.NotJson(bytes, "not UTF-8"));
    }

    @Test
    void aMarkOfTheByteOrderIsAllowed() throws IOException {
        write("10-base.json", "\ufeff{\"export\": false}");
        assertEquals(Policy.Export.FORBIDDEN, source().state().policy().export());
    }

    @Test
    void aNamedCertificateIsAdministratorsToo() throws IOException {
        Path ca = root.resolve("ca.pem");
        write("10-base.json", "{\"ca\": \"" + ca + "\"}");
        restricted(new PolicyFault.Unreadable(ca));
        Files.writeString(ca, "x");
        rights(ca, "rw-r--r--");
        assertEquals(Optional.of(ca), source().state().policy().route().ca());
        rights(ca, "rw-rw-rw-");
        restricted(new PolicyFault.WritableByOthers(ca, "666"));
    }

    @Test
    void aNamedFolderIsAdministratorsWithAllFilesInIt() throws IOException {
        Path pack = root.resolve("pack");
        assertEquals(Optional.of(new PolicyFault.Unreadable(pack)), source().faultIn(pack));
        rights(Files.createDirectory(pack), "rwxr-xr-x");
        rights(Files.createDirectory(pack.resolve("notes")), "rwxrwxrwx");
        Path library = Files.writeString(pack.resolve("libonnxruntime.so"), "x");
        rights(library, "rw-r--r--");
        assertEquals(Optional.empty(), source().faultIn(pack));
        rights(library, "rw-rw-r--");
        assertEquals(
                Optional.of(new PolicyFault.WritableByOthers(library, "664")),
                source().faultIn(pack));
        rights(library, "rw-r--r--");
        rights(pack, "rwxrwxr-x");
        assertEquals(
                Optional.of(new PolicyFault.WritableByOthers(pack, "775")), source().faultIn(pack));
    }

    /// What is wrong with a pack leaves the policy as it is: it only computes without it.
    @Test
    void aRuntimeThatIsNotThereRestrictsNothing() throws IOException {
        write("10-base.json", "{\"accelerators\": {\"runtime\": \"/none\"}}");
        PolicyState.Valid valid = assertInstanceOf(PolicyState.Valid.class, source().state());
        assertEquals(Optional.of(Path.of("/none")), valid.policy().runtime());
    }

    @Test
    void oneFileAloneIsAPlaceToo() {
        PosixSource mac = new PosixSource(new PosixGuard(root, me), file, Kind.FILE);
        assertEquals(List.of(file), assertInstanceOf(PolicyState.Valid.class, mac.state()).files());
        PosixSource none =
                new PosixSource(new PosixGuard(root, me), place.resolve("none"), Kind.FILE);
        assertEquals(new PolicyState.None(), none.state());
    }
}
