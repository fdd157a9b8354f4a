package nearside.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import nearside.storage.Settings.Language;
import nearside.storage.Settings.Theme;
import nearside.storage.SettingsFound.From;
import nearside.storage.SettingsTrouble.Damaged;
import nearside.storage.SettingsTrouble.WrongValue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What a start tells of settings that cannot be used, and where they are kept.
class SettingsDamageTest {
    private static final String HUB = "an https address that ends with / (http on this machine)";
    private static final String SERVERS =
            "a list of https addresses such as \"https://cdn.example.com\"";
    private static final String THEMES = "system, light, dark, contrast_light, contrast_dark";

    @TempDir Path folder;
    private Path file;
    private Path previous;
    private Path fileAside;
    private Path previousAside;
    private SettingsFile settings;

    @BeforeEach
    void writeTwice() {
        file = folder.resolve("settings.json");
        previous = folder.resolve("settings.json.previous");
        fileAside = folder.resolve("settings.json.damaged");
        previousAside = folder.resolve("settings.json.previous.damaged");
        settings = new SettingsFile(folder);
        var _ = settings.change(_ -> model("one"));
        var _ = settings.change(_ -> model("two"));
    }

    private SettingsFound found(Settings meant, From from, SettingsTrouble... troubles) {
        return new SettingsFound(file, meant, from, List.of(troubles));
    }

    private static Settings model(String id) {
        return Settings.DEFAULT.withModel(Optional.of(id));
    }

    @Test
    void soundSettingsTellNothingAndLeaveNothing() throws IOException {
        assertEquals(found(model("two"), From.CURRENT), settings.open());
        assertFalse(Files.exists(fileAside));
    }

    @Test
    void noSettingsTellNothing() {
        Path fresh = folder.resolve("fresh");
        assertEquals(
                new SettingsFound(
                        fresh.resolve("settings.json"), Settings.DEFAULT, From.DEFAULTS, List.of()),
                new SettingsFile(fresh).open());
        assertFalse(Files.exists(fresh));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "{\"model\": "})
    void thePreviousOneIsUsedAndTheDamagedOneKept(String text) throws IOException {
        Files.writeString(file, text);

        assertEquals(
                found(
                        model("one"),
                        From.PREVIOUS,
                        new Damaged(file, new Damage.NotJson(), Optional.of(fileAside))),
                settings.open());
        assertEquals(text, Files.readString(fileAside));
        assertEquals(text, Files.readString(file));
    }

    @Test
    void itIsToldAtEachStartUntilAChange() throws IOException {
        Files.writeString(file, "{");
        assertEquals(settings.open(), new SettingsFile(folder).open());

        var _ = settings.change(old -> old.with(Theme.DARK));

        assertEquals(found(model("one").with(Theme.DARK), From.CURRENT), settings.open());
        assertEquals("{", Files.readString(fileAside));
    }

    @Test
    void aChangeWithoutAStartKeepsTheDamagedOneToo() throws IOException {
        Files.writeString(file, "{");
        Files.writeString(previous, "[");

        var _ = settings.change(old -> old.with(Theme.DARK));

        assertEquals(found(Settings.DEFAULT.with(Theme.DARK), From.CURRENT), settings.open());
        assertEquals("{", Files.readString(fileAside));
        assertEquals("[", Files.readString(previousAside));
        assertFalse(Files.exists(previous));
    }

    @Test
    void withBothDamagedTheDefaultsAreUsedAndToldToo() throws IOException {
        Files.writeString(file, "{");
        Files.write(previous, new byte[] {(byte) 0xff, (byte) 0xfe});

        assertEquals(
                found(
                        Settings.DEFAULT,
                        From.DEFAULTS,
                        new Damaged(file, new Damage.NotJson(), Optional.of(fileAside)),
                        new Damaged(previous, new Damage.NotText(), Optional.of(previousAside))),
                settings.open());
        assertEquals(2, Files.size(previousAside));
    }

    @Test
    void aFileThatIsGoneIsToldWhileAPreviousOneIsThere() throws IOException {
        Files.delete(file);

        assertEquals(
                found(
                        model("one"),
                        From.PREVIOUS,
                        new Damaged(file, new Damage.Missing(), Optional.empty())),
                settings.open());
    }

    /// As a change leaves it that is killed between moving both aside and writing.
    @Test
    void defaultsAreToldAlsoWhereOnlyTheDamagedOneIsThere() throws IOException {
        Files.move(file, fileAside);
        Files.delete(previous);

        assertEquals(
                found(
                        Settings.DEFAULT,
                        From.DEFAULTS,
                        new Damaged(file, new Damage.Missing(), Optional.of(fileAside))),
                settings.open());
    }

    @Test
    void aHugeFileIsNotCopiedButMovedByTheNextChange() throws IOException {
        String huge = "x".repeat(2 << 20);
        Files.writeString(file, huge);

        assertEquals(
                found(
                        model("one"),
                        From.PREVIOUS,
                        new Damaged(file, new Damage.TooLarge(2 << 20, 1 << 20), Optional.empty())),
                settings.open());

        var _ = settings.change(old -> old.with(Theme.DARK));
        assertEquals(2 << 20, Files.size(fileAside));
    }

    @Test
    void aFolderInItsPlaceIsUnreadableAndMovedByTheNextChange() throws IOException {
        Files.delete(file);
        Files.createDirectory(file);

        assertEquals(
                found(
                        model("one"),
                        From.PREVIOUS,
                        new Damaged(file, new Damage.Unreadable(), Optional.empty())),
                settings.open());

        assertEquals(model("one"), settings.change(old -> old));
        assertEquals(found(model("one"), From.CURRENT), settings.open());
    }

    @Test
    void aWrongValueOfThePreviousOneIsToldWithItsFile() throws IOException {
        Files.writeString(file, "{");
        Files.writeString(previous, "{\"theme\": 7}");

        assertEquals(
                new WrongValue(previous, "theme", THEMES, "7"),
                settings.open().troubles().getLast());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '@',
            value = {
                "model|@@|the id of a model",
                "model|7|the id of a model",
                "theme|'sepia'|" + THEMES,
                "models_hub|'http://models.example.com/'|" + HUB,
                "models_hub|'https://models.example.com'|" + HUB,
                "models_hub|7|" + HUB,
                "models_storage|'https://cdn.example.com'|" + SERVERS,
                "models_storage|['https://cdn.example.com','http://cdn.example.com']|" + SERVERS,
                "models_kilobytes_per_second|0|a whole number from 1 to 10000000",
                "models_kilobytes_per_second|10000001|a whole number from 1 to 10000000",
                "models_kilobytes_per_second|'5'|a whole number from 1 to 10000000",
                "text_percent|79|a whole number from 80 to 200",
                "text_percent|201|a whole number from 80 to 200",
                "text_percent|'100'|a whole number from 80 to 200",
                "motion|'none'|system, reduced",
                "language|null|system, english, chinese",
                "unload_after_minutes|-1|whole minutes from 0 to 999999",
                "unload_after_minutes|1000000|whole minutes from 0 to 999999",
                "unload_after_minutes|0.5|whole minutes from 0 to 999999",
                "unload_after_minutes|'ten'|whole minutes from 0 to 999999",
                "accelerators|'cuda'|a list of names",
                "accelerators|['cuda',1]|a list of names",
                "models_in_place|['/m']|absolute paths of folders by the ids of models",
                "models_in_place|{'m':'here'}|absolute paths of folders by the ids of models",
                "models_in_place|{'../m':'/m'}|absolute paths of folders by the ids of models",
                "kv_cache|'int4'|auto, float32, int8",
                "stand_in|'maybe'|allowed, never",
                "borrow|'always'|ask, within_limits",
                "borrow_tokens_per_question|-1|a whole number from 0 on",
                "borrow_usd_per_day|-0.01|a number from 0 to 1000000",
                "borrow_usd_per_day|'1'|a number from 0 to 1000000",
                "borrow_never_in|'one'|a list of ids of conversations",
                "window|{'x':1}|x, y, and a width and height above 0",
                "format|0|a whole number from 1 on",
                "format|'1'|a whole number from 1 on"
            })
    void aWrongValueIsToldAndOnlyItFallsBack(String key, String value, String expected)
            throws IOException {
        String json = value.isEmpty() ? "\"\"" : value.replace('\'', '"');
        String language = key.equals("language") ? "" : ", \"language\": \"chinese\"";
        Files.writeString(file, "{\"" + key + "\": " + json + language + "}");

        Settings meant =
                key.equals("language") ? Settings.DEFAULT : Settings.DEFAULT.with(Language.CHINESE);
        assertEquals(
                found(meant, From.CURRENT, new WrongValue(file, key, expected, json)),
                settings.open());
    }

    @Test
    void aModeThatCannotBeReadIsOffline() throws IOException {
        Files.writeString(file, "{\"mode\": \"local\"}");

        SettingsFound found = settings.open();

        assertEquals(Settings.Mode.OFFLINE, found.settings().borrowing().mode());
        assertEquals(
                List.of(new WrongValue(file, "mode", "local_first, offline", "\"local\"")),
                found.troubles());
    }

    @Test
    void aWindowWithoutATruthOnlyLosesThat() throws IOException {
        Files.writeString(
                file,
                """
                {"window": {"x": 1, "y": 2, "width": 3, "height": 4, "maximized": 1}}
                """);

        SettingsFound found = settings.open();

        assertEquals(3, found.settings().windows().last().orElseThrow().width());
        assertEquals(
                List.of(new WrongValue(file, "maximized", "true or false", "1")), found.troubles());
    }

    @Test
    void aLongValueIsToldShortened() throws IOException {
        Files.writeString(file, "{\"theme\": \"" + "x".repeat(1_000) + "\"}");

        WrongValue told = (WrongValue) settings.open().troubles().getFirst();

        assertEquals(61, told.found().length());
    }
}
