package nearside.desktop.start;

import nearside.copilot.device.Footprints;
import nearside.copilot.fit.Candidate;
import nearside.copilot.fit.Computing.Found;
import nearside.copilot.fit.FitLabel;
import nearside.copilot.fit.FitLabel.Numbers;
import nearside.copilot.fit.FitLabel.State;
import nearside.copilot.fit.FitQuestion;
import nearside.copilot.fit.FitQuestion.Here;
import nearside.copilot.orchestrator.Situation;
import nearside.copilot.orchestrator.Situation.Weights;
import nearside.copilot.orchestrator.Wanted;
import nearside.engine.KvPrecision;
import nearside.engine.Prompt;
import nearside.engine.ReplyEvent;
import nearside.engine.Role;
import nearside.engine.Sampling;
import nearside.engine.contract.Pulled;
import nearside.engine.folder.FolderCheck;
import nearside.engine.folder.ModelFolder;
import nearside.engine.local.LocalEngine;
import nearside.engine.local.WorkerCommand;
import nearside.engine.memory.Footprint;
import nearside.engine.memory.Memory;
import nearside.engine.memory.MemoryProbe;
import nearside.engine.memory.ModelSize;
import nearside.storage.Measures;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The program inside of a control group: labels a model for one question by what it reads there,
/// then asks its worker, whatever the label says. Told what to do line by line.
final class FitTry {
    private FitTry() {}

    /// What it says of the model for this question.
    ///
    /// @param replyTokens zero where it says that it does not fit
    /// @param missingBytes with which it would
    record Said(
            State state,
            long freeBytes,
            long marginBytes,
            long needBytes,
            long missingBytes,
            int replyTokens) {
        static Said of(FitLabel label) {
            Numbers numbers = label.numbers();
            return new Said(
                    label.state(),
                    numbers.memory().freeBytes(),
                    numbers.margin(),
                    numbers.whole(),
                    numbers.missing(),
                    label.state() == State.RUNS_WELL ? numbers.wanted().replyTokens() : 0);
        }

        static Said parse(String line) {
            String[] cells = line.split(" ", -1);
            return new Said(
                    State.valueOf(cells[0]),
                    Long.parseLong(cells[1]),
                    Long.parseLong(cells[2]),
                    Long.parseLong(cells[3]),
                    Long.parseLong(cells[4]),
                    Integer.parseInt(cells[5]));
        }

        String line() {
            return "%s %d %d %d %d %d"
                    .formatted(state, freeBytes, marginBytes, needBytes, missingBytes, replyTokens);
        }
    }

    /// Labels and asks.
    ///
    /// @param arguments model folder, profile with what was measured before, temporary folder,
    ///   prompt words, tokens of the prompt, reply limit, weights
    public static void main(String[] arguments) throws Exception {
        ModelFolder folder =
                ((FolderCheck.Sound) ModelFolder.check(Path.of(arguments[0]))).folder();
        WorkerCommand command =
                new WorkerCommand(
                        Installation.of(System.getProperties()).worker(), Path.of(arguments[2]));
        int words = Integer.parseInt(arguments[3]);
        int tokens = Integer.parseInt(arguments[4]);
        int reply = Integer.parseInt(arguments[5]);
        Weights weights = Weights.valueOf(arguments[6]);
        BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (LocalEngine engine = new LocalEngine(command, _ -> {})) {
            Footprints footprints =
                    new Footprints(new Measures(Path.of(arguments[1])), engine::footprint);
            Optional<Footprint> known = footprints.of(folder.id());
            if (weights == Weights.LOADED) {
                engine.use(folder);
                Pulled.all(engine.answer(prompt(1, 1)));
            }
            System.out.println("ready");
            Objects.requireNonNull(in.readLine());
            Memory memory = new MemoryProbe().read();
            ModelSize size = ModelSize.of(folder, KvPrecision.FLOAT32).with(known);
            Situation.Model.Present model =
                    new Situation.Model.Present(
                            folder.id(),
                            size,
                            folder.shape().window(),
                            weights,
                            Situation.Cache.FLOAT32);
            Said said =
                    Said.of(
                            FitLabel.of(
                                    new FitQuestion(
                                            Candidate.here(model),
                                            new Wanted(tokens, reply),
                                            new Here(
                                                    memory,
                                                    Long.MAX_VALUE,
                                                    Found.PROCESSOR,
                                                    Situation.Pace.USUAL_PATIENCE,
                                                    List.of()),
                                            List.of())));
            System.out.println(said.line());
            Objects.requireNonNull(in.readLine());
            engine.use(folder);
            int limit = said.replyTokens() == 0 ? reply : said.replyTokens();
            ReplyEvent last = Pulled.all(engine.answer(prompt(words, limit))).last();
            if (said.replyTokens() > 0) {
                footprints.learn(folder.id());
            }
            System.out.println(told(last));
        }
    }

    private static Prompt prompt(int words, int reply) {
        return new Prompt(
                List.of(new Prompt.Line(Role.USER, "the ".repeat(words))),
                Prompt.Ending.NEW_REPLY,
                Prompt.SpecialTokens.AS_TEXT,
                Sampling.GREEDY,
                reply);
    }

    private static String told(ReplyEvent last) {
        return last instanceof ReplyEvent.Finished(var _, var usage)
                ? "answered " + usage.promptTokens() + " " + usage.replyTokens()
                : "failed " + last.toString().replace(' ', '_');
    }
}
