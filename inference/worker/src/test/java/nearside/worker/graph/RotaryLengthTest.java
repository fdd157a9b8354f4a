package nearside.worker.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import java.util.List;

class RotaryLengthTest {
    private static Graph graph(String model) throws Exception {
        return Graph.read(GraphFiles.bytes(model));
    }

    private static Node comparison(Graph graph) throws Exception {
        return graph.nodes().stream().filter(node -> node.is("Greater")).findFirst().orElseThrow();
    }

    @Test
    void comparedNumberComesFromTheNewInput() throws Exception {
        Graph graph = graph("phi3-tiny-128k");
        Graph edited = RotaryLength.choose(graph, "attention_mask");
        Node before = comparison(graph);
        Node after = comparison(edited);
        assertEquals(List.of(RotaryLength.INPUT, before.input(1)), after.inputs());
        assertEquals(before.outputs(), after.outputs());
        assertEquals(graph.nodes().size(), edited.nodes().size());
    }

    @Test
    void graphThatDoesNotChooseByItsMaskIsLeftAsItIs() throws Exception {
        Graph fourK = graph("phi3-tiny-4k");
        Graph long128k = graph("phi3-tiny-128k");
        Node comparison = comparison(long128k);
        List<Graph> others =
                List.of(
                        fourK,
                        graph("smollm2-135m-instruct-int4"),
                        long128k.replacing(comparison),
                        long128k.replacing(comparison, comparison.withInput(0, "input_ids")));
        for (Graph other : others) {
            assertThrows(GraphException.class, () -> RotaryLength.choose(other, "attention_mask"));
        }
        assertThrows(GraphException.class, () -> RotaryLength.choose(long128k, "input_ids"));
    }
}
