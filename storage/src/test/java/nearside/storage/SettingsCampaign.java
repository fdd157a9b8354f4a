package nearside.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.storage.SettingsChild.Writer;
import nearside.storage.SettingsFound.From;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/// A process that writes settings is killed at a random moment, again and again: the old or the new
/// ones are there, and nothing is told. Five kills in the everyday run; all of them by
///
/// `mvn -pl storage -am test -Dtest=SettingsCampaign -Dnearside.seeds=1-300
/// -Dsurefire.failIfNoSpecifiedTests=false`
class SettingsCampaign {
    private static final int MOST_LINES = 40;
    private static final Duration LONGEST_WAIT = Duration.ofMillis(20);

    @TempDir Path folder;
    private final KillTable campaign =
            KillTable.of("settings-kills.csv", "told,found,from,troubles", 5);

    @Test
    void oldOrNewSettingsAreThere() throws Exception {
        int from = 1;
        for (long seed : campaign.seeds().toArray()) {
            Killed killed = kill(Writer.KEPT, seed, from);
            campaign.row(
                    seed,
                    killed.told(),
                    SettingsChild.number(killed.found().settings()),
                    killed.found().from(),
                    killed.found().troubles().size());
            assertEquals(List.of(), killed.found().troubles());
            assertEquals(From.CURRENT, killed.found().from());
            int number = SettingsChild.number(killed.found().settings());
            assertTrue(number == killed.told() || number == killed.told() + 1, killed.toString());
            assertEquals(SettingsChild.numbered(number), killed.found().settings());
            from = number + 1;
        }
    }

    @Test
    void aWriterInPlaceIsCaught() throws Exception {
        for (long seed = 1; seed <= 20; seed++) {
            if (kill(Writer.IN_PLACE, seed, 1).found().from() != From.CURRENT) {
                return;
            }
        }
        throw new AssertionError("the control passed twenty kills");
    }

    /// What the child had told and what the next start finds.
    private record Killed(int told, SettingsFound found) {}

    private Killed kill(Writer writer, long seed, int from)
            throws IOException, InterruptedException {
        Random random = new Random(seed);
        int told = from - 1;
        try (Child child = Child.start(SettingsChild.class, folder, writer, from)) {
            for (int line = random.nextInt(MOST_LINES); line >= 0; line--) {
                told = Integer.parseInt(child.line().orElseThrow());
            }
            LockSupport.parkNanos(random.nextLong(LONGEST_WAIT.toNanos()));
            for (String line : child.kill()) {
                // The last line may have been cut in the pipe; it is then shorter.
                told = Math.max(told, Integer.parseInt(line));
            }
        }
        return new Killed(told, new SettingsFile(folder).open());
    }
}
