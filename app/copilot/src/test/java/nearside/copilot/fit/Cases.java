package nearside.copilot.fit;

import nearside.copilot.catalogue.CatalogueFolder;
import nearside.copilot.catalogue.Catalogues;
import nearside.copilot.catalogue.InForce;
import nearside.copilot.device.Curve;
import nearside.copilot.device.Speed;
import nearside.copilot.fit.Computing.Found;
import nearside.copilot.fit.FitQuestion.Here;
import nearside.copilot.orchestrator.Situation.Cache;
import nearside.copilot.orchestrator.Situation.Pace;
import nearside.copilot.orchestrator.Wanted;
import nearside.engine.accelerator.Device;
import nearside.engine.accelerator.Provider;
import nearside.engine.accelerator.TryOrder;
import nearside.engine.memory.Memory;
import nearside.storage.policy.Policy;

import java.nio.file.Path;
import java.util.List;

/// Devices and the models of the program's own catalogue.
final class Cases {
    static final long MIB = 1L << 20;
    static final long GIB = 1L << 30;
    static final long ROOM = 100 * GIB;
    static final Device GPU = new Device(Provider.DIRECTML, "a card", "1");
    static final Found CARD = new Found(List.of(GPU), TryOrder.DEFAULT, List.of());
    static final InForce REAL =
            new Catalogues(
                            new CatalogueFolder(Path.of(System.getProperty("nearside.models"))),
                            Policy.Models.OPEN,
                            1)
                    .inForce();
    static final List<Candidate> ALL = all(Cache.FLOAT32_OR_INT8);

    private Cases() {}

    static List<Candidate> all(Cache cache) {
        return REAL.offered().stream().flatMap(it -> Candidate.of(it, cache).stream()).toList();
    }

    static Candidate named(String id) {
        return named(id, ALL);
    }

    static Candidate named(String id, List<Candidate> of) {
        return of.stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow();
    }

    static Candidate phi3() {
        return named("phi-3-mini-4k-cpu-int4");
    }

    static Here here(long freeBytes) {
        return here(freeBytes, 16 * GIB, List.of());
    }

    static Here here(long freeBytes, long totalBytes, List<Reference> measured) {
        return new Here(
                new Memory(freeBytes, totalBytes),
                ROOM,
                Found.PROCESSOR,
                Pace.USUAL_PATIENCE,
                measured);
    }

    static Here here(Found found) {
        return new Here(
                new Memory(14 * GIB, 16 * GIB), ROOM, found, Pace.USUAL_PATIENCE, List.of());
    }

    static FitQuestion question(Candidate model, Here here) {
        return new FitQuestion(model, Wanted.USUAL, here, ALL);
    }

    static FitLabel label(Candidate model, Here here) {
        return FitLabel.of(question(model, here));
    }

    static Speed speed(double reading, double writing) {
        return new Speed(Curve.UNKNOWN.and(512, reading), Curve.UNKNOWN.and(1_024, writing));
    }
}
