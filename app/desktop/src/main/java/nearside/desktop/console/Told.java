package nearside.desktop.console;

import nearside.copilot.orchestrator.TurnEvent;
import nearside.engine.TokenIds;
import nearside.engine.ToolCall;
import nearside.storage.Journal;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a turn has told so far.
final class Told {
    private final StringBuilder text = new StringBuilder();
    private final List<ToolCall> calls = new ArrayList<>();
    private TokenIds prompt = TokenIds.NONE;
    private TokenIds reply = TokenIds.NONE;
    private Journal.@Nullable Begun saved;
    private TurnEvent.@Nullable Decided decided;
    private boolean asked;

    /// Takes an event in; the end, if it is one.
    Optional<TurnEvent.End> take(TurnEvent event) {
        switch (event) {
            case TurnEvent.Saved(var ids) -> saved = ids;
            case TurnEvent.Decided made -> {
                decided = made;
                asked = false;
            }
            case TurnEvent.Asking _ -> asked = true;
            case TurnEvent.Shortened _, TurnEvent.Loading _ -> {}
            case TurnEvent.Smaller _, TurnEvent.MadeRoom _ -> {}
            case TurnEvent.Borrowed _, TurnEvent.HandedOver _, TurnEvent.Needs _ -> {}
            case TurnEvent.BegunAnew() -> {
                text.setLength(0);
                calls.clear();
                reply = TokenIds.NONE;
            }
            case TurnEvent.Reading(var ids, int _) -> prompt = ids;
            case TurnEvent.ReadOn _ -> {}
            case TurnEvent.Text(String more, TokenIds ids) -> {
                text.append(more);
                reply = reply.plus(ids);
            }
            case TurnEvent.Called(var call) -> calls.add(call);
            case TurnEvent.End end -> {
                return Optional.of(end);
            }
        }
        return Optional.empty();
    }

    String text() {
        return text.toString();
    }

    /// The tools that the model asks for.
    List<ToolCall> calls() {
        return List.copyOf(calls);
    }

    TokenIds prompt() {
        return prompt;
    }

    TokenIds reply() {
        return reply;
    }

    Optional<Journal.Begun> saved() {
        return Optional.ofNullable(saved);
    }

    /// Whether the person was asked since the last decision.
    boolean wasAsked() {
        return asked;
    }

    /// The last decision, with the device as it was then.
    Optional<TurnEvent.Decided> decided() {
        return Optional.ofNullable(decided);
    }
}
