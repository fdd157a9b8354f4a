package nearside.worker.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import java.util.List;

class LogitRowsTest {
    static final List<String> MODELS = GraphFiles.MODELS;

    @ParameterizedTest
    @FieldSource("MODELS")
    void lastProductGetsOnlyTheRowsFromTheNewInputOn(String model) throws Exception {
        Graph graph = Graph.read(GraphFiles.bytes(model));
        Node head = graph.producer("logits").orElseThrow();
        Graph cut = LogitRows.cut(graph, "logits");
        Node cutHead = cut.producer("logits").orElseThrow();
        Node slice = cut.producer(cutHead.input(0)).orElseThrow();
        assertEquals(head.input(0), slice.input(0));
        assertEquals(LogitRows.INPUT, slice.input(1));
        assertEquals(head.field().raw(), cutHead.withInput(0, head.input(0)).field().raw());
        assertEquals(graph.nodes().size() + 1, cut.nodes().size());
        assertEquals(LogitRows.INPUT, cut.input(LogitRows.INPUT).name());
    }

    @Test
    void elementwiseStepsAfterTheProductAreLookedThrough() throws Exception {
        Graph graph = Graph.read(GraphFiles.bytes("phi3-tiny-4k"));
        Node head = graph.producer("logits").orElseThrow();
        Graph capped =
                graph.replacing(
                                head,
                                Node.of("MatMul", "h", List.of(head.input(0), "w"), "raw"),
                                Node.of("Mul", "m", List.of("factor", "raw"), "small"),
                                Node.of("Tanh", "t", List.of("small"), "logits"))
                        .with(Tensors.of("w", 1))
                        .with(Tensors.of("factor", 1));
        Graph cut = LogitRows.cut(capped, "logits");
        Node product = cut.producer("raw").orElseThrow();
        assertEquals("Slice", cut.producer(product.input(0)).orElseThrow().message().text(4));
    }

    @Test
    void logitsOfAnotherMakeAreNotCut() throws Exception {
        Graph graph = Graph.read(GraphFiles.bytes("phi3-tiny-4k"));
        Node head = graph.producer("logits").orElseThrow();
        String hidden = head.input(0);
        for (Node other :
                List.of(
                        Node.of("MatMul", "h", List.of(hidden, hidden), "logits"),
                        Node.of("Mul", "h", List.of(hidden, hidden), "logits"),
                        Node.of("Tanh", "h", List.of("logits"), "logits"),
                        Node.of("Tanh", "h", List.of("input_ids"), "logits"),
                        Node.of("Softmax", "h", List.of(hidden), "logits"))) {
            Graph changed = graph.replacing(head, other);
            assertThrows(GraphException.class, () -> LogitRows.cut(changed, "logits"));
        }
        assertThrows(GraphException.class, () -> LogitRows.cut(graph, "other"));
    }
}
