package nearside.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.beans.property.SimpleBooleanProperty;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

class UnattendedTest {
    private final SimpleBooleanProperty answering = new SimpleBooleanProperty(false);
    private final List<Duration> told = new ArrayList<>();
    private long nanos;
    private boolean lookedAt;

    @BeforeEach
    void follow() {
        new Unattended(() -> nanos, () -> lookedAt, told::add).follow(answering);
    }

    private void answer(Duration length) {
        answering.set(true);
        nanos += length.toNanos();
        answering.set(false);
    }

    @Test
    void theEndOfAnAnswerIsToldWithItsTime() {
        assertEquals(List.of(), told, "nothing was asked yet");
        nanos = 7;
        answer(Duration.ofSeconds(34));
        answer(Duration.ofSeconds(2));
        assertEquals(List.of(Duration.ofSeconds(34), Duration.ofSeconds(2)), told);
    }

    @Test
    void whoLooksIsNotTold() {
        lookedAt = true;
        answer(Duration.ofSeconds(34));
        assertEquals(List.of(), told);
    }
}
