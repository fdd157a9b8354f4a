package nearside.storage.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.storage.search.Filter.Origin;
import nearside.storage.search.Filter.Place;
import nearside.storage.search.Term.Kind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

class QueryTest {
    private static final ZoneId ZONE = ZoneId.of("+02:00");

    private static Query typed(String text) {
        return Query.typed(text, ZONE);
    }

    private static Term whole(String text) {
        return new Term(text, Kind.WHOLE);
    }

    private static Term beginning(String text) {
        return new Term(text, Kind.BEGINNING);
    }

    private static Query terms(Term... terms) {
        return new Query(List.of(terms), Filter.NONE);
    }

    @Test
    void theWordThatIsBeingTypedIsABeginning() {
        assertEquals(terms(whole("the"), beginning("sk")), typed("the sk"));
        assertEquals(terms(whole("the"), whole("sky")), typed("the sky "));
        assertEquals(terms(beginning("sky*"), whole("blue")), typed("sky* blue\u3000"));
    }

    @Test
    void quotationMarksHoldWordsTogether() {
        assertEquals(terms(whole("the sky"), beginning("is")), typed("\"the sky\" is"));
        assertEquals(terms(whole("the sky")), typed("“the sky”"));
        assertEquals(terms(beginning("the sk")), typed("\"the sk"));
        assertEquals(terms(beginning("the sk")), typed("\"the sk\"*"));
        assertEquals(terms(whole("one"), whole("two")), typed("\"one\"\"two\""));
    }

    @Test
    void filtersAreTakenOut() {
        assertEquals(
                new Query(List.of(whole("sky")), Filter.NONE.inFolder("Work")),
                typed("folder:Work sky "));
        assertEquals(
                new Query(List.of(), Filter.NONE.inFolder("My work")), typed("Folder:\"My work\""));
        assertEquals(new Query(List.of(), Filter.NONE.of(Origin.BORROWED)), typed("from:borrowed"));
        assertEquals(new Query(List.of(), Filter.NONE.of(Origin.HERE)), typed("FROM:Here"));
        assertEquals(new Query(List.of(), Filter.NONE.in(Place.TRASH)), typed("in：trash"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026, 2025-12-31T22:00:00Z",
        "2026-3, 2026-02-28T22:00:00Z",
        "2026-03-04, 2026-03-03T22:00:00Z",
        "2026/3/4, 2026-03-03T22:00:00Z",
        "0001, 0000-12-31T22:00:00Z",
    })
    void daysBeginInTheirZone(String date, Instant moment) {
        assertEquals(new Query(List.of(), Filter.NONE.from(moment)), typed("after:" + date));
        assertEquals(new Query(List.of(), Filter.NONE.until(moment)), typed("before:" + date));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"after:soon", "before:2026-13", "from:there", "in:box", "after:2026-2-30"})
    void whatIsNoFilterIsLookedFor(String text) {
        assertEquals(terms(beginning(text)), typed(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "folder:", "after:", "folder: from:"})
    void nothingIsAskedByNothingOrAKeyAlone(String text) {
        assertTrue(typed(text).isBlank(), () -> typed(text).toString());
    }
}
