package nearside.desktop.console;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// The commands and options of the program, as its help shows them.
final class Grammar {
    /// Asks `doctor` for the proof.
    static final String PROOF = "--offline-proof";

    /// The command that the proof starts as a child; people have no use for it.
    static final String TRY = "try-to-leave";

    private Grammar() {}

    static CommandLine of(String version) {
        CommandSpec root =
                command(
                        "nearside",
                        "Opens the Nearside window; the commands below need no display.");
        root.version(version);
        root.addOption(
                OptionSpec.builder("--quick")
                        .description(
                                "Opens a small window for one question; in the program that runs"
                                        + " already, if one does.")
                        .build());
        root.addPositional(
                PositionalParamSpec.builder()
                        .paramLabel("ADDRESS|FILE")
                        .arity("0..1")
                        .index("0")
                        .type(String.class)
                        .description(
                                "The address of a message (nearside:…), or a file of conversations"
                                        + " to bring in.")
                        .build());
        root.addSubcommand("ask", ask());
        root.addSubcommand("models", ModelsOptions.models());
        root.addSubcommand("doctor", doctor());
        root.addSubcommand("bench", bench());
        root.addSubcommand("import", PastOptions.bringIn());
        root.addSubcommand("export", PastOptions.takeAway());
        root.addSubcommand(TRY, tryToLeave());
        CommandLine line = new CommandLine(root);
        line.setUsageHelpWidth(100);
        return line;
    }

    private static CommandSpec ask() {
        CommandSpec ask = command("ask", "Answers a question in the terminal, on this device.");
        ask.addPositional(
                PositionalParamSpec.builder()
                        .paramLabel("TEXT|-")
                        .arity("0..1")
                        .index("0")
                        .type(String.class)
                        .description("The question, or - to read it from standard input.")
                        .build());
        ask.addOption(
                value("--messages", "FILE|-", String.class)
                        .description(
                                "A whole conversation instead: a JSON array of {role, content}, used"
                                        + " exactly as given and not saved.")
                        .build());
        ask.addOption(
                value("--model", "ID|DIR", String.class)
                        .description("The model that answers; else the one in use.")
                        .build());
        ask.addOption(
                value("--max-tokens", "N", Integer.class)
                        .description("The most tokens of the reply (1024).")
                        .build());
        SamplingOptions.addTo(ask);
        ask.addOption(
                value("--json-schema", "FILE", String.class)
                        .description(
                                "The reply is JSON that matches this JSON Schema (a subset of it;"
                                        + " anything else is refused).")
                        .build());
        ask.addOption(
                value("--tools", "FILE", String.class)
                        .description(
                                "Tools that the model may ask for: the JSON array of a chat"
                                        + " completion. Only a far model that may be borrowed is"
                                        + " told of them; what it asks for is printed, and nothing"
                                        + " is run.")
                        .build());
        ask.addOption(
                value("--kv-cache", "float32|int8", String.class)
                        .description(
                                "How the model keeps what it has read: exactly, or in a quarter of"
                                        + " the memory and nearly so; else as the settings say.")
                        .build());
        ask.addOption(
                value("--system", "TEXT", String.class)
                        .description("What the model is told before the question.")
                        .build());
        ask.addOption(
                OptionSpec.builder("--no-save")
                        .description("Keeps neither the question nor the answer.")
                        .build());
        return ask;
    }

    private static CommandSpec doctor() {
        CommandSpec doctor =
                command("doctor", "Tells what this device, its models and the profile can do.");
        doctor.addOption(
                OptionSpec.builder(PROOF)
                        .description(
                                "Goes offline, then tries to leave in several ways and shows that"
                                        + " each failed.")
                        .build());
        return doctor;
    }

    private static CommandSpec tryToLeave() {
        CommandSpec tries = command(TRY, "Tries to leave this device; part of the proof.");
        tries.usageMessage().hidden(true);
        return tries;
    }

    private static CommandSpec bench() {
        CommandSpec bench = command("bench", "Measures how fast a model is on this device, now.");
        BenchOptions.addTo(bench);
        bench.addSubcommand("pack", PackOptions.pack());
        return bench;
    }

    static CommandSpec command(String name, String sentence) {
        CommandSpec command = CommandSpec.create().name(name);
        command.usageMessage().description(sentence).abbreviateSynopsis(true);
        command.addOption(
                value("--data-dir", "DIR", String.class)
                        .description("The profile folder, instead of the usual one.")
                        .build());
        command.addOption(
                OptionSpec.builder("--offline")
                        .description("Nothing leaves this device in this run.")
                        .build());
        command.addOption(
                OptionSpec.builder("--json").description("Prints one JSON object.").build());
        command.addOption(
                OptionSpec.builder("--version")
                        .versionHelp(true)
                        .description("Prints the version.")
                        .build());
        command.addOption(
                OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("Prints this help.")
                        .build());
        return command;
    }

    static OptionSpec.Builder value(String name, String label, Class<?> type) {
        return OptionSpec.builder(name).paramLabel(label).arity("1").type(type);
    }
}
