package nearside.desktop.console;

import nearside.copilot.borrow.Borrowing;
import nearside.copilot.orchestrator.Presence;
import nearside.copilot.orchestrator.Request;
import nearside.copilot.orchestrator.Turn;
import nearside.copilot.orchestrator.TurnEvent;
import nearside.desktop.console.Command.Output;
import nearside.desktop.console.Command.Question;
import nearside.desktop.start.Wiring;
import nearside.engine.EngineFailure;
import nearside.engine.LogitBias;
import nearside.engine.Prompt;
import nearside.engine.Prompt.Line;
import nearside.engine.Role;
import nearside.engine.Sampling;
import nearside.engine.Tool;
import nearside.engine.folder.FolderCheck;
import nearside.engine.folder.ModelFolder;
import nearside.storage.Profile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// `ask`: one question or one conversation, answered in the terminal.
final class AskCommand {
    private static final Duration PATIENCE = Duration.ofMillis(200);

    private final Console console;
    private final Wiring wiring;
    private final Sentences sentences;
    private final Optional<ConsentTalk> talk;

    /// @param talk with whoever sits at the terminal; empty where nobody does
    AskCommand(Console console, Wiring wiring, Sentences sentences, Optional<ConsentTalk> talk) {
        this.console = console;
        this.wiring = wiring;
        this.sentences = sentences;
        this.talk = talk;
    }

    /// @param profile where the question is kept; empty when it is not to be kept or cannot be
    /// @param borrowing empty where nothing may leave
    ExitCode run(Command.Ask ask, Optional<Profile> profile, Optional<Borrowing> borrowing)
            throws IOException, InterruptedException {
        Request request = request(ask, profile.isPresent());
        Path folder = NamedModel.folder(wiring.models(), ask.answering().model());
        return switch (ModelFolder.check(folder)) {
            case FolderCheck.Flawed(var flaw) ->
                    sentences.failed(new EngineFailure.FolderRefused(folder, flaw));
            case FolderCheck.Sound(var model) -> {
                checkBias(request.sampling().logitBias(), model);
                ask.answering()
                        .kvCache()
                        .ifPresentOrElse(kv -> wiring.use(model, kv), () -> wiring.use(model));
                Turn turn = wiring.orchestrator(profile, borrowing).answer(request, presence());
                try (StopOnInterrupt _ = StopOnInterrupt.of(turn::stop)) {
                    yield follow(turn, ask, model.id());
                }
            }
        };
    }

    private static void checkBias(LogitBias bias, ModelFolder model) {
        int vocabulary = model.shape().vocabulary();
        for (int id : bias.byId().keySet()) {
            if (id >= vocabulary) {
                throw new IllegalArgumentException(
                        "--logit-bias expects token ids below "
                                + vocabulary
                                + " for this model, found "
                                + id);
            }
        }
    }

    private Presence presence() {
        return talk.isPresent() ? Presence.PERSON : Presence.NOBODY;
    }

    private ExitCode follow(Turn turn, Command.Ask ask, String model) throws InterruptedException {
        Output output = ask.common().output();
        Told told = new Told();
        while (true) {
            Optional<TurnEvent> event = turn.next(PATIENCE);
            if (event.isPresent()) {
                Optional<TurnEvent.End> end = told.take(event.get());
                show(event.get(), output);
                if (event.get() instanceof TurnEvent.Asking asking) {
                    consent(turn, asking);
                }
                if (event.get() instanceof TurnEvent.Needs needs) {
                    sentences.needs(needs);
                }
                if (event.get() instanceof TurnEvent.Shortened shortened) {
                    shortened.whole().ifPresent(sentences::restsOnAPart);
                }
                if (event.get() instanceof TurnEvent.Borrowed borrowed && !told.wasAsked()) {
                    sentences.left(borrowed.offer());
                }
                if (end.isPresent()) {
                    return close(told, end.get(), output, model);
                }
            }
        }
    }

    /// Beside the turn, which may be interrupted meanwhile.
    private void consent(Turn turn, TurnEvent.Asking asking) {
        talk.ifPresent(with ->
                Thread.ofPlatform()
                        .daemon()
                        .name("consent")
                        .start(() -> turn.consent(with.ask(asking))));
    }

    private void show(TurnEvent event, Output output) {
        if (output == Output.TEXT && event instanceof TurnEvent.Text(String text, var _)) {
            console.out().print(text);
            console.out().flush();
        }
        if (output == Output.TEXT && event instanceof TurnEvent.BegunAnew) {
            console.out().println();
        }
    }

    private ExitCode close(Told told, TurnEvent.End end, Output output, String model) {
        if (output == Output.JSON) {
            console.out().println(AskReport.of(told, end, model));
        } else {
            if (!told.text().isEmpty()) {
                console.out().println();
            }
            told.calls().forEach(call -> console.out().println(AskReport.of(call)));
        }
        return sentences.ended(end);
    }

    private Request request(Command.Ask ask, boolean kept) throws IOException {
        int limit = ask.answering().maxTokens();
        Sampling sampling = sampling(ask.answering());
        List<Tool> tools = tools(ask.answering());
        return switch (ask.question()) {
            case Question.Messages(String source) ->
                    new Request.Unsaved(
                            messages(source, tools),
                            tools,
                            Prompt.SpecialTokens.AS_TOKENS,
                            sampling,
                            limit);
            case Question.Text(String source, var system) -> {
                String text = source.equals("-") ? read("-") : source;
                yield kept
                        ? new Request.Ask(Optional.empty(), system, text, sampling, limit)
                        : new Request.Unsaved(
                                lines(system, text),
                                tools,
                                Prompt.SpecialTokens.AS_TEXT,
                                sampling,
                                limit);
            }
        };
    }

    private List<Line> messages(String source, List<Tool> tools) throws IOException {
        List<Line> lines = MessagesFile.parse(read(source));
        if (tools.isEmpty() && lines.stream().anyMatch(line -> !line.calls().isEmpty())) {
            throw new IllegalArgumentException(
                    "expected --tools FILE with a conversation in which tools were called");
        }
        return lines;
    }

    private static List<Tool> tools(Command.Answering answering) throws IOException {
        return answering.tools().isEmpty()
                ? List.of()
                : ToolsFile.parse(Files.readString(answering.tools().get()));
    }

    private static Sampling sampling(Command.Answering answering) throws IOException {
        return answering.schema().isEmpty()
                ? answering.sampling()
                : answering
                        .sampling()
                        .withSchema(SchemaFile.parse(Files.readString(answering.schema().get())));
    }

    private static List<Line> lines(Optional<String> system, String text) {
        Line question = new Line(Role.USER, text);
        return system.map(told -> List.of(new Line(Role.SYSTEM, told), question))
                .orElse(List.of(question));
    }

    private String read(String source) throws IOException {
        return source.equals("-")
                ? new String(console.in().readAllBytes(), StandardCharsets.UTF_8)
                : Files.readString(Path.of(source));
    }
}
