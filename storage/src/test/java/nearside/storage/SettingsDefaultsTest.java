package nearside.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import nearside.storage.Settings.Borrowing;
import nearside.storage.Settings.Consent;
import nearside.storage.Settings.KvCache;
import nearside.storage.Settings.Language;
import nearside.storage.Settings.Limits;
import nearside.storage.Settings.Mode;
import nearside.storage.Settings.Place;
import nearside.storage.Settings.Running;
import nearside.storage.Settings.Theme;
import nearside.storage.Settings.Welcome;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// What holds where nothing was chosen, and what settings cannot be.
class SettingsDefaultsTest {
    @Test
    void everyDefaultIsThis() {
        assertEquals(
                new Settings(
                        KeptModels.NONE,
                        new Appearance(Theme.SYSTEM, 100, Appearance.Motion.SYSTEM),
                        Language.SYSTEM,
                        Welcome.SHOWN,
                        new Running(Optional.of(Duration.ofMinutes(10)), List.of(), KvCache.AUTO),
                        new Borrowing(
                                Mode.LOCAL_FIRST,
                                Consent.ASK,
                                new Limits(4_000, new BigDecimal("0.5")),
                                Set.of()),
                        new Manners(
                                Manners.Closing.QUIT, Manners.Notices.SHOWN, Manners.QuickKey.NONE),
                        Windows.NONE),
                Settings.DEFAULT);
    }

    @Test
    void modelsComeFromThePublicHubAsFastAsItGoes() {
        assertEquals(
                new Fetching(Optional.empty(), List.of(), OptionalInt.empty()),
                Settings.DEFAULT.models().fetching());
        assertEquals(0, Settings.DEFAULT.models().fetching().mostBytesPerSecond());
    }

    @Test
    void aModelHasAnId() {
        assertThrows(
                IllegalArgumentException.class, () -> Settings.DEFAULT.withModel(Optional.of(" ")));
    }

    @ParameterizedTest
    @ValueSource(ints = {79, 201})
    void lettersStayWithinWhatCanBeRead(int percent) {
        assertThrows(
                IllegalArgumentException.class,
                () -> Settings.DEFAULT.appearance().withText(percent));
    }

    @Test
    void aPauseIsAMinuteAtLeast() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Running(Optional.of(Duration.ofSeconds(59)), List.of(), KvCache.AUTO));
    }

    @ParameterizedTest
    @CsvSource({
        "NaN,0,1,1",
        "0,Infinity,1,1",
        "0,0,0,1",
        "0,0,1,-1",
        "0,0,NaN,1",
        "0,0,1,Infinity"
    })
    void aPlaceCanBeOnAScreen(double x, double y, double width, double height) {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Place(x, y, width, height, Place.Maximized.NO));
    }
}
