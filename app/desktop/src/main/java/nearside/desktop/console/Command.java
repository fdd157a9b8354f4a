package nearside.desktop.console;

import nearside.desktop.bench.Bench.Plan;
import nearside.engine.KvPrecision;
import nearside.engine.Sampling;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/// What was asked for on the command line.
public sealed interface Command {
    /// Opens the window.
    record Window(Common common) implements Command {}

    /// One question, or a whole conversation, answered in the terminal.
    record Ask(Common common, Question question, Answering answering, Saving saving)
            implements Command {}

    record ListModels(Common common) implements Command {}

    record CheckModel(Common common, Path folder) implements Command {}

    record ImportModel(Common common, Path folder) implements Command {}

    record UseModel(Common common, String id) implements Command {}

    record Doctor(Common common) implements Command {}

    /// Measures a model on this device.
    ///
    /// @param kvCache empty for both ways
    record Bench(Common common, Optional<String> model, Optional<KvPrecision> kvCache, Plan plan)
            implements Command {}

    /// Prints a text and is done: help and version.
    record Print(String text) implements Command {}

    /// The command line cannot be understood.
    record Wrong(String sentence, String usage) implements Command {}

    /// What all commands share.
    record Common(Optional<Path> dataFolder, Output output) {
        public Common {
            Objects.requireNonNull(dataFolder);
            Objects.requireNonNull(output);
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

    /// What is asked. A source of `-` is standard input.
    sealed interface Question {
        record Text(String source, Optional<String> system) implements Question {}

        record Messages(String source) implements Question {}
    }

    /// By which model and how it is answered.
    ///
    /// @param schema a file with a JSON Schema that the reply must match
    record Answering(
            Optional<String> model,
            int maxTokens,
            Sampling sampling,
            Optional<Path> schema,
            Optional<KvPrecision> kvCache) {}
}
