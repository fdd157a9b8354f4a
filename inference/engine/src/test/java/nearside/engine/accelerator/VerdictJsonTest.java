package nearside.engine.accelerator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

class VerdictJsonTest {
    static Stream<Verdict> verdicts() {
        return Stream.of(
                new Verdict.Faster(41.25, 11),
                new Verdict.Slower(0.5, 11),
                new Verdict.OtherToken(0, 32_063),
                new Verdict.Refused("Fehler: \"x\"\n为"),
                new Verdict.Died(139),
                new Verdict.Hung(Duration.ofMillis(30_500)),
                new Verdict.OtherVersion("1.28.0", "1.29.0"),
                new Verdict.NotBuilt("CPU XNNPACK"));
    }

    @ParameterizedTest
    @MethodSource("verdicts")
    void comesBackAsItWasKept(Verdict verdict) {
        assertEquals(Optional.of(verdict), VerdictJson.of(VerdictJson.bytes(verdict)));
    }

    @Test
    void longProblemsAreCut() {
        byte[] kept = VerdictJson.bytes(new Verdict.Refused("x".repeat(100_000)));
        assertEquals(Optional.of(new Verdict.Refused("x".repeat(2_000))), VerdictJson.of(kept));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "3",
                "{",
                "{}",
                "{\"kind\": null}",
                "{\"kind\": {}}",
                "{\"kind\": \"better\"}",
                "{\"kind\": \"faster\"}",
                "{\"kind\": \"faster\", \"tokens_per_second\": \"NaN\", \"cpu_tokens_per_second\": 1}",
                "{\"kind\": \"died\", \"exit_code\": \"one\"}",
                "{\"kind\": \"hung\", \"patience_ms\": []}",
                "{\"kind\": \"other-version\", \"found\": \"1.28.0\"}",
                "{\"kind\": \"not-built\"}",
            })
    void otherBytesAreNoVerdict(String text) {
        assertEquals(Optional.empty(), VerdictJson.of(text.getBytes(StandardCharsets.UTF_8)));
    }
}
