package nearside.copilot.context;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.copilot.context.ContextPacker.Packed;
import nearside.engine.Prompt.Line;
import nearside.engine.Role;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

class TurnPackerTest {
    /// A word is a token, and a line costs two more.
    private static int words(Line line) {
        return line.text().split("\\s+", -1).length + 2;
    }

    private final TurnPacker packer = new TurnPacker();

    private static Line user(String text) {
        return new Line(Role.USER, text);
    }

    private static Line answer(String text) {
        return new Line(Role.ASSISTANT, text);
    }

    /// A long talk about nothing, with one fact early on.
    private static List<Line> talk(String question) {
        List<Line> lines = new ArrayList<>(List.of(new Line(Role.SYSTEM, "Be brief")));
        lines.add(user("What is the name of the cat"));
        lines.add(answer("The cat of my sister is called Mizzi"));
        for (int i = 0; i < 40; i++) {
            lines.add(user("and what about number " + i));
            lines.add(answer("that one was blue and heavy " + i));
        }
        lines.add(user(question));
        return lines;
    }

    @Test
    void whatFitsStaysWhole() {
        List<Line> all = talk("Why");
        Packed packed = packer.pack(all, 10_000, TurnPackerTest::words);
        assertEquals(all, packed.lines());
        assertEquals(0, packed.leftOut());
    }

    @Test
    void whatTheQuestionNeedsStaysHoweverLongAgo() {
        List<Line> all = talk("How is the cat called");
        Packed packed = packer.pack(all, 80, TurnPackerTest::words);
        assertTrue(packed.lines().contains(all.get(0)), "what the model is told");
        assertTrue(packed.lines().contains(all.get(1)), "the neighbour");
        assertTrue(packed.lines().contains(all.get(2)), "the fact");
        assertEquals(all.getLast(), packed.lines().getLast());
        assertTrue(packed.tokens() <= 80, packed.tokens() + " tokens");
        assertEquals(all.size() - packed.lines().size(), packed.leftOut());
    }

    @Test
    void theLastTurnsStayWithoutAWordInCommon() {
        List<Line> all = talk("Huh");
        Packed packed = packer.pack(all, 60, TurnPackerTest::words);
        assertTrue(packed.lines().containsAll(all.subList(all.size() - 5, all.size())));
    }

    @Test
    void theQuestionStaysEvenIfItAloneIsTooLong() {
        Packed packed = packer.pack(talk("one two three four five six"), 3, TurnPackerTest::words);
        assertEquals(List.of(user("one two three four five six")), packed.lines());
    }

    @Test
    void hanIsComparedByPairsOfLetters() {
        List<Line> all = new ArrayList<>();
        all.add(user("我姐姐的猫叫米兹"));
        for (int i = 0; i < 30; i++) {
            all.add(answer("天气很好 " + i));
            all.add(user("然后呢 " + i));
        }
        all.add(user("姐姐的猫叫什么"));
        Packed packed = packer.pack(all, 45, line -> line.text().length());
        assertTrue(packed.lines().contains(all.getFirst()));
    }

    @Test
    void noPackIsEverOverItsBudgetOrOutOfOrder() {
        SplittableRandom random = new SplittableRandom(7);
        for (int round = 0; round < 300; round++) {
            List<Line> all = new ArrayList<>();
            for (int i = random.nextInt(60); i >= 0; i--) {
                String text = "w" + random.nextInt(20) + " x".repeat(random.nextInt(30));
                all.add(random.nextBoolean() ? user(text) : answer(text));
            }
            all.add(user("w3 w4 w5"));
            int budget = 5 + random.nextInt(300);
            Packed packed = packer.pack(all, budget, TurnPackerTest::words);
            assertTrue(packed.tokens() <= budget, "round " + round);
            List<Line> left = new ArrayList<>(all);
            for (Line line : packed.lines()) {
                int at = left.indexOf(line);
                assertTrue(at >= 0, "round " + round);
                left = left.subList(at + 1, left.size());
            }
        }
    }
}
