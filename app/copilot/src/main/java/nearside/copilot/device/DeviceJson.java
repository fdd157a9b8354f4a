package nearside.copilot.device;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import nearside.engine.device.DeviceReading;
import nearside.engine.device.Power;
import nearside.engine.device.Pressure;
import nearside.engine.local.EngineNow;
import nearside.engine.local.EngineState;

import java.util.Locale;

/// What is known of a device beside its memory, as fields of a JSON object: what is not known is
/// left out.
public final class DeviceJson {
    private DeviceJson() {}

    public static void add(JsonObject json, DeviceReading device) {
        if (device.pressure() != Pressure.UNKNOWN) {
            json.addProperty("memory_pressure", word(device.pressure()));
        }
        device.processors()
                .load()
                .ifPresent(load -> {
                    json.addProperty("usable_cores", device.processors().usable());
                    json.addProperty("load", Math.round(load * 100) / 100.0);
                });
        if (device.power() != Power.UNKNOWN) {
            json.addProperty("power", word(device.power()));
        }
        device.engine().ifPresent(engine -> add(json, engine));
    }

    private static void add(JsonObject json, EngineNow engine) {
        json.addProperty("engine", word(engine.state()));
        json.addProperty("engine_waiting", engine.waiting());
        JsonArray devices = new JsonArray();
        engine.devices().forEach(it -> devices.add(word(it.provider())));
        json.add("compute_devices", devices);
    }

    private static String word(EngineState state) {
        return switch (state) {
            case EngineState.Empty _ -> "empty";
            case EngineState.Loading _ -> "loading";
            case EngineState.Ready _ -> "ready";
            case EngineState.Answering _ -> "answering";
            case EngineState.Unloaded _ -> "unloaded";
            case EngineState.Down _ -> "down";
        };
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
