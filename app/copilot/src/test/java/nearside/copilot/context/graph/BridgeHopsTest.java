package nearside.copilot.context.graph;

import static nearside.copilot.context.graph.Texts.document;
import static nearside.copilot.context.graph.Texts.read;
import static nearside.copilot.context.graph.Texts.turn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.copilot.context.graph.Ranking.Pick;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

class BridgeHopsTest {
    private static List<Integer> order(Ranking ranking, List<Text> texts, String question) {
        Graph graph = new Graph(texts);
        List<Integer> order = new ArrayList<>();
        Iterator<Pick> picks = ranking.of(graph, read(question));
        picks.forEachRemaining(pick -> order.add(pick.piece()));
        assertEquals(
                IntStream.range(0, graph.pieceCount()).boxed().toList(),
                order.stream().sorted().toList(),
                "each piece once");
        return order;
    }

    private static int rank(Ranking ranking, List<Text> texts, String question, int piece) {
        return order(ranking, texts, question).indexOf(piece);
    }

    /// Where the station is called nothing of what is asked, and something else is called so.
    private static final List<Text> BRIDGE =
            List.of(
                    document("Anna Berg", "Anna Berg is a painter. She lives near Lake Vorn."),
                    document("Radio", "A painter paints a lake. People live near a painter."),
                    document("Rivers", "Rivers are long. They have a country and a size."),
                    document("Lake Vorn", "Lake Vorn lies in Estonia. It is deep."));

    @Test
    void aNameLeadsToTheTextThatIsAboutIt() {
        String question = "In which country lives the painter Anna Berg?";
        int estonia = 6;
        assertTrue(rank(new BridgeHops(), BRIDGE, question, estonia) <= 3);
        assertTrue(rank(new BestWords(), BRIDGE, question, estonia) > 3, "words do not lead there");
    }

    @Test
    void aSentenceThatLeansOnTheFirstOneBringsIt() {
        List<Text> texts =
                List.of(
                        document("", "Mount Orr is a hill. Some say so. It was climbed by Zed."),
                        document("", "Climbing is a sport. Zed was not here. Nobody was."));
        assertEquals(
                List.of(2, 0),
                order(new BridgeHops(), texts, "Who climbed with Zed?").subList(0, 2));
    }

    @Test
    void aTurnBringsThoseBesideIt() {
        List<Text> texts =
                List.of(
                        turn("a", "The weather is fine"),
                        turn("b", "What did we say about the boiler?"),
                        turn("a", "That it is to be changed in May"),
                        turn("b", "Fine weather"),
                        turn("a", "Yes"));
        List<Integer> order = order(new BridgeHops(), texts, "When do we change our boiler?");
        assertTrue(order.subList(0, 3).containsAll(List.of(1, 2)), order::toString);
    }

    /// What "they" are was said in the turn before the answer to it.
    @Test
    void aTurnThatLeansIsReachedOverTheAnswerBetween() {
        List<Text> texts = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            texts.add(turn("a", "Kim was in town again"));
            texts.add(turn("b", "Good"));
        }
        texts.add(turn("a", "I met Kim and the sister of Kim"));
        texts.add(turn("b", "Nice"));
        int leaning = texts.size();
        texts.add(turn("a", "They live on floor seven"));
        assertTrue(
                rank(new BridgeHops(), texts, "How high up are Kim and the sister?", leaning) <= 2);
        texts.set(leaning, turn("a", "Somebody lives on floor seven"));
        assertTrue(
                rank(new BridgeHops(), texts, "How high up are Kim and the sister?", leaning) > 2);
    }

    /// Six times the same is worth less than what is asked and was not said yet.
    @Test
    void whatWasSaidAlreadyIsWorthLess() {
        List<Text> texts = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            texts.add(document("Person " + i, "A reggae singer born at the harbour."));
        }
        for (int i = 0; i < 20; i++) {
            texts.add(document("Day " + i, "It rained, and nothing was done."));
        }
        texts.add(document("Thing", "The single was produced in an old house by someone unknown."));
        String question = "Who produced the single of the reggae singer born at the harbour?";
        assertTrue(rank(new BridgeHops(), texts, question, 26) < 3);
        assertEquals(6, rank(new BestWords(), texts, question, 26));
    }

    @Test
    void theSameInputGivesTheSameOrder() {
        List<Text> texts = new ArrayList<>(BRIDGE);
        String question = "Where is the lake of the painter?";
        assertEquals(
                order(new BridgeHops(), texts, question),
                order(new BridgeHops(), List.copyOf(texts), question));
    }

    @Test
    void aQuestionThatSharesNothingStillGoesThroughAll() {
        assertEquals(7, order(new BridgeHops(), BRIDGE, "?").size() - 1);
        assertEquals(List.of(), order(new BridgeHops(), List.of(), "What?"));
    }

    /// A question may be a whole pasted text: the rarest of its words count.
    @Test
    void aLongQuestionIsNoTrouble() {
        String question =
                IntStream.range(0, 500)
                        .mapToObj(i -> "word" + i)
                        .reduce("Lake Vorn", (a, b) -> a + " " + b);
        List<Text> texts = new ArrayList<>(BRIDGE);
        texts.add(document("Words", question));
        assertEquals(8, order(new BridgeHops(), texts, question).getFirst());
    }
}
