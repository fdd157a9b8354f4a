package nearside.worker;

import nearside.engine.EngineFailure;
import nearside.engine.Prompt;
import nearside.engine.Sampling;
import nearside.engine.TokenIds;
import nearside.engine.folder.FolderFlaw;
import nearside.engine.folder.ModelFolder;
import nearside.engine.local.Frame;
import nearside.engine.local.FrameWriter;
import nearside.engine.local.Held;
import nearside.engine.memory.Need;
import nearside.engine.schema.JsonSchema;
import nearside.worker.decode.Decoder;
import nearside.worker.decode.Landing;
import nearside.worker.decode.Outcome;
import nearside.worker.sample.Sampler;
import nearside.worker.sample.json.JsonConstraint;
import nearside.worker.sample.json.TokenTrie;
import nearside.worker.text.ReplyText;

import java.io.IOException;
import java.util.Optional;

/// An open model with all that a reply needs: what it may take, how its tokens are chosen and where
/// its text ends.
final class Mind implements AutoCloseable {
    private final Decoder decoder;
    private final Texts texts;
    private final Room room;
    private Optional<TokenTrie> trie = Optional.empty();
    private Optional<Encoded> encoded = Optional.empty();

    /// A prompt that will be answered next, tokenized already.
    private record Encoded(Prompt prompt, TokenIds ids) {}

    Mind(Decoder decoder, Texts texts, Room room) {
        this.decoder = decoder;
        this.texts = texts;
        this.room = room;
    }

    /// Writes a reply, if the memory for it is there.
    ///
    /// @throws nearside.worker.template.TemplateException if the template refuses the conversation
    Outcome answer(Work.Answer answer, FrameWriter out) throws IOException {
        Prompt prompt = answer.prompt();
        TokenIds ids =
                encoded.filter(last -> last.prompt.equals(prompt))
                        .map(Encoded::ids)
                        .orElseGet(() -> texts.encode(prompt));
        encoded = Optional.empty();
        Decoder.Task task = task(prompt, ids);
        Need need = decoder.need(task);
        Optional<EngineFailure> lack = lack(task, need);
        if (lack.isPresent()) {
            return new Outcome.Failed(lack.get());
        }
        return switch (write(task, answer, out)) {
            case Outcome.Failed(EngineFailure failure) ->
                    new Outcome.Failed(room.told(failure, need.bytes()));
            case Outcome.Finished finished -> finished;
        };
    }

    /// What is read of the newest conversation beyond what is kept of it.
    Optional<Decoder.Unkept> unkept(Frame.Keep order) {
        return decoder.unkept(order.known(), order.factors());
    }

    /// A place for what was kept of a conversation, if this prompt gains by it and the memory for
    /// it is there.
    ///
    /// @throws nearside.worker.template.TemplateException if the template refuses the conversation
    Optional<Landing> landing(Frame.Offer offer) {
        Prompt prompt = offer.prompt();
        TokenIds ids = texts.encode(prompt);
        encoded = Optional.of(new Encoded(prompt, ids));
        Decoder.Task task = task(prompt, ids);
        boolean fits =
                task.prompt().count() < folder().shape().window()
                        && room.toAnswer(decoder.need(task)).isEmpty();
        return fits ? decoder.landing(task, offer.snapshot()) : Optional.empty();
    }

    void land(Landing landing) {
        decoder.land(landing);
    }

    Held held() {
        return decoder.held();
    }

    void letGo(Held.Part part) {
        decoder.letGo(part);
    }

    private static Decoder.Task task(Prompt prompt, TokenIds ids) {
        return new Decoder.Task(ids, prompt.replyLimit(), prompt.sampling().speculation());
    }

    /// What was read before is let go where the memory does not suffice with it. A prompt beyond
    /// the window is refused for that, whatever memory it would take.
    private Optional<EngineFailure> lack(Decoder.Task task, Need need) {
        if (task.prompt().count() >= folder().shape().window() || room.toAnswer(need).isEmpty()) {
            return Optional.empty();
        }
        decoder.forget();
        return room.toAnswer(decoder.need(task));
    }

    private Outcome write(Decoder.Task task, Work.Answer answer, FrameWriter out)
            throws IOException {
        Sampling sampling = answer.prompt().sampling();
        Optional<JsonSchema> schema = sampling.form().schema();
        if (schema.isPresent() && !trie().spellsJson()) {
            return new Outcome.Failed(cannotSpell());
        }
        Sampler sampler =
                new Sampler(sampling, schema.map(json -> new JsonConstraint(json, trie())));
        ReplyText text = texts.reply(sampling.form().stop());
        ReplyOut reply = new ReplyOut(out, answer.turn(), text, answer.stop());
        return reply.end(decoder.write(task, sampler::next, answer.stop(), reply));
    }

    private EngineFailure cannotSpell() {
        return new EngineFailure.FolderRefused(
                folder().path(),
                new FolderFlaw.Unsupported("JSON by a schema with this tokenizer"));
    }

    /// Made for the first reply that needs it.
    private TokenTrie trie() {
        TokenTrie made =
                trie.orElseGet(
                        () -> new TokenTrie(texts.tokenBytes(), folder().names().endOfReply()));
        trie = Optional.of(made);
        return made;
    }

    private ModelFolder folder() {
        return decoder.folder();
    }

    @Override
    public void close() {
        decoder.close();
    }
}
