package nearside.engine.pack;

import nearside.engine.accelerator.Verdict;

import java.nio.file.Path;

/// How it stands with a folder that was looked at for a pack.
public sealed interface PackStanding {
    Path folder();

    /// It was put aside before anything in it was loaded.
    record Flawed(Path folder, PackFlaw flaw) implements PackStanding {}

    /// The worker's runtime is this one.
    record InUse(Pack pack) implements PackStanding {
        @Override
        public Path folder() {
            return pack.folder();
        }
    }

    /// It could not be loaded, or is not what its files say. It is not tried again before it or the
    /// program changes.
    record PutAside(Pack pack, Verdict verdict) implements PackStanding {
        @Override
        public Path folder() {
            return pack.folder();
        }
    }

    /// Its worker ended and nothing says by whose fault: it is tried again at the next start.
    record LeftAlone(Pack pack) implements PackStanding {
        @Override
        public Path folder() {
            return pack.folder();
        }
    }

    /// No worker was started with it: none was needed yet, another one comes first, or the order of
    /// accelerators leaves its provider out.
    record NotUsed(Pack pack) implements PackStanding {
        @Override
        public Path folder() {
            return pack.folder();
        }
    }
}
