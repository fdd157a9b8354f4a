package nearside.copilot.fit;

import static nearside.copilot.fit.Cases.ALL;
import static nearside.copilot.fit.Cases.CARD;
import static nearside.copilot.fit.Cases.GIB;
import static nearside.copilot.fit.Cases.MIB;
import static nearside.copilot.fit.Cases.here;
import static nearside.copilot.fit.Cases.named;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import nearside.copilot.fit.FitLabel.State;
import nearside.copilot.fit.FitQuestion.Here;
import nearside.copilot.fit.Recommendation.Nothing;
import nearside.copilot.fit.Recommendation.Stay;
import nearside.copilot.fit.Recommendation.Take;
import nearside.copilot.orchestrator.Wanted;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

class RecommendationTest {
    private static Recommendation of(List<Candidate> offered, Here here) {
        return Recommendation.of(Recommendation.judged(offered, Wanted.USUAL, here));
    }

    private static String taken(List<Candidate> offered, Here here) {
        return assertInstanceOf(Take.class, of(offered, here)).model().id();
    }

    @Test
    void withPlentyTheFirstOfTheCatalogueIsTaken() {
        assertEquals("phi-3-mini-4k-cpu-int4", taken(ALL, here(60 * GIB, 64 * GIB, List.of())));
    }

    /// The order is the catalogue's, whatever it is.
    @Test
    void anotherOrderIsAnotherRecommendation() {
        List<Candidate> reversed = new ArrayList<>(ALL);
        Collections.reverse(reversed);
        assertEquals(
                "mistral-7b-v0.2-cpu-int4", taken(reversed, here(60 * GIB, 64 * GIB, List.of())));
    }

    @Test
    void forACardItsOwnFormIsTaken() {
        assertEquals("phi-3-mini-4k-directml-int4", taken(ALL, here(CARD)));
    }

    @Test
    void whatRunsWellGoesBeforeWhatIsTight() {
        List<Candidate> two =
                List.of(named("phi-3-medium-4k-cpu-int4"), named("phi-3-mini-4k-cpu-int4"));
        Here small = here(12 * GIB);
        assertEquals(State.TIGHT, stateOf(two.getFirst(), here(tight(two.getFirst()))));
        assertEquals("phi-3-mini-4k-cpu-int4", taken(two, here(tight(two.getFirst()))));
        assertEquals(State.DOES_NOT_FIT, stateOf(two.getFirst(), small));
        assertEquals("phi-3-mini-4k-cpu-int4", taken(two, small));
    }

    @Test
    void whatIsTightIsTakenWhereNothingRunsWell() {
        Candidate phi3 = named("phi-3-mini-4k-cpu-int4");
        Take take = assertInstanceOf(Take.class, of(List.of(phi3), here(tight(phi3))));
        assertEquals(State.TIGHT, take.label().state());
    }

    @Test
    void whereNothingFitsWhatIsHereStaysAndTheNearestIsNamed() {
        Stay stay = assertInstanceOf(Stay.class, of(ALL, here(2 * GIB)));
        assertEquals(State.DOES_NOT_FIT, stay.label().state());
        assertEquals(
                ALL.stream()
                        .filter(it -> it.madeFor() == nearside.engine.accelerator.Provider.CPU)
                        .mapToLong(it -> Cases.label(it, here(2 * GIB)).numbers().missing())
                        .min()
                        .orElseThrow(),
                stay.label().numbers().missing());
    }

    /// A form for a card would run on the processor, but another is made for it.
    @Test
    void aFormForWhatIsNotHereIsNeverRecommended() {
        assertEquals(
                new Nothing(),
                of(List.of(named("phi-4-mini-cuda-int4")), here(60 * GIB, 64 * GIB, List.of())));
        assertEquals(new Nothing(), of(List.of(), here(GIB)));
    }

    private static State stateOf(Candidate model, Here here) {
        return Cases.label(model, here).state();
    }

    private static long tight(Candidate model) {
        long free = 0;
        while (stateOf(model, here(free)) == State.DOES_NOT_FIT) {
            free += 16 * MIB;
        }
        return free;
    }
}
