package nearside.copilot.orchestrator;

import com.google.gson.JsonObject;

import nearside.copilot.orchestrator.Situation.Certainty;
import nearside.copilot.orchestrator.Situation.Tokens;
import nearside.engine.Engine;
import nearside.engine.Prompt;
import nearside.engine.Role;
import nearside.engine.Sampling;
import nearside.storage.Journal;
import nearside.storage.Message;
import nearside.storage.Message.Segment;
import nearside.storage.Message.Source;
import nearside.storage.MessageId;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// A conversation of the profile: the question is on disk before anything is asked, the reply as it
/// comes.
final class KeptTranscript implements Transcript {
    private final Kept kept;
    private final Opening opening;
    private final Sampling sampling;
    private Journal.@Nullable Begun begun;
    private @Nullable AttachedTexts files;
    private Optional<String> earlier = Optional.empty();
    private int givenUp;
    private Counts counts = new Counts("", new HashMap<>());

    /// Counted in this turn, by the tokenizer of that hash. They are stored at its end: a commit
    /// takes longer than the whole decision that needs them.
    private record Counts(String hash, Map<MessageId, Integer> fresh) {}

    private KeptTranscript(Kept kept, Opening opening, Sampling sampling) {
        this.kept = kept;
        this.opening = opening;
        this.sampling = sampling;
    }

    /// How the turn begins: a new question, the rest of a reply, or another reply.
    private sealed interface Opening {
        record Question(Request.Ask ask) implements Opening {}

        record Rest(MessageId reply) implements Opening {}

        record Again(MessageId reply) implements Opening {}
    }

    static KeptTranscript ofQuestion(Kept kept, Request.Ask ask) {
        return new KeptTranscript(kept, new Opening.Question(ask), ask.sampling());
    }

    static KeptTranscript ofRest(Kept kept, Request.Continue more) {
        return new KeptTranscript(kept, new Opening.Rest(more.reply()), more.sampling());
    }

    static KeptTranscript ofAnother(Kept kept, Request.Again again) {
        return new KeptTranscript(kept, new Opening.Again(again.reply()), again.sampling());
    }

    @Override
    public Optional<Journal.Begun> begin() {
        switch (opening) {
            case Opening.Question(var ask) ->
                    begun =
                            ask.beside().isPresent()
                                    ? kept.journal()
                                            .beginBeside(
                                                    ask.conversation().orElseThrow(),
                                                    ask.beside().get(),
                                                    ask.text(),
                                                    ask.files())
                                    : kept.journal()
                                            .begin(
                                                    ask.conversation(),
                                                    ask.system(),
                                                    ask.text(),
                                                    ask.files());
            case Opening.Again(MessageId reply) -> begun = kept.journal().again(reply);
            case Opening.Rest(MessageId reply) -> {
                begun = kept.journal().resume(reply);
                earlier = recordOf(reply);
                givenUp = earlier.map(DecisionRecord::givenUp).orElse(0);
            }
        }
        return Optional.of(ids());
    }

    private Optional<String> recordOf(MessageId reply) {
        return messages().stream()
                .filter(message -> message.id().equals(reply))
                .findFirst()
                .flatMap(Message::decision);
    }

    private Journal.Begun ids() {
        if (begun == null) {
            throw new IllegalStateException("the turn was not begun");
        }
        return begun;
    }

    private List<Message> messages() {
        return kept.conversations().messages(ids().conversation(), ids().reply());
    }

    @Override
    public Whole whole(Engine engine, Optional<LocalModel> model) {
        List<Message> messages = messages();
        Tokens tokens = tokens(messages, engine, model);
        List<Prompt.Line> lines = History.lines(messages, this::text);
        Set<MessageId> pinned = kept.conversations().pinned(ids().conversation());
        Map<MessageId, Integer> places = new HashMap<>(places(messages));
        places.keySet().retainAll(pinned);
        Set<Integer> stay = Set.copyOf(places.values());
        String asked = asked(messages);
        return told().map(system ->
                        new Whole(
                                History.told(system, lines),
                                stay,
                                asked,
                                more(tokens, engine, system)))
                .orElseGet(() -> new Whole(lines, stay, asked, tokens));
    }

    private String asked(List<Message> messages) {
        return messages.stream()
                .filter(message -> message.speaker() == Message.Speaker.USER)
                .reduce((_, later) -> later)
                .map(this::text)
                .orElse("");
    }

    /// The place of each message in what is asked.
    private Map<MessageId, Integer> places(List<Message> messages) {
        Map<MessageId, Integer> places = History.places(messages, this::text);
        return told().map(
                        system -> History.told(system, History.lines(messages, this::text), places))
                .orElse(places);
    }

    /// What the model is told first, where a person said so for this conversation.
    private Optional<String> told() {
        return kept.conversations()
                .setup(ids().conversation())
                .flatMap(Setup::of)
                .map(Setup::system);
    }

    /// What it was told before may count twice: a few tokens too many, never too few.
    private static Tokens more(Tokens tokens, Engine engine, String system) {
        Tokens told = TokenCount.of(engine, system.isEmpty() ? List.of() : List.of(system));
        return new Tokens(
                Math.addExact(tokens.count(), told.count()),
                told.certainty() == Certainty.COUNTED ? tokens.certainty() : told.certainty());
    }

    private Tokens tokens(List<Message> messages, Engine engine, Optional<LocalModel> model) {
        OptionalInt counted =
                model.map(LocalModel::tokenizerHash)
                        .map(hash -> counted(messages, engine, hash))
                        .orElse(OptionalInt.empty());
        return counted.isPresent()
                ? new Tokens(counted.getAsInt(), Certainty.COUNTED)
                : TokenCount.of(engine, messages.stream().map(this::text).toList());
    }

    /// Adds up what is kept, and counts what was never counted by this tokenizer.
    private OptionalInt counted(List<Message> messages, Engine engine, String hash) {
        if (!counts.hash().equals(hash)) {
            counts = new Counts(hash, new HashMap<>());
        }
        Map<MessageId, Integer> known = kept.conversations().counts(ids().reply(), hash);
        int sum = 0;
        for (Message message : messages) {
            OptionalInt tokens =
                    known.containsKey(message.id())
                            ? OptionalInt.of(known.get(message.id()))
                            : counted(message, engine);
            if (tokens.isEmpty()) {
                return OptionalInt.empty();
            }
            sum = Math.addExact(sum, tokens.getAsInt());
        }
        return OptionalInt.of(sum);
    }

    /// What is still being written is counted each time.
    private OptionalInt counted(Message message, Engine engine) {
        @Nullable Integer before = counts.fresh().get(message.id());
        if (before != null) {
            return OptionalInt.of(before);
        }
        String text = text(message);
        OptionalInt tokens = text.isEmpty() ? OptionalInt.of(0) : engine.count(text);
        if (tokens.isPresent() && message.state() != Message.State.WRITING) {
            counts.fresh().put(message.id(), tokens.getAsInt());
        }
        return tokens;
    }

    private String text(Message message) {
        return message.id().equals(ids().reply())
                ? message.text().substring(Math.min(givenUp, message.text().length()))
                : files().of(message);
    }

    private AttachedTexts files() {
        if (files == null) {
            files = new AttachedTexts(kept.attachments(), ids().conversation());
        }
        return files;
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
        return new Prompt(
                lines,
                !lines.isEmpty() && lines.getLast().role() == Role.ASSISTANT
                        ? Prompt.Ending.OPEN_REPLY
                        : Prompt.Ending.NEW_REPLY,
                Prompt.SpecialTokens.AS_TEXT,
                sampling,
                replyLimit,
                conversation());
    }

    /// One line may be made of several messages.
    @Override
    public Map<MessageId, Integer> places() {
        return places(messages());
    }

    @Override
    public Optional<JsonObject> earlier() {
        return earlier.flatMap(DecisionRecord::read);
    }

    @Override
    public void decided(JsonObject record) {
        JsonObject whole = record.deepCopy();
        if (givenUp > 0) {
            whole.addProperty(DecisionRecord.GIVEN_UP, givenUp);
        }
        kept.journal().decided(ids().reply(), whole.toString());
    }

    @Override
    public void append(Source source, String text) {
        kept.journal().append(ids().reply(), new Segment(source, text));
    }

    @Override
    public void giveUp() {
        givenUp =
                messages().stream()
                        .filter(message -> message.id().equals(ids().reply()))
                        .mapToInt(message -> message.text().length())
                        .findFirst()
                        .orElse(0);
    }

    @Override
    public void finish(Message.State state, Optional<Message.Facts> facts) {
        kept.journal().finish(ids().reply(), state, facts);
        if (!counts.fresh().isEmpty()) {
            kept.journal().counted(counts.fresh(), counts.hash());
        }
    }
}
