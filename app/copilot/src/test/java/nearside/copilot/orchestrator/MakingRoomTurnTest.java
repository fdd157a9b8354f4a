package nearside.copilot.orchestrator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.copilot.borrow.Lender.Whose;
import nearside.engine.Sampling;
import nearside.engine.contract.ScriptedEngine;
import nearside.engine.local.Held;
import nearside.engine.local.Spare;
import nearside.engine.memory.Memory;
import nearside.farside.FarSide;
import nearside.storage.ConversationId;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Turns that do not fit beside what the engine holds of other conversations.
class MakingRoomTurnTest extends BorrowingCase {
    private static final long MIB = 1L << 20;

    /// 20 MiB are needed at least, and the margin.
    private static final Memory LITTLE =
            new Memory(House.PLENTY.totalBytes() / 10 + 8 * MIB, 16L << 30);

    private final List<Held.Part> letGo = new ArrayList<>();

    /// Holds so much until it is told to let go, and has it back in memory then.
    private Spare holding(long bytes, long newest) {
        return new Spare() {
            private Held held = new Held(bytes, newest);

            @Override
            public Held held() {
                return held;
            }

            @Override
            public void letGo(Held.Part part) {
                letGo.add(part);
                house.memory = house.memory.and(held.of(part));
                held = new Held(bytes - held.of(part), part == Held.Part.ALL ? 0 : newest);
            }
        };
    }

    @Test
    void otherConversationsMakeRoomBeforeAnythingIsBorrowed() throws Exception {
        try (FarSide far = FarSide.plain(saying("Nobody asked."))) {
            house.lends(far, Whose.CLOUD);
            house.spare = holding(64 * MIB, 64 * MIB);
            Orchestrator orchestrator = house.orchestrator(ScriptedEngine.writing("Here."));
            house.memory = LITTLE;
            List<TurnEvent> events = all(orchestrator.answer(ask("Moon"), Presence.PERSON));
            assertInstanceOf(TurnEvent.Done.class, events.getLast());
            assertEquals("Here.", reply().text());
            assertEquals(List.of(Held.Part.ALL), letGo);
            assertEquals(
                    List.of(new TurnEvent.MadeRoom(64 * MIB)),
                    of(TurnEvent.MadeRoom.class, events));
            assertTrue(reply().decision().orElseThrow().contains("\"made_room_bytes\":67108864"));
            assertEquals(0, far.asked().size());
        }
    }

    @Test
    void nothingIsLetGoWhereItWouldNotDo() throws Exception {
        try (FarSide far = FarSide.plain(saying("There."))) {
            house.lends(far, Whose.CLOUD);
            house.spare = holding(MIB, MIB);
            Orchestrator orchestrator = house.orchestrator(never());
            house.memory = LITTLE;
            all(orchestrator.answer(ask("Moon"), Presence.PERSON), Consent.SEND);
            assertEquals("There.", reply().text());
            assertEquals(List.of(), letGo);
        }
    }

    @Test
    void nothingIsLetGoWhereAllFitsBesideIt() throws Exception {
        house.spare = holding(64 * MIB, 0);
        all(
                house.orchestrator(ScriptedEngine.writing("Here."))
                        .answer(ask("Moon"), Presence.PERSON));
        assertEquals(List.of(), letGo);
    }

    /// It would have to be read again at once.
    @Test
    void aConversationThatGoesOnKeepsWhatWasReadOfIt() throws Exception {
        house.spare = holding(64 * MIB, 8 * MIB);
        Orchestrator orchestrator = house.orchestrator(ScriptedEngine.writing("Here."));
        all(orchestrator.answer(ask("Moon"), Presence.PERSON));
        house.memory = LITTLE;
        ConversationId same = house.profile.conversations().list().getFirst().id();
        all(
                orchestrator.answer(
                        new Request.Ask(Optional.of(same), "And?", Sampling.GREEDY, 200),
                        Presence.PERSON));
        assertEquals("Here.", reply().text());
        assertEquals(List.of(Held.Part.ALL_BUT_NEWEST), letGo);
    }
}
