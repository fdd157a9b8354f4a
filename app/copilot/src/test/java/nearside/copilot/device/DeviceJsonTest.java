package nearside.copilot.device;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import nearside.engine.accelerator.Device;
import nearside.engine.accelerator.Provider;
import nearside.engine.device.DeviceReading;
import nearside.engine.device.Power;
import nearside.engine.device.Pressure;
import nearside.engine.device.Processors;
import nearside.engine.local.EngineNow;
import nearside.engine.local.EngineState;
import nearside.engine.memory.Memory;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

class DeviceJsonTest {
    private static final Memory MEMORY = new Memory(5, 9);

    private static JsonObject json(DeviceReading device) {
        JsonObject json = new JsonObject();
        DeviceJson.add(json, device);
        return json;
    }

    @Test
    void whatIsNotKnownIsLeftOut() {
        assertEquals(new JsonObject(), json(DeviceReading.of(MEMORY)));
    }

    @Test
    void allThatIsKnownIsThere() {
        Device cpu = new Device(Provider.CPU, "x", "");
        DeviceReading device =
                new DeviceReading(
                        MEMORY,
                        Pressure.SOME,
                        new Processors(2, OptionalDouble.of(0.974)),
                        Power.BATTERY,
                        Optional.of(
                                new EngineNow(new EngineState.Answering("m", 3), 1, List.of(cpu))));
        assertEquals(
                JsonParser.parseString(
                        """
                        {
                            "memory_pressure": "some", "usable_cores": 2, "load": 0.97,
                            "power": "battery", "engine": "answering", "engine_waiting": 1,
                            "compute_devices": ["cpu"]
                        }
                        """),
                json(device));
    }
}
