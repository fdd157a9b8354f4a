package nearside.desktop.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonParser;

import org.junit.jupiter.api.Test;

class SamplesTest {
    @Test
    void theMedianIsTheMiddleOne() {
        assertEquals(3, Samples.of(9, 1, 3));
        assertEquals(2.5, Samples.of(4, 1, 2, 3));
    }

    @Test
    void theTableNamesEveryFigureInWords() {
        String json = "{\"load_s\": 0.5, \"prefill\": {\"512\": 630.1}, \"kv_cache\": \"int8\"}";
        assertEquals(
                "load s 0.5\nprefill 512 630.1\nkv cache int8",
                BenchTable.of(JsonParser.parseString(json).getAsJsonObject())
                        .replaceAll(" +", " ")
                        .replace(System.lineSeparator(), "\n"));
    }
}
