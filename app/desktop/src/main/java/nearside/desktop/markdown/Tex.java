package nearside.desktop.markdown;

import org.scilab.forge.jlatexmath.ParseException;
import org.scilab.forge.jlatexmath.SymbolAtom;
import org.scilab.forge.jlatexmath.SymbolNotFoundException;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXFormula;
import org.scilab.forge.jlatexmath.TeXIcon;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.nio.IntBuffer;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Draws formulas. Only commands that draw are understood: those of the library that read files,
/// define others or take sizes are not, whatever a text asks for.
final class Tex {
    private static final int LONGEST = 2_000;
    private static final int DEEPEST = 40;
    private static final int MOST_PIXELS = 6_000_000;

    private static final Pattern COMMAND = Pattern.compile("\\\\([A-Za-z]+|.)", Pattern.DOTALL);

    private static final Set<String> DRAWING =
            Set.of(
                    ("frac dfrac tfrac cfrac sqrt binom dbinom tbinom text textbf textit textrm mathrm"
                                    + " mathbf mathit mathbb mathcal mathfrak mathsf mathtt mathscr"
                                    + " boldsymbol bf rm it left right middle big Big bigg Bigg bigl"
                                    + " bigr Bigl Bigr biggl biggr Biggl Biggr overline underline hat"
                                    + " bar vec tilde dot ddot check breve acute grave widehat"
                                    + " widetilde overrightarrow overleftarrow overleftrightarrow"
                                    + " overbrace underbrace overset underset stackrel limits nolimits"
                                    + " displaystyle textstyle scriptstyle scriptscriptstyle lim sup"
                                    + " inf max min sin cos tan cot sec csc arcsin arccos arctan sinh"
                                    + " cosh tanh coth log ln lg exp det dim ker deg gcd hom arg Pr"
                                    + " liminf limsup argmax argmin mod bmod pmod operatorname mathop"
                                    + " mathrel mathbin mathord mathopen mathclose substack"
                                    + " xrightarrow xleftarrow not boxed cancel begin end quad qquad"
                                    + " cr hline ldots cdots vdots ddots dots iff implies impliedby to"
                                    + " gets le ge ne neq land lor lnot colon lVert rVert lvert rvert"
                                    + " lbrace rbrace lbrack rbrack langle rangle lfloor rfloor lceil"
                                    + " rceil backslash prime degree iint iiint oint sum prod int"
                                    + " smallint coprod bigcup bigcap nonumber notag phantom hphantom"
                                    + " vphantom mathring prescript sideset ce")
                            .split(" "));

    static {
        // Drawing into memory needs no display: without this AWT would look for one of its own.
        System.setProperty("java.awt.headless", "true");
    }

    /// A drawn formula.
    ///
    /// @param pixels ARGB, row by row
    /// @param depth rows below the line that letters stand on
    record Drawn(int width, int height, double depth, IntBuffer pixels) {}

    private Tex() {}

    /// Draws it; empty where it cannot be understood.
    ///
    /// @param size of letters, in pixels
    /// @param argb the colour of letters
    static Optional<Drawn> draw(String tex, Display display, double size, int argb) {
        if (!mayDraw(tex)) {
            return Optional.empty();
        }
        try {
            int style =
                    switch (display) {
                        case INLINE -> TeXConstants.STYLE_TEXT;
                        case BLOCK -> TeXConstants.STYLE_DISPLAY;
                    };
            TeXIcon icon = new TeXFormula(tex).createTeXIcon(style, (float) size);
            int width = icon.getIconWidth();
            int height = icon.getIconHeight();
            return width < 1 || height < 1 || (long) width * height > MOST_PIXELS
                    ? Optional.empty()
                    : Optional.of(drawn(icon, width, height, argb));
        } catch (ParseException | IllegalArgumentException | IndexOutOfBoundsException none) {
            return Optional.empty();
        }
    }

    private static Drawn drawn(TeXIcon icon, int width, int height, int argb) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(
                    RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            icon.setForeground(new Color(argb, true));
            icon.paintIcon(null, graphics, 0, 0);
        } finally {
            graphics.dispose();
        }
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        double above = icon.getInsets().top + icon.getTrueIconHeight() - icon.getTrueIconDepth();
        return new Drawn(width, height, height - above, IntBuffer.wrap(pixels));
    }

    /// Whether it stands in its line or between lines.
    enum Display {
        INLINE,
        BLOCK
    }

    static boolean mayDraw(String tex) {
        return tex.length() <= LONGEST
                && nests(tex)
                && COMMAND.matcher(tex).results().allMatch(found -> draws(found.group(1)));
    }

    /// Whether each brace has its other one, and not too many are open at once.
    private static boolean nests(String tex) {
        int depth = 0;
        for (int i = 0; i < tex.length(); i++) {
            switch (tex.charAt(i)) {
                case '\\' -> i++;
                case '{' -> depth++;
                case '}' -> depth--;
                default -> {}
            }
            if (depth < 0 || depth > DEEPEST) {
                return false;
            }
        }
        return depth == 0;
    }

    private static boolean draws(String command) {
        return !Character.isLetter(command.charAt(0))
                || DRAWING.contains(command)
                || isSymbol(command);
    }

    private static boolean isSymbol(String name) {
        try {
            SymbolAtom.get(name);
            return true;
        } catch (SymbolNotFoundException none) {
            return false;
        }
    }
}
