package nearside.engine.pack;

import java.nio.file.Path;

/// What came of looking at a folder for a pack.
public sealed interface PackFinding {
    Path folder();

    /// All that can be told without loading it is right.
    record Usable(Pack pack) implements PackFinding {
        @Override
        public Path folder() {
            return pack.folder();
        }
    }

    record Unusable(Path folder, PackFlaw flaw) implements PackFinding {}
}
