package nearside.worker;

import nearside.engine.EngineFailure;
import nearside.engine.EngineFailure.Stage;
import nearside.engine.KvScales;
import nearside.engine.folder.FolderCheck;
import nearside.engine.folder.FolderFlaw;
import nearside.engine.folder.ModelFolder;
import nearside.engine.local.Frame;
import nearside.engine.local.FrameWriter;
import nearside.engine.local.Held;
import nearside.worker.decode.Decoder;
import nearside.worker.decode.Landing;
import nearside.worker.decode.Outcome;
import nearside.worker.onnx.Calibration;
import nearside.worker.onnx.Heap;
import nearside.worker.onnx.OnnxFailure;
import nearside.worker.onnx.OnnxModel;
import nearside.worker.onnx.WeightFiles;
import nearside.worker.template.TemplateException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The thread that thinks: opens one model at a time and writes one reply at a time.
final class Thinker {
    private static final Duration TIDY_AFTER = Duration.ofMillis(250);

    private final FrameWriter out;
    private final Texts texts;
    private final KvPorter porter;
    private final Room room = new Room();
    private final Tidying tidying = new Tidying(TIDY_AFTER, WeightFiles::letGo);
    private Optional<Mind> open = Optional.empty();

    Thinker(FrameWriter out, Texts texts) {
        this.out = out;
        this.texts = texts;
        this.porter = new KvPorter(out);
    }

    void work(Orders orders) throws IOException, InterruptedException {
        while (true) {
            switch (orders.next(Heap::trim)) {
                case Work.Open(Frame.Open order) -> {
                    out.write(tidying.during(() -> open(order)));
                    tidying.later(Path.of(order.folder()));
                }
                case Work.Answer answer -> {
                    Frame last = last(answer);
                    out.write(holds());
                    out.write(last);
                }
                case Work.Keep keep -> porter.handOut(open, keep);
                case Work.Offer(Frame.Offer offer) -> out.write(porter.place(open, offer, orders));
                case Work.Land(Landing landing) -> out.write(porter.takeIn(open, landing));
                case Work.LetGo(var part) -> {
                    open.ifPresent(mind -> mind.letGo(part));
                    Heap.trim();
                    out.write(holds());
                }
                case Work.Drop(Landing landing) -> out.write(porter.drop(landing));
            }
        }
    }

    private Frame open(Frame.Open order) throws IOException {
        letGo();
        Path path = Path.of(order.folder());
        return switch (ModelFolder.check(path)) {
            case FolderCheck.Flawed(var flaw) ->
                    new Frame.NotOpened(new EngineFailure.FolderRefused(path, flaw));
            case FolderCheck.Sound(ModelFolder folder) -> {
                Optional<EngineFailure> lack = room.toLoad(order.loadBytes());
                yield lack.isPresent() ? new Frame.NotOpened(lack.get()) : load(folder, order);
            }
        };
    }

    private Frame load(ModelFolder folder, Frame.Open order) throws IOException {
        try {
            texts.open(folder);
            Decoder decoder = new Decoder(model(folder, order), room::forConversations);
            open = Optional.of(new Mind(decoder, texts, room));
            texts.await();
            return new Frame.Opened();
        } catch (TemplateException e) {
            letGo();
            return new Frame.NotOpened(refused(e));
        } catch (UncheckedIOException e) {
            letGo();
            return new Frame.NotOpened(unreadable(folder, e));
        } catch (OnnxFailure e) {
            texts.close();
            return new Frame.NotOpened(room.told(e.at(Stage.LOAD), order.loadBytes()));
        }
    }

    private OnnxModel model(ModelFolder folder, Frame.Open order) throws OnnxFailure, IOException {
        return switch (order.kv()) {
            case FLOAT32 ->
                    order.accelerator().isPresent()
                            ? OnnxModel.open(folder, order.accelerator().get())
                            : OnnxModel.open(folder);
            case INT8 -> OnnxModel.open(folder, scales(folder, order.scales()));
        };
    }

    /// Those of before if they are of this model and runtime; else the model is loaded once with
    /// its own cache to find them.
    private KvScales scales(ModelFolder folder, Optional<KvScales> before)
            throws OnnxFailure, IOException {
        Optional<KvScales> known = before.filter(scales -> Calibration.fits(scales, folder));
        if (known.isPresent()) {
            return known.get();
        }
        List<int[]> prompts =
                CalibrationTexts.prompts().stream()
                        .map(prompt -> texts.encode(prompt).toArray())
                        .toList();
        try (OnnxModel exact = OnnxModel.open(folder)) {
            KvScales found = Calibration.of(exact, prompts);
            out.write(new Frame.Calibrated(found));
            return found;
        }
    }

    /// A file that was there when the folder was checked.
    private static EngineFailure unreadable(ModelFolder folder, UncheckedIOException e) {
        return e.getCause() instanceof NoSuchFileException gone
                ? new EngineFailure.FolderRefused(
                        folder.path(), new FolderFlaw.Missing(name(Path.of(gone.getFile()))))
                : new EngineFailure.RuntimeRefused(Stage.LOAD, String.valueOf(e.getMessage()));
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static EngineFailure refused(TemplateException problem) {
        return new EngineFailure.TemplateRefused(String.valueOf(problem.getMessage()));
    }

    private void letGo() {
        porter.letGo();
        open.ifPresent(Mind::close);
        open = Optional.empty();
        texts.close();
    }

    private Frame holds() {
        return new Frame.Holds(open.map(Mind::held).orElse(Held.NOTHING));
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
            return open.get().answer(answer, out);
        } catch (TemplateException e) {
            return new Outcome.Failed(refused(e));
        }
    }
}
