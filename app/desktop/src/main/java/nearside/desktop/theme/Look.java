package nearside.desktop.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.text.Font;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;

/// Dresses a scene: AtlantaFX below, the colour roles of a shade over it, then the rooms.
public final class Look {
    private static final List<String> FONTS =
            List.of(
                    "Inter-Regular.otf",
                    "Inter-Italic.otf",
                    "Inter-SemiBold.otf",
                    "Inter-SemiBoldItalic.otf",
                    "JetBrainsMono-Regular.ttf");

    private Look() {}

    /// Loads the fonts that come with the program. Needed once, before the first scene.
    public static void loadFonts() {
        for (String font : FONTS) {
            try (InputStream in = Look.class.getResourceAsStream("fonts/" + font)) {
                Font.loadFont(in, 14);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    public static void dress(Scene scene, Shade shade) {
        Application.setUserAgentStylesheet(
                switch (shade) {
                    case LIGHT -> new PrimerLight().getUserAgentStylesheet();
                    case DARK -> new PrimerDark().getUserAgentStylesheet();
                });
        scene.getStylesheets().setAll(sheet(roles(shade)), sheet("rooms.css"));
    }

    static String roles(Shade shade) {
        return switch (shade) {
            case LIGHT -> "roles-light.css";
            case DARK -> "roles-dark.css";
        };
    }

    private static String sheet(String name) {
        URL url = Look.class.getResource(name);
        if (url == null) {
            throw new IllegalStateException("the program lacks " + name);
        }
        return url.toExternalForm();
    }
}
