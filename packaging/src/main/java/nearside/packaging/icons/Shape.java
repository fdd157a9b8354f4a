package nearside.packaging.icons;

import org.w3c.dom.Element;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Locale;
import java.util.Scanner;

/// One filled shape of the source. It knows the few SVG elements that the icon is drawn with and
/// refuses all others, so that nothing is left out in silence.
record Shape(java.awt.Shape outline, Color fill) {

    static Shape of(Element element) {
        java.awt.Shape outline =
                switch (element.getTagName()) {
                    case "rect" -> rectangle(element);
                    case "circle" -> circle(element);
                    case "path" -> path(element.getAttribute("d"));
                    default ->
                            throw new IllegalArgumentException(
                                    "cannot draw <" + element.getTagName() + ">");
                };
        return new Shape(outline, Color.decode(element.getAttribute("fill")));
    }

    private static java.awt.Shape rectangle(Element element) {
        double round = 2 * number(element, "rx");
        return new RoundRectangle2D.Double(
                number(element, "x"),
                number(element, "y"),
                number(element, "width"),
                number(element, "height"),
                round,
                round);
    }

    private static java.awt.Shape circle(Element element) {
        double radius = number(element, "r");
        return new Ellipse2D.Double(
                number(element, "cx") - radius,
                number(element, "cy") - radius,
                2 * radius,
                2 * radius);
    }

    private static java.awt.Shape path(String commands) {
        Path2D path = new Path2D.Double();
        Scanner words = new Scanner(commands).useLocale(Locale.ROOT);
        while (words.hasNext()) {
            String command = words.next();
            switch (command) {
                case "M" -> path.moveTo(words.nextDouble(), words.nextDouble());
                case "C" ->
                        path.curveTo(
                                words.nextDouble(),
                                words.nextDouble(),
                                words.nextDouble(),
                                words.nextDouble(),
                                words.nextDouble(),
                                words.nextDouble());
                case "Z" -> path.closePath();
                default -> throw new IllegalArgumentException("cannot draw path " + command);
            }
        }
        return path;
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }
}
