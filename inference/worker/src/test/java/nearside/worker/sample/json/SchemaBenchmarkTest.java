package nearside.worker.sample.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is measured is right: the tree lets the tokens through that a try of each lets through.
class SchemaBenchmarkTest {
    @ParameterizedTest
    @ValueSource(strings = {"smollm2-135m-instruct-int4", "phi3-tiny-4k"})
    void bothWriteTheSameReply(String model) throws Exception {
        SchemaBenchmark benchmark = new SchemaBenchmark();
        benchmark.model = model;
        benchmark.open();
        long written = benchmark.tree();
        assertEquals(benchmark.everyToken(), written);
        assertNotEquals(0, written);
    }
}
