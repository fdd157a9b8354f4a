package nearside.desktop.pace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.storage.StorageException;
import nearside.storage.StorageFailure;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

final class BackgroundTest {
    private final HeldThread ui = new HeldThread();
    private final Queue<Runnable> queue = new ArrayDeque<>();
    private final List<Object> seen = new ArrayList<>();
    private final Background background = new Background(queue::add, ui, seen::add);

    @Test
    void theAnswerComesBackOnTheUiThread() {
        background.ask(() -> 42, seen::add);
        assertEquals(List.of(), seen);
        queue.remove().run();
        assertEquals(List.of(), seen);
        ui.run();
        assertEquals(List.of(42), seen);
    }

    @Test
    void whatFollowsAnActionRunsAfterIt() {
        background.tell(() -> seen.add("done"), () -> seen.add("shown"));
        queue.remove().run();
        ui.run();
        assertEquals(List.of("done", "shown"), seen);
    }

    @Test
    void aStorageFailureIsToldInsteadOfTheAnswer() {
        StorageFailure full = new StorageFailure.DiskFull(Path.of("p"), 3);
        background.tell(
                () -> {
                    throw new StorageException(full);
                },
                () -> seen.add("never"));
        queue.remove().run();
        ui.run();
        assertEquals(List.of(full), seen);
    }
}
