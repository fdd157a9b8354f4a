package nearside.desktop.theme;

import javafx.application.ColorScheme;
import javafx.application.Platform;

import java.util.Map;

/// How the system wants windows to look, as far as JavaFX hears of it.
record SystemLook(ColorScheme scheme, Contrast contrast, Motion motion) {
    /// How far colours stand out.
    enum Contrast {
        USUAL,
        HIGH
    }

    static SystemLook now() {
        Platform.Preferences preferences = Platform.getPreferences();
        return new SystemLook(
                preferences.getColorScheme(),
                contrast(preferences),
                preferences.isReducedMotion() ? Motion.LESS : Motion.USUAL);
    }

    /// Windows says so; of GTK's themes two are made for it. macOS's own setting does not come
    /// through.
    static Contrast contrast(Map<String, Object> preferences) {
        boolean high =
                Boolean.TRUE.equals(preferences.get("Windows.SPI.HighContrast"))
                        || (preferences.get("GTK.theme_name") instanceof String theme
                                && theme.startsWith("HighContrast"));
        return high ? Contrast.HIGH : Contrast.USUAL;
    }
}
