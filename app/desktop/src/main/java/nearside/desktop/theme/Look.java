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
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// Dresses a scene: AtlantaFX below, the colour roles of a shade over it, then the rooms, and what
/// a person changed of them.
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

    public static void dress(Scene scene, Dress dress) {
        Application.setUserAgentStylesheet(
                dress.shade().isDark()
                        ? new PrimerDark().getUserAgentStylesheet()
                        : new PrimerLight().getUserAgentStylesheet());
        List<String> sheets = new ArrayList<>();
        sheets.add(sheet(roles(dress.shade())));
        sheets.add(sheet("rooms.css"));
        sheets.add(inline(dress.text().css()));
        if (dress.shade().standsOut()) {
            sheets.add(sheet("contrast.css"));
        }
        if (dress.motion() == Motion.LESS) {
            sheets.add(sheet("still.css"));
        }
        scene.setNodeOrientation(dress.side());
        scene.getStylesheets().setAll(sheets);
    }

    static String roles(Shade shade) {
        return switch (shade) {
            case LIGHT -> "roles-light.css";
            case DARK -> "roles-dark.css";
            case CONTRAST_LIGHT -> "roles-contrast-light.css";
            case CONTRAST_DARK -> "roles-contrast-dark.css";
        };
    }

    private static String inline(String css) {
        return "data:text/css;base64,"
                + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
    }

    private static String sheet(String name) {
        URL url = Look.class.getResource(name);
        if (url == null) {
            throw new IllegalStateException("the program lacks " + name);
        }
        return url.toExternalForm();
    }
}
