package nearside.desktop.window;

import static nearside.desktop.pace.Fx.onFx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;

import nearside.desktop.pace.FxThread;
import nearside.desktop.settings.SettingsView;
import nearside.desktop.setup.SetupView;
import nearside.desktop.theme.Look;
import nearside.desktop.theme.Motion;
import nearside.desktop.theme.Shade;
import nearside.desktop.words.Words;
import nearside.storage.Profile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import javax.imageio.ImageIO;

/// Twenty states of the window against stored pictures. `-Dpictures.renew=FOLDER` writes them anew;
/// what differs is left in `target/pictures`.
@ExtendWith(ApplicationExtension.class)
final class PicturesFxTest {
    /// Long ago, so that nothing that is shown changes with the day.
    private static final Instant THEN = Instant.parse("2020-01-05T12:00:00Z");

    private static final double TOLERANCE = 0.01;
    private static final Optional<Path> RENEW =
            Optional.ofNullable(System.getProperty("pictures.renew")).map(Path::of);

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        "light-talk, LIGHT, en, 1180, talk, 100",
        "dark-talk, DARK, en, 1180, talk, 100",
        "contrast-light-talk, CONTRAST_LIGHT, en, 1180, talk, 100",
        "contrast-dark-talk, CONTRAST_DARK, en, 1180, talk, 100",
        "light-start, LIGHT, en, 1180, start, 100",
        "dark-start, DARK, en, 1180, start, 100",
        "chinese-light-start, LIGHT, zh, 1180, start, 100",
        "chinese-dark-talk, DARK, zh, 1180, talk, 100",
        "mirrored-light-talk, LIGHT, ar, 1180, talk, 100",
        "mirrored-dark-start, DARK, ar, 1180, start, 100",
        "large-light-talk, LIGHT, en, 1180, talk, 200",
        "large-contrast-dark-start, CONTRAST_DARK, en, 1180, start, 200",
        "small-dark-talk, DARK, en, 1180, talk, 80",
        "narrow-light-talk, LIGHT, en, 740, talk, 100",
        "light-consent, LIGHT, en, 1180, consent, 100",
        "dark-consent, DARK, en, 1180, consent, 100",
        "chinese-light-consent, LIGHT, zh, 1180, consent, 100",
        "large-light-consent, LIGHT, en, 1180, consent, 200",
        "light-settings, LIGHT, en, 640, settings, 100",
        "chinese-dark-settings, DARK, zh, 640, settings, 100",
        "light-setup, LIGHT, en, 680, setup, 100"
    })
    void looksAsItDid(
            String name, Shade shade, String language, double width, String what, int percent)
            throws Exception {
        Stage stage = FxToolkit.registerStage(Stage::new);
        Words words = Words.of(Locale.forLanguageTag(language));
        try (Profile profile = Profile.open(folder)) {
            Scene scene =
                    onFx(() -> {
                        Look.loadFonts();
                        Rooms rooms = Preview.rooms(words, profile);
                        Scene made = scene(rooms, words, width, what);
                        Look.dress(made, Preview.dress(shade, percent, Motion.LESS, words));
                        stage.setScene(made);
                        stage.show();
                        Preview.fill(rooms, words, what, THEN);
                        return made;
                    });
            FxThread frames = new FxThread();
            for (int i = 0; i < 10; i++) {
                onFx(() -> {
                    frames.nextFrame(() -> {});
                    return true;
                });
            }
            compare(name, onFx(() -> picture(scene)));
        }
    }

    private static Scene scene(Rooms rooms, Words words, double width, String what) {
        return switch (what) {
            case "settings" ->
                    new Scene(
                            new SettingsView(
                                    rooms.settings(),
                                    words,
                                    List.of(
                                            new SettingsView.Door(
                                                    "prompts",
                                                    words.of("prompts.title"),
                                                    words.of("settings.page.prompts"),
                                                    () -> {}))),
                            width,
                            620);
            case "setup" -> {
                rooms.setup().refresh();
                yield new Scene(new SetupView(rooms.setup(), words), width, 620);
            }
            default -> Preview.scene(rooms, words, width);
        };
    }

    private static void compare(String name, BufferedImage now) throws IOException {
        if (RENEW.isPresent()) {
            ImageIO.write(now, "png", RENEW.get().resolve(name + ".png").toFile());
            return;
        }
        double different = Pixels.different(stored(name), now);
        if (different > TOLERANCE) {
            Path left = Files.createDirectories(Path.of("target", "pictures"));
            ImageIO.write(now, "png", left.resolve(name + ".png").toFile());
        }
        assertTrue(
                different <= TOLERANCE,
                () -> "%s: %.2f %% of the picture differ".formatted(name, different * 100));
    }

    private static BufferedImage stored(String name) throws IOException {
        try (InputStream in =
                PicturesFxTest.class.getResourceAsStream("pictures/" + name + ".png")) {
            if (in == null) {
                throw new AssertionError("no stored picture of " + name);
            }
            return ImageIO.read(in);
        }
    }

    private static BufferedImage picture(Scene scene) {
        WritableImage shot = scene.snapshot(null);
        int width = (int) shot.getWidth();
        int height = (int) shot.getHeight();
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, shot.getPixelReader().getArgb(x, y));
            }
        }
        return image;
    }

    @Test
    void anotherLookIsSeen() throws IOException {
        assertTrue(Pixels.different(stored("light-talk"), stored("dark-talk")) > TOLERANCE);
        assertTrue(Pixels.different(stored("light-start"), stored("light-talk")) > TOLERANCE);
        assertEquals(0, Pixels.different(stored("light-talk"), stored("light-talk")));
        assertEquals(1, Pixels.different(stored("light-talk"), stored("narrow-light-talk")));
    }

    /// Something as large as a button.
    @Test
    void aSmallThingIsSeen() throws IOException {
        BufferedImage other = stored("light-talk");
        for (int y = 100; y < 200; y++) {
            for (int x = 500; x < 600; x++) {
                other.setRGB(x, y, 0xB3362B);
            }
        }
        assertTrue(Pixels.different(stored("light-talk"), other) > TOLERANCE);
    }
}
