package nearside.worker;

import nearside.engine.Prompt;
import nearside.engine.Reply;
import nearside.engine.ReplyEvent;
import nearside.engine.Role;
import nearside.engine.Sampling;
import nearside.engine.contract.Pulled;
import nearside.engine.local.LocalEngine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// A program that owns an engine, asks one question and tells every event's kind, a line each.
final class OwnerChild {
    private OwnerChild() {}

    /// Asks, tells, and ends.
    ///
    /// @param arguments folder for temporary files, model, words of the question, reply limit
    public static void main(String[] arguments) throws InterruptedException {
        try (LocalEngine engine =
                new LocalEngine(RealWorker.command(Path.of(arguments[0])), state -> {})) {
            engine.use(RealWorker.model(arguments[1]));
            tell(
                    engine.answer(
                            prompt(
                                    Integer.parseInt(arguments[2]),
                                    Integer.parseInt(arguments[3]))));
        }
    }

    private static Prompt prompt(int words, int limit) {
        return new Prompt(
                List.of(new Prompt.Line(Role.USER, "the ".repeat(words))),
                Prompt.Ending.NEW_REPLY,
                Prompt.SpecialTokens.AS_TEXT,
                Sampling.GREEDY,
                limit);
    }

    private static void tell(Reply reply) throws InterruptedException {
        while (true) {
            ReplyEvent event = reply.next(Duration.ofMinutes(2)).orElseThrow();
            System.out.println(event.getClass().getSimpleName());
            if (Pulled.isLast(event)) {
                return;
            }
        }
    }
}
