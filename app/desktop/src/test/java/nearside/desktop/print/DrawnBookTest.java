package nearside.desktop.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.print.PageFormat;
import java.awt.print.Paper;
import java.awt.print.Printable;
import java.io.IOException;

class DrawnBookTest {
    private static Paper paper(int width, int height, int edge) {
        Paper paper = new Paper();
        paper.setSize(width, height);
        paper.setImageableArea(edge, edge, width - 2.0 * edge, height - 2.0 * edge);
        return paper;
    }

    /// What is not white of the first page on that paper.
    private static Rectangle ink(Paper paper, String text) throws IOException {
        DrawnBook book = new DrawnBook(SampleLeaves.of(text).drawn(), paper);
        BufferedImage image =
                new BufferedImage(
                        (int) paper.getWidth(),
                        (int) paper.getHeight(),
                        BufferedImage.TYPE_INT_RGB);
        Graphics2D on = image.createGraphics();
        on.setColor(Color.WHITE);
        on.fillRect(0, 0, image.getWidth(), image.getHeight());
        PageFormat format = book.getPageFormat(0);
        assertEquals(Printable.PAGE_EXISTS, book.print(on, format, 0));
        assertEquals(Printable.NO_SUCH_PAGE, book.print(on, format, book.getNumberOfPages()));
        on.dispose();
        return ink(image);
    }

    private static Rectangle ink(BufferedImage image) {
        Rectangle ink = new Rectangle(-1, -1);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if ((image.getRGB(x, y) & 0xFFFFFF) != 0xFFFFFF) {
                    ink.add(new Rectangle(x, y, 1, 1));
                }
            }
        }
        return ink;
    }

    @Test
    void anA4PageStandsWhereThePdfHasIt() throws IOException {
        Rectangle ink = ink(paper(595, 842, 0), "word ".repeat(2_000));
        assertTrue(Math.abs(ink.getX() - 56) < 3, ink.toString());
        assertTrue(ink.getMaxX() > 500 && ink.getMaxX() <= 595 - 56, ink.toString());
        assertTrue(ink.getMaxY() > 800 && ink.getMaxY() < 842 - 20, "its number: " + ink);
    }

    @Test
    void everythingStandsOnSmallerPaperToo() throws IOException {
        for (Paper paper : new Paper[] {paper(612, 792, 0), paper(420, 595, 18)}) {
            Rectangle ink = ink(paper, "```\n" + "code\n".repeat(200) + "```");
            Rectangle place =
                    new Rectangle(
                            (int) paper.getImageableX(),
                            (int) paper.getImageableY(),
                            (int) paper.getImageableWidth(),
                            (int) paper.getImageableHeight());
            assertTrue(place.contains(ink), place + " " + ink);
            assertTrue(ink.getHeight() > place.getHeight() * 0.85, place + " " + ink);
        }
    }
}
