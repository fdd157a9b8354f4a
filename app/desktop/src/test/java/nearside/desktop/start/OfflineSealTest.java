package nearside.desktop.start;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.desktop.offline.Shutter;
import nearside.desktop.offline.Shutter.Back;
import nearside.desktop.offline.Standing.Enforcer;
import nearside.desktop.offline.Standing.LocalFirst;
import nearside.desktop.offline.Standing.Offline;
import nearside.desktop.offline.Wish;
import nearside.engine.seal.Seal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The order of things around the seal; the seal itself is tried in processes of its own.
class OfflineSealTest {
    private final List<String> done = new ArrayList<>();

    private OfflineSeal answering(Seal answer) {
        return new OfflineSeal(
                () -> {
                    done.add("seal");
                    return answer;
                },
                () -> {
                    done.add("outside");
                    return Optional.empty();
                });
    }

    @Test
    void whatGoesOutsideIsStartedBeforeTheSealAndBothOnce() {
        OfflineSeal seal = answering(new Seal.Closed());
        assertEquals(new LocalFirst(), seal.standing());
        Offline sealed = new Offline(new Enforcer.Sealed(), Wish.POLICY);
        assertEquals(sealed, seal.shut(Wish.POLICY));
        assertEquals(sealed, seal.shut(Wish.THIS_RUN), "who came first stays named");
        assertEquals(List.of("outside", "seal"), done);
    }

    @Test
    void whyTheSystemEnforcesNothingIsKept() {
        assertEquals(
                new Offline(new Enforcer.Program("Plan 9 mips"), Wish.PERSON),
                answering(new Seal.NotHere("Plan 9 mips")).shut(Wish.PERSON));
        assertEquals(
                new Offline(new Enforcer.Program("seccomp, error 22"), Wish.PERSON),
                answering(new Seal.Refused("seccomp", 22)).shut(Wish.PERSON));
    }

    @Test
    void withoutASealTheWayBackIsShort() {
        OfflineSeal seal = answering(new Seal.NotHere("Plan 9 mips"));
        seal.shut(Wish.PERSON);
        Shutter shutter = seal.shutter(() -> done.add("left"));
        assertEquals(Back.OPEN, shutter.back().get());
        assertEquals(new LocalFirst(), seal.standing());
        assertEquals(List.of("outside", "seal"), done, "the window stays");
    }

    @Test
    void whereNobodyIsOutsideAPersonHasToStartAgain() {
        OfflineSeal seal = answering(new Seal.Closed());
        seal.shut(Wish.PERSON);
        assertEquals(Back.BY_HAND, seal.shutter(() -> done.add("left")).back().get());
        assertEquals(List.of("outside", "seal"), done);
        seal.open("logs", folder -> done.add("shown " + folder));
        assertEquals("shown logs", done.getLast());
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void theWindowIsLeftWhenTheOrderIsGiven() throws Exception {
        Outside outside = Outside.start("false", List.of("true")).orElseThrow();
        OfflineSeal seal = new OfflineSeal(Seal.Closed::new, () -> Optional.of(outside));
        seal.shut(Wish.PERSON);
        assertEquals(Back.RESTARTING, seal.shutter(() -> done.add("left")).back().get());
        assertEquals(List.of("left"), done);
        outside.end();
    }
}
