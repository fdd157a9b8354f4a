package nearside.desktop.start;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class OpenerTest {
    private static final String FOLDER = "logs";

    @ParameterizedTest
    @CsvSource({"Linux,xdg-open", "Mac OS X,open", "Windows 11,explorer"})
    void eachSystemHasItsOwn(String system, String program) {
        assertEquals(List.of(program, "logs"), new Opener(system).command(FOLDER));
    }

    /// `explorer` is no program of the systems that run this.
    @Test
    void aSystemWithoutOneIsNoError() {
        assertDoesNotThrow(() -> new Opener("Windows without explorer").open(FOLDER));
    }
}
