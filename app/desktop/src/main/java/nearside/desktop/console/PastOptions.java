package nearside.desktop.console;

import nearside.desktop.console.Command.Common;
import nearside.desktop.console.Command.Output;
import nearside.desktop.console.Command.Trying;
import nearside.desktop.past.PageFormat;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The options of `import` and `export`.
final class PastOptions {
    private PastOptions() {}

    static CommandSpec bringIn() {
        CommandSpec bringIn =
                Grammar.command(
                        "import",
                        "Brings in conversations of ChatGPT, Claude, Open WebUI, LM Studio, Jan or"
                                + " another Nearside.");
        bringIn.addPositional(
                PositionalParamSpec.builder()
                        .paramLabel("FILE|DIR")
                        .arity("1..*")
                        .index("0..*")
                        .required(true)
                        .type(List.class)
                        .auxiliaryTypes(String.class)
                        .description("What the other program exported, its zip archive or folder.")
                        .build());
        bringIn.addOption(
                OptionSpec.builder("--preview")
                        .description("Tells what would be brought in, and changes nothing.")
                        .build());
        return bringIn;
    }

    static CommandSpec takeAway() {
        CommandSpec takeAway = Grammar.command("export", "Writes conversations as files.");
        takeAway.addOption(
                Grammar.value("--conversation", "ID", String.class)
                        .description("Only this one; else all of them.")
                        .build());
        takeAway.addOption(
                Grammar.value("--format", words("|"), String.class)
                        .description(
                                "json holds everything and can be imported again (it is the one"
                                        + " taken without this option); the others hold the shown"
                                        + " path of one conversation.")
                        .build());
        takeAway.addOption(
                Grammar.value("--out", "FILE|DIR", String.class)
                        .description("Where to; else standard output. A file there is replaced.")
                        .build());
        return takeAway;
    }

    private static String words(String between) {
        return Arrays.stream(PageFormat.values())
                .map(PageFormat::word)
                .collect(Collectors.joining(between));
    }

    static Command readBringIn(ParseResult line, Common common) {
        List<String> from = line.matchedPositionalValue(0, List.of());
        return new Command.BringIn(
                common,
                from.stream().map(Path::of).toList(),
                line.hasMatchedOption("--preview") ? Trying.PREVIEW : Trying.DO);
    }

    static Command readTakeAway(ParseResult line, Common common) {
        PageFormat format =
                CommandLineReader.text(line, "--format")
                        .map(PastOptions::format)
                        .orElse(PageFormat.JSON);
        Optional<String> conversation = CommandLineReader.text(line, "--conversation");
        Optional<Path> out = CommandLineReader.text(line, "--out").map(Path::of);
        if (out.isEmpty() && common.output() == Output.JSON) {
            throw new IllegalArgumentException(
                    "--json tells what was written; it expects --out FILE or DIR, found neither");
        }
        if (out.isEmpty() && conversation.isEmpty() && format != PageFormat.JSON) {
            throw new IllegalArgumentException(
                    "--format "
                            + format.word()
                            + " expects one --conversation ID or --out DIR, found neither");
        }
        return new Command.TakeAway(common, conversation, format, out);
    }

    private static PageFormat format(String word) {
        return PageFormat.named(word)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "--format expects " + words(", ") + ", found " + word));
    }
}
