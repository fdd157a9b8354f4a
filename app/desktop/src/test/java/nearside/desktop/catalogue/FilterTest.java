package nearside.desktop.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.copilot.fit.FitLabel.State;
import nearside.desktop.catalogue.Filter.Which;
import nearside.desktop.catalogue.ModelLine.Place;
import nearside.engine.accelerator.Provider;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.Set;

class FilterTest {
    private static final ModelLine HERE =
            line("starter", Place.HERE, Optional.of(State.RUNS_WELL), Optional.empty(), "en");
    private static final ModelLine PHI =
            line("phi", Place.ELSEWHERE, Optional.of(State.TIGHT), Optional.of(Provider.CPU), "de");
    private static final ModelLine LARGE =
            line(
                    "large",
                    Place.ELSEWHERE,
                    Optional.of(State.DOES_NOT_FIT),
                    Optional.of(Provider.CUDA),
                    "zh");
    private static final ModelLine UNKNOWN =
            line("unknown", Place.HERE, Optional.empty(), Optional.empty(), "en");

    private static ModelLine line(
            String id,
            Place place,
            Optional<State> state,
            Optional<Provider> madeFor,
            String language) {
        return new ModelLine(
                id,
                "Model " + id,
                "Licence MIT.",
                new ModelLine.Fit(state, "", "", ""),
                "",
                "",
                new ModelLine.Traits(place, madeFor, Set.of(language)),
                new ModelLine.Card(List.of("It sees 4,096 tokens."), List.of(), List.of()),
                Set.of());
    }

    private static List<String> kept(Filter filter) {
        return List.of(HERE, PHI, LARGE, UNKNOWN).stream()
                .filter(filter::keeps)
                .map(ModelLine::id)
                .toList();
    }

    @Test
    void eachWordHasToBeFoundSomewhere() {
        assertEquals(List.of("starter", "phi", "large", "unknown"), kept(Filter.NONE.typed("  ")));
        assertEquals(List.of("phi"), kept(Filter.NONE.typed("PHI mit 4,096")));
        assertEquals(List.of(), kept(Filter.NONE.typed("phi apache")));
    }

    @Test
    void whatIsHereAndWhatRunsAreKept() {
        assertEquals(List.of("starter", "unknown"), kept(Filter.NONE.with(Which.HERE)));
        assertEquals(List.of("starter", "phi"), kept(Filter.NONE.with(Which.FITS)));
    }

    @Test
    void kindOfDeviceAndLanguageAreKept() {
        assertEquals(List.of("large"), kept(Filter.NONE.madeFor(Optional.of(Provider.CUDA))));
        assertEquals(List.of("starter", "unknown"), kept(Filter.NONE.language(Optional.of("en"))));
        assertEquals(
                List.of(),
                kept(Filter.NONE.language(Optional.of("en")).madeFor(Optional.of(Provider.CPU))));
    }
}
