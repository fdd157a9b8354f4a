package nearside.desktop.console;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import nearside.desktop.trouble.Explain;
import nearside.engine.accelerator.Device;
import nearside.engine.accelerator.Provider;
import nearside.engine.accelerator.Standing;
import nearside.engine.accelerator.TryOrder;
import nearside.engine.accelerator.VerdictJson;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// What `doctor` says of accelerators.
record AcceleratorReport(Explain explain) {
    JsonArray of(List<Standing> standings) {
        JsonArray all = new JsonArray();
        for (Standing standing : standings) {
            JsonObject entry = entry(standing.device());
            standing.verdict()
                    .map(verdict -> new String(VerdictJson.bytes(verdict), StandardCharsets.UTF_8))
                    .map(JsonParser::parseString)
                    .ifPresent(verdict -> entry.add("verdict", verdict));
            entry.addProperty("text", explain.of(standing));
            all.add(entry);
        }
        return all;
    }

    static JsonArray devices(List<Device> devices) {
        JsonArray all = new JsonArray();
        devices.forEach(device -> all.add(entry(device)));
        return all;
    }

    private static JsonObject entry(Device device) {
        JsonObject entry = new JsonObject();
        entry.addProperty("provider", device.provider().word());
        entry.addProperty("device", device.name());
        entry.addProperty("driver", device.driver());
        return entry;
    }

    static JsonObject order(TryOrder order) {
        JsonObject json = new JsonObject();
        json.add("order", list(order.providers().stream().map(Provider::word).toList()));
        json.add("unknown", list(order.unknown()));
        return json;
    }

    private static JsonArray list(List<String> words) {
        JsonArray list = new JsonArray();
        words.forEach(list::add);
        return list;
    }
}
