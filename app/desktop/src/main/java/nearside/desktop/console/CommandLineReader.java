package nearside.desktop.console;

import nearside.desktop.call.Call;
import nearside.desktop.console.Command.Answering;
import nearside.desktop.console.Command.Common;
import nearside.desktop.console.Command.Output;
import nearside.desktop.console.Command.Question;
import nearside.desktop.console.Command.Saving;
import nearside.desktop.offline.Run;
import nearside.engine.KvPrecision;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Turns the arguments of the program into a [Command]. Pure: nothing is opened and nothing
/// printed.
public final class CommandLineReader {
    private static final int DEFAULT_MAX_TOKENS = 1024;
    private static final int LEAST_CONTEXT = 128;

    private final String version;

    public CommandLineReader(String version) {
        this.version = version;
    }

    public Command read(String... arguments) {
        CommandLine grammar = Grammar.of(version);
        try {
            return command(grammar.parseArgs(arguments));
        } catch (ParameterException wrong) {
            return new Command.Wrong(
                    String.valueOf(wrong.getMessage()), usage(wrong.getCommandLine()));
        } catch (IllegalArgumentException wrong) {
            return new Command.Wrong(String.valueOf(wrong.getMessage()), usage(grammar));
        }
    }

    private Command command(ParseResult root) {
        ParseResult last = root;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        if (anyHas(root, "--help")) {
            return new Command.Print(usage(last.commandSpec().commandLine()));
        }
        if (anyHas(root, "--version")) {
            return new Command.Print("nearside " + version + "\n");
        }
        return named(last, common(root));
    }

    private static Command named(ParseResult line, Common common) {
        return switch (line.commandSpec().qualifiedName()) {
            case "nearside ask" -> ask(line, common);
            case "nearside models", "nearside models list" -> new Command.ListModels(common);
            case "nearside models catalogue" -> catalogue(line, common);
            case "nearside models check" -> new Command.CheckModel(common, folder(line));
            case "nearside models get" ->
                    new Command.GetModel(common, line.matchedPositionalValue(0, ""));
            case "nearside models import" -> ModelsOptions.readImport(line, common);
            case "nearside models remove" -> ModelsOptions.readRemove(line, common);
            case "nearside models use" ->
                    new Command.UseModel(common, line.matchedPositionalValue(0, ""));
            case "nearside doctor" ->
                    line.hasMatchedOption(Grammar.PROOF)
                            ? new Command.OfflineProof(common)
                            : new Command.Doctor(common);
            case "nearside " + Grammar.TRY -> new Command.TryToLeave();
            case "nearside bench" -> BenchOptions.read(line, common);
            case "nearside bench pack" -> PackOptions.read(line, common);
            case "nearside import" -> PastOptions.readBringIn(line, common);
            case "nearside export" -> PastOptions.readTakeAway(line, common);
            default -> new Command.Window(common, call(line));
        };
    }

    private static Call call(ParseResult line) {
        Optional<String> what = Optional.ofNullable(line.matchedPositionalValue(0, null));
        if (what.filter(CommandLineReader::opens).isPresent()) {
            return new Call.Open(address(what.get()));
        }
        if (what.isPresent()) {
            throw new IllegalArgumentException(
                    "expected a command, an address that begins with "
                            + Call.SCHEME
                            + " or a file that ends with .nearside, .json or .zip, found '"
                            + what.get()
                            + "'");
        }
        return line.hasMatchedOption("--quick") ? new Call.Quick() : new Call.Raise();
    }

    /// A file is named so that another process finds it; desktops hand it over as an address.
    private static String address(String what) {
        if (what.startsWith(Call.SCHEME)) {
            return what;
        }
        Path file = what.startsWith("file:") ? Path.of(URI.create(what)) : Path.of(what);
        return file.toAbsolutePath().toString();
    }

    private static boolean opens(String what) {
        return what.startsWith(Call.SCHEME)
                || Stream.of(".nearside", ".json", ".zip").anyMatch(what::endsWith);
    }

    private static Command catalogue(ParseResult line, Common common) {
        int context = line.matchedOptionValue("--context", LEAST_CONTEXT);
        if (context < LEAST_CONTEXT) {
            throw new IllegalArgumentException(
                    "--context expects a number from " + LEAST_CONTEXT + " on, found " + context);
        }
        return new Command.Catalogue(
                common,
                line.hasMatchedOption("--context") ? Optional.of(context) : Optional.empty());
    }

    private static Command ask(ParseResult line, Common common) {
        Optional<String> messages = text(line, "--messages");
        Optional<String> text = Optional.ofNullable(line.matchedPositionalValue(0, null));
        Optional<String> system = text(line, "--system");
        if (messages.isPresent() == text.isPresent()) {
            throw new IllegalArgumentException(
                    "ask expects either a TEXT (or - for standard input) or --messages FILE, found "
                            + (text.isPresent() ? "both" : "neither"));
        }
        if (messages.isPresent() && system.isPresent()) {
            throw new IllegalArgumentException(
                    "--system does not go with --messages: put a system message into the file");
        }
        Question question =
                messages.<Question>map(Question.Messages::new)
                        .orElseGet(() -> new Question.Text(text.orElseThrow(), system));
        Saving saving =
                line.hasMatchedOption("--no-save") || messages.isPresent()
                        ? Saving.DO_NOT_SAVE
                        : Saving.SAVE;
        if (line.hasMatchedOption("--tools") && saving == Saving.SAVE) {
            throw new IllegalArgumentException(
                    "--tools goes with --no-save or --messages: what tools are asked is not kept");
        }
        return new Command.Ask(common, question, answering(line), saving);
    }

    private static Answering answering(ParseResult line) {
        int maxTokens = line.matchedOptionValue("--max-tokens", DEFAULT_MAX_TOKENS);
        if (maxTokens < 1) {
            throw new IllegalArgumentException(
                    "--max-tokens expects a number from 1 on, found " + maxTokens);
        }
        return new Answering(
                text(line, "--model"),
                maxTokens,
                SamplingOptions.read(line),
                text(line, "--json-schema").map(Path::of),
                text(line, "--tools").map(Path::of),
                text(line, "--kv-cache").map(CommandLineReader::kvCache));
    }

    static KvPrecision kvCache(String named) {
        for (KvPrecision precision : KvPrecision.values()) {
            if (precision.name().toLowerCase(Locale.ROOT).equals(named)) {
                return precision;
            }
        }
        throw new IllegalArgumentException("--kv-cache expects float32 or int8, found " + named);
    }

    private static Common common(ParseResult root) {
        Optional<Path> data = Optional.empty();
        Output output = Output.TEXT;
        Run run = Run.AS_SET;
        for (ParseResult line = root; ; line = line.subcommand()) {
            data = text(line, "--data-dir").map(Path::of).or(also(data));
            output = line.hasMatchedOption("--json") ? Output.JSON : output;
            run = line.hasMatchedOption("--offline") ? Run.OFFLINE : run;
            if (!line.hasSubcommand()) {
                return new Common(data, output, run);
            }
        }
    }

    private static java.util.function.Supplier<Optional<Path>> also(Optional<Path> earlier) {
        return () -> earlier;
    }

    private static boolean anyHas(ParseResult root, String option) {
        return root.hasMatchedOption(option)
                || (root.hasSubcommand() && anyHas(root.subcommand(), option));
    }

    static Optional<String> text(ParseResult line, String option) {
        return Optional.ofNullable(line.matchedOptionValue(option, null));
    }

    static Path folder(ParseResult line) {
        return Path.of(line.matchedPositionalValue(0, ""));
    }

    private static String usage(CommandLine command) {
        StringWriter text = new StringWriter();
        command.usage(new PrintWriter(text), CommandLine.Help.Ansi.OFF);
        return text.toString();
    }
}
