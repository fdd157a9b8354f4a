package nearside.copilot.context;

import static nearside.copilot.context.graph.Texts.document;
import static nearside.copilot.context.graph.Texts.turn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.copilot.context.Filling.Kept;
import nearside.copilot.context.graph.Graph;
import nearside.copilot.context.graph.Text;

import org.junit.jupiter.api.Test;

import java.util.BitSet;
import java.util.List;

class RenderingTest {
    private static String rendered(List<Text> texts, List<Integer> best, int... pieces) {
        BitSet kept = new BitSet();
        for (int piece : pieces) {
            kept.set(piece);
        }
        return new Rendering(new Graph(texts)).of(new Kept(kept, best, 0));
    }

    @Test
    void theBestDocumentsStandAtTheEndsEachUnderOneHeader() {
        List<Text> texts =
                List.of(
                        document("A", "One. Two. Three."),
                        document("B", "Four."),
                        document("", "Five."),
                        document("D", "Six."));
        assertEquals(
                "[2] B\nFour.\n\n[3]\nFive.\n\n[4] D\nSix.\n\n[1] A\nOne. Three.",
                rendered(texts, List.of(1, 0, 2, 3), 0, 2, 3, 4, 5));
    }

    @Test
    void turnsStandInTheirOrderWhateverIsBest() {
        List<Text> texts =
                List.of(turn("user", "One"), turn("assistant", "Two"), turn("user", "3"));
        assertEquals("[1] user\nOne\n\n[3] user\n3", rendered(texts, List.of(2, 0), 0, 2));
    }

    @Test
    void nothingIsNothing() {
        assertEquals("", rendered(List.of(document("A", "One.")), List.of()));
    }
}
