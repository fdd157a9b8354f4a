package nearside.engine.folder;

import java.util.Set;

/// Which operators a graph may use: those that ONNX Runtime brings itself.
final class Operators {
    private static final Set<String> OWN = Set.of("", "ai.onnx", "ai.onnx.ml", "com.microsoft");

    private Operators() {}

    static void check(String domain, String op) throws Flawed {
        if (!OWN.contains(domain) && !domain.startsWith("com.microsoft.")) {
            throw new Flawed(
                    new FolderFlaw.Unsupported("operators of the domain \"" + domain + "\""));
        }
        // An EPContext node names a further file to be loaded by a driver.
        if (op.equals("EPContext")) {
            throw new Flawed(new FolderFlaw.Unsupported("a graph compiled for one accelerator"));
        }
    }
}
