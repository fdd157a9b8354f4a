package nearside.desktop.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.cloud.proof.Outcome;
import nearside.cloud.proof.Try;
import nearside.desktop.console.OfflineProofCommand.From;
import nearside.desktop.console.OfflineProofCommand.Tried;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class TriesJsonTest {
    private static final Try SHUT = new Try("a", new Outcome.Sealed("Permission denied"));
    private static final Try OUT = new Try("b", new Outcome.Left("connected"));
    private static final Try LOST = new Try("c", new Outcome.Unproved("No route to host"));

    @Test
    void whatAChildTellsComesBackWhole() {
        List<Try> all = List.of(SHUT, OUT, LOST);
        assertEquals(all, TriesJson.parse(TriesJson.of(all).toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nearside: there is no such command",
                "{}",
                "[1]",
                "[{}]",
                "[{\"way\": \"a\", \"outcome\": \"fine\", \"said\": \"b\"}]"
            })
    void anythingElseIsNoProof(String text) {
        assertThrows(IllegalArgumentException.class, () -> TriesJson.parse(text));
    }

    @Test
    void oneTryThatDidNotFailByTheSealIsEnough() {
        assertTrue(OfflineProofCommand.holds(tried(SHUT, SHUT)));
        assertFalse(OfflineProofCommand.holds(tried(SHUT, OUT)));
        assertFalse(OfflineProofCommand.holds(tried(LOST, SHUT)));
        assertFalse(OfflineProofCommand.holds(tried()));
    }

    private static List<Tried> tried(Try... made) {
        return List.of(made).stream().map(each -> new Tried(From.CHILD, each)).toList();
    }
}
