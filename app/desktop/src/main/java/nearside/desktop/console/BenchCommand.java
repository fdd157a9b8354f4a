package nearside.desktop.console;

import com.google.gson.JsonObject;

import nearside.desktop.bench.Bench;
import nearside.desktop.bench.BenchTable;
import nearside.desktop.bench.Part;
import nearside.desktop.bench.Unmeasured;
import nearside.desktop.console.Command.Output;
import nearside.desktop.start.Wiring;
import nearside.engine.EngineFailure;
import nearside.engine.KvPrecision;
import nearside.engine.folder.FolderCheck;
import nearside.engine.folder.ModelFolder;
import nearside.engine.local.LocalEngine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// `bench`: how fast a model is on this device, each way of keeping the cache in a worker of its
/// own.
final class BenchCommand {
    private final Console console;
    private final Wirings wirings;
    private final Sentences sentences;

    /// How engines are had.
    interface Wirings {
        Wiring usual();

        /// One that keeps in that folder what it has read.
        Wiring keeping(Path folder);
    }

    BenchCommand(Console console, Wirings wirings, Sentences sentences) {
        this.console = console;
        this.wirings = wirings;
        this.sentences = sentences;
    }

    ExitCode run(Command.Bench bench) throws IOException, InterruptedException {
        Path folder = folder(bench.model());
        return switch (ModelFolder.check(folder)) {
            case FolderCheck.Flawed(var flaw) ->
                    sentences.failed(new EngineFailure.FolderRefused(folder, flaw));
            case FolderCheck.Sound(var model) -> measure(bench, model);
        };
    }

    private Path folder(Optional<String> named) {
        try (Wiring wiring = wirings.usual()) {
            return NamedModel.folder(wiring.models(), named);
        }
    }

    private ExitCode measure(Command.Bench bench, ModelFolder model)
            throws IOException, InterruptedException {
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
            throws Unmeasured, IOException, InterruptedException {
        JsonObject figures;
        try (Wiring wiring = wirings.usual()) {
            LocalEngine engine = wiring.engine();
            engine.use(model, kv);
            figures =
                    new Bench(engine, model, plan, part -> say(kv, part)).run(engine::residentPeak);
            engine.threads().ifPresent(threads -> figures.addProperty("threads", threads));
        }
        if (plan.parts().contains(Part.RESTORE)) {
            new RestoreBench(wirings, model, kv)
                    .seconds(engine -> new Bench(engine, model, plan, part -> say(kv, part)))
                    .ifPresent(seconds -> figures.addProperty("restored_first_token_s", seconds));
        }
        return figures;
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
        MachineFacts.addTo(report);
        return report;
    }
}
