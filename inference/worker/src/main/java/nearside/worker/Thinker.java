package nearside.worker;

import nearside.engine.EngineFailure;
import nearside.engine.EngineFailure.Stage;
import nearside.engine.TokenIds;
import nearside.engine.folder.FolderCheck;
import nearside.engine.folder.ModelFolder;
import nearside.engine.local.Frame;
import nearside.engine.local.FrameWriter;
import nearside.engine.memory.ModelSize;
import nearside.engine.memory.Need;
import nearside.worker.decode.Decoding;
import nearside.worker.decode.Outcome;
import nearside.worker.onnx.OnnxFailure;
import nearside.worker.onnx.OnnxModel;
import nearside.worker.template.TemplateException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// The thread that thinks: opens one model at a time and writes one reply at a time.
final class Thinker {
    private final FrameWriter out;
    private final Texts texts;
    private final Room room = new Room();
    private Optional<OnnxModel> open = Optional.empty();

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
            case FolderCheck.Sound(ModelFolder folder) ->
                    room.toLoad(folder)
                            .<Frame>map(Frame.NotOpened::new)
                            .orElseGet(() -> load(folder));
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
            return new Frame.NotOpened(
                    room.told(e.at(Stage.LOAD), Need.toLoad(ModelSize.of(folder))));
        }
    }

    private static EngineFailure refused(TemplateException problem) {
        return new EngineFailure.TemplateRefused(String.valueOf(problem.getMessage()));
    }

    private void letGo() {
        open.ifPresent(OnnxModel::close);
        open = Optional.empty();
        texts.close();
    }

    private Frame last(Work.Answer answer) throws IOException {
        return switch (outcome(answer)) {
            case Outcome.Finished(var finish) -> new Frame.Finished(answer.turn(), finish);
            case Outcome.Failed(var failure) -> new Frame.Failed(answer.turn(), failure);
        };
    }

    private Outcome outcome(Work.Answer answer) throws IOException {
        if (open.isEmpty()) {
            return new Outcome.Failed(new EngineFailure.NoModel());
        }
        try {
            return outcome(answer, open.get(), texts.encode(answer.prompt()));
        } catch (TemplateException e) {
            return new Outcome.Failed(refused(e));
        }
    }

    /// A prompt beyond the window is refused for that, whatever memory it would take.
    private Outcome outcome(Work.Answer answer, OnnxModel model, TokenIds prompt)
            throws IOException {
        int window = model.folder().shape().window();
        int limit = Math.min(answer.prompt().replyLimit(), Math.max(0, window - prompt.count()));
        Need need = Need.toAnswer(ModelSize.of(model.folder()), prompt.count(), limit);
        Optional<EngineFailure> lack =
                prompt.count() < window ? room.toAnswer(need) : Optional.empty();
        if (lack.isPresent()) {
            return new Outcome.Failed(lack.get());
        }
        return switch (written(answer, model, prompt)) {
            case Outcome.Failed(EngineFailure failure) ->
                    new Outcome.Failed(room.told(failure, need));
            case Outcome.Finished finished -> finished;
        };
    }

    private Outcome written(Work.Answer answer, OnnxModel model, TokenIds prompt)
            throws IOException {
        ReplyOut reply = new ReplyOut(out, answer.turn(), texts.stream());
        Outcome outcome =
                new Decoding(model, answer.prompt().sampling(), answer.stop(), reply)
                        .write(prompt, answer.prompt().replyLimit());
        reply.end();
        return outcome;
    }
}
