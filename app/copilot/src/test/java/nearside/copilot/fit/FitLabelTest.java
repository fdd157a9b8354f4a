package nearside.copilot.fit;

import static nearside.copilot.fit.Cases.ALL;
import static nearside.copilot.fit.Cases.GIB;
import static nearside.copilot.fit.Cases.MIB;
import static nearside.copilot.fit.Cases.here;
import static nearside.copilot.fit.Cases.label;
import static nearside.copilot.fit.Cases.named;
import static nearside.copilot.fit.Cases.phi3;
import static nearside.copilot.fit.Cases.question;
import static nearside.copilot.fit.Cases.speed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.copilot.fit.Computing.Found;
import nearside.copilot.fit.FitLabel.Disk;
import nearside.copilot.fit.FitLabel.Limit;
import nearside.copilot.fit.FitLabel.Numbers;
import nearside.copilot.fit.FitLabel.State;
import nearside.copilot.fit.FitQuestion.Here;
import nearside.copilot.orchestrator.Decision.Target;
import nearside.copilot.orchestrator.Situation.Cache;
import nearside.copilot.orchestrator.Situation.Model.Present;
import nearside.copilot.orchestrator.Situation.Pace;
import nearside.copilot.orchestrator.Situation.Weights;
import nearside.copilot.orchestrator.Wanted;
import nearside.engine.accelerator.Provider;
import nearside.engine.memory.Memory;
import nearside.engine.memory.Need;

import org.junit.jupiter.api.Test;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/// What is said of a model before it is fetched.
class FitLabelTest {
    private static final int CASES = 2_000;

    @Test
    void withPlentyItRunsWellAndSaysWhatItTakes() {
        Candidate model = phi3();
        FitLabel label = label(model, here(14 * GIB));
        long cache = 1_536L * 2 * 32 * 32 * 96 * 4;
        long run = Need.toAnswer(model.present().size(), 1_024, 512).bytes() - cache;
        long weights = Need.toLoad(model.present().size()).bytes();
        assertEquals(
                new FitLabel(
                        State.RUNS_WELL,
                        Set.of(),
                        new Numbers(
                                Wanted.USUAL,
                                weights,
                                cache,
                                weights + cache + run,
                                16 * GIB / 10,
                                0,
                                new Memory(14 * GIB, 16 * GIB),
                                new Disk(2_725_453_459L, Cases.ROOM)),
                        new Computing(Provider.CPU, List.of()),
                        new ExpectedSpeed.Unknown(),
                        List.of()),
                label);
    }

    @Test
    void eachStateHasItsOwnRangeOfMemory() {
        State before = State.DOES_NOT_FIT;
        Set<State> seen = new LinkedHashSet<>();
        for (long free = 0; free <= 14 * GIB; free += 64 * MIB) {
            State now = label(phi3(), here(free)).state();
            assertTrue(!before.isBetterThan(now), "worse with more: " + free);
            seen.add(now);
            before = now;
        }
        assertEquals(Set.of(State.values()), seen);
    }

    /// The number that is told is the number that is missing and what runs differ by: with so much
    /// more it runs well, and with a byte less than what is missing it does not.
    @Test
    void whatIsMissingIsWhatIsMissing() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < CASES; i++) {
            Candidate model = ALL.get(random.nextInt(ALL.size()));
            Wanted wanted = Wanted.context(random.nextInt(64, 4_096));
            long free = random.nextLong(16 * GIB);
            long missing = missing(model, wanted, free);
            if (missing > 0) {
                assertEquals(0, missing(model, wanted, free + missing), model.id());
                long scatter = FitLabel.SCATTER;
                assertEquals(
                        scatter + 1,
                        missing(model, wanted, free + missing - scatter - 1),
                        model.id());
            }
        }
    }

    private static long missing(Candidate model, Wanted wanted, long free) {
        FitQuestion question =
                new FitQuestion(model, wanted, here(free, 64 * GIB, List.of()), List.of());
        return FitLabel.of(question).numbers().missing();
    }

    /// The label and the question that comes later go by one decision.
    @Test
    void itSaysWellExactlyWhereTheQuestionWouldBeAnsweredWhole() {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < CASES; i++) {
            Candidate model = ALL.get(random.nextInt(ALL.size()));
            Wanted wanted = Wanted.context(random.nextInt(64, model.present().window() / 2));
            Here here = here(random.nextLong(32 * GIB), 32 * GIB, List.of());
            boolean whole =
                    wanted.with(model.present(), here.memory(), Pace.UNKNOWN).target()
                            instanceof Target.Local;
            State state = FitLabel.of(new FitQuestion(model, wanted, here, List.of())).state();
            assertEquals(whole, state == State.RUNS_WELL, model.id() + " " + wanted);
        }
    }

    @Test
    void whatWasFoundSlowIsTightThoughItFits() {
        List<Reference> slow = List.of(Reference.of(phi3(), speed(200, 2)));
        FitLabel label = label(phi3(), here(14 * GIB, 16 * GIB, slow));
        assertEquals(State.TIGHT, label.state());
        assertEquals(Set.of(Limit.SPEED), label.limits());
    }

    @Test
    void withoutRoomOnTheDiskItDoesNotFit() {
        Here full =
                new Here(
                        new Memory(14 * GIB, 16 * GIB),
                        2 * GIB,
                        Found.PROCESSOR,
                        Pace.USUAL_PATIENCE,
                        List.of());
        FitLabel label = label(phi3(), full);
        long missing = 2_725_453_459L - 2 * GIB;
        assertEquals(State.DOES_NOT_FIT, label.state());
        assertEquals(Set.of(Limit.DISK), label.limits());
        assertEquals(new Help.FreeDisk(missing), label.helps().getFirst());
        assertEquals(State.RUNS_WELL, label(phi3().withoutDownload(), full).state());
    }

    @Test
    void moreThanTheModelSeesIsTight() {
        FitQuestion question =
                new FitQuestion(
                        phi3(), Wanted.context(8_192), here(60 * GIB, 64 * GIB, List.of()), ALL);
        FitLabel label = FitLabel.of(question);
        assertEquals(State.TIGHT, label.state());
        assertEquals(Set.of(Limit.WINDOW), label.limits());
        assertEquals(4_096, label.numbers().wanted().tokens());
        assertEquals(List.of(new Help.ShorterContext(4_096)), label.helps());
    }

    @Test
    void loadedWeightsAreNotNeededOnceMore() {
        Candidate model = phi3();
        Present loaded =
                new Present(
                        model.id(), model.present().size(), 4_096, Weights.LOADED, Cache.FLOAT32);
        Numbers numbers = label(Candidate.here(loaded), here(14 * GIB)).numbers();
        assertEquals(0, numbers.weights());
        assertEquals(Need.toAnswer(model.present().size(), 1_024, 512).bytes(), numbers.whole());
        assertEquals(new Disk(0, Cases.ROOM), numbers.disk());
    }

    @Test
    void closingProgramsIsSaidWhereItCanHelpAndMoreMemoryWhereNot() {
        FitLabel some = label(phi3(), here(3 * GIB));
        assertEquals(
                Optional.of(new Help.ClosePrograms(some.numbers().missing())),
                some.helps().stream().findFirst());
        FitLabel none = label(named("phi-3-medium-4k-cpu-int4"), here(3 * GIB, 8 * GIB, List.of()));
        assertEquals(
                Optional.of(new Help.MoreMemory(none.numbers().missing() - 5 * GIB)),
                none.helps().stream().findFirst());
    }

    /// A shorter context that is said to fit does, and one step more does not.
    @Test
    void theShorterContextIsTheLongestThatFits() {
        Candidate exact = named(phi3().id(), Cases.all(Cache.FLOAT32));
        long free = 0;
        while (label(exact, here(free)).state() == State.DOES_NOT_FIT) {
            free += 16 * MIB;
        }
        Here tight = here(free + 512 * MIB);
        int tokens =
                label(exact, tight).helps().stream()
                        .flatMap(it ->
                                it instanceof Help.ShorterContext(int most)
                                        ? Stream.of(most)
                                        : Stream.empty())
                        .findFirst()
                        .orElseThrow();
        assertTrue(tokens < Wanted.USUAL.tokens());
        assertEquals(State.RUNS_WELL, with(exact, tight, tokens));
        assertEquals(State.TIGHT, with(exact, tight, tokens + 64));
    }

    private static State with(Candidate model, Here here, int tokens) {
        return FitLabel.of(new FitQuestion(model, Wanted.context(tokens), here, ALL)).state();
    }

    @Test
    void aCacheOfBytesIsSaidWhereItWouldDo() {
        Candidate exact = named(phi3().id(), Cases.all(Cache.FLOAT32));
        long free = 0;
        while (label(phi3(), here(free)).state() != State.RUNS_WELL) {
            free += 16 * MIB;
        }
        FitLabel label = label(exact, here(free));
        assertEquals(State.TIGHT, label.state());
        assertTrue(label.helps().contains(new Help.Int8Cache()), label::toString);
        FitLabel asBytes = label(phi3(), here(free));
        assertEquals(label.numbers().cache() / 4, asBytes.numbers().cache());
    }

    @Test
    void aSmallerVariantOrASmallerModelIsSaid() {
        Candidate large = named("phi-4-mini-cpu-int4");
        long free = 0;
        while (label(named("phi-4-mini-directml-int4"), here(free)).state() != State.RUNS_WELL) {
            free += 16 * MIB;
        }
        FitLabel label = label(large, here(free));
        assertTrue(
                label.helps().contains(new Help.OtherVariant("phi-4-mini-directml-int4")),
                label::toString);
        assertTrue(
                label(named("phi-3-medium-4k-cpu-int4"), here(8 * GIB))
                        .helps()
                        .contains(new Help.SmallerModel("phi-3-mini-4k-cpu-int4")));
    }

    @Test
    void nothingHelpsWhatRunsWell() {
        assertEquals(List.of(), label(phi3(), here(14 * GIB)).helps());
        FitLabel well = FitLabel.of(question(phi3(), here(14 * GIB)));
        assertThrows(
                IllegalArgumentException.class,
                () ->
                        new FitLabel(
                                State.TIGHT,
                                Set.of(),
                                well.numbers(),
                                well.computing(),
                                well.speed(),
                                List.of()));
    }
}
