package nearside.desktop.start;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.engine.accelerator.Device;
import nearside.engine.accelerator.Provider;
import nearside.engine.accelerator.TrialKey;
import nearside.engine.accelerator.Verdict;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

final class KeptVerdictsTest {
    private static final TrialKey KEY =
            new TrialKey(new Device(Provider.CUDA, "GPU", "580"), "1.29.0", "abc");
    private static final Verdict VERDICT = new Verdict.Slower(4.5, 11);

    @TempDir Path profile;

    @Test
    void aVerdictIsThereAtTheNextStart() {
        new KeptVerdicts(profile).keep(KEY, VERDICT);
        assertEquals(Optional.of(VERDICT), new KeptVerdicts(profile).find(KEY));
    }

    @Test
    void aDamagedOneCountsAsNone() throws IOException {
        new KeptVerdicts(profile).keep(KEY, VERDICT);
        Path file = profile.resolve("cache/accelerators").resolve(KEY.name() + ".bin");
        Files.writeString(file, "{\"kind\": \"sl");
        assertEquals(Optional.empty(), new KeptVerdicts(profile).find(KEY));
    }
}
