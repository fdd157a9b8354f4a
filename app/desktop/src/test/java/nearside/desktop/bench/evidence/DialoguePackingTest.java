package nearside.desktop.bench.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;

import nearside.cloud.FarTokens;
import nearside.copilot.context.scope.Scope;
import nearside.desktop.bench.evidence.EvidenceBench.Result;
import nearside.desktop.bench.evidence.EvidenceBench.Way;
import nearside.desktop.bench.evidence.PackPlan.Room;
import nearside.desktop.bench.evidence.PackPlan.Titles;
import nearside.desktop.bench.evidence.PackPlan.Where;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;

/// Facts, what is meant by a word of the turn before last, corrections, and facts that lead to one
/// another, in dialogues of more than 15,000 tokens of which 1,000 are kept.
class DialoguePackingTest {
    private static final int DIALOGUES = 12;
    private static final int LONG = 15_000;
    private static final double ENOUGH = 0.80;

    @Test
    void whatAQuestionNeedsIsKeptOfALongDialogue() {
        JsonArray set = new JsonArray();
        LongStream.rangeClosed(1, DIALOGUES)
                .forEach(seed -> new Dialogue(seed).questions().forEach(set::add));
        PackPlan plan =
                new PackPlan(
                        Path.of("dialogues"), new Room.Budget(1_000), Where.ITS_OWN, Titles.READ);
        List<Task> tasks = new TaskReader(Titles.READ).read(set);
        Result result = new EvidenceBench(plan, FarTokens.of("o200k_base")::count).run(tasks);
        System.out.println(new EvidenceReport(result).json());
        assertEquals(240, tasks.size());
        assertTrue(
                tasks.stream().allMatch(it -> Scope.of(it.question()) == Scope.PART),
                "none is about all of it");
        assertTrue(result.whole().stream().allMatch(it -> it > LONG), "all are long");
        assertTrue(complete(result, Way.PACKER) >= ENOUGH);
        assertTrue(complete(result, Way.NEWEST_FIRST) < ENOUGH / 2, "it is not in the newest");
        result.ways()
                .values()
                .forEach(all -> assertTrue(all.stream().allMatch(it -> it.tokens() <= 1_000)));
    }

    private static double complete(Result result, Way way) {
        List<Measurement> all = result.of(way);
        return (double) all.stream().filter(Measurement::isComplete).count() / all.size();
    }
}
