package nearside.desktop.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.desktop.pace.Background;
import nearside.desktop.pace.HeldThread;
import nearside.storage.Fetching;
import nearside.storage.Settings;
import nearside.storage.SettingsFile;
import nearside.storage.policy.Endpoint;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

final class FetchingViewModelTest {
    private static final String HUB = "https://models.example.com/near/";

    @TempDir private Path profile;

    private FetchingViewModel over() {
        SettingsFile file = new SettingsFile(profile);
        return new FetchingViewModel(
                file.read().models().fetching(),
                file,
                new Background(Runnable::run, new HeldThread(), _ -> {}));
    }

    private Fetching kept() {
        return new SettingsFile(profile).read().models().fetching();
    }

    @ParameterizedTest
    @ValueSource(strings = {HUB, "https://models.example.com/near", "  " + HUB + " "})
    void anAddressIsKeptAndShownByTheNextWindow(String typed) {
        FetchingViewModel fetching = over();
        fetching.type(typed);
        assertEquals(Optional.of(URI.create(HUB)), kept().hub());
        assertEquals(HUB, fetching.hub().getValue());
        assertEquals(HUB, over().hub().getValue());
        assertFalse(fetching.wrong().get());
    }

    @Test
    void whatIsNoAddressChangesNothingUntilItIsMended() {
        FetchingViewModel fetching = over();
        fetching.type(HUB);
        fetching.type("http://models.example.com/");
        assertTrue(fetching.wrong().get());
        assertEquals(Optional.of(URI.create(HUB)), kept().hub());
        fetching.type(HUB);
        assertFalse(fetching.wrong().get());
    }

    @Test
    void anEmptyFieldIsThePublicHub() {
        FetchingViewModel fetching = over();
        fetching.type(HUB);
        fetching.type(" ");
        assertEquals(Settings.DEFAULT, new SettingsFile(profile).read());
    }

    @Test
    void whatIsNotChangedIsNotWritten() {
        FetchingViewModel fetching = over();
        fetching.type("");
        fetching.choose(new SpeedLimit(0));
        assertFalse(Files.exists(profile.resolve("settings.json")));
    }

    @Test
    void aLimitIsKeptAndTakenBack() {
        FetchingViewModel fetching = over();
        fetching.choose(new SpeedLimit(2_000));
        assertEquals(OptionalInt.of(2_000), kept().mostKilobytes());
        assertEquals(new SpeedLimit(2_000), over().limit().getValue());
        fetching.choose(new SpeedLimit(0));
        assertEquals(Fetching.USUAL, kept());
    }

    /// Servers stand in the file alone, perhaps since this window opened.
    @Test
    void anotherLimitLeavesWhatTheFileSaysOtherwise() {
        FetchingViewModel fetching = over();
        Fetching chosen =
                new Fetching(
                        Optional.of(URI.create(HUB)),
                        List.of(new Endpoint("https", "cdn.example.com", 443)),
                        OptionalInt.of(7));
        var _ = new SettingsFile(profile).change(old -> old.with(chosen));
        fetching.choose(new SpeedLimit(500));
        assertEquals(chosen.atMost(OptionalInt.of(500)), kept());
    }
}
