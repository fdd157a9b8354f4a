package nearside.desktop.trouble;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.desktop.words.Words;
import nearside.storage.StorageFailure;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

final class TroubleViewModelTest {
    private static final Trouble ONE = new Trouble("one", "1", List.of(), "");
    private static final Trouble TWO = new Trouble("two", "2", List.of(), "");
    private static final StorageFailure DENIED = new StorageFailure.Denied(Path.of("place"));

    private final Explain explain = new Explain(Words.of(Locale.ENGLISH));
    private final TroubleViewModel trouble = new TroubleViewModel(explain);

    private void shows(Optional<Trouble> expected) {
        assertEquals(expected, trouble.present().get());
    }

    @Test
    void whatIsToldIsShownOneAfterTheOther() {
        shows(Optional.empty());
        trouble.tell(List.of(ONE, TWO));
        shows(Optional.of(ONE));
        trouble.putAway();
        shows(Optional.of(TWO));
        trouble.putAway();
        shows(Optional.empty());
        trouble.putAway();
        shows(Optional.empty());
    }

    @Test
    void aFailureStandsInFrontAndLosesNothing() {
        trouble.tell(List.of(ONE));
        trouble.storeFailed(DENIED);
        shows(Optional.of(explain.of(DENIED)));
        trouble.putAway();
        shows(Optional.of(ONE));
    }

    @Test
    void onlyTheLastFailureIsShown() {
        trouble.storeFailed(DENIED);
        trouble.storeFailed(new StorageFailure.Broken(Path.of("place"), 10));
        trouble.putAway();
        shows(Optional.empty());
    }
}
