package nearside.copilot.orchestrator;

import nearside.copilot.orchestrator.Situation.Certainty;
import nearside.copilot.orchestrator.Situation.Tokens;
import nearside.engine.Engine;
import nearside.engine.Prompt;
import nearside.engine.Sampling;
import nearside.storage.Journal;
import nearside.storage.Message;
import nearside.storage.Message.Segment;
import nearside.storage.Message.Source;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/// A conversation of the profile: the question is on disk before anything is asked, the reply as it
/// comes.
final class KeptTranscript implements Transcript {
    private final Kept kept;
    private final Supplier<Journal.Begun> opening;
    private final Prompt.Ending ending;
    private final Sampling sampling;
    private Journal.@Nullable Begun begun;

    private KeptTranscript(
            Kept kept, Supplier<Journal.Begun> opening, Prompt.Ending ending, Sampling sampling) {
        this.kept = kept;
        this.opening = opening;
        this.ending = ending;
        this.sampling = sampling;
    }

    static KeptTranscript ofQuestion(Kept kept, Request.Ask ask) {
        return new KeptTranscript(
                kept,
                () -> kept.journal().begin(ask.conversation(), ask.system(), ask.text()),
                Prompt.Ending.NEW_REPLY,
                ask.sampling());
    }

    static KeptTranscript ofRest(Kept kept, Request.Continue more) {
        return new KeptTranscript(
                kept,
                () -> kept.journal().resume(more.reply()),
                Prompt.Ending.OPEN_REPLY,
                more.sampling());
    }

    @Override
    public Optional<Journal.Begun> begin() {
        begun = opening.get();
        return Optional.of(begun);
    }

    private Journal.Begun ids() {
        if (begun == null) {
            throw new IllegalStateException("the turn was not begun");
        }
        return begun;
    }

    private List<Message> messages() {
        return kept.conversations().messages(ids().conversation());
    }

    @Override
    public Tokens tokens(Engine engine, Optional<LocalModel> model) {
        OptionalInt stored =
                model.map(LocalModel::tokenizerHash)
                        .map(hash -> countedNow(engine, hash))
                        .orElse(OptionalInt.empty());
        return stored.isPresent()
                ? new Tokens(stored.getAsInt(), Certainty.COUNTED)
                : TokenCount.of(engine, messages().stream().map(Message::text).toList());
    }

    /// Counts what was never counted by this tokenizer, keeps it, and adds up what is kept.
    private OptionalInt countedNow(Engine engine, String hash) {
        OptionalInt known = kept.conversations().tokens(ids().conversation(), hash);
        if (known.isPresent()) {
            return known;
        }
        for (Message message : messages()) {
            OptionalInt tokens = engine.count(message.text());
            if (tokens.isEmpty()) {
                return OptionalInt.empty();
            }
            kept.journal().counted(message.id(), hash, tokens.getAsInt());
        }
        return kept.conversations().tokens(ids().conversation(), hash);
    }

    @Override
    public List<Prompt.Line> lines() {
        return History.lines(messages());
    }

    @Override
    public Optional<Prompt.Conversation> conversation() {
        return Optional.of(new Prompt.Conversation(ids().conversation().value()));
    }

    @Override
    public boolean mayBeShortened() {
        return true;
    }

    @Override
    public Prompt prompt(List<Prompt.Line> lines, int replyLimit) {
        boolean open =
                ending == Prompt.Ending.OPEN_REPLY
                        && !lines.isEmpty()
                        && lines.getLast().role() == nearside.engine.Role.ASSISTANT;
        return new Prompt(
                lines,
                open ? Prompt.Ending.OPEN_REPLY : Prompt.Ending.NEW_REPLY,
                Prompt.SpecialTokens.AS_TEXT,
                sampling,
                replyLimit,
                conversation());
    }

    @Override
    public void decided(Decision decision) {
        kept.journal().decided(ids().reply(), DecisionRecord.of(decision).toString());
    }

    @Override
    public void append(String text) {
        kept.journal().append(ids().reply(), new Segment(Source.HERE, text));
    }

    @Override
    public void finish(Message.State state, Optional<Message.Facts> facts) {
        kept.journal().finish(ids().reply(), state, facts);
    }
}
