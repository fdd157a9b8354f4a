package nearside.desktop.console;

import com.google.gson.JsonObject;

import nearside.desktop.bench.Bench;
import nearside.desktop.bench.BenchTable;
import nearside.desktop.bench.Unmeasured;
import nearside.desktop.console.Command.Output;
import nearside.desktop.start.Wiring;
import nearside.engine.EngineFailure;
import nearside.engine.KvPrecision;
import nearside.engine.folder.FolderCheck;
import nearside.engine.folder.ModelFolder;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/// `bench`: how fast a model is on this device, each way of keeping the cache in a worker of its
/// own.
final class BenchCommand {
    private final Console console;
    private final Supplier<Wiring> wirings;
    private final Sentences sentences;

    BenchCommand(Console console, Supplier<Wiring> wirings, Sentences sentences) {
        this.console = console;
        this.wirings = wirings;
        this.sentences = sentences;
    }

    ExitCode run(Command.Bench bench) throws InterruptedException {
        Path folder = folder(bench.model());
        return switch (ModelFolder.check(folder)) {
            case FolderCheck.Flawed(var flaw) ->
                    sentences.failed(new EngineFailure.FolderRefused(folder, flaw));
            case FolderCheck.Sound(var model) -> measure(bench, model);
        };
    }

    private Path folder(Optional<String> named) {
        try (Wiring wiring = wirings.get()) {
            return NamedModel.folder(wiring.models(), named);
        }
    }

    private ExitCode measure(Command.Bench bench, ModelFolder model) throws InterruptedException {
        JsonObject report = about(model, bench.plan().runs());
        try {
            KvPrecision first = bench.kvCache().orElse(KvPrecision.FLOAT32);
            report.addProperty("kv_cache", word(first));
            figures(bench.plan(), model, first).asMap().forEach(report::add);
            if (bench.kvCache().isEmpty()) {
                report.add("int8", figures(bench.plan(), model, KvPrecision.INT8));
            }
        } catch (Unmeasured broken) {
            return sentences.failed(broken.failure());
        }
        console.out()
                .println(
                        bench.common().output() == Output.JSON
                                ? report.toString()
                                : BenchTable.of(report));
        return ExitCode.DONE;
    }

    private JsonObject figures(Bench.Plan plan, ModelFolder model, KvPrecision kv)
            throws Unmeasured, InterruptedException {
        try (Wiring wiring = wirings.get()) {
            wiring.engine().use(model, kv);
            return new Bench(wiring.engine(), model, plan, part -> say(kv, part))
                    .run(wiring.engine()::residentPeak);
        }
    }

    private void say(KvPrecision kv, String part) {
        sentences.note("nearside: " + word(kv) + " cache: " + part);
    }

    private static String word(KvPrecision kv) {
        return kv.name().toLowerCase(Locale.ROOT);
    }

    private static JsonObject about(ModelFolder model, int runs) {
        JsonObject report = new JsonObject();
        report.addProperty("model", model.id());
        report.addProperty("runs", runs);
        report.addProperty("cores", Runtime.getRuntime().availableProcessors());
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        if (load >= 0) {
            report.addProperty("load_average", load);
        }
        return report;
    }
}
