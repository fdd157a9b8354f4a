package nearside.packaging.natives;

import nearside.packaging.layout.Machine;
import nearside.packaging.layout.Trees;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// The folder of native libraries beside the jars, so that nothing is unpacked into a home or temp
/// folder when the program runs.
public final class NativeFolder {
    private static final String TOKENIZERS = "native/lib/tokenizers.properties";

    private NativeFolder() {}

    /// Fills the folder from the jars that bring native code.
    public static void fill(Path natives, List<Jar> jars, Machine machine) throws IOException {
        Trees.remove(natives);
        for (NativeLibrary library : NativeLibraries.on(machine, tokenizersVersion(jars))) {
            for (Jar jar : jars) {
                jar.stage(library, natives);
            }
        }
    }

    private static String tokenizersVersion(List<Jar> jars) throws IOException {
        for (Jar jar : jars) {
            var version = jar.property(TOKENIZERS, "version");
            if (version.isPresent()) {
                return version.get();
            }
        }
        throw new IllegalArgumentException("no jar holds " + TOKENIZERS);
    }
}
