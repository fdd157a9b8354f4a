package nearside.copilot.orchestrator;

import nearside.engine.folder.ModelFolder;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Models that are here beside the chosen one, all of which may stand in.
record PlayedOthers(Supplier<List<ModelFolder>> here) implements ModelInUse.Others {
    @Override
    public List<ModelFolder> standIns() {
        return here.get();
    }

    @Override
    public Optional<ModelFolder> named(String id) {
        return here.get().stream().filter(it -> it.id().equals(id)).findFirst();
    }
}
