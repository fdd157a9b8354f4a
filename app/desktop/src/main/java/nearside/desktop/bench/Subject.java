package nearside.desktop.bench;

import nearside.engine.Engine;
import nearside.engine.Prompt;
import nearside.engine.Prompt.Line;
import nearside.engine.Reply;
import nearside.engine.ReplyEvent;
import nearside.engine.Role;
import nearside.engine.Sampling;
import nearside.engine.Speculation;
import nearside.engine.TokenIds;
import nearside.engine.folder.ModelFolder;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What is measured: a model in an engine that has it, or is about to load it.
final class Subject {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Engine engine;
    private final ModelFolder folder;

    Subject(Engine engine, ModelFolder folder) {
        this.engine = engine;
        this.folder = folder;
    }

    int window() {
        return folder.shape().window();
    }

    /// Tokens of a text, without what the template puts around it.
    int count(String text) {
        return engine.count(text)
                .orElseThrow(() -> new IllegalStateException("no tokenizer is open"));
    }

    static List<Line> question(String text) {
        return List.of(new Line(Role.USER, text));
    }

    /// A reply of exactly so many tokens, one token a run.
    Measured plain(List<Line> lines, int tokens) throws Unmeasured, InterruptedException {
        Map<Integer, Double> noEnd =
                folder.names().endOfReply().stream()
                        .collect(Collectors.toMap(id -> id, _ -> -100.0));
        Sampling sampling = Sampling.GREEDY.withLogitBias(noEnd).with(Speculation.NONE);
        return ask(lines, sampling, tokens);
    }

    /// A reply as users get it.
    Measured asUsersGetIt(List<Line> lines, Speculation speculation, int most)
            throws Unmeasured, InterruptedException {
        return ask(lines, Sampling.DEFAULT.with(speculation), most);
    }

    private Measured ask(List<Line> lines, Sampling sampling, int tokens)
            throws Unmeasured, InterruptedException {
        Prompt prompt =
                new Prompt(
                        lines,
                        Prompt.Ending.NEW_REPLY,
                        Prompt.SpecialTokens.AS_TEXT,
                        sampling,
                        tokens,
                        Optional.of(new Prompt.Conversation(Bench.CONVERSATION)));
        try (Reply reply = engine.answer(prompt)) {
            return follow(reply);
        }
    }

    private static Measured follow(Reply reply) throws Unmeasured, InterruptedException {
        StringBuilder text = new StringBuilder();
        IntStream.Builder ids = IntStream.builder();
        while (true) {
            Optional<ReplyEvent> event = reply.next(PATIENCE);
            switch (event.orElse(null)) {
                case ReplyEvent.Text more -> {
                    text.append(more.text());
                    IntStream.of(more.ids().toArray()).forEach(ids);
                }
                case ReplyEvent.Finished(var _, var usage) -> {
                    return new Measured(text.toString(), TokenIds.of(ids.build().toArray()), usage);
                }
                case ReplyEvent.Failed(var failure) -> throw new Unmeasured(failure);
                case null, default -> {}
            }
        }
    }
}
