package nearside.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/// A process killed at any moment loses nothing that it had told to be committed.
class CrashTest {
    private static final int KILLS = 2;

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void killedProcessesLoseNothingThatWasPromised(long seed) throws Exception {
        Random moments = new Random(seed);
        Promised promised = new Promised();
        for (int kill = 0; kill < KILLS; kill++) {
            writeAndKill(promised, 1 + moments.nextInt(400), 1 + moments.nextInt(60));

            try (Profile profile = Profile.open(folder)) {
                assertEquals(List.of(), promised.broken(profile.conversations()));
            }
            assertEquals("ok", Rows.first(folder, "PRAGMA integrity_check"));
        }
        assertTrue(promised.replies() >= KILLS);
    }

    private void writeAndKill(Promised promised, int afterLines, int piecesPerReply)
            throws IOException, InterruptedException {
        try (Child child =
                Child.start(WritingChild.class, folder, piecesPerReply, Integer.MAX_VALUE)) {
            for (int line = 0; line < afterLines; line++) {
                promised.hear(child.line().orElseThrow());
            }
            List<String> rest = child.kill();
            // The last line may have been cut in the pipe.
            rest.stream().limit(Math.max(0, rest.size() - 1)).forEach(promised::hear);
        }
    }
}
