package nearside.desktop.undo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.desktop.pace.HeldThread;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class UndoTest {
    private final HeldThread ui = new HeldThread();
    private final Undo undo = new Undo(ui);
    private final List<String> log = new ArrayList<>();

    private Act act(String name) {
        return new Act("key", name, () -> log.add("-" + name), () -> log.add("+" + name));
    }

    @Test
    void theLastIsTakenBackFirstAndDoneOnceMoreLast() {
        undo.perform(act("a"));
        undo.perform(act("b"));
        assertTrue(undo.undo());
        assertTrue(undo.undo());
        assertFalse(undo.undo());
        assertTrue(undo.redo());
        assertTrue(undo.redo());
        assertFalse(undo.redo());
        assertEquals(List.of("+a", "+b", "-b", "-a", "+a", "+b"), log);
    }

    @Test
    void afterSomethingElseNothingIsDoneOnceMore() {
        undo.perform(act("a"));
        undo.undo();
        undo.perform(act("b"));
        assertFalse(undo.redo());
        assertEquals(List.of("+a", "-a", "+b"), log);
    }

    @Test
    void whatWasDoneIsShownForTenSecondsAndCanBeTakenBackAfterThem() {
        undo.perform(act("a"));
        assertEquals("a", undo.last().get().orElseThrow().name());
        undo.perform(act("b"));
        assertEquals(1, ui.delays());
        ui.pass(Undo.SHOWN);
        assertEquals(Optional.empty(), undo.last().get());
        assertTrue(undo.undo());
        assertTrue(undo.redo());
        assertEquals("b", undo.last().get().orElseThrow().name());
    }
}
