package nearside.worker;

import nearside.engine.EngineFailure;
import nearside.engine.EngineFailure.Stage;
import nearside.engine.Sampling;
import nearside.engine.TokenIds;
import nearside.engine.folder.FolderCheck;
import nearside.engine.folder.FolderFlaw;
import nearside.engine.folder.ModelFolder;
import nearside.engine.local.Frame;
import nearside.engine.local.FrameWriter;
import nearside.engine.schema.JsonSchema;
import nearside.worker.decode.Decoding;
import nearside.worker.decode.Outcome;
import nearside.worker.onnx.OnnxFailure;
import nearside.worker.onnx.OnnxModel;
import nearside.worker.sample.Sampler;
import nearside.worker.sample.json.JsonConstraint;
import nearside.worker.sample.json.TokenTrie;
import nearside.worker.template.TemplateException;
import nearside.worker.text.ReplyText;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// The thread that thinks: opens one model at a time and writes one reply at a time.
final class Thinker {
    private final FrameWriter out;
    private final Texts texts;
    private Optional<OnnxModel> open = Optional.empty();
    private Optional<TokenTrie> trie = Optional.empty();

    Thinker(FrameWriter out, Texts texts) {
        this.out = out;
        this.texts = texts;
    }

    void work(Orders orders) throws IOException, InterruptedException {
        while (true) {
            switch (orders.next()) {
                case Work.Open(String folder) -> out.write(open(Path.of(folder)));
                case Work.Answer answer -> out.write(last(answer));
            }
        }
    }

    private Frame open(Path path) {
        letGo();
        return switch (ModelFolder.check(path)) {
            case FolderCheck.Flawed(var flaw) ->
                    new Frame.NotOpened(new EngineFailure.FolderRefused(path, flaw));
            case FolderCheck.Sound(ModelFolder folder) -> load(folder);
        };
    }

    private Frame load(ModelFolder folder) {
        try {
            texts.open(folder);
            open = Optional.of(OnnxModel.open(folder));
            return new Frame.Opened();
        } catch (TemplateException e) {
            return new Frame.NotOpened(refused(e));
        } catch (OnnxFailure e) {
            texts.close();
            return new Frame.NotOpened(e.at(Stage.LOAD));
        }
    }

    private static EngineFailure refused(TemplateException problem) {
        return new EngineFailure.TemplateRefused(String.valueOf(problem.getMessage()));
    }

    private void letGo() {
        open.ifPresent(OnnxModel::close);
        open = Optional.empty();
        trie = Optional.empty();
        texts.close();
    }

    private Frame last(Work.Answer answer) throws IOException {
        return switch (outcome(answer)) {
            case Outcome.Finished(var finish) -> new Frame.Finished(answer.turn(), finish);
            case Outcome.Failed(var failure) -> new Frame.Failed(answer.turn(), failure);
        };
    }

    private Outcome write(OnnxModel model, Work.Answer answer, TokenIds prompt) throws IOException {
        Sampling sampling = answer.prompt().sampling();
        Optional<JsonSchema> schema = sampling.form().schema();
        if (schema.isPresent() && !trie(model.folder()).spellsJson()) {
            return new Outcome.Failed(cannotSpell(model.folder()));
        }
        Optional<JsonConstraint> constraint =
                schema.map(json -> new JsonConstraint(json, trie(model.folder())));
        ReplyText text = texts.reply(sampling.form().stop());
        ReplyOut reply = new ReplyOut(out, answer.turn(), text, answer.stop());
        Sampler sampler =
                new Sampler(sampling, prompt, model.folder().names().endOfReply(), constraint);
        return reply.end(
                new Decoding(model, sampler, answer.stop(), reply)
                        .write(prompt, answer.prompt().replyLimit()));
    }

    private static EngineFailure cannotSpell(ModelFolder folder) {
        return new EngineFailure.FolderRefused(
                folder.path(), new FolderFlaw.Unsupported("JSON by a schema with this tokenizer"));
    }

    /// Made for the first reply that needs it, and kept until the model is let go.
    private TokenTrie trie(ModelFolder folder) {
        TokenTrie made =
                trie.orElseGet(
                        () -> new TokenTrie(texts.tokenBytes(), folder.names().endOfReply()));
        trie = Optional.of(made);
        return made;
    }

    private Outcome outcome(Work.Answer answer) throws IOException {
        if (open.isEmpty()) {
            return new Outcome.Failed(new EngineFailure.NoModel());
        }
        try {
            return write(open.get(), answer, texts.encode(answer.prompt()));
        } catch (TemplateException e) {
            return new Outcome.Failed(refused(e));
        }
    }
}
