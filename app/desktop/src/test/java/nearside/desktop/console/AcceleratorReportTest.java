package nearside.desktop.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.desktop.trouble.Explain;
import nearside.desktop.words.Words;
import nearside.engine.accelerator.Device;
import nearside.engine.accelerator.Provider;
import nearside.engine.accelerator.Standing;
import nearside.engine.accelerator.TryOrder;
import nearside.engine.accelerator.Verdict;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

final class AcceleratorReportTest {
    private static final Device CUDA = new Device(Provider.CUDA, "GPU", "580");
    private final AcceleratorReport report =
            new AcceleratorReport(new Explain(Words.of(Locale.ENGLISH)));

    @Test
    void aVerdictIsToldInNumbersAndInWords() {
        Standing slower = new Standing(CUDA, Optional.of(new Verdict.Slower(4.5, 1_100)));
        assertEquals(
                "[{\"provider\":\"cuda\",\"device\":\"GPU\",\"driver\":\"580\","
                        + "\"verdict\":{\"kind\":\"slower\",\"tokens_per_second\":4.5,"
                        + "\"cpu_tokens_per_second\":1100.0},"
                        + "\"text\":\"Put aside, not faster: 4.5 against 1,100.0 tokens a second"
                        + " on the processor.\"}]",
                report.of(List.of(slower)).toString());
    }

    @Test
    void whatWasNotTriedHasNoVerdict() {
        assertEquals(
                "[{\"provider\":\"cuda\",\"device\":\"GPU\",\"driver\":\"580\","
                        + "\"text\":\"Not tried yet.\"}]",
                report.of(List.of(new Standing(CUDA, Optional.empty()))).toString());
    }

    @Test
    void theOrderIsToldWithTheNamesThatNobodyKnows() {
        assertEquals(
                "{\"order\":[\"cuda\",\"cpu\"],\"unknown\":[\"gpu\"]}",
                AcceleratorReport.order(TryOrder.of(List.of("cuda", "gpu", "cpu"))).toString());
    }
}
