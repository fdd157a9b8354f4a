package nearside.desktop.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.paint.Color;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

final class ContrastTest {
    private static final double READABLE = 4.5;
    private static final Pattern ROLE = Pattern.compile("-ns-([a-z-]+): (#[0-9A-F]{6});");

    private record Pair(String ink, String ground) {}

    /// Every pair of roles that is used together for something to read.
    private static final List<Pair> PAIRS =
            List.of(
                    new Pair("text", "background"),
                    new Pair("text", "panel"),
                    new Pair("text", "sidebar"),
                    new Pair("text", "hover"),
                    new Pair("text", "own"),
                    new Pair("text", "code"),
                    new Pair("code-keyword", "code"),
                    new Pair("code-type", "code"),
                    new Pair("code-literal", "code"),
                    new Pair("code-number", "code"),
                    new Pair("code-comment", "code"),
                    new Pair("code-meta", "code"),
                    new Pair("text", "selection"),
                    new Pair("text", "here-soft"),
                    new Pair("text", "danger-soft"),
                    new Pair("second", "background"),
                    new Pair("second", "panel"),
                    new Pair("second", "sidebar"),
                    new Pair("second", "hover"),
                    new Pair("second", "here-soft"),
                    new Pair("second", "danger-soft"),
                    new Pair("here", "background"),
                    new Pair("here", "panel"),
                    new Pair("on-here", "here"),
                    new Pair("danger", "panel"),
                    new Pair("danger", "background"),
                    new Pair("borrowed", "background"));

    @ParameterizedTest
    @EnumSource(Shade.class)
    void everyPairUsedTogetherCanBeRead(Shade shade) throws IOException {
        Map<String, Color> roles = roles(shade);
        for (Pair pair : PAIRS) {
            double found =
                    contrast(
                            Objects.requireNonNull(roles.get(pair.ink())),
                            Objects.requireNonNull(roles.get(pair.ground())));
            assertTrue(found >= READABLE, shade + " " + pair + " has only " + found);
        }
    }

    @Test
    void bothShadesDefineTheSameRoles() throws IOException {
        assertEquals(roles(Shade.LIGHT).keySet(), roles(Shade.DARK).keySet());
    }

    @Test
    void theComputationKnowsBlackOnWhiteAndPaleGrey() {
        assertEquals(21, contrast(Color.BLACK, Color.WHITE), 1e-9);
        assertTrue(contrast(Color.web("#8A93A3"), Color.WHITE) < READABLE);
    }

    @Test
    void roomsNameRolesAndNoColours() throws IOException {
        assertEquals(
                List.of(),
                Pattern.compile("#[0-9A-Fa-f]{3,8}\\b|rgba?\\(")
                        .matcher(read("rooms.css"))
                        .results()
                        .map(MatchResult::group)
                        .toList());
    }

    private static Map<String, Color> roles(Shade shade) throws IOException {
        return ROLE.matcher(read(Look.roles(shade)))
                .results()
                .collect(
                        Collectors.toMap(
                                match -> match.group(1), match -> Color.web(match.group(2))));
    }

    private static String read(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(Look.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// Contrast of WCAG 2.2, from 1 to 21.
    private static double contrast(Color ink, Color ground) {
        double one = luminance(ink);
        double other = luminance(ground);
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed())
                + 0.7152 * linear(color.getGreen())
                + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
