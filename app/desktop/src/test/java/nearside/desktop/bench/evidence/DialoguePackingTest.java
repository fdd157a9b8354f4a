package nearside.desktop.bench.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.util.stream.Collectors.joining;

import com.google.gson.JsonArray;

import nearside.cloud.FarTokens;
import nearside.copilot.context.ContextPacker.Packed;
import nearside.copilot.context.ContextPacker.Talk;
import nearside.copilot.context.EvidencePacker;
import nearside.copilot.context.Limit;
import nearside.copilot.context.graph.Text;
import nearside.copilot.context.reading.Piece;
import nearside.copilot.context.scope.Scope;
import nearside.desktop.bench.evidence.EvidenceBench.Result;
import nearside.desktop.bench.evidence.EvidenceBench.Way;
import nearside.desktop.bench.evidence.PackPlan.Room;
import nearside.desktop.bench.evidence.PackPlan.Titles;
import nearside.desktop.bench.evidence.PackPlan.Where;
import nearside.engine.Prompt.Line;
import nearside.engine.Role;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.LongStream;

/// Facts, what is meant by a word of the turn before last, corrections, and facts that lead to one
/// another, in dialogues of more than 15,000 tokens of which 1,000 are kept.
class DialoguePackingTest {
    private static final int DIALOGUES = 12;
    private static final int LONG = 15_000;
    private static final double ENOUGH = 0.80;

    /// Tokens that a template adds to a line.
    private static final int MARKS = 4;

    private static List<Task> tasks() {
        JsonArray set = new JsonArray();
        LongStream.rangeClosed(1, DIALOGUES)
                .forEach(seed -> new Dialogue(seed).questions().forEach(set::add));
        return new TaskReader(Titles.READ).read(set);
    }

    @Test
    void whatAQuestionNeedsIsKeptOfALongDialogue() {
        PackPlan plan =
                new PackPlan(
                        Path.of("dialogues"), new Room.Budget(1_000), Where.ITS_OWN, Titles.READ);
        List<Task> tasks = tasks();
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

    /// The conversation as it is read here or leaves, with its last turns kept, in the same room.
    @Test
    void soItIsAsTheProgramItselfPacksIt() {
        FarTokens far = FarTokens.of("o200k_base");
        Map<String, Integer> counted = new HashMap<>();
        ToIntFunction<Line> tokens =
                line -> counted.computeIfAbsent(line.text(), far::count) + MARKS;
        List<Task> tasks = tasks();
        long complete =
                tasks.stream()
                        .filter(task -> {
                            Packed packed =
                                    new EvidencePacker()
                                            .pack(Talk.of(lines(task)), Limit.of(1_000), tokens);
                            assertTrue(packed.tokens() <= 1_000);
                            return isComplete(task, packed);
                        })
                        .count();
        System.out.println("packed by the program: " + complete + " of " + tasks.size());
        assertTrue(complete >= ENOUGH * tasks.size(), complete + " of " + tasks.size());
    }

    private static List<Line> lines(Task task) {
        List<Line> lines = new ArrayList<>();
        for (Text text : task.texts()) {
            lines.add(
                    new Line(
                            lines.size() % 2 == 0 ? Role.USER : Role.ASSISTANT,
                            text.pieces().stream().map(Piece::text).collect(joining())));
        }
        if (lines.size() % 2 != 0) {
            lines.add(new Line(Role.ASSISTANT, "Yes."));
        }
        lines.add(new Line(Role.USER, task.question()));
        return lines;
    }

    private static boolean isComplete(Task task, Packed packed) {
        String all = packed.lines().stream().map(Line::text).collect(joining("\n"));
        return task.evidence().stream()
                .allMatch(each ->
                        task
                                .texts()
                                .get(each.text())
                                .pieces()
                                .subList(each.from(), each.to())
                                .stream()
                                .allMatch(piece -> all.contains(piece.text().strip())));
    }

    private static double complete(Result result, Way way) {
        List<Measurement> all = result.of(way);
        return (double) all.stream().filter(Measurement::isComplete).count() / all.size();
    }
}
