package nearside.engine.contract;

import nearside.engine.Finish;
import nearside.engine.Prompt;
import nearside.engine.Reply;
import nearside.engine.ReplyEvent;
import nearside.engine.TokenIds;
import nearside.engine.Usage;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

/// A reply that follows a script on the caller's own thread.
final class ScriptedReply implements Reply {
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private final Deque<Step> steps;
    private final int promptTokens;
    private final int limit;
    private int written;
    private boolean over;

    ScriptedReply(Prompt prompt, Script script) {
        promptTokens =
                prompt.lines().stream().mapToInt(line -> ScriptedEngine.words(line.text())).sum();
        int[] ids = IntStream.range(0, promptTokens).toArray();
        limit = prompt.replyLimit();
        steps = new ArrayDeque<>(script.steps());
        steps.addFirst(new Step.Say(new ReplyEvent.Reading(TokenIds.of(ids), 0)));
    }

    @Override
    public Optional<ReplyEvent> next(Duration patience) throws InterruptedException {
        if (over) {
            return Optional.empty();
        }
        if (closed.isDone()) {
            return end(Finish.STOP);
        }
        if (written == limit) {
            return end(Finish.LENGTH);
        }
        if (steps.isEmpty()) {
            throw new AssertionError("the script ends without an end");
        }
        return follow(steps.element(), patience);
    }

    private Optional<ReplyEvent> follow(Step step, Duration patience) throws InterruptedException {
        return switch (step) {
            case Step.Await(CompletableFuture<Void> gate) -> passed(gate, patience);
            case Step.WriteForever(String text) -> write(text);
            case Step.Write(String text) -> {
                steps.remove();
                yield write(text);
            }
            case Step.Say(ReplyEvent event) -> {
                steps.remove();
                over = Pulled.isLast(event);
                yield Optional.of(event);
            }
            case Step.End(Finish finish) -> end(finish);
            case Step.Fail fail -> {
                over = true;
                yield Optional.of(new ReplyEvent.Failed(fail.failure()));
            }
        };
    }

    private Optional<ReplyEvent> passed(CompletableFuture<Void> gate, Duration patience)
            throws InterruptedException {
        try {
            CompletableFuture.anyOf(gate, closed).get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        }
        if (gate.isDone()) {
            steps.remove();
        }
        return next(patience);
    }

    private Optional<ReplyEvent> write(String text) {
        TokenIds id = TokenIds.of(written);
        written++;
        return Optional.of(new ReplyEvent.Text(text, id));
    }

    private Optional<ReplyEvent> end(Finish finish) {
        over = true;
        Usage none = Usage.NONE;
        Usage usage =
                new Usage(promptTokens, 0, written, none.load(), none.firstToken(), none.total());
        return Optional.of(new ReplyEvent.Finished(finish, usage));
    }

    @Override
    public void close() {
        closed.complete(null);
    }
}
