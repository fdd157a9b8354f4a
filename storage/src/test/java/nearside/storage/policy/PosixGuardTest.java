package nearside.storage.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.storage.policy.Custody.Kind;
import nearside.storage.policy.PosixGuard.Facts;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;

/// The pure judgement, with modes as `stat` gives them.
class PosixGuardTest {
    private static final Path PLACE = Path.of("/etc");
    private static final PosixGuard GUARD = new PosixGuard(Path.of("/"), PosixGuard.ROOT);

    @ParameterizedTest
    @CsvSource({"40755", "40700", "41555", "42755"})
    void aFolderOfRootIsSound(String mode) {
        assertEquals(new Custody.Administrators(), judged(mode, Kind.FOLDER));
    }

    @ParameterizedTest
    @CsvSource({"100644", "100600", "100400", "104555"})
    void aFileOfRootIsSound(String mode) {
        assertEquals(new Custody.Administrators(), judged(mode, Kind.FILE));
    }

    /// A sticky folder keeps others from renaming, and not from adding.
    @ParameterizedTest
    @CsvSource({"41777,1777", "40775,775", "40757,757", "40722,722"})
    void aFolderThatOthersMayWriteIsNot(String mode, String shown) {
        assertEquals(
                new Custody.Faulty(new PolicyFault.WritableByOthers(PLACE, shown)),
                judged(mode, Kind.FOLDER));
    }

    @ParameterizedTest
    @CsvSource({"100644", "120777", "20666", "60660", "10644", "140777"})
    void aFolderIsNoFileLinkDevicePipeOrSocket(String mode) {
        assertEquals(
                new Custody.Faulty(new PolicyFault.WrongKind(PLACE)), judged(mode, Kind.FOLDER));
    }

    @ParameterizedTest
    @CsvSource({"40755", "120777", "20666", "10644"})
    void aFileIsNoFolderLinkDeviceOrPipe(String mode) {
        assertEquals(new Custody.Faulty(new PolicyFault.WrongKind(PLACE)), judged(mode, Kind.FILE));
    }

    @Test
    void anotherOwnerIsNot() {
        assertEquals(
                new Custody.Faulty(new PolicyFault.ForeignOwner(PLACE, "1000")),
                GUARD.judged(new Facts(PLACE, 1000, 0100644), Kind.FILE));
    }

    private static Custody judged(String mode, Kind kind) {
        return GUARD.judged(new Facts(PLACE, 0, Integer.parseInt(mode, 8)), kind);
    }
}
