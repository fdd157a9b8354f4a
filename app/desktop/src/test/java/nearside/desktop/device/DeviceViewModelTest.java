package nearside.desktop.device;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.desktop.pace.HeldThread;
import nearside.engine.memory.Memory;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

final class DeviceViewModelTest {
    private final AtomicLong free = new AtomicLong(5);
    private final HeldThread ui = new HeldThread();
    private final DeviceViewModel device =
            new DeviceViewModel(() -> new Memory(free.get(), 9), 2, Runnable::run, ui);

    @Test
    void memoryIsReadAgainEveryTwoSeconds() {
        assertEquals(Optional.empty(), device.memory().get());
        device.begin();
        ui.run();
        assertEquals(Optional.of(new Sample(5, 9)), device.memory().get());
        free.set(3);
        ui.pass(Duration.ofSeconds(2));
        ui.run();
        assertEquals(Optional.of(new Sample(3, 9)), device.memory().get());
        assertEquals(1, ui.delays());
    }

    @Test
    void answersAreShownOnceTheyWereCounted() {
        assertEquals(Optional.empty(), device.answers().get());
        device.answered(new Answers(1_204, 7));
        assertEquals(Optional.of(new Answers(1_204, 7)), device.answers().get());
    }
}
