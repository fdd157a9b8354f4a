package nearside.copilot.orchestrator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.copilot.orchestrator.Replay.Answered;
import nearside.copilot.orchestrator.Replay.Hysteresis;
import nearside.copilot.orchestrator.Situation.Where;
import nearside.engine.contract.Campaign;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// A thousand turns of a device, decided one after the other: with room for everything none leaves;
/// under pressure each one that leaves has a hard reason, and it goes to and fro no more often than
/// once in twenty turns. The trace of seed 1 lies beside this class's resources, to be read; a few
/// seeds in the everyday run, a campaign by
///
/// `mvn -pl app/copilot -am test -Dtest=ReplayCampaign -Dnearside.seeds=1-500
/// -Dsurefire.failIfNoSpecifiedTests=false`
class ReplayCampaign {
    private static final Set<Reason> HARD =
            EnumSet.of(
                    Reason.NO_MEMORY_LOAD,
                    Reason.NO_MEMORY_CONTEXT,
                    Reason.WINDOW_EXCEEDED,
                    Reason.ENGINE_FAILED);

    private static final int MOST_FLIPS = Trace.TURNS / 20;

    private final Campaign campaign =
            Campaign.of("replays.csv", "far,flips,flips_without_hysteresis,reasons", 20);

    @Test
    void onADeviceThatFitsEverythingNothingLeaves() throws Exception {
        for (long seed : campaign.seeds().toArray()) {
            for (Answered turn : Replay.of(Trace.roomy(seed), Hysteresis.AS_IT_IS)) {
                assertEquals(Where.HERE, turn.where(), "seed " + seed + " " + turn.decision());
            }
        }
    }

    @Test
    void underPressureWhatLeavesHasAHardReasonAndItRarelyGoesToAndFro() throws Exception {
        int without = 0;
        for (long seed : campaign.seeds().toArray()) {
            Trace trace = Trace.pressed(seed);
            List<Answered> turns = Replay.of(trace, Hysteresis.AS_IT_IS);
            int flips = Replay.flips(turns);
            int flipsWithout = Replay.flips(Replay.of(trace, Hysteresis.NONE));
            List<Answered> far = turns.stream().filter(it -> it.where() == Where.FAR).toList();
            campaign.row(seed, far.size(), flips, flipsWithout, reasons(far));
            assertTrue(!far.isEmpty(), "seed " + seed + ": no pressure at all");
            for (Answered turn : far) {
                assertTrue(HARD.contains(turn.decision().reason()), "seed " + seed + " " + turn);
            }
            assertTrue(flips <= MOST_FLIPS, "seed " + seed + ": " + flips + " flips");
            without += flipsWithout > MOST_FLIPS ? 1 : 0;
        }
        assertTrue(without > 0, "the traces would go to and fro without any hysteresis");
    }

    private static String reasons(List<Answered> far) {
        return far.stream()
                .collect(
                        Collectors.groupingBy(
                                it -> it.decision().reason(),
                                () -> new EnumMap<>(Reason.class),
                                Collectors.counting()))
                .toString()
                .replace(", ", " ");
    }

    @Test
    void theTraceThatCanBeReadIsThatOfItsSeed() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(ReplayCampaign.class.getResourceAsStream("pressed-1.csv"))) {
            String csv = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(Trace.pressed(1).csv(), csv);
            assertEquals(Trace.pressed(1), Trace.of(csv));
        }
    }
}
