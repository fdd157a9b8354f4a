package nearside.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import nearside.storage.Manners.Closing;
import nearside.storage.Manners.Notices;
import nearside.storage.Manners.QuickKey;
import nearside.storage.Settings.Allowed;
import nearside.storage.Settings.Borrowing;
import nearside.storage.Settings.Consent;
import nearside.storage.Settings.KvCache;
import nearside.storage.Settings.Language;
import nearside.storage.Settings.Limits;
import nearside.storage.Settings.Mode;
import nearside.storage.Settings.Place;
import nearside.storage.Settings.Relief;
import nearside.storage.Settings.Running;
import nearside.storage.Settings.Theme;
import nearside.storage.Settings.Welcome;
import nearside.storage.folder.OwnerOnly;
import nearside.storage.policy.Endpoint;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class SettingsFileTest {
    private static final Settings CHOSEN =
            new Settings(
                    KeptModels.using("phi-3"),
                    new Appearance(Theme.DARK, 125, Appearance.Motion.REDUCED),
                    Language.CHINESE,
                    Welcome.PUT_AWAY,
                    new Running(
                            Optional.of(Duration.ofHours(1)),
                            List.of("cuda", "cpu"),
                            KvCache.INT8,
                            Set.of(Relief.STAND_IN, Relief.SHORT_REPLY)),
                    new Borrowing(
                            Mode.OFFLINE,
                            Consent.WITHIN_LIMITS,
                            new Limits(1_500, new BigDecimal("2.25")),
                            Set.of("one", "two")),
                    new Manners(Closing.TRAY, Notices.NONE, QuickKey.CTRL_ALT_SPACE),
                    new Windows(
                            Optional.of(new Place(-5.5, 10, 800, 600, Place.Maximized.YES)),
                            Map.of("one", new Place(1, 2, 500, 600, Place.Maximized.NO))));

    @TempDir Path folder;
    private Path file;
    private Path previous;
    private SettingsFile settings;

    @BeforeEach
    void name() {
        file = folder.resolve("settings.json");
        previous = folder.resolve("settings.json.previous");
        settings = new SettingsFile(folder);
    }

    @Test
    void withoutAFileTheDefaultsAre() {
        assertEquals(Settings.DEFAULT, settings.read());
        assertFalse(Files.exists(file));
    }

    @Test
    void whatWasChangedIsReadByTheNextOne() {
        assertEquals(CHOSEN, settings.change(old -> CHOSEN));

        assertEquals(CHOSEN, new SettingsFile(folder).read());
    }

    @Test
    void fromWhereModelsComeIsKeptAndForgotten() throws IOException {
        Fetching chosen =
                new Fetching(
                        Optional.of(URI.create("http://127.0.0.1:8080/hub/")),
                        List.of(new Endpoint("https", "cdn.example.com", 8443)),
                        OptionalInt.of(750));

        Settings kept = settings.change(old -> old.with(chosen));

        assertEquals(Settings.DEFAULT.with(chosen), kept);
        assertEquals(kept, new SettingsFile(folder).read());
        assertEquals(
                "{\"format\":1,\"models_hub\":\"http://127.0.0.1:8080/hub/\","
                        + "\"models_storage\":[\"https://cdn.example.com:8443\"],"
                        + "\"models_kilobytes_per_second\":750}",
                Files.readString(file).replaceAll("\\s", ""));
        assertEquals(Settings.DEFAULT, settings.change(old -> old.with(Fetching.USUAL)));
        assertEquals("{\"format\":1}", Files.readString(file).replaceAll("\\s", ""));
    }

    /// A model that is chosen takes nothing from where others come.
    @Test
    void anotherModelLeavesFromWhereOthersCome() {
        Fetching slow = Fetching.USUAL.atMost(OptionalInt.of(5));
        Path share = folder.toAbsolutePath().resolve("share");
        var _ = settings.change(old -> old.with(slow));
        Settings kept =
                settings.change(old ->
                        old.withModel(Optional.of("phi"))
                                .with(old.models().with("phi", share).without("phi")));
        assertEquals(slow, kept.models().fetching());
    }

    @Test
    void placesOfModelsAreKeptById() throws IOException {
        Path share = folder.toAbsolutePath().resolve("share");

        Settings kept =
                settings.change(old -> old.with(KeptModels.using("phi").with("phi", share)));

        assertEquals(Map.of("phi", share), kept.models().inPlace());
        assertEquals(kept, new SettingsFile(folder).read());
        assertEquals(
                Settings.DEFAULT, settings.change(old -> old.with(old.models().without("phi"))));
        assertFalse(Files.readString(file).contains("models_in_place"));
    }

    @Test
    void theFileIsReadableByPeople() throws IOException {
        settings.change(old -> CHOSEN);

        assertEquals(
                """
                {
                  "format": 1,
                  "model": "phi-3",
                  "theme": "dark",
                  "text_percent": 125,
                  "motion": "reduced",
                  "language": "chinese",
                  "welcome": "put_away",
                  "unload_after_minutes": 60,
                  "accelerators": [
                    "cuda",
                    "cpu"
                  ],
                  "kv_cache": "int8",
                  "stand_in": "never",
                  "short_reply": "never",
                  "mode": "offline",
                  "borrow": "within_limits",
                  "borrow_tokens_per_question": 1500,
                  "borrow_usd_per_day": 2.25,
                  "borrow_never_in": [
                    "one",
                    "two"
                  ],
                  "closing": "tray",
                  "notices": "none",
                  "quick_key": "ctrl_alt_space",
                  "window": {
                    "x": -5.5,
                    "y": 10.0,
                    "width": 800.0,
                    "height": 600.0,
                    "maximized": true
                  },
                  "windows_on": {
                    "one": {
                      "x": 1.0,
                      "y": 2.0,
                      "width": 500.0,
                      "height": 600.0,
                      "maximized": false
                    }
                  }
                }
                """,
                Files.readString(file));
    }

    @Test
    void aWindowStandsWhereItStoodWithTheseScreens() {
        Place home = new Place(1, 2, 500, 600, Place.Maximized.NO);
        Place office = new Place(3, 4, 700, 800, Place.Maximized.YES);
        settings.change(old -> old.with("home", home));
        settings.change(old -> old.with("office", office));
        Windows windows = new SettingsFile(folder).read().windows();
        assertEquals(Optional.of(home), windows.with("home"));
        assertEquals(Optional.of(office), windows.with("office"));
        assertEquals(Optional.of(office), windows.with("a hotel"), "as at last");
        for (int i = 0; i < Windows.MOST; i++) {
            String screens = "hotel " + i;
            settings.change(old -> old.with(screens, home));
        }
        settings.change(old -> old.with("office", office));
        Windows later = new SettingsFile(folder).read().windows();
        assertEquals(Windows.MOST, later.onScreens().size());
        assertFalse(later.onScreens().containsKey("home"), "the oldest goes");
        assertEquals(Optional.of(office), later.last());
    }

    @Test
    void aChoiceTakenBackLeavesTheFile() throws IOException {
        settings.change(old -> CHOSEN);

        assertEquals(Settings.DEFAULT, settings.change(old -> Settings.DEFAULT));

        assertFalse(Files.readString(file).contains("model"));
        assertFalse(Files.readString(file).contains("window"));
        assertFalse(Files.readString(file).contains("accelerators"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"cuda\"", "{}", "null", "[1]", "[\"cuda\", null]", "[[\"cuda\"]]"})
    void acceleratorsThatAreNoListOfNamesCountAsNotSet(String value) throws IOException {
        Files.writeString(file, "{\"accelerators\": " + value + ", \"model\": \"phi-3\"}");
        assertEquals(model("phi-3"), settings.read());
    }

    @ParameterizedTest
    @EnumSource(KvCache.class)
    void aChosenCacheIsKeptBesideAllElse(KvCache choice) throws IOException {
        Files.writeString(file, "{\"kv_cache\": \"int8\", \"unload_after_minutes\": 5}");

        Settings next = settings.change(old -> old.with(choice));

        assertEquals(
                new Running(Optional.of(Duration.ofMinutes(5)), List.of(), choice), next.running());
        assertEquals(next, settings.read());
    }

    @ParameterizedTest
    @EnumSource(Relief.class)
    void whatIsNotToBeGivenUpMayBeAgain(Relief relief) throws IOException {
        Files.writeString(file, "{\"model\": \"phi-3\"}");
        Settings never = settings.change(old -> old.with(relief, Allowed.NEVER));
        assertEquals(Set.of(relief), never.running().never());
        assertEquals(never, settings.read());

        settings.change(old -> old.with(relief, Allowed.ALLOWED));

        assertEquals(model("phi-3"), settings.read());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"INT8\"", "\"int4\"", "\"\"", "8", "null", "true", "[\"int8\"]"})
    void aCacheThatIsNoneCountsAsNotSet(String value) throws IOException {
        Files.writeString(file, "{\"kv_cache\": " + value + ", \"model\": \"phi-3\"}");
        assertEquals(model("phi-3"), settings.read());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"gone\"", "\"PUT_AWAY\"", "false", "null", "[\"put_away\"]"})
    void aWelcomeThatIsNoneCountsAsNotPutAway(String value) throws IOException {
        Files.writeString(file, "{\"welcome\": " + value + ", \"model\": \"phi-3\"}");

        assertEquals(model("phi-3"), settings.read());
    }

    @Test
    void aWelcomeThatIsAskedForAgainLeavesTheRest() throws IOException {
        Files.writeString(file, "{\"welcome\": \"put_away\", \"model\": \"phi-3\"}");

        settings.change(old -> old.with(Welcome.SHOWN));

        assertEquals(model("phi-3"), settings.read());
    }

    @Test
    void thePreviousVersionIsKept() throws IOException {
        settings.change(old -> model("one"));
        settings.change(old -> model("two"));

        assertTrue(Files.readString(previous).contains("\"one\""));
        assertTrue(Files.readString(file).contains("\"two\""));
    }

    @Test
    void aModelStaysForGoodWhereItsPauseIsZero() throws IOException {
        settings.change(old -> old.with(new Running(Optional.empty(), List.of(), KvCache.AUTO)));

        assertTrue(Files.readString(file).contains("\"unload_after_minutes\": 0"));
        assertEquals(Optional.empty(), settings.read().running().unloadAfter());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "[]", "null", "\"text\"", "{\"model\": ", "\u0000\u0000", "{} x"})
    void anUnreadableFileFallsBackToThePreviousAndThenToTheDefaults(String damage)
            throws IOException {
        settings.change(old -> model("one"));
        settings.change(old -> model("two"));
        Files.writeString(file, damage);

        assertEquals(model("one"), settings.read());

        Files.writeString(previous, damage);
        assertEquals(Settings.DEFAULT, settings.read());
    }

    @Test
    void bytesThatAreNoTextOrAFileTooLargeFallBack() throws IOException {
        settings.change(old -> model("one"));
        settings.change(old -> model("two"));

        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertEquals(model("one"), settings.read());

        Files.writeString(file, "{\"model\":\"" + "x".repeat(2 << 20) + "\"}");
        assertEquals(model("one"), settings.read());
    }

    @Test
    void anUnreadableFileNeverBecomesThePreviousVersion() throws IOException {
        settings.change(old -> model("one"));
        settings.change(old -> model("two"));
        Files.writeString(file, "damage");

        settings.change(old -> model(old.model().orElseThrow() + " again"));

        assertEquals(model("one again"), settings.read());
        assertTrue(Files.readString(previous).contains("\"one\""));
    }

    @Test
    void keysAndValuesOfANewerVersionSurviveAChange() throws IOException {
        Files.writeString(
                file,
                """
                {"future": {"a": [1, null]}, "theme": "sepia",
                 "window": {"x": 1, "y": 2, "width": 3, "height": 4, "screen": "left"}}
                """);

        settings.change(old ->
                old.withModel(Optional.of("phi-3"))
                        .with("here", new Place(9, 2, 3, 4, Place.Maximized.NO)));

        String text = Files.readString(file).replaceAll("\\s", "");
        assertTrue(text.contains("\"future\":{\"a\":[1,null]}"), text);
        assertTrue(text.contains("\"theme\":\"sepia\""), text);
        assertTrue(text.contains("\"screen\":\"left\""), text);
        assertTrue(text.contains("\"x\":9.0"), text);
    }

    @Test
    void aWrongTypeFallsBackForItsKeyAlone() throws IOException {
        Files.writeString(
                file,
                "{\"model\": 7, \"theme\": [], \"language\": \"chinese\", \"window\": \"x\"}");

        assertEquals(Settings.DEFAULT.with(Language.CHINESE), settings.read());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"x\": 1, \"y\": 2, \"width\": 3}",
                "{\"x\": 1, \"y\": 2, \"width\": 0, \"height\": 4}",
                "{\"x\": 1, \"y\": 2, \"width\": 3, \"height\": -4}",
                "{\"x\": \"1\", \"y\": 2, \"width\": 3, \"height\": 4}",
                "{\"x\": 1e999, \"y\": 2, \"width\": 3, \"height\": 4}",
                "{\"x\": NaN, \"y\": 2, \"width\": 3, \"height\": 4}"
            })
    void aPlaceThatCannotBeIsNone(String window) throws IOException {
        Files.writeString(file, "{\"model\": \"phi-3\", \"window\": " + window + "}");

        assertEquals(model("phi-3"), settings.read());
    }

    @Test
    void filesAreTheOwnersAloneAndNothingHalfWrittenStays() throws IOException {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
        settings.change(old -> model("one"));
        settings.change(old -> model("two"));

        try (var files = Files.list(folder)) {
            List<Path> all = files.sorted().toList();
            assertEquals(List.of(file, folder.resolve("settings.json.lock"), previous), all);
            for (Path each : all) {
                assertEquals(
                        "rw-------",
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(each)));
            }
        }
    }

    @Test
    void aFolderIsMadeByTheFirstChange() {
        Path fresh = folder.resolve("a/b");

        new SettingsFile(fresh).change(old -> CHOSEN);

        assertEquals(CHOSEN, new SettingsFile(fresh).read());
    }

    @Test
    void settingsAreChangedBesideAnOpenProfile() {
        try (Profile profile = Profile.open(folder)) {
            settings.change(old -> CHOSEN);
            assertEquals(List.of(), profile.conversations().list());
        }
        assertEquals(CHOSEN, settings.read());
    }

    @Test
    void aFolderThatCannotBeWrittenIsDenied() throws IOException {
        Path blocked = Files.writeString(folder.resolve("file"), "not a folder");
        SettingsFile here = new SettingsFile(blocked);

        assertEquals(Settings.DEFAULT, here.read());
        assertEquals(
                new StorageFailure.Denied(blocked),
                assertThrows(StorageException.class, () -> here.change(old -> CHOSEN)).failure());
    }

    @Test
    void changesOfManyThreadsAreAllThere() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Settings>> all = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                all.add(threads.submit(() -> new SettingsFile(folder).change(CountingChild::more)));
            }
            for (Future<Settings> each : all) {
                assertTrue(each.get().model().isPresent());
            }
        }
        assertEquals(model("20"), settings.read());
    }

    @Test
    void changesOfTwoProcessesAreAllThere() throws Exception {
        try (Child one = Child.start(CountingChild.class, folder, 25);
                Child two = Child.start(CountingChild.class, folder, 25)) {
            assertEquals(0, one.process().waitFor());
            assertEquals(0, two.process().waitFor());
        }
        assertEquals(model("50"), settings.read());
    }

    /// Met by a run of the whole check: the second to make the lock's file was told it is denied.
    @Test
    void aFileThatSeveralMakeAtOnceIsMade() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 300; i++) {
                Path file = folder.resolve("file-" + i);
                Callable<Boolean> make =
                        () -> {
                            OwnerOnly.file(file);
                            return Files.exists(file);
                        };
                for (Future<Boolean> made : threads.invokeAll(List.of(make, make, make, make))) {
                    assertTrue(made.get());
                }
            }
        }
    }

    private static Settings model(String id) {
        return Settings.DEFAULT.withModel(Optional.of(id));
    }
}
