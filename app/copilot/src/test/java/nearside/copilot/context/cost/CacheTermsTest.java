package nearside.copilot.context.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import nearside.copilot.context.cost.CacheTerms.Writing;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.List;

class CacheTermsTest {
    private static final CacheTerms AUTOMATIC = PublicTariff.AUTOMATIC_HALF.tariff().terms();
    private static final CacheTerms ON_REQUEST = PublicTariff.EXPLICIT.tariff().terms();

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0",
        "1023, 0, 0",
        "1024, 0, 1024",
        "1151, 0, 1024",
        "1152, 0, 1152",
        "1152, 299999, 1152",
        "1152, 300000, 0",
        "1152, 86400000, 0"
    })
    void readsWholeStepsOfWhatIsLargeAndRecentEnough(int sent, long idleMillis, int cached) {
        Form form = new Form(sent, Duration.ofMillis(idleMillis), 10);
        assertEquals(
                new Billed(sent + 10 - cached, cached, 0, 5),
                AUTOMATIC.bill(form, CacheUse.READ_AND_WRITE, 5));
    }

    @Test
    void writesWhatIsNewWhereItIsAskedTo() {
        Form form = new Form(2_000, Duration.ofSeconds(9), 300);
        assertEquals(
                new Billed(0, 2_000, 300, 5), ON_REQUEST.bill(form, CacheUse.READ_AND_WRITE, 5));
        assertEquals(new Billed(300, 2_000, 0, 5), ON_REQUEST.bill(form, CacheUse.READ, 5));
    }

    @Test
    void aColdPromptIsWrittenFromItsBeginning() {
        Form form = new Form(2_000, Duration.ofHours(1), 300);
        assertEquals(new Billed(0, 0, 2_300, 5), ON_REQUEST.bill(form, CacheUse.READ_AND_WRITE, 5));
    }

    @Test
    void aPromptThatIsTooSmallIsNotWritten() {
        assertEquals(
                new Billed(1_023, 0, 0, 5),
                ON_REQUEST.bill(Form.unsent(1_023), CacheUse.READ_AND_WRITE, 5));
        assertEquals(
                new Billed(0, 0, 1_024, 5),
                ON_REQUEST.bill(Form.unsent(1_024), CacheUse.READ_AND_WRITE, 5));
    }

    @Test
    void aTurnLaterWhatWasKeptIsThere() {
        Form form = new Form(2_000, Duration.ofSeconds(9), 300);
        Form all = new Form(2_300, Duration.ZERO, 40);
        assertEquals(all, AUTOMATIC.next(form, CacheUse.READ_AND_WRITE, 40));
        assertEquals(all, ON_REQUEST.next(form, CacheUse.READ_AND_WRITE, 40));
        assertEquals(new Form(2_000, Duration.ZERO, 340), ON_REQUEST.next(form, CacheUse.READ, 40));
        Form cold = new Form(2_000, Duration.ofHours(1), 300);
        assertEquals(Form.unsent(2_340), ON_REQUEST.next(cold, CacheUse.READ, 40));
    }

    @Test
    void onlyWhereItIsAskedForThereIsAChoice() {
        assertEquals(List.of(CacheUse.READ_AND_WRITE), AUTOMATIC.uses());
        assertEquals(List.of(CacheUse.READ_AND_WRITE, CacheUse.READ), ON_REQUEST.uses());
    }

    @Test
    void refusesTermsThatCannotBe() {
        refused(Duration.ofSeconds(-1), 0, 1, "PT-1S, 0, 1");
        refused(Duration.ZERO, -1, 1, "PT0S, -1, 1");
        refused(Duration.ZERO, 0, 0, "PT0S, 0, 0");
    }

    private static void refused(Duration lifetime, int least, int step, String found) {
        String said =
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new CacheTerms(lifetime, least, step, Writing.AUTOMATIC))
                        .getMessage();
        assertEquals(
                "expected a lifetime and least tokens of zero or more and steps of one or more,"
                        + " found "
                        + found,
                said);
    }
}
