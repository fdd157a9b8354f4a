package nearside.desktop.console;

import com.google.gson.JsonObject;

import nearside.cloud.FarTokens;
import nearside.desktop.bench.BenchTable;
import nearside.desktop.bench.evidence.EvidenceBench;
import nearside.desktop.bench.evidence.Plan;
import nearside.desktop.console.Command.Output;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;

/// `bench pack`: how much of the evidence for the questions of a set is kept when texts are packed.
/// Tokens are those of `o200k_base`.
record PackCommand(Console console) {
    private static final String ENCODING = "o200k_base";

    ExitCode run(Command.BenchPack bench) throws IOException {
        Plan plan = bench.plan();
        EvidenceBench evidence = new EvidenceBench(plan, FarTokens.of(ENCODING)::count);
        JsonObject report = about(plan);
        evidence.run(JsonInput.array(Files.readString(plan.set()), "questions with their texts"))
                .asMap()
                .forEach(report::add);
        console.out()
                .println(
                        bench.common().output() == Output.JSON
                                ? report.toString()
                                : BenchTable.of(report));
        return ExitCode.DONE;
    }

    private static JsonObject about(Plan plan) {
        JsonObject report = new JsonObject();
        report.addProperty("set", plan.set().toString());
        report.addProperty("pooled", plan.where() == Plan.Where.POOLED);
        report.addProperty("titles", plan.titles() == Plan.Titles.READ);
        switch (plan.room()) {
            case Plan.Room.Ratio(double times) -> report.addProperty("ratio", times);
            case Plan.Room.Budget(int tokens) -> report.addProperty("budget", tokens);
            case Plan.Room.Adaptive() -> {}
        }
        report.addProperty("encoding", ENCODING);
        report.addProperty("cores", Runtime.getRuntime().availableProcessors());
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        if (load >= 0) {
            report.addProperty("load_average", load);
        }
        return report;
    }
}
