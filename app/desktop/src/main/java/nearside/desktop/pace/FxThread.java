package nearside.desktop.pace;

import javafx.animation.AnimationTimer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;

import java.time.Duration;

/// The UI thread of JavaFX.
public final class FxThread implements UiThread {
    @Override
    public void later(Runnable task) {
        Platform.runLater(task);
    }

    @Override
    public void nextFrame(Runnable task) {
        Platform.runLater(new OneFrame(task)::start);
    }

    @Override
    public Runnable after(Duration delay, Runnable task) {
        PauseTransition pause =
                new PauseTransition(javafx.util.Duration.millis((double) delay.toMillis()));
        pause.setOnFinished(_ -> task.run());
        pause.play();
        return pause::stop;
    }

    private static final class OneFrame extends AnimationTimer {
        private final Runnable task;

        OneFrame(Runnable task) {
            this.task = task;
        }

        @Override
        public void handle(long now) {
            stop();
            task.run();
        }
    }
}
