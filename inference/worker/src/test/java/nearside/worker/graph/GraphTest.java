package nearside.worker.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

class GraphTest {
    static final List<String> MODELS = GraphFiles.MODELS;

    @ParameterizedTest
    @FieldSource("MODELS")
    void graphThatIsNotEditedIsWrittenAsItWasRead(String model) throws Exception {
        byte[] file = GraphFiles.bytes(model);
        assertArrayEquals(file, Graph.read(file).write());
    }

    @ParameterizedTest
    @FieldSource("MODELS")
    void everyNodeWrittenAnewIsTheSameBytes(String model) throws Exception {
        for (Node node : Graph.read(GraphFiles.bytes(model)).nodes()) {
            assertEquals(node.field().raw(), Node.of(node.message()).field().raw());
        }
    }

    @Test
    void editLeavesEverythingElseInItsPlace() throws Exception {
        byte[] file = GraphFiles.bytes("phi3-tiny-4k");
        Graph graph = Graph.read(file);
        Node first = graph.nodes().getFirst();
        Graph edited = graph.replacing(first, first.with("note", 7));
        assertEquals(7L, edited.nodes().getFirst().whole("note").orElseThrow());
        assertEquals(graph.nodes().size(), edited.nodes().size());
        Graph restored = edited.replacing(edited.nodes().getFirst(), first);
        assertArrayEquals(file, restored.write());
    }

    @Test
    void omittedInputsBeforeANewOneGetEmptyNames() {
        Node node = Node.of("Slice", "s", List.of("a", "b"), "c").withInput(4, "e");
        assertEquals(List.of("a", "b", "", "", "e"), node.inputs());
        assertEquals(List.of("c"), node.outputs());
    }

    @Test
    void nameIsGivenOnce() throws Exception {
        Graph graph = Graph.read(GraphFiles.bytes("phi3-tiny-4k"));
        Graph edited = graph.with(Tensors.of("mine", 1));
        assertTrue(edited.isWeight("mine"));
        assertThrows(GraphException.class, () -> edited.with(Tensors.of("mine", 2)));
        assertThrows(GraphException.class, () -> graph.with(Tensors.of("cos_cache", 2)));
        assertThrows(
                GraphException.class,
                () -> graph.with(Port.input("attention_mask", ElementType.INT64)));
    }

    @Test
    void numbersOfEveryLengthAreReadAsWritten() throws Exception {
        for (int bit = 0; bit < Long.SIZE; bit++) {
            for (long value : new long[] {1L << bit, (1L << bit) - 1, -1L >>> bit}) {
                assertEquals(value, Field.number(3, value).value());
                assertEquals(
                        Varints.size(value), Field.number(3, value).content().remaining(), "size");
            }
        }
    }

    /// What is not a graph is said so, and nothing else happens.
    @Test
    void brokenBytesAreRefusedOrReadNeverWorse() throws Exception {
        byte[] file = GraphFiles.bytes("phi3-tiny-4k");
        int refused = 0;
        for (int seed = 0; seed < 2000; seed++) {
            byte[] broken = Mutation.of(file, new Random(seed));
            try {
                byte[] written = LogitRows.cut(Graph.read(broken), "logits").write();
                assertTrue(written.length > broken.length / 2);
            } catch (GraphException expected) {
                refused++;
            }
        }
        assertTrue(refused > 500, refused + " refused");
        assertThrows(GraphException.class, () -> Graph.read(new byte[0]));
        assertThrows(GraphException.class, () -> Graph.read(Arrays.copyOf(file, 1000)));
    }
}
