package nearside.desktop.device;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

import nearside.copilot.device.Calibration.Occasion;
import nearside.desktop.pace.UiThread;

import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

/// Measures how fast a model is when it is in memory for the first time. A person can skip it, and
/// whoever asks something ends it. Lives on the UI thread.
public final class CalibrationViewModel {
    private final Measuring measuring;
    private final Executor background;
    private final UiThread ui;
    private final ReadOnlyBooleanWrapper underWay = new ReadOnlyBooleanWrapper(false);
    private volatile boolean goesOn;
    private boolean running;
    private boolean skipped;

    /// What measures; blocks.
    public interface Measuring {
        /// Measures the model that is in memory.
        ///
        /// @param occasion whether it is measured again where it was before
        /// @param begins told when there is something to measure
        /// @param goesOn looked at several times a second
        /// @return how many lengths were measured
        int run(Occasion occasion, Runnable begins, BooleanSupplier goesOn)
                throws InterruptedException;
    }

    public CalibrationViewModel(Measuring measuring, Executor background, UiThread ui) {
        this.measuring = measuring;
        this.background = background;
        this.ui = ui;
    }

    /// True while it measures.
    public ReadOnlyBooleanProperty underWay() {
        return underWay.getReadOnlyProperty();
    }

    /// A model is in memory and nobody asks it anything.
    public void begin() {
        begin(Occasion.UNKNOWN);
    }

    private void begin(Occasion occasion) {
        if (!running && !skipped) {
            running = true;
            goesOn = true;
            background.execute(() -> measure(occasion));
        }
    }

    /// The person wants it now, also after it was skipped or done.
    public void beginAnew() {
        skipped = false;
        begin(Occasion.WANTED);
    }

    /// Somebody asks something, which comes first.
    public void stop() {
        goesOn = false;
    }

    /// The person does not want it, until the next start.
    public void skip() {
        skipped = true;
        stop();
    }

    private void measure(Occasion occasion) {
        try {
            int measured =
                    measuring.run(occasion, () -> ui.later(() -> underWay.set(true)), () -> goesOn);
            assert measured >= 0;
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } finally {
            ui.later(this::over);
        }
    }

    private void over() {
        running = false;
        underWay.set(false);
    }
}
