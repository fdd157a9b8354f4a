package nearside.desktop.device;

import static nearside.desktop.pace.Fx.onFx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;

import nearside.desktop.pace.FxThread;
import nearside.desktop.words.Words;
import nearside.engine.device.Power;
import nearside.engine.memory.Memory;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

import java.util.Locale;
import java.util.concurrent.TimeoutException;

@ExtendWith(ApplicationExtension.class)
final class DeviceViewFxTest {
    private static final Memory MEMORY = new Memory(4_000_000_000L, 16_000_000_000L);

    private final PlayedDevice played = new PlayedDevice(MEMORY, Power.MAINS);
    private Stage stage;
    private DeviceView view;

    @BeforeEach
    void open() throws TimeoutException {
        stage = FxToolkit.registerStage(Stage::new);
        view = onFx(this::shown);
    }

    private DeviceView shown() {
        DeviceViewModel device = new DeviceViewModel(played, new FxThread());
        DeviceView made = new DeviceView(device, Words.of(Locale.ENGLISH));
        stage.setScene(new Scene(made, 260, 160));
        stage.show();
        device.begin();
        return made;
    }

    @AfterEach
    void close() {
        onFx(() -> {
            stage.close();
            return true;
        });
    }

    private Label label(String id) {
        return onFx(() -> (Label) view.lookup(id));
    }

    @Test
    void batteryIsSaidWhileItDrivesTheDevice() {
        assertFalse(label("#device-battery").isVisible());
        played.tell(MEMORY, Power.BATTERY);
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(label("#device-battery").isVisible());
        assertEquals("On battery: answers use it up", label("#device-battery").getText());
        played.tell(MEMORY, Power.UNKNOWN);
        WaitForAsyncUtils.waitForFxEvents();
        assertFalse(label("#device-battery").isVisible());
    }

    @Test
    void memoryAndCoresAreShown() {
        assertTrue(label("#device-facts").getText().contains("2 cores"));
    }
}
