package nearside.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.storage.Settings.KvCache;
import nearside.storage.Settings.Language;
import nearside.storage.Settings.Place;
import nearside.storage.Settings.Running;
import nearside.storage.Settings.Theme;
import nearside.storage.SettingsFound.From;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Files that past versions wrote, kept as they were, mean what they meant.
class SettingsFormatTest {
    private static final Running LATE =
            new Running(Optional.of(Duration.ofHours(1)), List.of("cuda", "cpu"), KvCache.AUTO);

    private static final Running HOUR =
            new Running(Optional.of(Duration.ofHours(1)), List.of(), KvCache.AUTO);

    @TempDir Path folder;

    record Past(String file, Settings meant) {}

    static Stream<Past> all() {
        Settings first =
                new Settings(
                        KeptModels.using("phi-3"),
                        Settings.DEFAULT.appearance().with(Theme.DARK),
                        Language.CHINESE,
                        Settings.DEFAULT.welcome(),
                        Settings.DEFAULT.running(),
                        Settings.DEFAULT.borrowing(),
                        Settings.DEFAULT.manners(),
                        new Windows(
                                Optional.of(new Place(-5.5, 10, 800, 600, Place.Maximized.YES)),
                                Map.of()));
        return Stream.of(
                new Past("settings-unnumbered-1.json", first),
                new Past("settings-unnumbered-2.json", first.with(HOUR)),
                new Past("settings-unnumbered-3.json", first.with(LATE)),
                new Past("settings-unnumbered-4.json", first.with(LATE).with(KvCache.INT8)),
                new Past("settings-1.json", first.with(LATE).with(KvCache.INT8)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void aPastFileMeansWhatItMeant(Past past) throws IOException {
        Path file = put(past.file());

        assertEquals(
                new SettingsFound(file, past.meant(), From.CURRENT, List.of()),
                new SettingsFile(folder).open());
    }

    @ParameterizedTest
    @MethodSource("all")
    void aChangeOfAPastFileKeepsTheRestAndNumbersIt(Past past) throws IOException {
        put(past.file());

        Settings light = new SettingsFile(folder).change(old -> old.with(Theme.LIGHT));

        assertEquals(past.meant().with(Theme.LIGHT), light);
        assertEquals(light, new SettingsFile(folder).read());
        assertEquals(
                1,
                Files.readString(folder.resolve("settings.json")).split("\"format\": 1").length
                        - 1);
    }

    @Test
    void theNewestFixtureIsWhatIsWrittenNow() throws IOException {
        Past newest = all().toList().getLast();

        var _ = new SettingsFile(folder).change(_ -> newest.meant());

        assertEquals(text(newest.file()), Files.readString(folder.resolve("settings.json")));
        assertEquals("settings-" + SettingsJson.KNOWN_FORMAT + ".json", newest.file());
    }

    @Test
    void aNewerFormatIsReadAsFarAsItIsKnownAndStaysNewer() throws IOException {
        Path file = folder.resolve("settings.json");
        Files.writeString(file, "{\"format\": 2, \"theme\": \"dark\", \"tabs\": [1]}");
        SettingsFile settings = new SettingsFile(folder);

        assertEquals(
                new SettingsFound(
                        file,
                        Settings.DEFAULT.with(Theme.DARK),
                        From.CURRENT,
                        List.of(new SettingsTrouble.Newer(file, 2, 1))),
                settings.open());

        var _ = settings.change(old -> old.with(Language.CHINESE));
        assertEquals(
                "{\"format\":2,\"theme\":\"dark\",\"tabs\":[1],\"language\":\"chinese\"}",
                Files.readString(file).replaceAll("\\s", ""));
    }

    private Path put(String fixture) throws IOException {
        return Files.writeString(folder.resolve("settings.json"), text(fixture));
    }

    private static String text(String fixture) throws IOException {
        try (InputStream in = SettingsFormatTest.class.getResourceAsStream(fixture)) {
            return new String(
                    Objects.requireNonNull(in, fixture).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
