package nearside.copilot.borrow;

import nearside.copilot.borrow.mask.Unmasking;
import nearside.engine.Reply;
import nearside.engine.ReplyEvent;
import nearside.engine.TokenIds;
import nearside.engine.ToolCall;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/// A borrowed reply with the values in the place of their place-holders. What may still become one
/// is held back, and comes before the end.
///
/// @param reply as it comes from the far side
/// @param approval by which it was asked
record Unmasked(
        Reply reply, Unmasking unmasking, PolicyGate.Approval approval, Queue<ReplyEvent> ready)
        implements Reply {
    Unmasked(Reply reply, Unmasking unmasking, PolicyGate.Approval approval) {
        this(reply, unmasking, approval, new ArrayDeque<>());
    }

    @Override
    public Optional<ReplyEvent> next(Duration patience) throws InterruptedException {
        if (ready.isEmpty()) {
            reply.next(patience).ifPresent(this::take);
        }
        return Optional.ofNullable(ready.poll());
    }

    private void take(ReplyEvent event) {
        switch (event) {
            case ReplyEvent.Text(String text, TokenIds ids) ->
                    ready.add(new ReplyEvent.Text(unmasking.add(text), ids));
            case ReplyEvent.Called(ToolCall call) -> {
                takeRest();
                String arguments = unmasking.whole(call.arguments());
                ready.add(new ReplyEvent.Called(new ToolCall(call.id(), call.name(), arguments)));
            }
            case ReplyEvent.Finished _, ReplyEvent.Failed _ -> {
                takeRest();
                ready.add(event);
            }
            case ReplyEvent.Loading _, ReplyEvent.Reading _, ReplyEvent.ReadOn _ ->
                    ready.add(event);
        }
    }

    private void takeRest() {
        String rest = unmasking.end();
        if (!rest.isEmpty()) {
            ready.add(new ReplyEvent.Text(rest, TokenIds.of()));
        }
    }

    @Override
    public void close() {
        approval.close();
        reply.close();
    }
}
