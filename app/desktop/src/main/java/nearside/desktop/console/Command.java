package nearside.desktop.console;

import nearside.copilot.models.Manner;
import nearside.desktop.bench.Bench.Plan;
import nearside.desktop.bench.evidence.PackPlan;
import nearside.desktop.call.Call;
import nearside.desktop.offline.Run;
import nearside.desktop.past.PageFormat;
import nearside.engine.KvPrecision;
import nearside.engine.Sampling;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What was asked for on the command line.
public sealed interface Command {
    /// Opens the window.
    ///
    /// @param call what it is to do
    record Window(Common common, Call call) implements Command {}

    /// One question, or a whole conversation, answered in the terminal.
    record Ask(Common common, Question question, Answering answering, Saving saving)
            implements Command {}

    record ListModels(Common common) implements Command {}

    record CheckModel(Common common, Path folder) implements Command {}

    /// Brings a model in from outside.
    ///
    /// @param source a folder, a file of it, or a zip archive
    record ImportModel(Common common, Path source, Manner manner) implements Command {}

    record RemoveModel(Common common, String id, Asking asking) implements Command {}

    record GetModel(Common common, String id) implements Command {}

    record UseModel(Common common, String id) implements Command {}

    /// Lists what may be got.
    ///
    /// @param context tokens of the conversation that is wanted; empty for a usual one
    record Catalogue(Common common, Optional<Integer> context) implements Command {
        public Catalogue {
            Objects.requireNonNull(context);
        }
    }

    record Doctor(Common common) implements Command {}

    /// Shows that nothing can leave while the program is offline.
    record OfflineProof(Common common) implements Command {}

    /// Tries to leave and tells how that went; the proof starts it as a child.
    record TryToLeave() implements Command {}

    /// Measures a model on this device.
    ///
    /// @param kvCache empty for both ways
    record Bench(Common common, Optional<String> model, Optional<KvPrecision> kvCache, Plan plan)
            implements Command {}

    /// Measures how much evidence is kept.
    ///
    /// @param model that answers from what is kept and from all; empty for none
    record BenchPack(Common common, PackPlan plan, Optional<String> model) implements Command {}

    /// Brings conversations in from files, folders and archives.
    record BringIn(Common common, List<Path> from, Trying trying) implements Command {
        public BringIn {
            from = List.copyOf(from);
        }
    }

    /// Takes conversations away as files.
    ///
    /// @param conversation empty for all of them
    /// @param out a file or a folder; empty for standard output
    record TakeAway(
            Common common, Optional<String> conversation, PageFormat format, Optional<Path> out)
            implements Command {}

    /// Prints a text and is done: help and version.
    record Print(String text) implements Command {}

    /// The command line cannot be understood.
    record Wrong(String sentence, String usage) implements Command {}

    /// What it shares with the other commands; empty where it touches nothing of the person's.
    default Optional<Common> shared() {
        return switch (this) {
            case Window(Common common, var _) -> Optional.of(common);
            case Ask ask -> Optional.of(ask.common());
            case ListModels(Common common) -> Optional.of(common);
            case CheckModel check -> Optional.of(check.common());
            case ImportModel bringIn -> Optional.of(bringIn.common());
            case GetModel get -> Optional.of(get.common());
            case RemoveModel remove -> Optional.of(remove.common());
            case UseModel use -> Optional.of(use.common());
            case Catalogue catalogue -> Optional.of(catalogue.common());
            case Doctor(Common common) -> Optional.of(common);
            case OfflineProof(Common common) -> Optional.of(common);
            case Bench bench -> Optional.of(bench.common());
            case BenchPack pack -> Optional.of(pack.common());
            case BringIn bringIn -> Optional.of(bringIn.common());
            case TakeAway takeAway -> Optional.of(takeAway.common());
            case TryToLeave _, Print _, Wrong _ -> Optional.empty();
        };
    }

    /// What all commands share.
    record Common(Optional<Path> dataFolder, Output output, Run run) {
        public Common {
            Objects.requireNonNull(dataFolder);
            Objects.requireNonNull(output);
            Objects.requireNonNull(run);
        }
    }

    /// How results are printed.
    enum Output {
        TEXT,
        JSON
    }

    /// Whether a question and its answer go into the profile.
    enum Saving {
        SAVE,
        DO_NOT_SAVE
    }

    /// Whether a person is asked before something is deleted.
    enum Asking {
        ASK,
        YES
    }

    /// Whether an import is only tried.
    enum Trying {
        PREVIEW,
        DO
    }

    /// What is asked. A source of `-` is standard input.
    sealed interface Question {
        record Text(String source, Optional<String> system) implements Question {}

        record Messages(String source) implements Question {}
    }

    /// By which model and how it is answered.
    ///
    /// @param schema a file with a JSON Schema that the reply must match
    /// @param tools a file with tools that the model may ask for
    record Answering(
            Optional<String> model,
            int maxTokens,
            Sampling sampling,
            Optional<Path> schema,
            Optional<Path> tools,
            Optional<KvPrecision> kvCache) {}
}
