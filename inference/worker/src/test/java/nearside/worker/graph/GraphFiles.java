package nearside.worker.graph;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The graphs that come with the source.
public final class GraphFiles {
    public static final List<String> MODELS =
            List.of("smollm2-135m-instruct-int4", "phi3-tiny-4k", "phi3-tiny-128k");

    private static final int GRAPH = 7;
    private static final int VALUE_INFO = 13;

    private GraphFiles() {}

    public static byte[] bytes(String model) throws IOException {
        Path models = Path.of(System.getProperty("nearside.models"));
        return Files.readAllBytes(models.resolve(model).resolve("model.onnx"));
    }

    /// A graph that ONNX Runtime takes as it lies and refuses with its head cut: it says of the
    /// value which that edit adds that it would be of whole numbers.
    public static byte[] takenOnlyAsItLies(String model) throws Exception {
        Message file = Message.of(ByteBuffer.wrap(bytes(model)));
        Port value = Port.input("nearside.logits_hidden", ElementType.INT64, 1, 1, 1);
        Message graph = file.message(GRAPH).with(Field.message(VALUE_INFO, value.message()));
        Message changed = file.replacingLast(Field.message(GRAPH, graph));
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(changed.size()));
        changed.writeTo(bytes);
        return bytes.array();
    }
}
