package nearside.worker;

import nearside.engine.folder.ModelFolder;

/// The model folders that come with the source, for tests in other packages.
public final class RealModels {
    private RealModels() {}

    public static ModelFolder folder(String name) {
        return RealWorker.model(name);
    }
}
