package nearside.worker.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/// What is measured is right: the pieces make the text of the whole reply.
class StreamedTextBenchmarkTest {
    @Test
    void bothWriteTheSameText() throws Exception {
        StreamedTextBenchmark benchmark = new StreamedTextBenchmark();
        benchmark.open();
        String text = benchmark.streamed();
        assertEquals(benchmark.decodedAnew(), text);
        assertTrue(text.length() > StreamedTextBenchmark.REPLY, text);
        benchmark.close();
    }
}
