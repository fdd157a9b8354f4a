package nearside.worker.sample.json;

import nearside.engine.Sampling;
import nearside.engine.schema.JsonSchema;
import nearside.engine.schema.SchemaCheck;
import nearside.worker.sample.RandomLogits;
import nearside.worker.sample.Sampler;
import nearside.worker.text.TokenBytes;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// What choosing one token of a JSON reply costs, from its first token on, beside a mask that tries
/// every token.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SchemaBenchmark {
    static final int REPLY = 24;
    private static final int END = 2;
    private static final String NONE =
            """
            {"added_tokens": [], "model": {"vocab": {}}}
            """;
    private static final JsonSchema SCHEMA =
            ((SchemaCheck.Sound)
                            JsonSchema.check(
                                    """
                                    {"type": "object",
                                     "properties": {
                                       "done": {"type": "boolean"},
                                       "parts": {"type": "array", "items": {"type": "integer"}},
                                       "title": {"type": "string"}},
                                     "required": ["done", "parts", "title"]}
                                    """))
                    .schema();

    @Param({"smollm2-135m-instruct-int4", "phi3-tiny-4k"})
    String model = "";

    private TokenTrie tokens = new TokenTrie(TokenBytes.of(NONE), Set.of());
    private float[][] rows = {};

    @Setup
    public void open() throws IOException {
        Path folder = Path.of(System.getProperty("nearside.models"), model);
        TokenBytes bytes = TokenBytes.of(Files.readString(folder.resolve("tokenizer.json")));
        tokens = new TokenTrie(bytes, Set.of(END));
        rows = RandomLogits.rows(REPLY, bytes.count());
    }

    @Benchmark
    @OperationsPerInvocation(REPLY)
    public long tree() {
        Sampler sampler =
                new Sampler(Sampling.GREEDY, Optional.of(new JsonConstraint(SCHEMA, tokens)));
        long sum = 0;
        for (float[] row : rows) {
            sum = 31 * sum + sampler.next(row.clone());
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(REPLY)
    public long everyToken() {
        EveryToken schema = new EveryToken(SCHEMA, tokens);
        Sampler sampler = new Sampler(Sampling.GREEDY, Optional.empty());
        long sum = 0;
        for (float[] row : rows) {
            float[] logits = row.clone();
            schema.mask(logits, END);
            int id = sampler.next(logits);
            schema.wrote(id);
            sum = 31 * sum + id;
        }
        return sum;
    }
}
