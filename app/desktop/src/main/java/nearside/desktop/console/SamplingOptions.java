package nearside.desktop.console;

import static nearside.desktop.console.Grammar.value;

import nearside.engine.Penalties;
import nearside.engine.Sampling;
import nearside.engine.Truncation;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The options of `ask` that say how tokens are chosen and at which texts the reply ends.
final class SamplingOptions {
    private SamplingOptions() {}

    static void addTo(CommandSpec ask) {
        add(
                ask,
                "--temperature",
                "T",
                Double.class,
                "From 0, always the likeliest token, to 2 (0).");
        add(ask, "--top-k", "K", Integer.class, "Only the K likeliest tokens; 0 for all (0).");
        add(
                ask,
                "--top-p",
                "P",
                Double.class,
                "Only the likeliest tokens of together this probability (0.9).");
        add(
                ask,
                "--min-p",
                "P",
                Double.class,
                "Only tokens at least this many times as likely as the likeliest one (0).");
        add(
                ask,
                "--repetition-penalty",
                "R",
                Double.class,
                "Tokens of the reply are less likely to come again; 1 for none (1.08; 1 where"
                        + " --temperature or --json-schema is given).");
        add(
                ask,
                "--presence-penalty",
                "P",
                Double.class,
                "Tokens of the reply are less likely, from -2 to 2 (0).");
        add(
                ask,
                "--frequency-penalty",
                "P",
                Double.class,
                "The same, for each time that they are there (0).");
        addSeveral(
                ask,
                "--logit-bias",
                "ID=BIAS",
                "Makes a token likelier or less likely, from -100 to 100.");
        addSeveral(ask, "--stop", "TEXT", "Ends the reply before this text.");
        add(ask, "--seed", "N", Long.class, "The same seed writes the same reply.");
    }

    private static void add(
            CommandSpec ask, String name, String label, Class<?> type, String sentence) {
        ask.addOption(value(name, label, type).description(sentence).build());
    }

    private static void addSeveral(CommandSpec ask, String name, String label, String sentence) {
        ask.addOption(
                value(name, label, List.class)
                        .auxiliaryTypes(String.class)
                        .description(sentence + " May be given several times.")
                        .build());
    }

    static Sampling read(ParseResult line) {
        Sampling base =
                line.hasMatchedOption("--temperature") || line.hasMatchedOption("--json-schema")
                        ? Sampling.DEFAULT.with(Penalties.NONE)
                        : Sampling.DEFAULT;
        Truncation truncation = base.truncation();
        Penalties penalties = base.penalties();
        Sampling sampling =
                base.withTemperature(number(line, "--temperature", base.temperature()))
                        .with(
                                new Truncation(
                                        line.matchedOptionValue("--top-k", truncation.topK()),
                                        number(line, "--top-p", truncation.topP()),
                                        number(line, "--min-p", truncation.minP())))
                        .with(
                                new Penalties(
                                        number(
                                                line,
                                                "--repetition-penalty",
                                                penalties.repetition()),
                                        number(line, "--presence-penalty", penalties.presence()),
                                        number(line, "--frequency-penalty", penalties.frequency())))
                        .withLogitBias(biases(line))
                        .withStop(several(line, "--stop"));
        return line.hasMatchedOption("--seed")
                ? sampling.withSeed(line.matchedOptionValue("--seed", 0L))
                : sampling;
    }

    private static double number(ParseResult line, String option, double otherwise) {
        return line.matchedOptionValue(option, otherwise);
    }

    private static List<String> several(ParseResult line, String option) {
        return line.matchedOptionValue(option, List.<String>of());
    }

    private static Map<Integer, Double> biases(ParseResult line) {
        Map<Integer, Double> biases = new TreeMap<>();
        for (String given : several(line, "--logit-bias")) {
            int equals = Math.max(0, given.indexOf('='));
            try {
                biases.put(
                        Integer.valueOf(given.substring(0, equals)),
                        Double.valueOf(given.substring(equals + 1)));
            } catch (NumberFormatException wrong) {
                throw new IllegalArgumentException(
                        "--logit-bias expects a token id, = and a number, found " + given, wrong);
            }
        }
        return biases;
    }
}
