package nearside.desktop.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.desktop.markdown.Run.Style;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

final class CodeColoursTest {
    private static String text(List<Line> lines) {
        return lines.stream().map(Line::text).collect(Collectors.joining("\n"));
    }

    private static Optional<Style> style(List<Line> lines, String piece) {
        return lines.stream()
                .flatMap(line -> line.runs().stream())
                .filter(run -> run.text().strip().contains(piece))
                .findFirst()
                .flatMap(run -> run.styles().stream().findFirst());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "java|public record A(int x) {}|public|KEYWORD",
                "Java|public record A(int x) {}|int|TYPE",
                "py|def f(): # why|# why|COMMENT",
                "python|x = \"a b\"|\"a b\"|LITERAL",
                "js|const x = 12|const|KEYWORD",
                "ts|let x: number = 12.5|12.5|NUMBER",
                "c|#include <stdio.h>|#include|META",
                "c++|return 0;|return|KEYWORD",
                "c#|public class A {}|class|KEYWORD",
                "go|func main() {|func|KEYWORD",
                "rust|fn main() {}|fn|KEYWORD",
                "kotlin|fun main() {}|fun|KEYWORD",
                "rb|def a; end|def|KEYWORD",
                "php|<?php echo 1; ?>|echo|KEYWORD",
                "sql|SELECT a FROM b|SELECT|KEYWORD",
                "html|<p class=\"x\">|p|KEYWORD",
                "css|a { color: red; }|color|KEYWORD",
                "json|{\"a\": true}|true|KEYWORD",
                "yaml|a: 1 # b|# b|COMMENT",
                "bash|if [ -f x ]; then|if|KEYWORD",
                "lua|local x = 1|local|KEYWORD",
                "perl|my $x = 1;|$x|META",
                "scala|val x = 1|val|KEYWORD",
                "dart|final x = 1;|final|KEYWORD",
                "dockerfile|FROM scratch|FROM|KEYWORD",
                "makefile|# all|# all|COMMENT",
                "xml|<!-- a -->|<!-- a -->|COMMENT",
            })
    void languagesHaveTheirColours(String language, String code, String piece, Style expected) {
        List<Line> lines = CodeColours.lines(language, code);
        assertEquals(Optional.of(expected), style(lines, piece), lines.toString());
        assertEquals(code, text(lines));
    }

    @Test
    void aCommentGoesOnOverLines() {
        List<Line> lines = CodeColours.lines("java", "/* a\n b\n\n c */ int x;");
        assertEquals(Optional.of(Style.COMMENT), style(lines, "b"));
        assertEquals(Optional.of(Style.COMMENT), style(lines, "c */"));
        assertEquals(Optional.of(Style.TYPE), style(lines, "int"));
    }

    @Test
    void whatNobodyKnowsAndWhatIsTooLongIsPlain() {
        String code = "public int x;";
        assertEquals(Optional.empty(), style(CodeColours.lines("klingon", code), "public"));
        assertEquals(Optional.empty(), style(CodeColours.lines("", code), "public"));
        String wide = code + " ".repeat(5_000);
        assertEquals(Optional.empty(), style(CodeColours.lines("java", wide), "public"));
        String high = (code + "\n").repeat(20_000);
        List<Line> lines = CodeColours.lines("java", high);
        assertEquals(Optional.empty(), style(lines, "public"));
        assertEquals(high, text(lines));
    }

    /// Whatever stands in a block: no letter is lost, and no maker fails.
    @ParameterizedTest
    @EnumSource(CodeLanguage.class)
    void noLetterIsLost(CodeLanguage language) {
        SplittableRandom random = new SplittableRandom(language.makers().hashCode());
        String[] pieces = {
            "\"",
            "'",
            "`",
            "/*",
            "*/",
            "//",
            "#",
            "<",
            ">",
            "<?php",
            "?>",
            "<!--",
            "-->",
            "{",
            "}",
            "$(",
            "\\",
            "\n",
            "\t",
            " ",
            "if",
            "0x",
            "1.5e",
            "é",
            "中",
            "\uD83D\uDE00",
            "\uD83D",
            "<script>",
            "</script>",
            "@",
            "%",
            "[[",
            "]]",
            "\r",
            "EOF",
            "=begin",
            "\"\"\"",
            "''"
        };
        for (int i = 0; i < 300; i++) {
            StringBuilder code = new StringBuilder();
            for (int j = random.nextInt(60); j > 0; j--) {
                code.append(pieces[random.nextInt(pieces.length)]);
            }
            List<Line> lines =
                    CodeColours.lines(language.name().toLowerCase(Locale.ROOT), code.toString());
            assertEquals(code.toString(), text(lines));
        }
    }

    @Test
    void everyLanguageIsFoundByItsNameAndHasAMaker() {
        for (CodeLanguage language : CodeLanguage.values()) {
            Optional<CodeLanguage> found =
                    CodeLanguage.of(language.name().toLowerCase(Locale.ROOT));
            assertEquals(Optional.of(language), found);
            assertTrue(
                    org.fife.ui.rsyntaxtextarea.TokenMakerFactory.getDefaultInstance()
                            .keySet()
                            .contains(language.makers()),
                    language.makers());
        }
        assertFalse(CodeLanguage.of("klingon").isPresent());
        assertTrue(Set.of(CodeLanguage.values()).size() >= 25);
    }
}
