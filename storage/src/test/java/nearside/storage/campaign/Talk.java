package nearside.storage.campaign;

import nearside.storage.Message;
import nearside.storage.Message.Segment;
import nearside.storage.Message.State;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// A conversation as it should be, or as it was found.
record Talk(String id, String title, Where where, List<Message> messages, String draft) {
    Talk {
        messages = List.copyOf(messages);
    }

    /// Where a person finds it.
    enum Where {
        LIST,
        TRASH
    }

    Talk titled(String next) {
        return new Talk(id, next, where, messages, draft);
    }

    Talk in(Where next) {
        return new Talk(id, title, next, messages, draft);
    }

    Talk drafted(String next) {
        return new Talk(id, title, where, messages, next);
    }

    Talk with(List<Message> more) {
        List<Message> all = new ArrayList<>(messages);
        all.addAll(more);
        return new Talk(id, title, where, all, draft);
    }

    boolean has(String message) {
        return messages.stream().anyMatch(it -> it.id().value().equals(message));
    }

    /// The same with one message changed.
    Talk at(String message, UnaryOperator<Message> change) {
        return each(it -> it.id().value().equals(message) ? change.apply(it) : it);
    }

    /// The same after the next start.
    Talk cut() {
        return each(it -> it.state() == State.WRITING ? in(it, State.CUT, it.facts()) : it);
    }

    private Talk each(UnaryOperator<Message> change) {
        return new Talk(id, title, where, messages.stream().map(change).toList(), draft);
    }

    static Message in(Message it, State state, Optional<Message.Facts> facts) {
        return new Message(it.id(), it.speaker(), state, it.body(), facts, it.decision());
    }

    static Message decided(Message it, String decision) {
        return new Message(
                it.id(), it.speaker(), it.state(), it.body(), it.facts(), Optional.of(decision));
    }

    /// Text of the same source goes on in the same run.
    static Message longer(Message it, Segment more) {
        List<Segment> runs = new ArrayList<>(it.segments());
        if (!runs.isEmpty() && runs.getLast().source() == more.source()) {
            String before = runs.removeLast().text();
            runs.add(new Segment(more.source(), before + more.text()));
        } else {
            runs.add(more);
        }
        return new Message(
                it.id(),
                it.speaker(),
                it.state(),
                Message.Text.of(runs),
                it.facts(),
                it.decision());
    }
}
