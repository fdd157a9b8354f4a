package nearside.worker.text;

import nearside.engine.Prompt;
import nearside.engine.Prompt.Line;
import nearside.engine.Role;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// What writing a conversation by the starter's own template costs, beside the same text put
/// together by hand.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ConversationBenchmark {
    private static final String WORDS = "A question or an answer of a few words, and then some. ";

    @Param({"2", "40"})
    int turns;

    private final List<Line> lines = new ArrayList<>();
    private TokenizerConfig config = new TokenizerConfig("", Map.of());
    private Conversation conversation = new Conversation(config, Clock.systemUTC());

    /// Each turn is a question with its answer, but for the last, which is not answered yet.
    @Setup
    public void open() throws IOException {
        Path models = Path.of(System.getProperty("nearside.models"));
        config = TokenizerConfig.read(models.resolve("smollm2-135m-instruct-int4"));
        conversation = parsed();
        for (int i = 0; i < 2 * turns - 1; i++) {
            Role role = i % 2 == 0 ? Role.USER : Role.ASSISTANT;
            lines.add(new Line(role, WORDS.repeat(1 + i % 7)));
        }
    }

    /// Once for each model that is opened.
    @Benchmark
    public final Conversation parsed() {
        return new Conversation(config, Clock.systemUTC());
    }

    @Benchmark
    public String template() {
        return conversation.render(lines, Prompt.Ending.NEW_REPLY, "");
    }

    @Benchmark
    public String byHand() {
        StringBuilder text = new StringBuilder("<|im_start|>system\n");
        text.append("You are a helpful AI assistant named SmolLM, trained by Hugging Face");
        text.append("<|im_end|>\n");
        for (Line line : lines) {
            text.append("<|im_start|>").append(line.role().wire()).append('\n');
            text.append(line.text()).append("<|im_end|>\n");
        }
        return text.append("<|im_start|>assistant\n").toString();
    }
}
