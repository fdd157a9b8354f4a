package nearside.desktop.start;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.copilot.device.Calibration;
import nearside.copilot.device.Speed;
import nearside.copilot.device.Speeds;
import nearside.copilot.fit.Candidate;
import nearside.copilot.fit.ExpectedSpeed;
import nearside.copilot.fit.ExpectedSpeed.Derived;
import nearside.copilot.fit.ExpectedSpeed.Range;
import nearside.copilot.fit.Reference;
import nearside.copilot.orchestrator.Situation.Cache;
import nearside.copilot.orchestrator.Situation.Model.Present;
import nearside.copilot.orchestrator.Situation.Weights;
import nearside.copilot.orchestrator.Wanted;
import nearside.engine.KvPrecision;
import nearside.engine.accelerator.Provider;
import nearside.engine.contract.Campaign;
import nearside.engine.folder.FolderCheck;
import nearside.engine.folder.ModelFolder;
import nearside.engine.local.LocalEngine;
import nearside.engine.local.WorkerCommand;
import nearside.engine.memory.ModelSize;
import nearside.storage.Measures;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// How near the speed that is reckoned from another model comes to the measured one: each of some
/// models is calibrated here as a person's would be, then each is reckoned from each. Not part of
/// the everyday run; with a range of seeds, a round each, rows are written.
///
/// `mvn -pl app/desktop,inference/worker -am test -Dtest=ExpectedSpeedBenchmark
/// -Dsurefire.failIfNoSpecifiedTests=false -Dnearside.seeds=1-3 -Dnearside.models.more=DIR,DIR`
class ExpectedSpeedBenchmark {
    private static final int FULL = 3;
    private static final int PHI_HEAD = 96;
    private static final long PHI_TABLE = 32_064L * 3_072 * Float.BYTES;

    @TempDir Path temp;
    private final Campaign campaign =
            Campaign.of(
                    "expected-speeds.csv",
                    "model,from,size_ratio,reading,reading_low,reading_likely,reading_high,"
                            + "writing,writing_low,writing_likely,writing_high",
                    1);

    private record Subject(ModelFolder folder, Speed speed) {
        /// The Phi shape has a table of words in four bytes each, of which one row is read.
        Candidate candidate() {
            Present present =
                    new Present(
                            folder.id(),
                            ModelSize.of(folder, KvPrecision.FLOAT32),
                            folder.shape().window(),
                            Weights.ON_DISK,
                            Cache.FLOAT32);
            long table = folder.shape().headSize() == PHI_HEAD ? PHI_TABLE : 0;
            return Candidate.here(present).reading(folder.contents().weightBytes() - table);
        }

        Reference reference() {
            return Reference.of(candidate(), speed);
        }
    }

    @Test
    void run() throws Exception {
        for (long round : campaign.seeds().toArray()) {
            List<Subject> all = new ArrayList<>();
            for (Path path : paths()) {
                all.add(measured(path));
            }
            for (Subject model : all) {
                for (Subject from : all) {
                    if (!model.equals(from)) {
                        compare(round, model, from);
                    }
                }
            }
        }
    }

    private static List<Path> paths() {
        Path models = Path.of(System.getProperty("nearside.models"));
        String more = System.getProperty("nearside.models.more", "");
        return Stream.concat(
                        Stream.of(
                                models.resolve("smollm2-135m-instruct-int4"),
                                models.resolve("phi3-tiny-4k")),
                        Stream.of(more.split(",", -1)).filter(it -> !it.isEmpty()).map(Path::of))
                .toList();
    }

    private Subject measured(Path path) throws Exception {
        ModelFolder folder = ((FolderCheck.Sound) ModelFolder.check(path)).folder();
        WorkerCommand command =
                new WorkerCommand(Installation.of(System.getProperties()).worker(), temp);
        Speeds speeds = new Speeds(new Measures(temp.resolve("profile " + System.nanoTime())));
        try (LocalEngine engine = new LocalEngine(command, _ -> {})) {
            engine.use(folder);
            int done =
                    new Calibration(engine, speeds, System::nanoTime)
                            .run(folder.id(), folder.shape().window() - 100, () -> true);
            System.out.printf(
                    "%s: %d of %d lengths, %s%n", folder.id(), done, FULL, speeds.of(folder.id()));
        }
        assertEquals(true, speeds.of(folder.id()).isKnown(), folder.id());
        return new Subject(folder, speeds.of(folder.id()));
    }

    private void compare(long round, Subject model, Subject from) throws Exception {
        Derived derived =
                (Derived)
                        ExpectedSpeed.of(
                                model.candidate(),
                                Wanted.USUAL,
                                Provider.CPU,
                                List.of(from.reference()));
        double reading = model.speed().reading().at(Wanted.USUAL.readingAt());
        double writing = model.speed().writing().at(Wanted.USUAL.promptTokens());
        double ratio = (double) model.candidate().readBytes() / from.candidate().readBytes();
        System.out.printf(
                "%s from %s (%.2f): reading %.1f %s, writing %.1f %s%n",
                model.folder().id(),
                from.folder().id(),
                ratio,
                reading,
                derived.reading(),
                writing,
                derived.writing());
        campaign.row(
                round,
                model.folder().id(),
                from.folder().id(),
                rounded(ratio),
                rounded(reading),
                cells(derived.reading()),
                rounded(writing),
                cells(derived.writing()));
    }

    private static String cells(Range range) {
        return rounded(range.low()) + "," + rounded(range.likely()) + "," + rounded(range.high());
    }

    private static double rounded(double number) {
        return Math.round(number * 100) / 100.0;
    }
}
