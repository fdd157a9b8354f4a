package nearside.packaging.launcher;

import nearside.engine.KvPrecision;
import nearside.engine.Prompt;
import nearside.engine.Role;
import nearside.engine.Sampling;
import nearside.engine.local.Frame;
import nearside.engine.local.FrameReader;
import nearside.engine.local.FrameWriter;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The worker opens a model and writes one reply.
///
/// @param model the folder of the model
public record WorkerLesson(Path model) implements Lesson {
    private static final int TOKENS = 200;

    @Override
    public String cache() {
        return Lesson.cacheOf(Launchers.WORKER);
    }

    @Override
    public List<String> options() {
        return List.of("-XX:+DisplayVMOutputToStderr"); // standard output is for frames
    }

    @Override
    public List<String> arguments(Path profile) {
        return List.of();
    }

    @Override
    public Process start(ProcessBuilder worker, Path output) throws IOException {
        worker.environment().put("ORT_DISABLE_TELEMETRY", "1");
        return worker.redirectError(output.toFile()).start();
    }

    @Override
    public boolean use(Process worker) {
        try {
            return answers(worker);
        } catch (IOException gone) {
            return false;
        }
    }

    private boolean answers(Process worker) throws IOException {
        FrameWriter orders = new FrameWriter(worker.getOutputStream());
        FrameReader reports = new FrameReader(worker.getInputStream());
        orders.write(
                new Frame.Open(
                        model.toString(),
                        KvPrecision.FLOAT32,
                        Optional.empty(),
                        Optional.empty(),
                        0));
        if (!reports(reports, Frame.Opened.class)) {
            return false;
        }
        orders.write(new Frame.Answer(1, prompt()));
        boolean answered = reports(reports, Frame.Finished.class);
        if (answered) {
            orders.write(new Frame.Bye());
        }
        return answered;
    }

    private static Prompt prompt() {
        return new Prompt(
                List.of(new Prompt.Line(Role.USER, "Tell me a story about a lighthouse.")),
                Prompt.Ending.NEW_REPLY,
                Prompt.SpecialTokens.AS_TEXT,
                Sampling.DEFAULT,
                TOKENS);
    }

    /// Reads until such a report comes; false when none does.
    private static boolean reports(FrameReader reports, Class<? extends Frame.Report> wanted)
            throws IOException {
        while (true) {
            Optional<Frame> report = reports.read();
            if (report.isEmpty() || report.get() instanceof Frame.NotOpened) {
                return false;
            }
            if (wanted.isInstance(report.get())) {
                return true;
            }
        }
    }
}
