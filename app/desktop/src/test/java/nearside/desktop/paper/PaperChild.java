package nearside.desktop.paper;

import java.awt.Font;

/// Sets a page, or lets the JDK look for fonts by itself.
final class PaperChild {
    private PaperChild() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments[0].equals("page")) {
            PdfPagesTest.pdf(PdfPagesTest.conversation("t", "x"));
        } else {
            System.out.println(new Font(Font.SANS_SERIF, Font.PLAIN, 9).canDisplay('x'));
        }
    }
}
