package nearside.desktop.start;

import javafx.application.Platform;

/// JavaFX, started with the first window and ended with the program, not with a window.
final class Toolkit {
    private boolean started;

    /// Runs on the UI thread.
    ///
    /// @throws NoDisplayException when the first window cannot be opened
    void run(Runnable action) {
        if (started) {
            Platform.runLater(action);
            return;
        }
        Platform.setImplicitExit(false);
        try {
            Platform.startup(action);
        } catch (RuntimeException refused) {
            throw new NoDisplayException(refused);
        }
        started = true;
    }

    /// The display is not there, or lets nobody in.
    static final class NoDisplayException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoDisplayException(RuntimeException cause) {
            super(cause);
        }
    }

    void exit() {
        if (started) {
            Platform.exit();
        }
    }
}
