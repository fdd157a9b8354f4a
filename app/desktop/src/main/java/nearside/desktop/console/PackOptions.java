package nearside.desktop.console;

import static nearside.desktop.console.Grammar.value;

import nearside.desktop.bench.evidence.PackPlan;
import nearside.desktop.bench.evidence.PackPlan.Room;
import nearside.desktop.bench.evidence.PackPlan.Titles;
import nearside.desktop.bench.evidence.PackPlan.Where;
import nearside.desktop.console.Command.Common;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

import java.nio.file.Path;

/// The options of `bench pack`.
final class PackOptions {
    private static final String SET = "--set";
    private static final String RATIO = "--ratio";
    private static final String BUDGET = "--budget";
    private static final String POOLED = "--pooled";
    private static final String NO_TITLES = "--no-titles";

    private PackOptions() {}

    static CommandSpec pack() {
        CommandSpec pack =
                Grammar.command(
                        "pack",
                        "Measures how much of the evidence for questions is kept when their texts are"
                                + " packed, beside BM25 sentences and the newest first.");
        pack.addOption(
                value(SET, "FILE", String.class)
                        .required(true)
                        .description(
                                "The questions: a JSON array in the form of HotpotQA, or of objects"
                                        + " with question, turns {id, speaker, text} and gold ids.")
                        .build());
        pack.addOption(
                value(RATIO, "N", Double.class)
                        .description("N times fewer tokens than all texts have.")
                        .build());
        pack.addOption(
                value(BUDGET, "TOKENS", Integer.class)
                        .description(
                                "So many tokens; without this and "
                                        + RATIO
                                        + ", as many as add"
                                        + " something.")
                        .build());
        pack.addOption(
                OptionSpec.builder(POOLED)
                        .description("Each question is put to the texts of all.")
                        .build());
        pack.addOption(
                OptionSpec.builder(NO_TITLES)
                        .description("Titles and speakers are left out before anything is read.")
                        .build());
        pack.addOption(
                value("--model", "ID|DIR", String.class)
                        .description(
                                "Also lets this model answer, from what is kept and from all of it.")
                        .build());
        return pack;
    }

    static Command.BenchPack read(ParseResult line, Common common) {
        return new Command.BenchPack(
                common,
                new PackPlan(
                        Path.of(line.matchedOptionValue(SET, "")),
                        room(line),
                        line.hasMatchedOption(POOLED) ? Where.POOLED : Where.ITS_OWN,
                        line.hasMatchedOption(NO_TITLES) ? Titles.LEFT_OUT : Titles.READ),
                CommandLineReader.text(line, "--model"));
    }

    private static Room room(ParseResult line) {
        if (line.hasMatchedOption(RATIO) && line.hasMatchedOption(BUDGET)) {
            throw new IllegalArgumentException(
                    "bench pack expects at most one of "
                            + RATIO
                            + " and "
                            + BUDGET
                            + ", found both");
        }
        if (line.hasMatchedOption(RATIO)) {
            double ratio = line.matchedOptionValue(RATIO, 0.0);
            if (!(ratio >= 1)) {
                throw new IllegalArgumentException(
                        RATIO + " expects a number from 1 on, found " + ratio);
            }
            return new Room.Ratio(ratio);
        }
        if (line.hasMatchedOption(BUDGET)) {
            int budget = line.matchedOptionValue(BUDGET, 0);
            if (budget < 1) {
                throw new IllegalArgumentException(
                        BUDGET + " expects a number from 1 on, found " + budget);
            }
            return new Room.Budget(budget);
        }
        return new Room.Adaptive();
    }
}
