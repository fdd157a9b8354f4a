package nearside.desktop.pace;

import nearside.storage.StorageException;
import nearside.storage.StorageFailure;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Runs what blocks off the UI thread, one after the other, and brings the result back to it.
///
/// @param executor runs tasks in the order they were given
/// @param onFailure told on the UI thread when the store failed
public record Background(Executor executor, UiThread ui, Consumer<StorageFailure> onFailure) {

    /// Computes in the background, then hands the result over on the UI thread.
    public <T> void ask(Supplier<T> question, Consumer<T> answer) {
        executor.execute(() -> {
            try {
                T result = question.get();
                ui.later(() -> answer.accept(result));
            } catch (StorageException broken) {
                ui.later(() -> onFailure.accept(broken.failure()));
            }
        });
    }

    /// Acts in the background.
    public void tell(Runnable action) {
        tell(action, () -> {});
    }

    /// Acts in the background, then goes on on the UI thread.
    public void tell(Runnable action, Runnable then) {
        ask(
                () -> {
                    action.run();
                    return true;
                },
                _ -> then.run());
    }
}
