package nearside.desktop.console;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import nearside.copilot.device.DeviceJson;
import nearside.copilot.models.InstalledModel;
import nearside.desktop.console.Command.Output;
import nearside.desktop.start.Wiring;
import nearside.desktop.trouble.Explain;
import nearside.engine.device.DeviceReading;
import nearside.engine.folder.FolderCheck;
import nearside.storage.Checkup;
import nearside.storage.Recovered;

import java.io.PrintStream;
import java.util.Locale;

/// `doctor`: what this device, its models and the profile can do, and what may leave.
final class DoctorCommand {
    private final PrintStream out;
    private final Wiring wiring;
    private final AcceleratorReport accelerators;
    private final RuntimeReport runtime;
    private final RulesReport rules;

    DoctorCommand(PrintStream out, Wiring wiring, Explain explain) {
        this.out = out;
        this.wiring = wiring;
        this.accelerators = new AcceleratorReport(explain);
        this.runtime = new RuntimeReport(explain);
        this.rules = new RulesReport(explain);
    }

    ExitCode run(Checkup database, JsonObject policy, JsonObject mode, Output output)
            throws InterruptedException {
        JsonObject report = new JsonObject();
        report.add("device", device(wiring.watch().now()));
        report.add("models", models());
        report.add("providers", providers());
        report.add("runtime", runtime.of(wiring.engine().runtime()));
        report.add("devices", AcceleratorReport.devices(wiring.engine().devices()));
        report.add("accelerators", AcceleratorReport.order(wiring.tryOrder()));
        report.add("database", database(database));
        report.add("settings", rules.of(wiring.found()));
        report.add("policy", policy);
        report.add("mode", mode);
        report.add("egress", egress());
        out.println(
                output == Output.JSON
                        ? report.toString()
                        : new GsonBuilder().setPrettyPrinting().create().toJson(report));
        return database.state() == Checkup.State.DAMAGED ? ExitCode.FAILED : ExitCode.DONE;
    }

    private static JsonObject device(DeviceReading now) {
        JsonObject device = new JsonObject();
        device.addProperty("system", System.getProperty("os.name"));
        device.addProperty("system_version", System.getProperty("os.version"));
        device.addProperty("architecture", System.getProperty("os.arch"));
        device.addProperty("cores", now.processors().usable());
        device.addProperty("memory_bytes", now.memory().totalBytes());
        device.addProperty("memory_free_bytes", now.memory().freeBytes());
        device.addProperty("java", Runtime.version().toString());
        DeviceJson.add(device, now);
        return device;
    }

    private JsonArray models() throws InterruptedException {
        String inUse = wiring.models().inUse().id();
        JsonArray all = new JsonArray();
        for (InstalledModel model : wiring.models().list()) {
            JsonObject entry = ModelsCommands.entry(model, inUse);
            if (model.check() instanceof FolderCheck.Sound(var folder)) {
                entry.add("trial", new Trial(wiring).of(folder));
                entry.add("accelerators", accelerators.of(wiring.engine().standings(folder)));
            }
            all.add(entry);
        }
        return all;
    }

    /// What the worker's runtime can compute on; empty when no model could be tried.
    private JsonArray providers() {
        JsonArray names = new JsonArray();
        wiring.engine().providers().forEach(names::add);
        return names;
    }

    private static JsonObject database(Checkup checkup) {
        JsonObject json = new JsonObject();
        json.addProperty("file", checkup.file().toString());
        json.addProperty("state", checkup.state().name().toLowerCase(Locale.ROOT));
        json.addProperty("sqlite", checkup.sqlite());
        json.addProperty("finding", checkup.finding());
        json.addProperty("schema", checkup.counts().schema());
        json.addProperty("conversations", checkup.counts().conversations());
        json.addProperty("messages", checkup.counts().messages());
        json.add("recovered", RecoveredReport.of(Recovered.all(checkup.profile())));
        return json;
    }

    private static JsonObject egress() {
        JsonObject json = new JsonObject();
        json.addProperty("cloud", "none: this version has no cloud model");
        json.addProperty("downloads", "none: models are imported from folders");
        json.addProperty("telemetry", "none");
        return json;
    }
}
