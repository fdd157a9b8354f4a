package nearside.engine.local;

import nearside.engine.KvPrecision;
import nearside.engine.accelerator.Device;
import nearside.engine.accelerator.Verdict;
import nearside.engine.folder.ModelFolder;

import java.util.Optional;

/// Tries accelerators with the open model and keeps what came of it. The model stays open
/// meanwhile, where there is the memory for two of it.
final class Trials {
    private final Tryout tryout;
    private final Worker worker;
    private final Accelerators accelerators;

    Trials(Tryout tryout, Worker worker, Accelerators accelerators) {
        this.tryout = tryout;
        this.worker = worker;
        this.accelerators = accelerators;
    }

    /// Tries the next one; empty when the model is not open or none is left.
    Optional<Tryout.Outcome> next(ModelFolder folder, KvPrecision kv) throws InterruptedException {
        Optional<Device> device = worker.untried();
        return device.isEmpty() || !worker.has(folder, kv)
                ? Optional.empty()
                : Optional.of(of(folder, device.get()));
    }

    private Tryout.Outcome of(ModelFolder folder, Device device) throws InterruptedException {
        Tryout.Outcome outcome = tryout.of(folder, device);
        if (outcome instanceof Tryout.Outcome.NoRoom) {
            worker.end();
            outcome = tryout.of(folder, device);
        }
        switch (outcome) {
            case Tryout.Outcome.Judged(Verdict verdict) ->
                    accelerators.judge(folder, device, verdict);
            case Tryout.Outcome.Abandoned() -> {}
            case Tryout.Outcome.NoRoom(), Tryout.Outcome.Untold() ->
                    accelerators.passOver(folder, device);
        }
        return outcome;
    }
}
