package nearside.desktop.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import nearside.desktop.trouble.Explain;
import nearside.desktop.words.Words;
import nearside.engine.accelerator.Device;
import nearside.engine.accelerator.Provider;
import nearside.engine.accelerator.Standing;
import nearside.engine.accelerator.Verdict;
import nearside.engine.pack.Pack;
import nearside.engine.pack.PackFlaw;
import nearside.engine.pack.PackStanding;
import nearside.engine.pack.RuntimeNow;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

final class RuntimeTextTest {
    private static final Path FOLDER = Path.of("/opt/{0} cuda");
    private static final Pack PACK = new Pack(FOLDER, Provider.CUDA, "");
    private static final Standing SLOWER =
            new Standing(
                    new Device(Provider.CUDA, "GPU", "580"),
                    Optional.of(new Verdict.Slower(9.5, 10)));

    private final RuntimeText english = in(Locale.ENGLISH);
    private final RuntimeText chinese = in(Locale.SIMPLIFIED_CHINESE);

    private static RuntimeText in(Locale locale) {
        Words words = Words.of(locale);
        return new RuntimeText(words, new Explain(words));
    }

    private static RuntimeNow now(PackStanding... packs) {
        return new RuntimeNow("1.29.0", List.of("CPU", "CUDA"), List.of(packs));
    }

    @Test
    void theBuildThenWhatWasTriedThenPacks() {
        PackStanding.PutAside aside =
                new PackStanding.PutAside(PACK, new Verdict.Refused("file too short"));
        assertEquals(
                List.of(
                        "ONNX Runtime 1.29.0. This build can compute on: CPU, CUDA.",
                        "GPU: Put aside, not faster: 9.5 against 10.0 tokens a second on the"
                                + " processor.",
                        "/opt/{0} cuda: Put aside: it could not be loaded. file too short"),
                english.lines(now(aside), List.of(SLOWER)));
    }

    @Test
    void whereNothingIsToTryThatIsSaid() {
        assertEquals("No accelerator was found to try.", english.lines(now(), List.of()).get(1));
    }

    @Test
    void beforeTheFirstStartTheBuildIsNotKnown() {
        RuntimeNow unknown = new RuntimeNow("", List.of(), List.of());
        assertEquals(1, english.lines(unknown, List.of()).size());
        assertFalse(english.build(unknown).contains("ONNX"));
    }

    static Stream<PackStanding> standings() {
        return Stream.concat(
                Stream.of(
                        new PackStanding.InUse(PACK),
                        new PackStanding.LeftAlone(PACK),
                        new PackStanding.NotUsed(PACK)),
                Stream.concat(
                        Stream.of(
                                        new PackFlaw.Unreadable(),
                                        new PackFlaw.Link("libonnxruntime.so"),
                                        new PackFlaw.OtherSystem("onnxruntime.dll"),
                                        new PackFlaw.Missing(List.of("a.so", "b.so")),
                                        new PackFlaw.NoAccelerator(),
                                        new PackFlaw.OtherVersion("1.28.0", "1.29.0"),
                                        new PackFlaw.Unguarded("/opt/cuda/a.so"))
                                .map(flaw -> new PackStanding.Flawed(FOLDER, flaw)),
                        Stream.of(
                                        new Verdict.Refused("file too short"),
                                        new Verdict.Died(139),
                                        new Verdict.Hung(Duration.ofSeconds(40)),
                                        new Verdict.OtherVersion("1.28.0", "1.29.0"),
                                        new Verdict.NotBuilt("CPU XNNPACK"))
                                .map(verdict -> new PackStanding.PutAside(PACK, verdict))));
    }

    @ParameterizedTest
    @MethodSource("standings")
    void everyStandingIsToldInBothLanguages(PackStanding standing) {
        String one = english.lines(now(standing), List.of(SLOWER)).getLast();
        String other = chinese.lines(now(standing), List.of(SLOWER)).getLast();
        for (String line : List.of(one, other)) {
            assertFalse(line.replace("{0} cuda", "").contains("{"), line);
        }
        assertFalse(one.equals(other), one);
    }
}
