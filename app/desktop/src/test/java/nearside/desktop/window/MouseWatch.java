package nearside.desktop.window;

import javafx.collections.ListChangeListener;
import javafx.event.EventHandler;
import javafx.event.EventType;
import javafx.scene.input.MouseEvent;
import javafx.stage.Window;

import java.util.ArrayList;
import java.util.List;

/// Tells whether the mouse was moved or pressed in any window since it began to watch. Lives on the
/// UI thread.
final class MouseWatch implements AutoCloseable {
    /// That a node came under a mouse at rest is none of them.
    private static final List<EventType<MouseEvent>> USES =
            List.of(MouseEvent.MOUSE_MOVED, MouseEvent.MOUSE_DRAGGED, MouseEvent.MOUSE_PRESSED);

    private final List<String> seen = new ArrayList<>();
    private final EventHandler<MouseEvent> onUse =
            event -> seen.add(event.getEventType() + " at " + event.getTarget());
    private final ListChangeListener<Window> onWindow = this::changed;

    MouseWatch() {
        Window.getWindows().forEach(this::watch);
        Window.getWindows().addListener(onWindow);
    }

    private void changed(ListChangeListener.Change<? extends Window> change) {
        while (change.next()) {
            change.getAddedSubList().forEach(this::watch);
        }
    }

    private void watch(Window window) {
        USES.forEach(use -> window.addEventFilter(use, onUse));
    }

    /// What the mouse did.
    List<String> seen() {
        return List.copyOf(seen);
    }

    @Override
    public void close() {
        Window.getWindows().removeListener(onWindow);
        for (Window window : Window.getWindows()) {
            USES.forEach(use -> window.removeEventFilter(use, onUse));
        }
    }
}
