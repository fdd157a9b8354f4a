package nearside.desktop.theme;

import nearside.storage.Appearance;

import java.util.List;
import java.util.Locale;

/// How large letters are, of their usual size.
public record TextSize(int percent) {
    public static final TextSize USUAL = new TextSize(100);

    /// Those that are offered.
    public static final List<TextSize> STEPS =
            List.of(
                    new TextSize(Appearance.SMALLEST_TEXT),
                    new TextSize(90),
                    USUAL,
                    new TextSize(110),
                    new TextSize(125),
                    new TextSize(150),
                    new TextSize(175),
                    new TextSize(Appearance.LARGEST_TEXT));

    private static final double LETTERS = 14;
    private static final double ICON = 16;
    private static final double SMALL_ICON = 14;
    private static final double SIDEBAR = 268;

    /// The next step; the same where there is none.
    TextSize larger() {
        return STEPS.stream().filter(step -> step.percent > percent).findFirst().orElse(this);
    }

    TextSize smaller() {
        return STEPS.reversed().stream()
                .filter(step -> step.percent < percent)
                .findFirst()
                .orElse(this);
    }

    /// That many pixels of the usual size.
    public double of(double pixels) {
        return pixels * percent / 100;
    }

    /// What has no size of its letters to go by. The sidebar grows half as fast: the page needs the
    /// room more.
    String css() {
        return String.format(
                Locale.ROOT,
                """
                .root { -fx-font-size: %.2fpx; }
                .ikonli-font-icon { -fx-icon-size: %.1fpx; }
                .send .ikonli-font-icon { -fx-icon-size: %.1fpx; }
                .sidebar { -fx-min-width: %4$.0f; -fx-pref-width: %4$.0f; -fx-max-width: %4$.0f; }
                """,
                of(LETTERS),
                of(ICON),
                of(SMALL_ICON),
                (SIDEBAR + of(SIDEBAR)) / 2);
    }
}
