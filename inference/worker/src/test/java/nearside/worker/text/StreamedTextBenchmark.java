package nearside.worker.text;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/// What one token of a reply costs on its way to text, beside decoding the whole reply anew for
/// each.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class StreamedTextBenchmark {
    static final int REPLY = 256;

    private List<Tokenizer> tokenizer = List.of();
    private List<AddedToken> added = List.of();
    private int[] ids = {};

    @Setup
    public void open() throws IOException {
        Path models = Path.of(System.getProperty("nearside.models"));
        String json = Files.readString(models.resolve("smollm2-135m-instruct-int4/tokenizer.json"));
        tokenizer = List.of(Tokenizer.open(json));
        added = TokenizerFile.addedTokens(json);
        ids = tokenizer.getFirst().encode(heldText()).stream().limit(REPLY).toArray();
    }

    private static String heldText() throws IOException {
        try (InputStream text =
                StreamedTextBenchmark.class.getResourceAsStream("/nearside/worker/held-text.txt")) {
            return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @TearDown
    public void close() {
        tokenizer.forEach(Tokenizer::close);
    }

    @Benchmark
    @OperationsPerInvocation(REPLY)
    public String streamed() {
        StreamedText stream = new StreamedText(tokenizer.getFirst()::decode, added);
        StringBuilder text = new StringBuilder();
        for (int id : ids) {
            text.append(stream.add(id));
        }
        return text.append(stream.end()).toString();
    }

    @Benchmark
    @OperationsPerInvocation(REPLY)
    public String decodedAnew() {
        StringBuilder text = new StringBuilder();
        for (int count = 1; count <= ids.length; count++) {
            String whole = tokenizer.getFirst().decode(Arrays.copyOf(ids, count));
            text.append(whole, Math.min(text.length(), whole.length()), whole.length());
        }
        return text.toString();
    }
}
