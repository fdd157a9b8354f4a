package nearside.desktop.device;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.desktop.device.Sample.Source;
import nearside.desktop.pace.HeldThread;
import nearside.engine.device.Power;
import nearside.engine.memory.Memory;

import org.junit.jupiter.api.Test;

import java.util.Optional;

final class DeviceViewModelTest {
    private final HeldThread ui = new HeldThread();
    private final PlayedDevice played = new PlayedDevice(new Memory(5, 9), Power.MAINS);
    private final DeviceViewModel device = new DeviceViewModel(played, ui);

    @Test
    void everyReadingIsShownOnTheUiThread() {
        assertEquals(Optional.empty(), device.now().get());
        device.begin();
        assertEquals(Optional.empty(), device.now().get());
        ui.run();
        assertEquals(Optional.of(new Sample(5, 9, 2, Source.OTHER)), device.now().get());
        played.tell(new Memory(3, 9), Power.BATTERY);
        ui.run();
        assertEquals(Optional.of(new Sample(3, 9, 2, Source.BATTERY)), device.now().get());
    }

    @Test
    void whatDrivesItNeedNotBeKnown() {
        played.tell(new Memory(3, 9), Power.UNKNOWN);
        device.begin();
        ui.run();
        assertEquals(Optional.of(new Sample(3, 9, 2, Source.OTHER)), device.now().get());
    }

    @Test
    void answersAreShownOnceTheyWereCounted() {
        assertEquals(Optional.empty(), device.answers().get());
        device.answered(new Answers(1_204, 7));
        assertEquals(Optional.of(new Answers(1_204, 7)), device.answers().get());
    }
}
