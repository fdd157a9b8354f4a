package nearside.desktop.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.desktop.markdown.Tex.Display;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;
import java.util.SplittableRandom;

final class TexTest {
    private static final int BLUE = 0xFF0000FF;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "E = mc^2",
                "\\int_0^1 x^2\\,dx = \\frac{1}{3}",
                "\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}",
                "\\begin{cases} x & x > 0 \\\\ -x & \\text{else} \\end{cases}",
                "\\begin{aligned} a &= b \\\\ &= c \\end{aligned}",
                "\\sum_{i=1}^{n} \\mathbb{R} \\to \\infty",
                "\\operatorname{softmax}(x) \\neq \\hat{\\alpha}",
                "\\left( \\frac{a}{b} \\right) \\le \\sqrt[3]{x}",
                "\\lim_{x \\to 0} \\sin x \\implies \\boxed{42}",
            })
    void formulasAreDrawnInTheColourOfText(String tex) {
        Tex.Drawn drawn = Tex.draw(tex, Display.BLOCK, 20, BLUE).orElseThrow();
        assertTrue(drawn.width() > 20 && drawn.height() > 10);
        int solid = 0;
        for (int i = 0; i < drawn.width() * drawn.height(); i++) {
            int pixel = drawn.pixels().get(i);
            assertTrue(pixel >>> 24 == 0 || (pixel & 0xFFFFFF) == 0xFF, "another colour");
            solid += pixel == BLUE ? 1 : 0;
        }
        assertTrue(solid > 0);
    }

    /// A text that asks for it reads no file, defines nothing and takes no room.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\includegraphics{/etc/passwd}",
                "\\includegraphics[width=1cm]{https://tracker.example/p.png}",
                "\\newcommand{\\a}{\\a\\a}\\a",
                "\\renewcommand{\\frac}[2]{x}",
                "\\newenvironment{x}{}{}",
                "\\input{x}",
                "\\rule{100000pt}{100000pt}",
                "\\hspace{1000000pt}x",
                "\\scalebox{1000}{x}",
                "\\resizebox{100000pt}{1pt}{x}",
                "\\fontsize{1000}{1}x",
                "\\jlmDynamic{x}",
                "\\java{x}",
                "\\unknown",
            })
    void whatDoesMoreThanDrawIsText(String tex) {
        assertFalse(Tex.mayDraw(tex));
        assertEquals(Optional.empty(), Tex.draw(tex, Display.INLINE, 20, BLUE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "}",
                "\\begin{pmatrix}",
                "\\left(",
                "&",
                "x__2",
                "\\begin{nothing}x\\end{nothing}",
                "a} + {b",
            })
    void whatCannotBeUnderstoodIsText(String tex) {
        assertEquals(Optional.empty(), Tex.draw(tex, Display.INLINE, 20, BLUE));
    }

    @Test
    void whatIsTooLongOrTooDeepIsText() {
        assertFalse(Tex.mayDraw("x".repeat(2_001)));
        assertFalse(Tex.mayDraw("{".repeat(41) + "}".repeat(41)));
        assertTrue(Tex.mayDraw("{".repeat(40) + "}".repeat(40)));
    }

    @Test
    void rubbishIsNeverMoreThanNothing() {
        SplittableRandom random = new SplittableRandom(7);
        String[] pieces = {
            "\\frac",
            "{",
            "}",
            "^",
            "_",
            "\\\\",
            "&",
            "x",
            "1",
            " ",
            "\\left",
            "\\right",
            "(",
            "\\begin{matrix}",
            "\\end{matrix}",
            "\\sqrt",
            "[",
            "]",
            "\\text",
            "中",
            "%",
            "#",
            "$",
            "~",
            "'",
            "\\sum",
            "\\limits",
            "\\over",
            "\\mathbb",
            "\\not",
            "\\hline",
            "\\middle"
        };
        for (int i = 0; i < 2_000; i++) {
            StringBuilder tex = new StringBuilder();
            for (int j = random.nextInt(12); j > 0; j--) {
                tex.append(pieces[random.nextInt(pieces.length)]);
            }
            Tex.draw(tex.toString(), Display.INLINE, 14, BLUE)
                    .ifPresent(drawn ->
                            assertTrue(
                                    drawn.width() > 0
                                            && drawn.height() > 0
                                            && drawn.width() * drawn.height() < 200_000,
                                    tex + " " + drawn));
        }
    }
}
