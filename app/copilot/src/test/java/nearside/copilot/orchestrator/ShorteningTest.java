package nearside.copilot.orchestrator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.copilot.context.ContextPacker.Packed;
import nearside.copilot.context.ContextPacker.Seen;
import nearside.copilot.context.ContextPacker.Talk;
import nearside.copilot.context.Limit;
import nearside.engine.Prompt.Line;
import nearside.engine.Role;
import nearside.engine.contract.ScriptedEngine;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

class ShorteningTest {
    private static final List<String> SAID =
            List.of(
                    "The cat of my sister is called Mizzi. ",
                    "It rained. ",
                    "Es regnete viel; Käse! ",
                    "怎么了？它叫米茨。",
                    "```java\nint a = 1;\n```\n",
                    "[…] ",
                    "again again again ",
                    "\n\n- one\n- two\n");

    private final Shortening shortening = new Shortening(ScriptedEngine.writing("Yes"));

    private static Line user(String text) {
        return new Line(Role.USER, text);
    }

    private static Line answer(String text) {
        return new Line(Role.ASSISTANT, text);
    }

    private static List<Line> tenTurns() {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            lines.add(user("one two three four five six " + i));
            lines.add(answer("seven eight nine ten " + i));
        }
        lines.add(user("Why"));
        return lines;
    }

    @Test
    void whatIsPinnedCountsAsWhatStaysInAnyCase() {
        List<Line> lines = tenTurns();
        int question = shortening.least(Talk.of(lines));
        int pinned = shortening.least(new Talk(lines, Set.of(4), ""));
        assertEquals(question + 7 + 6, pinned, "its words, and what the template adds");
    }

    @Test
    void aPinnedAnswerStaysThoughItsQuestionDoesNot() {
        List<Line> lines = tenTurns();
        Talk talk = new Talk(lines, Set.of(3), "");
        Packed packed = shortening.to(Limit.of(shortening.least(talk)), talk);
        assertEquals(List.of(user("[…]"), lines.get(3), lines.getLast()), packed.lines());
        assertEquals(Seen.WHOLE, packed.seen().get(3));
        assertEquals(19, packed.leftOut());
    }

    @Test
    void whatTheModelIsToldFirstStandsBeforeTheMark() {
        List<Line> lines = new ArrayList<>(tenTurns());
        lines.addFirst(new Line(Role.SYSTEM, "Be brief"));
        Talk talk = new Talk(lines, Set.of(4), "");
        assertEquals(
                List.of(lines.getFirst(), user("[…]"), lines.get(4), lines.getLast()),
                shortening.to(Limit.of(shortening.least(talk)), talk).lines());
    }

    /// Of seeded talks of any kind, to any budget: what is pinned is there word for word, in its
    /// order; a person speaks first, and in turn.
    @Test
    void whateverIsPinnedIsThereWordForWord() {
        for (int seed = 0; seed < 400; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Talk talk = talk(random);
            int least = shortening.least(talk);
            int budget = least + random.nextInt(200);
            Packed packed = shortening.to(Limit.of(budget), talk);
            String all = String.join("\n", packed.lines().stream().map(Line::text).toList());
            int from = 0;
            for (int line : talk.pinned().stream().sorted().toList()) {
                String text = talk.lines().get(line).text();
                int at = all.indexOf(text, from);
                assertTrue(at >= 0, "seed " + seed + ", line " + line + ": " + text);
                assertEquals(Seen.WHOLE, packed.seen().get(line), "seed " + seed);
                from = at + text.length();
            }
            assertInTurn(packed.lines(), "seed " + seed);
            assertTrue(
                    packed.lines().stream().mapToInt(ShorteningTest::tokens).sum() <= budget,
                    "seed " + seed);
        }
    }

    private static int tokens(Line line) {
        return ScriptedEngine.writing().count(line.text()).orElseThrow() + 6;
    }

    private static void assertInTurn(List<Line> lines, String seed) {
        List<Role> roles = new ArrayList<>(lines.stream().map(Line::role).toList());
        roles.removeIf(role -> role == Role.SYSTEM);
        for (int i = 0; i < roles.size(); i++) {
            assertEquals(
                    i % 2 == 0 ? Role.USER : Role.ASSISTANT, roles.get(i), seed + ": " + roles);
        }
    }

    private static Talk talk(SplittableRandom random) {
        List<Line> lines = new ArrayList<>();
        if (random.nextBoolean()) {
            lines.add(new Line(Role.SYSTEM, "Be brief"));
        }
        for (int i = random.nextInt(30); i > 0; i--) {
            lines.add(user(text(random)));
            lines.add(answer(text(random)));
        }
        lines.add(user("How is the cat called?"));
        Set<Integer> pinned = new HashSet<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            pinned.add(random.nextInt(lines.size()));
        }
        return new Talk(lines, pinned, "");
    }

    private static String text(SplittableRandom random) {
        StringBuilder text = new StringBuilder("Number " + random.nextInt(100) + ". ");
        for (int i = random.nextInt(12); i > 0; i--) {
            text.append(SAID.get(random.nextInt(SAID.size())));
        }
        return text.toString();
    }
}
