package nearside.copilot.orchestrator;

import com.google.gson.JsonObject;

import nearside.engine.Engine;
import nearside.engine.Prompt;
import nearside.engine.Role;
import nearside.storage.Journal;
import nearside.storage.Message;
import nearside.storage.Message.Source;
import nearside.storage.MessageId;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A conversation that is used as it is given and kept nowhere.
final class UnsavedTranscript implements Transcript {
    private final Request.Unsaved request;
    private final StringBuilder written = new StringBuilder();

    UnsavedTranscript(Request.Unsaved request) {
        this.request = request;
    }

    @Override
    public Optional<Journal.Begun> begin() {
        return Optional.empty();
    }

    @Override
    public Whole whole(Engine engine, Optional<LocalModel> model) {
        List<Prompt.Line> lines = new ArrayList<>(request.lines());
        if (!written.isEmpty()) {
            lines.add(new Prompt.Line(Role.ASSISTANT, written.toString()));
        }
        return new Whole(lines, TokenCount.of(engine, texts(lines)));
    }

    /// All that is read, tools and calls included.
    private List<String> texts(List<Prompt.Line> lines) {
        Stream<String> said =
                lines.stream()
                        .flatMap(line ->
                                Stream.concat(
                                        Stream.of(line.text()),
                                        line.calls().stream()
                                                .map(call -> call.name() + call.arguments())));
        Stream<String> tools =
                request.tools().stream()
                        .map(tool -> tool.name() + tool.description() + tool.parameters());
        return Stream.concat(tools, said).toList();
    }

    @Override
    public Optional<Prompt.Conversation> conversation() {
        return Optional.empty();
    }

    /// It is used exactly as it is given.
    @Override
    public boolean mayBeShortened() {
        return false;
    }

    @Override
    public Prompt prompt(List<Prompt.Line> lines, int replyLimit) {
        return new Prompt(
                        lines,
                        written.isEmpty() ? Prompt.Ending.NEW_REPLY : Prompt.Ending.OPEN_REPLY,
                        request.specials(),
                        request.sampling(),
                        replyLimit)
                .offering(request.tools());
    }

    @Override
    public Map<MessageId, Integer> places() {
        return Map.of();
    }

    @Override
    public Optional<JsonObject> earlier() {
        return Optional.empty();
    }

    @Override
    public void decided(JsonObject record) {
        // Kept nowhere: the caller saw it go by as an event.
    }

    @Override
    public void append(Source source, String text) {
        written.append(text);
    }

    @Override
    public void giveUp() {
        written.setLength(0);
    }

    @Override
    public void finish(Message.State state, Optional<Message.Facts> facts) {
        // Kept nowhere.
    }
}
