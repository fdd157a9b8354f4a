package nearside.storage.salvage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.List;

class LogStateTest {
    private static final int ROWS = 8;

    @TempDir Path folder;

    private Made made() throws SQLException, IOException {
        return Made.of(folder, ROWS);
    }

    private static LogState state(Made made) throws IOException {
        return LogState.beside(made.database());
    }

    @Test
    void aLogAsItWasWrittenIsWhole() throws Exception {
        assertEquals(LogState.WHOLE, state(made()));
    }

    @Test
    void noLogIsWhole() throws Exception {
        Made made = made();
        Files.delete(made.log());
        assertEquals(LogState.WHOLE, state(made));
        Files.createFile(made.log());
        assertEquals(LogState.WHOLE, state(made));
    }

    /// What a power cut leaves, wherever it cuts: no end of a transaction stands behind.
    @Test
    void aLogThatEndsInTheMiddleIsWhole() throws Exception {
        Made made = made();
        long end = Files.size(made.log());
        for (long cut = end; cut >= 0; cut -= 1000) {
            Made.cut(made.log(), cut);
            assertEquals(LogState.WHOLE, state(made), "cut at " + cut);
        }
    }

    @Test
    void commitsBehindABrokenFrameAreSeen() throws Exception {
        Made made = made();
        made.spoil(2, 500, 1);
        assertEquals(LogState.BROKEN, state(made));
    }

    @Test
    void commitsBehindAFrameThatIsGoneAreSeen() throws Exception {
        Made made = made();
        made.spoil(2, 0, Made.FRAME);
        assertEquals(LogState.BROKEN, state(made));
    }

    @Test
    void aDamageInTheLastCommitIsDoubtful() throws Exception {
        Made made = made();
        made.spoil(made.frames() - 1, 500, 1);
        assertEquals(LogState.LAST_DOUBTFUL, state(made));
    }

    @Test
    void aLogWithoutItsHeadIsSeen() throws Exception {
        Made made = made();
        Made.overwrite(made.log(), 0, LogHead.BYTES);
        assertEquals(LogState.BROKEN, state(made));
    }

    @Test
    void garbageIsNoLog() throws Exception {
        Made made = made();
        Made.overwrite(made.log(), 0, (int) Files.size(made.log()));
        assertEquals(LogState.WHOLE, state(made));
    }

    @Test
    void garbageBehindALogIsNoPartOfIt() throws Exception {
        Made made = made();
        Files.write(made.log(), new byte[3 * Made.FRAME], StandardOpenOption.APPEND);
        assertEquals(LogState.WHOLE, state(made));
    }

    /// A log that was carried over begins anew; what stands behind is of the run before.
    @Test
    void anEarlierRunBehindIsNoPartOfIt() throws Exception {
        Made made =
                Made.by(
                        folder,
                        List.of(
                                "CREATE TABLE t (n, s)",
                                "INSERT INTO t VALUES (1, hex(zeroblob(20000)))",
                                "PRAGMA wal_checkpoint(RESTART)",
                                "INSERT INTO t VALUES (2, 'x')"));
        assertEquals(LogState.WHOLE, state(made));
        made.spoil(0, 500, 1);
        assertEquals(LogState.LAST_DOUBTFUL, state(made));
    }
}
