package nearside.worker.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.engine.Prompt;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/// What is measured is right: the template writes what was put together by hand.
class ConversationBenchmarkTest {
    @ParameterizedTest
    @ValueSource(ints = {2, 40})
    void bothWriteTheSameText(int turns) throws Exception {
        ConversationBenchmark benchmark = new ConversationBenchmark();
        benchmark.turns = turns;
        benchmark.open();
        assertEquals(benchmark.byHand(), benchmark.template());
        String nothing = benchmark.parsed().render(List.of(), Prompt.Ending.NEW_REPLY, "");
        assertEquals("<|im_start|>assistant\n", nothing);
    }
}
