package nearside.desktop.start;

import javafx.application.Platform;

/// JavaFX, started with the first window and ended with the program, not with a window.
final class Toolkit {
    private boolean started;

    /// Runs on the UI thread.
    void run(Runnable action) {
        if (started) {
            Platform.runLater(action);
        } else {
            started = true;
            Platform.setImplicitExit(false);
            Platform.startup(action);
        }
    }

    void exit() {
        if (started) {
            Platform.exit();
        }
    }
}
