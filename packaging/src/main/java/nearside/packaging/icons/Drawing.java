package nearside.packaging.icons;

import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

/// The icon's source: filled shapes on a square of 1024 units, drawn in their order.
public record Drawing(List<Shape> shapes) {
    private static final double UNITS = 1024;

    public Drawing {
        shapes = List.copyOf(shapes);
    }

    /// Reads the source.
    public static Drawing read(Path svg) throws IOException {
        try {
            NodeList nodes =
                    DocumentBuilderFactory.newDefaultNSInstance()
                            .newDocumentBuilder()
                            .parse(svg.toFile())
                            .getDocumentElement()
                            .getChildNodes();
            List<Shape> shapes = new ArrayList<>();
            for (int i = 0; i < nodes.getLength(); i++) {
                if (nodes.item(i) instanceof Element element) {
                    shapes.add(Shape.of(element));
                }
            }
            return new Drawing(shapes);
        } catch (ParserConfigurationException | SAXException broken) {
            throw new IOException(svg + " is not a drawing", broken);
        }
    }

    /// Draws it `size` pixels wide and high, on a transparent ground.
    public BufferedImage at(int size) {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.scale(size / UNITS, size / UNITS);
        for (Shape shape : shapes) {
            pen.setColor(shape.fill());
            pen.fill(shape.outline());
        }
        pen.dispose();
        return image;
    }
}
