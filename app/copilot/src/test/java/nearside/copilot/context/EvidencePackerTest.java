package nearside.copilot.context;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.copilot.context.ContextPacker.Packed;
import nearside.copilot.context.ContextPacker.Seen;
import nearside.copilot.context.ContextPacker.Talk;
import nearside.engine.Prompt.Line;
import nearside.engine.Role;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class EvidencePackerTest {
    /// A word is a token, and a line costs two more.
    private static int words(Line line) {
        return line.text().split("\\s+", -1).length + 2;
    }

    private final EvidencePacker packer = new EvidencePacker();

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
        Packed packed = packer.pack(Talk.of(all), Limit.of(10_000), EvidencePackerTest::words);
        assertEquals(all, packed.lines());
        assertEquals(0, packed.leftOut());
    }

    @Test
    void whatTheQuestionNeedsStaysHoweverLongAgo() {
        List<Line> all = talk("How is the cat called");
        Packed packed = packer.pack(Talk.of(all), Limit.of(80), EvidencePackerTest::words);
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
        Packed packed = packer.pack(Talk.of(all), Limit.of(60), EvidencePackerTest::words);
        assertTrue(packed.lines().containsAll(all.subList(all.size() - 5, all.size())));
    }

    /// Words that stand everywhere must not push out what was said last.
    @Test
    void theLastTurnsStayThoughOlderOnesHaveTheWordsOfTheQuestion() {
        List<Line> all = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            all.add(user("Is the other number fine, " + i));
            all.add(answer("The other number is fine, " + i));
        }
        List<Line> last =
                List.of(user("Then paint it"), answer("Green"), user("Why so"), answer("It calms"));
        all.addAll(last);
        all.add(user("And the other number?"));
        Packed packed = packer.pack(Talk.of(all), Limit.of(80), EvidencePackerTest::words);
        assertTrue(packed.lines().containsAll(last), text(packed));
        assertTrue(packed.lines().size() > last.size() + 1, "and some of the others");
    }

    @Test
    void theQuestionStaysEvenIfItAloneIsTooLong() {
        Packed packed =
                packer.pack(
                        Talk.of(talk("one two three four five six")),
                        Limit.of(3),
                        EvidencePackerTest::words);
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
        Packed packed = packer.pack(Talk.of(all), Limit.of(45), line -> line.text().length());
        assertTrue(packed.lines().contains(all.getFirst()));
    }

    private static String text(Packed packed) {
        return packed.lines().stream().map(Line::text).collect(Collectors.joining("\n"));
    }

    private static final String FILLER =
            IntStream.range(0, 60)
                    .mapToObj(i -> "Sentence " + i + " tells of the weather at the coast.")
                    .collect(Collectors.joining(" ", "", " "));

    /// Of a long answer the sentence stays, and what is left out around it is marked.
    @Test
    void aLongTurnIsCutBetweenSentences() {
        List<Line> all =
                List.of(
                        user("Tell me all of it"),
                        answer(
                                FILLER
                                        + "The boiler needs 3.5 bar and must not be opened. "
                                        + FILLER),
                        user("Thanks"),
                        answer("Welcome"),
                        user("Which pressure does the boiler need?"));
        Packed packed = packer.pack(Talk.of(all), Limit.of(60), EvidencePackerTest::words);
        String text = text(packed);
        assertTrue(text.contains("The boiler needs 3.5 bar and must not be opened."), text);
        assertTrue(text.contains("[…] The boiler"), text);
        assertEquals(Seen.PART, packed.seen().get(1));
        assertEquals(Seen.WHOLE, packed.seen().getLast());
    }

    /// The question stays whole, and of the file that goes with it what answers.
    @Test
    void aFileThatGoesWithTheQuestionIsCutAndTheQuestionIsNot() {
        String file =
                "report.txt:\n```\n"
                        + FILLER
                        + "\nThe keeper is called Ada Voss.\n"
                        + FILLER
                        + "\n```\n\n";
        String question = "What is the name of the keeper? Answer shortly.";
        Packed packed =
                packer.pack(
                        Talk.of(List.of(user(file + question))),
                        Limit.of(60),
                        EvidencePackerTest::words);
        String text = text(packed);
        assertTrue(text.endsWith(question), text);
        assertTrue(text.startsWith("report.txt:\n```\n"), text);
        assertTrue(text.contains("The keeper is called Ada Voss."), text);
        assertTrue(text.contains("\n```\n\nWhat"), text);
        assertTrue(packed.tokens() <= 60);
        assertEquals(
                List.of(user("report.txt:\n\n\n" + question).text().replace("\n\n\n", "\n\n")),
                EvidencePacker.neverCut(Talk.of(List.of(user(file + question)))).stream()
                        .map(it -> it.text().replace("\n\n\n", "\n\n"))
                        .toList());
    }

    /// A file of 10 MB is read sentence by sentence, and not all of it is kept in memory.
    @Test
    void ofAVeryLongFileWhatAnswersIsFound() {
        StringBuilder file = new StringBuilder("log.txt:\n```\n");
        for (int i = 0; i < 180_000; i++) {
            file.append("The weather at the coast was fine on day " + i + " of that year.\n");
            if (i == 90_000) {
                file.append("The keeper of the lighthouse is called Ada Voss.\n");
            }
        }
        String question = "What is the name of the keeper?";
        Packed packed =
                packer.pack(
                        Talk.of(List.of(user(file + "```\n\n" + question))),
                        Limit.of(200),
                        line -> line.text().length() / 4);
        assertTrue(text(packed).contains("is called Ada Voss."), text(packed));
        assertTrue(text(packed).endsWith(question));
        assertTrue(packed.tokens() <= 200);
    }

    /// Each of these took minutes or all memory in some way of reading them.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n",
                "? a",
                "```x\n",
                "~~~\n```x\n",
                "a. b ",
                " ",
                "x",
                "Aa",
                "- \n",
                "Dr. ",
                "[",
                "你",
                "1. "
            })
    void rubbishOfAnyKindIsPacked(String rubbish) {
        packs(rubbish, "Who is it?");
        packs(rubbish, "Summarise everything.");
    }

    private void packs(String rubbish, String question) {
        String text = rubbish.repeat(500_000 / rubbish.length());
        Packed packed =
                packer.pack(
                        Talk.of(
                                List.of(
                                        user(text),
                                        answer(text),
                                        user("f:\n````\n" + text + "\n````\n" + question))),
                        Limit.of(100),
                        line -> line.text().length() / 4);
        assertTrue(packed.tokens() <= 100);
        assertTrue(text(packed).endsWith(question) || text(packed).contains(rubbish), rubbish);
    }

    @Test
    void whatIsPinnedStaysWholeHoweverLittleItHasToDoWithTheQuestion() {
        List<Line> all = talk("How is the cat called");
        Talk pinned = new Talk(all, Set.of(20), "");
        Packed packed = packer.pack(pinned, Limit.of(60), EvidencePackerTest::words);
        assertEquals(Seen.WHOLE, packed.seen().get(20));
        assertTrue(packed.lines().contains(all.get(20)));
        assertEquals(
                Seen.NOTHING,
                packer.pack(Talk.of(all), Limit.of(60), EvidencePackerTest::words).seen().get(20));
        assertTrue(EvidencePacker.neverCut(pinned).contains(all.get(20)));
    }

    @Test
    void whatIsSoughtBesidesTheQuestionIsFound() {
        List<Line> all = talk("Tell me more");
        Talk sought = new Talk(all, Set.of(), "the name of the cat");
        assertTrue(
                text(packer.pack(sought, Limit.of(60), EvidencePackerTest::words))
                        .contains("Mizzi"));
    }

    /// 3,000 words about nothing, with one fact early on.
    private static List<Line> longTalk(String question) {
        List<Line> lines = talk(question);
        List<Line> more = new ArrayList<>(lines.subList(0, lines.size() - 1));
        for (int i = 0; i < 300; i++) {
            more.add(user("so what is there about thing " + i));
            more.add(answer("it was green and light " + i));
        }
        more.add(lines.getLast());
        return more;
    }

    @Test
    void anAdaptiveLimitEndsWhereNothingIsAdded() {
        Talk talk = Talk.of(longTalk("How is the cat of my sister called"));
        Packed packed = packer.pack(talk, Limit.upTo(100_000), EvidencePackerTest::words);
        assertTrue(text(packed).contains("Mizzi"));
        assertTrue(packed.tokens() < 200, "took " + packed.tokens());
        Packed filled = packer.pack(talk, Limit.of(1_000), EvidencePackerTest::words);
        assertTrue(filled.tokens() > 900, "took " + filled.tokens());
    }

    @Test
    void whereTheQuestionLeadsNowhereAnAdaptiveLimitTakesAllThatHasRoom() {
        List<Line> all = longTalk("Please rewrite everything more simply");
        assertEquals(
                all,
                packer.pack(Talk.of(all), Limit.upTo(100_000), EvidencePackerTest::words).lines());
        Packed packed = packer.pack(Talk.of(all), Limit.upTo(1_000), EvidencePackerTest::words);
        assertTrue(packed.tokens() > 900, "took " + packed.tokens());
    }

    @Test
    void ofAShortTalkAnAdaptiveLimitLeavesNothingOut() {
        List<Line> all = talk("How is the cat called");
        assertEquals(
                all,
                packer.pack(Talk.of(all), Limit.upTo(2_000), EvidencePackerTest::words).lines());
    }

    @Test
    void codeThatIsAskedAboutStaysWhole() {
        String code = "```java\nint addUp(int a, int b) {\n    return a + b;\n}\n```\n";
        List<Line> all = new ArrayList<>();
        all.add(user("Write it"));
        all.add(answer(code));
        for (int i = 0; i < 30; i++) {
            all.add(user("What of number " + i + "?"));
            all.add(answer("It adds up to a number, " + i + "."));
        }
        all.add(user("Why does addUp take two numbers?"));
        Packed packed = packer.pack(Talk.of(all), Limit.of(60), EvidencePackerTest::words);
        assertTrue(packed.lines().contains(answer(code)), text(packed));
        all.set(all.size() - 1, user("Is there a bug in the function?"));
        assertTrue(
                packer.pack(Talk.of(all), Limit.of(60), EvidencePackerTest::words)
                        .lines()
                        .contains(answer(code)));
    }

    @Test
    void whatWasSaidTwiceIsKeptOnce() {
        String twice = "The meeting with the keeper of the lighthouse is on the fifth of May.";
        List<Line> all = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            all.add(user(twice));
            all.add(answer("Noted, number " + i));
        }
        all.add(user("When is the meeting with the keeper?"));
        Packed packed = packer.pack(Talk.of(all), Limit.of(80), EvidencePackerTest::words);
        assertEquals(1, packed.lines().stream().filter(it -> it.text().equals(twice)).count());
    }

    /// What is begun of an answer stays with its question.
    @Test
    void anAnswerThatGoesOnIsNeverCut() {
        List<Line> all = new ArrayList<>(talk("How is the cat called"));
        Line begun = answer(FILLER + "It is called");
        all.add(begun);
        Packed packed = packer.pack(Talk.of(all), Limit.of(900), EvidencePackerTest::words);
        assertEquals(
                all.subList(all.size() - 2, all.size()),
                packed.lines().subList(packed.lines().size() - 2, packed.lines().size()));
        assertTrue(packed.lines().contains(all.get(2)), "the fact");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "How deep is the lake, and who met Kim?",
                "Summarise our whole conversation.",
                "Translate the whole text.",
                "How often is Kim mentioned?"
            })
    void whatStaysIsPartOfWhatWasThereAndTheSameEachTime(String question) {
        SplittableRandom random = new SplittableRandom(3);
        String[] parts = {
            "The Lake Vorn is deep. ", "It is not safe. ", "Weather again. ", "- item 5 kg\n",
                    "\n\n",
            "```\ncode();\n```\n", "Ada met Kim. ", "你好。", "x: ", "They left at 7 pm. "
        };
        for (int round = 0; round < 200; round++) {
            List<Line> all = new ArrayList<>();
            for (int i = random.nextInt(12); i >= 0; i--) {
                String text =
                        IntStream.range(0, 1 + random.nextInt(60))
                                .mapToObj(_ -> parts[random.nextInt(parts.length)])
                                .collect(Collectors.joining());
                all.add(random.nextBoolean() ? user(text) : answer(text));
            }
            all.add(user(question));
            int budget = 20 + random.nextInt(400);
            Packed packed = packer.pack(Talk.of(all), Limit.of(budget), EvidencePackerTest::words);
            assertTrue(packed.tokens() <= budget, "round " + round);
            assertEquals(
                    packed, packer.pack(Talk.of(all), Limit.of(budget), EvidencePackerTest::words));
            assertEquals(all.size(), packed.seen().size());
            int line = 0;
            for (Line kept : packed.lines()) {
                while (packed.seen().get(line) == Seen.NOTHING) {
                    line++;
                }
                assertPartOf(kept.text(), all.get(line).text());
                line++;
            }
        }
    }

    /// Piece by piece between the marks, in order.
    private static void assertPartOf(String kept, String whole) {
        int at = 0;
        for (String piece : kept.split("\\[…]", -1)) {
            int found = whole.indexOf(piece.strip(), at);
            assertTrue(found >= 0, () -> piece + " is not in order in " + whole);
            at = found + piece.strip().length();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"w3 w4 w5", "Summarise everything"})
    void noPackIsEverOverItsBudgetOrOutOfOrder(String question) {
        SplittableRandom random = new SplittableRandom(7);
        for (int round = 0; round < 300; round++) {
            List<Line> all = new ArrayList<>();
            for (int i = random.nextInt(60); i >= 0; i--) {
                String text = "w" + random.nextInt(20) + " x".repeat(random.nextInt(30));
                all.add(random.nextBoolean() ? user(text) : answer(text));
            }
            all.add(user(question));
            int budget = 5 + random.nextInt(300);
            Packed packed = packer.pack(Talk.of(all), Limit.of(budget), EvidencePackerTest::words);
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
