package nearside.desktop.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.copilot.catalogue.CatalogueFolder;
import nearside.copilot.catalogue.Catalogues;
import nearside.copilot.catalogue.InForce;
import nearside.copilot.device.Curve;
import nearside.copilot.device.Speed;
import nearside.copilot.fit.Candidate;
import nearside.copilot.fit.Computing;
import nearside.copilot.fit.Computing.Aside;
import nearside.copilot.fit.Computing.Found;
import nearside.copilot.fit.Computing.Why;
import nearside.copilot.fit.ExpectedSpeed;
import nearside.copilot.fit.ExpectedSpeed.Range;
import nearside.copilot.fit.FitLabel.State;
import nearside.copilot.fit.FitQuestion.Here;
import nearside.copilot.fit.Help;
import nearside.copilot.fit.Recommendation;
import nearside.copilot.fit.Recommendation.Judged;
import nearside.copilot.orchestrator.Situation.Cache;
import nearside.copilot.orchestrator.Situation.Pace;
import nearside.copilot.orchestrator.Wanted;
import nearside.desktop.trouble.Explain;
import nearside.desktop.words.Words;
import nearside.engine.accelerator.Provider;
import nearside.engine.accelerator.Verdict;
import nearside.engine.memory.Memory;
import nearside.storage.policy.Policy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

final class FitWordsTest {
    private static final long GIB = 1L << 30;
    private static final InForce REAL =
            new Catalogues(
                            new CatalogueFolder(Path.of(System.getProperty("nearside.models"))),
                            Policy.Models.OPEN,
                            1)
                    .inForce();
    private final FitWords english = in(Locale.ENGLISH);
    private final FitWords chinese = in(Locale.SIMPLIFIED_CHINESE);

    private static FitWords in(Locale locale) {
        Words words = Words.of(locale);
        return new FitWords(words, new Explain(words), REAL);
    }

    private static List<Judged> judged(long freeBytes) {
        Here here =
                new Here(
                        new Memory(freeBytes, 16 * GIB),
                        100 * GIB,
                        Found.PROCESSOR,
                        Pace.USUAL_PATIENCE,
                        List.of());
        List<Candidate> all =
                REAL.offered().stream()
                        .flatMap(it -> Candidate.of(it, Cache.FLOAT32_OR_INT8).stream())
                        .toList();
        return Recommendation.judged(all, Wanted.USUAL, here);
    }

    private void areWhole(String one, String other) {
        assertFalse(one.isBlank() || one.contains("{"), one);
        assertFalse(other.isBlank() || other.contains("{"), other);
        assertFalse(one.equals(other), one);
    }

    static Stream<Help> helps() {
        return Stream.of(
                new Help.ShorterContext(1_024),
                new Help.Int8Cache(),
                new Help.ClosePrograms(2 * GIB),
                new Help.OtherVariant("phi-4-mini-cuda-int4"),
                new Help.SmallerModel("phi-3-mini-4k-cpu-int4"),
                new Help.FreeDisk(3 * GIB),
                new Help.MoreMemory(GIB));
    }

    @ParameterizedTest
    @MethodSource("helps")
    void everyHelpHasASentence(Help help) {
        areWhole(english.of(help), chinese.of(help));
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void everyStateHasAWord(State state) {
        areWhole(english.of(state), chinese.of(state));
    }

    static Stream<ExpectedSpeed> speeds() {
        Speed speed = new Speed(Curve.UNKNOWN.and(512, 200), Curve.UNKNOWN.and(512, 12));
        return Stream.of(
                new ExpectedSpeed.Measured(200, 12, speed),
                new ExpectedSpeed.Derived(
                        new Range(100, 200, 300), new Range(8, 12, 15), "starter"),
                new ExpectedSpeed.Unknown());
    }

    @ParameterizedTest
    @MethodSource("speeds")
    void everySpeedSaysHowItIsKnown(ExpectedSpeed speed) {
        areWhole(english.of(speed), chinese.of(speed));
    }

    @Test
    void aReckonedSpeedIsARangeAndNamesItsSource() {
        String sentence =
                english.of(
                        new ExpectedSpeed.Derived(
                                new Range(100, 200, 300), new Range(8, 12, 15), "starter"));
        Stream.of("8.0", "15.0", "100", "300", "starter")
                .forEach(part -> assertTrue(sentence.contains(part), sentence));
    }

    static Stream<Why> reasons() {
        return Stream.of(
                new Why.NotHere(),
                new Why.NotWanted(),
                new Why.MadeForAnother(),
                new Why.Later(),
                new Why.Tried(new Verdict.Slower(3, 4)));
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void everyReasonAgainstAnAcceleratorHasASentence(Why why) {
        Computing computing =
                new Computing(Provider.CPU, List.of(new Aside(Provider.CUDA, "a card", why)));
        areWhole(english.of(computing), chinese.of(computing));
        assertTrue(english.of(computing).contains("a card"));
    }

    @Test
    void whatAModelIsMadeForAndIsNotHereIsSaid() {
        Computing computing =
                new Computing(
                        Provider.CPU,
                        List.of(new Aside(Provider.CUDA, "a card", new Why.NotHere())));
        areWhole(
                english.missing(computing).orElseThrow(), chinese.missing(computing).orElseThrow());
        assertTrue(english.missing(computing).orElseThrow().contains("a card"));
        assertEquals(
                Optional.empty(),
                english.missing(
                        new Computing(
                                Provider.CPU,
                                List.of(new Aside(Provider.CUDA, "a card", new Why.Later())))));
    }

    @Test
    void theNumbersOfALabelAreSaid() {
        Judged first = judged(14 * GIB).getFirst();
        areWhole(english.memory(first.label().numbers()), chinese.memory(first.label().numbers()));
        assertTrue(english.memory(first.label().numbers()).contains("1,536"));
        areWhole(
                english.disk(first.label().numbers().disk()),
                chinese.disk(first.label().numbers().disk()));
        areWhole(english.unknownShape(), chinese.unknownShape());
    }

    @Test
    void everyLimitIsSaidInItsOrder() {
        Judged large = judged(3 * GIB).getLast();
        assertEquals(
                List.of("not enough memory is free for a conversation of that length"),
                english.limits(large.label()));
        assertEquals(List.of(), english.limits(judged(14 * GIB).getFirst().label()));
    }

    @Test
    void theRecommendationIsOneSentence() {
        assertEquals(
                "Recommended for this device now: Phi-3 mini (phi-3-mini-4k-cpu-int4), which runs well.",
                english.of(Recommendation.of(judged(14 * GIB))));
        String stays = english.of(Recommendation.of(judged(GIB)));
        assertTrue(stays.contains("Phi-3 mini lacks least. Close programs"), stays);
        areWhole(stays, chinese.of(Recommendation.of(judged(GIB))));
        areWhole(
                english.of(new Recommendation.Nothing()), chinese.of(new Recommendation.Nothing()));
    }
}
