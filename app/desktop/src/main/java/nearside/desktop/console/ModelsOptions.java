package nearside.desktop.console;

import nearside.copilot.models.Manner;
import nearside.desktop.console.Command.Asking;
import nearside.desktop.console.Command.Common;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// The commands and options of `models`.
final class ModelsOptions {
    private static final String LINK = "--link";
    private static final String IN_PLACE = "--in-place";
    private static final String YES = "--yes";

    private ModelsOptions() {}

    static CommandSpec models() {
        CommandSpec models = Grammar.command("models", "Lists the models on this device.");
        models.addSubcommand("list", Grammar.command("list", "Lists the models on this device."));
        models.addSubcommand("catalogue", catalogue());
        models.addSubcommand(
                "check",
                about(
                        "check",
                        "Checks a model folder, or a model on this device by its ID, and changes"
                                + " nothing. Of one that was fetched all files are summed up.",
                        "DIR"));
        models.addSubcommand("import", bringIn());
        models.addSubcommand(
                "get", about("get", "Fetches a model of the catalogue, or goes on with it.", "ID"));
        models.addSubcommand("use", about("use", "Takes this model from now on.", "ID"));
        models.addSubcommand("remove", remove());
        return models;
    }

    private static CommandSpec catalogue() {
        CommandSpec catalogue =
                Grammar.command(
                        "catalogue",
                        "Lists the models that may be got, and how each would get on here now.");
        catalogue.addOption(
                Grammar.value("--context", "N", Integer.class)
                        .description(
                                "Tokens of the conversation that is wanted, answer included"
                                        + " (1536).")
                        .build());
        return catalogue;
    }

    private static CommandSpec bringIn() {
        CommandSpec bringIn =
                about(
                        "import",
                        "Checks a model folder or a zip archive of one and copies it into the"
                                + " profile.",
                        "DIR|ZIP");
        bringIn.addOption(
                OptionSpec.builder(LINK)
                        .description(
                                "Instead of copies, the files get a second name in the profile and"
                                        + " take no more room.")
                        .build());
        bringIn.addOption(
                OptionSpec.builder(IN_PLACE)
                        .description("The folder stays where it is and is used there.")
                        .build());
        return bringIn;
    }

    private static CommandSpec remove() {
        CommandSpec remove =
                about(
                        "remove",
                        "Deletes an imported model; one that is used in its own place is only"
                                + " forgotten.",
                        "ID");
        remove.addOption(OptionSpec.builder(YES).description("Does not ask.").build());
        return remove;
    }

    private static CommandSpec about(String name, String sentence, String label) {
        CommandSpec command = Grammar.command(name, sentence);
        command.addPositional(
                PositionalParamSpec.builder()
                        .paramLabel(label)
                        .arity("1")
                        .index("0")
                        .required(true)
                        .type(String.class)
                        .build());
        return command;
    }

    static Command readImport(ParseResult line, Common common) {
        boolean link = line.hasMatchedOption(LINK);
        boolean inPlace = line.hasMatchedOption(IN_PLACE);
        if (link && inPlace) {
            throw new IllegalArgumentException(
                    "models import expects "
                            + LINK
                            + " or "
                            + IN_PLACE
                            + " or neither, found both");
        }
        Manner linked = link ? Manner.LINK : Manner.COPY;
        return new Command.ImportModel(
                common, CommandLineReader.folder(line), inPlace ? Manner.IN_PLACE : linked);
    }

    static Command readRemove(ParseResult line, Common common) {
        return new Command.RemoveModel(
                common,
                line.matchedPositionalValue(0, ""),
                line.hasMatchedOption(YES) ? Asking.YES : Asking.ASK);
    }
}
