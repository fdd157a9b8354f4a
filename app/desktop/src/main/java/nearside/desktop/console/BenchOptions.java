package nearside.desktop.console;

import static nearside.desktop.console.Grammar.value;

import nearside.desktop.bench.Bench;
import nearside.desktop.bench.Part;
import nearside.desktop.console.Command.Common;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The options of `bench`.
final class BenchOptions {
    private static final int RUNS = 3;
    private static final int MOST_RUNS = 100;
    private static final String WORDS =
            Stream.of(Part.values()).map(Part::word).collect(Collectors.joining(","));

    private BenchOptions() {}

    static void addTo(CommandSpec bench) {
        bench.addOption(
                value("--model", "ID|DIR", String.class)
                        .description("The model that is measured; else the one in use.")
                        .build());
        bench.addOption(
                value("--kv-cache", "float32|int8", String.class)
                        .description("Only with the cache kept so; else both ways.")
                        .build());
        bench.addOption(
                value("--only", "PARTS", String.class)
                        .description("Only these, with commas between: " + WORDS + ".")
                        .build());
        bench.addOption(
                value("--runs", "N", Integer.class)
                        .description("How often each figure is taken (" + RUNS + ").")
                        .build());
    }

    static Command.Bench read(ParseResult line, Common common) {
        int runs = line.matchedOptionValue("--runs", RUNS);
        if (runs < 1 || runs > MOST_RUNS) {
            throw new IllegalArgumentException(
                    "--runs expects a number from 1 to " + MOST_RUNS + ", found " + runs);
        }
        return new Command.Bench(
                common,
                CommandLineReader.text(line, "--model"),
                CommandLineReader.text(line, "--kv-cache").map(CommandLineReader::kvCache),
                new Bench.Plan(parts(line.matchedOptionValue("--only", WORDS)), runs));
    }

    private static Set<Part> parts(String words) {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        for (String word : words.split(",", -1)) {
            parts.add(
                    Stream.of(Part.values())
                            .filter(part -> part.word().equals(word))
                            .findAny()
                            .orElseThrow(() -> unknown(word)));
        }
        return parts;
    }

    private static IllegalArgumentException unknown(String word) {
        return new IllegalArgumentException("--only expects some of " + WORDS + ", found " + word);
    }
}
