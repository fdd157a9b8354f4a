package nearside.desktop.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.paint.Color;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    /// What high contrast means (WCAG 2.2, level AAA).
    private static final double STANDS_OUT = 7;

    /// Edges and marks that are no text.
    private static final double VISIBLE = 3;

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
                    new Pair("text", "found"),
                    new Pair("code-keyword", "found"),
                    new Pair("code-type", "found"),
                    new Pair("code-literal", "found"),
                    new Pair("code-number", "found"),
                    new Pair("code-comment", "found"),
                    new Pair("code-meta", "found"),
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
            double least = shade.standsOut() ? STANDS_OUT : READABLE;
            assertTrue(found >= least, shade + " " + pair + " has only " + found);
        }
    }

    @ParameterizedTest
    @EnumSource(names = "CONTRAST_.*", mode = EnumSource.Mode.MATCH_ALL)
    void edgesAndTheFocusAreSeenWhereContrastIsHigh(Shade shade) throws IOException {
        Map<String, Color> roles = roles(shade);
        for (String mark : List.of("line", "focus", "here", "borrowed", "third")) {
            for (String ground : List.of("background", "panel", "sidebar", "hover", "own")) {
                double found =
                        contrast(
                                Objects.requireNonNull(roles.get(mark)),
                                Objects.requireNonNull(roles.get(ground)));
                assertTrue(found >= VISIBLE, shade + " " + mark + " on " + ground + ": " + found);
            }
        }
    }

    @Test
    void theUsualShadesDoNotStandOutThatFar() throws IOException {
        assertTrue(
                contrast(role(Shade.LIGHT, "second"), role(Shade.LIGHT, "sidebar")) < STANDS_OUT);
    }

    private static Color role(Shade shade, String name) throws IOException {
        return Objects.requireNonNull(roles(shade).get(name));
    }

    @Test
    void allShadesDefineTheSameRoles() throws IOException {
        for (Shade shade : Shade.values()) {
            assertEquals(roles(Shade.LIGHT).keySet(), roles(shade).keySet(), shade.name());
        }
    }

    @Test
    void theComputationKnowsBlackOnWhiteAndPaleGrey() {
        assertEquals(21, contrast(Color.BLACK, Color.WHITE), 1e-9);
        assertTrue(contrast(Color.web("#8A93A3"), Color.WHITE) < READABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rooms.css", "contrast.css", "still.css"})
    void roomsNameRolesAndNoColours(String sheet) throws IOException {
        assertEquals(
                List.of(),
                Pattern.compile("#[0-9A-Fa-f]{3,8}\\b|rgba?\\(")
                        .matcher(read(sheet))
                        .results()
                        .map(MatchResult::group)
                        .toList());
    }

    /// Letters of a size of their own would not grow with the others.
    @ParameterizedTest
    @ValueSource(strings = {"rooms.css", "contrast.css", "still.css"})
    void lettersHaveTheirSizeOfTheUsualOne(String sheet) throws IOException {
        assertEquals(List.of(), fixedLetters(read(sheet)));
    }

    @Test
    void lettersOfAFixedSizeAreFound() {
        assertEquals(
                1, fixedLetters(".a { -fx-font-size: 12px; } .b { -fx-font-size: 1.2em; }").size());
    }

    private static List<String> fixedLetters(String css) {
        return Pattern.compile("-fx-font(-size)?:[^;]*\\d(px|pt)?\\s*;")
                .matcher(css)
                .results()
                .map(MatchResult::group)
                .toList();
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
