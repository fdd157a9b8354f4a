package nearside.desktop.start;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.storage.SettingsFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.OptionalInt;

class KeptLimitTest {
    @TempDir private Path profile;
    private long now = -5;

    private void limit(OptionalInt kilobytes) {
        var _ =
                new SettingsFile(profile)
                        .change(old -> old.with(old.models().fetching().atMost(kilobytes)));
    }

    @Test
    void itIsReadAnewWhileSomethingComes() {
        KeptLimit limit = new KeptLimit(new SettingsFile(profile), () -> now);
        assertEquals(0, limit.getAsLong());
        limit(OptionalInt.of(500));
        now += KeptLimit.FRESH_NANOS;
        assertEquals(500_000, limit.getAsLong());
        limit(OptionalInt.empty());
        now += KeptLimit.FRESH_NANOS;
        assertEquals(0, limit.getAsLong());
    }

    @Test
    void theFileIsNotReadForEveryPiece() {
        KeptLimit limit = new KeptLimit(new SettingsFile(profile), () -> now);
        assertEquals(0, limit.getAsLong());
        limit(OptionalInt.of(500));
        now += KeptLimit.FRESH_NANOS - 1;
        assertEquals(0, limit.getAsLong());
        now++;
        assertEquals(500_000, limit.getAsLong());
    }
}
