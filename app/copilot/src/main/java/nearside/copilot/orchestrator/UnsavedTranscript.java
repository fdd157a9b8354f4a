package nearside.copilot.orchestrator;

import nearside.copilot.orchestrator.Situation.Tokens;
import nearside.engine.Engine;
import nearside.engine.Prompt;
import nearside.storage.Journal;
import nearside.storage.Message;

import java.util.List;
import java.util.Optional;

/// A conversation that is used as it is given and kept nowhere.
record UnsavedTranscript(Request.Unsaved request) implements Transcript {
    @Override
    public Optional<Journal.Begun> begin() {
        return Optional.empty();
    }

    @Override
    public Tokens tokens(Engine engine, Optional<LocalModel> model) {
        return TokenCount.of(engine, request.lines().stream().map(Prompt.Line::text).toList());
    }

    @Override
    public List<Prompt.Line> lines() {
        return request.lines();
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
                lines, Prompt.Ending.NEW_REPLY, request.specials(), request.sampling(), replyLimit);
    }

    @Override
    public void decided(Decision decision) {
        // Kept nowhere: the caller saw it go by as an event.
    }

    @Override
    public void append(String text) {
        // Kept nowhere.
    }

    @Override
    public void finish(Message.State state, Optional<Message.Facts> facts) {
        // Kept nowhere.
    }
}
