package nearside.desktop.console;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import nearside.cloud.FarTokens;
import nearside.desktop.bench.AskedModel;
import nearside.desktop.bench.BenchTable;
import nearside.desktop.bench.Unmeasured;
import nearside.desktop.bench.evidence.EvidenceBench;
import nearside.desktop.bench.evidence.PackPlan;
import nearside.desktop.console.Command.Output;
import nearside.desktop.start.Wiring;
import nearside.engine.EngineFailure;
import nearside.engine.folder.FolderCheck;
import nearside.engine.folder.ModelFolder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// `bench pack`: how much of the evidence for the questions of a set is kept when texts are packed.
/// Tokens are those of `o200k_base`.
record PackCommand(Console console, BenchCommand.Wirings wirings, Sentences sentences) {
    private static final String ENCODING = "o200k_base";

    ExitCode run(Command.BenchPack bench) throws IOException, InterruptedException {
        PackPlan plan = bench.plan();
        EvidenceBench evidence = new EvidenceBench(plan, FarTokens.of(ENCODING)::count);
        JsonObject report = about(plan);
        JsonArray set = JsonInput.array(Files.readString(plan.set()), "questions with their texts");
        evidence.run(set).asMap().forEach(report::add);
        if (bench.model().isPresent()) {
            Optional<ExitCode> failed = ask(evidence, set, bench.model(), report);
            if (failed.isPresent()) {
                return failed.get();
            }
        }
        console.out()
                .println(
                        bench.common().output() == Output.JSON
                                ? report.toString()
                                : BenchTable.of(report));
        return ExitCode.DONE;
    }

    /// Empty where the model could be asked.
    private Optional<ExitCode> ask(
            EvidenceBench evidence, JsonArray set, Optional<String> named, JsonObject report)
            throws IOException, InterruptedException {
        try (Wiring wiring = wirings.usual()) {
            Path folder = NamedModel.folder(wiring.models(), named);
            return switch (ModelFolder.check(folder)) {
                case FolderCheck.Flawed(var flaw) ->
                        Optional.of(
                                sentences.failed(new EngineFailure.FolderRefused(folder, flaw)));
                case FolderCheck.Sound(var model) -> {
                    wiring.engine().use(model);
                    report.add(
                            "reader", evidence.ask(set, AskedModel.loaded(wiring.engine(), model)));
                    yield Optional.empty();
                }
            };
        } catch (Unmeasured broken) {
            return Optional.of(sentences.failed(broken.failure()));
        }
    }

    private static JsonObject about(PackPlan plan) {
        JsonObject report = new JsonObject();
        report.addProperty("set", plan.set().toString());
        report.addProperty("pooled", plan.where() == PackPlan.Where.POOLED);
        report.addProperty("titles", plan.titles() == PackPlan.Titles.READ);
        switch (plan.room()) {
            case PackPlan.Room.Ratio(double times) -> report.addProperty("ratio", times);
            case PackPlan.Room.Budget(int tokens) -> report.addProperty("budget", tokens);
            case PackPlan.Room.Adaptive() -> {}
        }
        report.addProperty("encoding", ENCODING);
        MachineFacts.addTo(report);
        return report;
    }
}
