package nearside.worker.graph;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The graphs that come with the source.
public final class GraphFiles {
    public static final List<String> MODELS =
            List.of("smollm2-135m-instruct-int4", "phi3-tiny-4k", "phi3-tiny-128k");

    private GraphFiles() {}

    public static byte[] bytes(String model) throws IOException {
        Path models = Path.of(System.getProperty("nearside.models"));
        return Files.readAllBytes(models.resolve(model).resolve("model.onnx"));
    }
}
