package nearside.desktop.theme;

import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;

/// Scrolls a page by the keys that what has the focus in it leaves alone. A scroll pane listens to
/// them only while it has the focus itself, and no key gives it that.
public record ScrollKeys(ScrollPane page) {
    private static final double LINE = 40;

    /// What of a page stays in sight on the next one.
    private static final double KEPT = 40;

    /// From now on.
    public static void listenIn(ScrollPane page) {
        page.addEventHandler(KeyEvent.KEY_PRESSED, new ScrollKeys(page)::pressed);
    }

    private void pressed(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown() || event.isShiftDown()) {
            return;
        }
        switch (event.getCode()) {
            case UP -> by(-LINE);
            case DOWN -> by(LINE);
            case PAGE_UP -> by(KEPT - seen());
            case PAGE_DOWN -> by(seen() - KEPT);
            case HOME -> page.setVvalue(page.getVmin());
            case END -> page.setVvalue(page.getVmax());
            default -> {
                return;
            }
        }
        event.consume();
    }

    private double seen() {
        return page.getViewportBounds().getHeight();
    }

    private void by(double pixels) {
        double hidden = page.getContent().getLayoutBounds().getHeight() - seen();
        if (hidden > 0) {
            double value = page.getVvalue() + pixels / hidden * (page.getVmax() - page.getVmin());
            page.setVvalue(Math.clamp(value, page.getVmin(), page.getVmax()));
        }
    }
}
