package nearside.desktop.print;

import nearside.desktop.paper.DrawnPage;

import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.print.PageFormat;
import java.awt.print.Pageable;
import java.awt.print.Paper;
import java.awt.print.Printable;
import java.util.List;

import javax.print.PrintService;
import javax.print.attribute.standard.Media;
import javax.print.attribute.standard.MediaSize;
import javax.print.attribute.standard.MediaSizeName;

/// Pages of A4 as the JDK prints them, made smaller where the paper is.
record DrawnBook(List<DrawnPage> pages, Paper paper) implements Pageable, Printable {
    private static final double INCH = 72;

    /// Nothing stands this near to the edge of a page, and few printers reach it.
    private static final double EDGE = 20;

    DrawnBook {
        pages = List.copyOf(pages);
    }

    /// What lies in a printer, to its edges; A4 where it does not say.
    static Paper paper(PrintService printer) {
        MediaSize size =
                printer.getDefaultAttributeValue(Media.class) instanceof MediaSizeName name
                        ? MediaSize.getMediaSizeForName(name)
                        : MediaSize.ISO.A4;
        Paper paper = new Paper();
        double width = size.getX(MediaSize.INCH) * INCH;
        double height = size.getY(MediaSize.INCH) * INCH;
        paper.setSize(width, height);
        paper.setImageableArea(0, 0, width, height);
        return paper;
    }

    @Override
    public int getNumberOfPages() {
        return pages.size();
    }

    @Override
    public PageFormat getPageFormat(int page) {
        PageFormat format = new PageFormat();
        format.setPaper(paper);
        return format;
    }

    @Override
    public Printable getPrintable(int page) {
        return this;
    }

    @Override
    public int print(Graphics graphics, PageFormat format, int page) {
        if (page >= pages.size()) {
            return NO_SUCH_PAGE;
        }
        double width = format.getImageableWidth();
        double height = format.getImageableHeight();
        double scale =
                Math.min(
                        1,
                        Math.min(
                                width / (DrawnPage.WIDTH - 2 * EDGE),
                                height / (DrawnPage.HEIGHT - 2 * EDGE)));
        Graphics2D on = (Graphics2D) graphics.create();
        on.translate(
                format.getImageableX() + (width - DrawnPage.WIDTH * scale) / 2,
                format.getImageableY() + (height - DrawnPage.HEIGHT * scale) / 2);
        on.scale(scale, scale);
        pages.get(page).draw(on);
        on.dispose();
        return PAGE_EXISTS;
    }
}
