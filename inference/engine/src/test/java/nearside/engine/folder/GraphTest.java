package nearside.engine.folder;

import static nearside.engine.folder.Proto.external;
import static nearside.engine.folder.Proto.graphWithNode;
import static nearside.engine.folder.Proto.graphWithTensor;
import static nearside.engine.folder.Proto.message;
import static nearside.engine.folder.Proto.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.engine.folder.FolderFlaw.Cut;
import nearside.engine.folder.FolderFlaw.Missing;
import nearside.engine.folder.FolderFlaw.NotOnnx;
import nearside.engine.folder.FolderFlaw.StrayData;
import nearside.engine.folder.FolderFlaw.Unsupported;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What the graph may hold, and what it needs of other files. Further parts are appended: protobuf
/// merges a second graph into the first.
class GraphTest {
    private static final String GRAPH = "model.onnx";
    private static final String DATA = "model.onnx.data";
    private static final int DATA_BYTES = 9_805_568;

    @TempDir Path temp;
    private FolderCopy copy = new FolderCopy(Path.of(""));

    @BeforeEach
    void copy() throws IOException {
        copy = FolderCopy.of("phi3-tiny-4k", temp);
    }

    @Test
    void graphCutAnywhereIsRefused() throws IOException {
        byte[] whole = copy.bytes(GRAPH);
        for (int length = 0; length < whole.length; length += 211) {
            FolderFlaw flaw = copy.cut(GRAPH, length).flaw();
            assertTrue(flaw instanceof Cut || flaw instanceof NotOnnx, flaw::toString);
            copy.with(GRAPH, whole);
        }
    }

    @Test
    void cutGraphSaysBothSizes() throws IOException {
        Cut cut = assertInstanceOf(Cut.class, copy.cut(GRAPH, 10_000).flaw());
        assertEquals(GRAPH, cut.file());
        assertEquals(10_000, cut.foundBytes());
        assertTrue(cut.expectedBytes() > 18_000 && cut.expectedBytes() <= 18_188, cut::toString);
    }

    @Test
    void cutDataSaysBothSizes() throws IOException {
        Cut cut = assertInstanceOf(Cut.class, copy.cut(DATA, DATA_BYTES - 4096).flaw());
        assertEquals(DATA, cut.file());
        assertEquals(DATA_BYTES - 4096, cut.foundBytes());
        assertTrue(cut.expectedBytes() > DATA_BYTES - 4096 && cut.expectedBytes() <= DATA_BYTES);
    }

    @Test
    void longerDataIsNoHarm() throws IOException {
        copy.append(DATA, new byte[5000]);
        assertEquals(18_188 + DATA_BYTES + 5000, copy.sound().contents().weightBytes());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../model.onnx.data",
                "sub/model.onnx.data",
                "/etc/passwd",
                "\\\\server\\share\\x.data",
                "C:\\x.data",
                "C:x.data",
                "..",
                ".",
                ".hidden.data",
                "x.so",
                "tokenizer.json",
                "x.data/",
                "x.data::$DATA",
                "*/_ORT_MEM_ADDR_/*",
                "x\u0000.data",
                "",
            })
    void dataOutsideTheAllowedNamesIsStray(String location) throws IOException {
        copy.append(GRAPH, graphWithTensor(external(location, "0", "16")));
        assertEquals(new StrayData(GRAPH, location), copy.flaw());
    }

    @Test
    void secondDataFileIsMissedByName() throws IOException {
        copy.append(GRAPH, graphWithTensor(external("more.data", "0", "16")));
        assertEquals(new Missing("more.data"), copy.flaw());
    }

    @Test
    void secondDataFileBelongsToTheModel() throws IOException {
        copy.append(GRAPH, graphWithTensor(external("more.data", "16", "16")));
        copy.with("more.data", new byte[32]);
        assertTrue(copy.sound().contents().files().contains("more.data"));
        copy.with("more.data", new byte[31]);
        assertEquals(new Cut("more.data", 32, 31), copy.flaw());
    }

    @Test
    void dataWithoutALengthIsMeasuredByItsShape() throws IOException {
        byte[] tensor =
                graphWithTensor(
                        message()
                                .bytes(1, new byte[] {3, 5})
                                .number(2, 21)
                                .inner(13, Proto.entry("location", DATA))
                                .inner(13, Proto.entry("offset", "" + (DATA_BYTES - 7)))
                                .number(14, 1));
        copy.append(GRAPH, tensor);
        assertEquals(new Cut(DATA, DATA_BYTES + 1, DATA_BYTES), copy.flaw());
    }

    @Test
    void statedLengthBelowTheShapeDoesNotCount() throws IOException {
        String offset = Integer.toString(DATA_BYTES - 4);
        copy.append(GRAPH, graphWithTensor(external(DATA, offset, "4")));
        assertEquals(new Cut(DATA, DATA_BYTES + 12, DATA_BYTES), copy.flaw());
    }

    @ParameterizedTest
    @CsvSource({"-1,16", "0,-1", "0x10,16", "99999999999999999999,16", "'',16", "1e3,16"})
    void offsetThatIsNoNumberIsRefused(String offset, String length) throws IOException {
        copy.append(GRAPH, graphWithTensor(external(DATA, offset, length)));
        assertInstanceOf(NotOnnx.class, copy.flaw());
    }

    @Test
    void sumsDoNotOverflow() throws IOException {
        String most = "999999999999999999";
        copy.append(GRAPH, graphWithTensor(external(DATA, most, most)));
        assertEquals(new Cut(DATA, 1_999_999_999_999_999_998L, DATA_BYTES), copy.flaw());
    }

    @Test
    void impossibleShapesAreRefused() throws IOException {
        byte[] before = copy.bytes(GRAPH);
        for (List<Long> dims :
                List.of(List.of(-1L), List.of(1L << 40, 1L << 40), List.of(Long.MAX_VALUE))) {
            Proto tensor = external(DATA, "0", "0");
            dims.forEach(dim -> tensor.number(1, dim));
            copy.append(GRAPH, graphWithTensor(tensor));
            assertEquals(new NotOnnx(GRAPH, "a tensor of impossible size"), copy.flaw());
            copy.with(GRAPH, before);
        }
    }

    @Test
    void externalTensorWithoutAPlaceIsRefused() throws IOException {
        copy.append(GRAPH, graphWithTensor(message().number(14, 1)));
        assertInstanceOf(NotOnnx.class, copy.flaw());
    }

    @Test
    void dataIsFoundInEveryCorner() throws IOException {
        Proto tensor = external("../x", "0", "1");
        Proto graph = message().inner(5, tensor);
        byte[] before = copy.bytes(GRAPH);
        for (Proto attribute :
                List.of(
                        message().inner(5, tensor),
                        message().inner(10, tensor),
                        message().inner(6, graph),
                        message().inner(11, graph),
                        message().inner(22, message().inner(1, tensor)),
                        message().inner(23, message().inner(2, tensor)))) {
            stray(graphWithNode(node("", "If").inner(5, attribute)));
            stray(message().inner(25, message().inner(7, message().inner(5, attribute))).toBytes());
            stray(message().inner(25, message().inner(11, attribute)).toBytes());
        }
        stray(message().inner(7, message().inner(15, message().inner(1, tensor))).toBytes());
        assertEquals(before.length, copy.bytes(GRAPH).length);
    }

    private void stray(byte[] more) throws IOException {
        byte[] before = copy.bytes(GRAPH);
        assertEquals(new StrayData(GRAPH, "../x"), copy.append(GRAPH, more).flaw());
        copy.with(GRAPH, before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ai.onnx.contrib", "evil", "com.microsoftly", "AI.ONNX", "ai.onnx.training"})
    void foreignOperatorsAreUnsupported(String domain) throws IOException {
        Proto branch = message().inner(1, node(domain, "Run"));
        copy.append(GRAPH, graphWithNode(node("", "If").inner(5, message().inner(6, branch))));
        assertEquals(new Unsupported("operators of the domain \"" + domain + "\""), copy.flaw());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ai.onnx", "ai.onnx.ml", "com.microsoft", "com.microsoft.nchwc"})
    void ownOperatorsAreTaken(String domain) throws IOException {
        copy.append(GRAPH, graphWithNode(node(domain, "Run")));
        assertEquals("phi3", copy.sound().family());
    }

    @Test
    void trainingGraphIsUnsupported() throws IOException {
        copy.append(GRAPH, message().inner(20, message()).toBytes());
        assertInstanceOf(Unsupported.class, copy.flaw());
    }

    @Test
    void inputThatNobodyFeedsIsUnsupported() throws IOException {
        copy.append(
                GRAPH,
                message().inner(7, message().inner(11, message().text(1, "pixels"))).toBytes());
        assertEquals(new Unsupported("a graph with an input \"pixels\""), copy.flaw());
    }

    @Test
    void deepGraphsAreNotFollowed() throws IOException {
        Proto graph = message();
        for (int depth = 0; depth < 2000; depth++) {
            graph = message().inner(1, message().inner(5, message().inner(6, graph)));
        }
        copy.append(GRAPH, message().inner(7, graph).toBytes());
        assertEquals(new NotOnnx(GRAPH, "graphs inside graphs, more than 32 deep"), copy.flaw());
    }

    @Test
    void otherFilesAreNoGraph() throws IOException {
        for (byte[] content :
                List.of(
                        new byte[0],
                        new byte[1000],
                        message().number(1, 9).toBytes(),
                        message().number(1, 9).inner(7, message()).toBytes(),
                        message().varint(1L << 40).toBytes(),
                        new byte[] {-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1},
                        new byte[] {0x0b, 0x0c})) {
            FolderFlaw flaw = copy.with(GRAPH, content).flaw();
            assertEquals(GRAPH, assertInstanceOf(NotOnnx.class, flaw, flaw::toString).file());
        }
    }

    @Test
    void partLongerThanItsHolderIsRefused() throws IOException {
        byte[] inner = message().varint((5 << 3) | 2).varint(100).toBytes();
        byte[] more = message().bytes(7, inner).number(1, 9).toBytes();
        assertInstanceOf(NotOnnx.class, copy.append(GRAPH, more).flaw());
    }

    @Test
    void lengthsBeyondAnyFileAreRefused() throws IOException {
        for (long length : new long[] {-1, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 62}) {
            byte[] before = copy.bytes(GRAPH);
            copy.append(GRAPH, message().varint((7 << 3) | 2).varint(length).toBytes());
            FolderFlaw flaw = copy.flaw();
            assertTrue(flaw instanceof NotOnnx || flaw instanceof Cut, flaw::toString);
            copy.with(GRAPH, before);
        }
    }

    @Test
    void pointerOfAnUnfetchedGraphIsCalledThat() throws IOException {
        copy.with(GRAPH, "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 9\n");
        assertEquals(new NotOnnx(GRAPH, LfsPointer.PROBLEM), copy.flaw());
    }

    @Test
    void tensorInsideTheGraphIsSkippedNotRead() throws IOException {
        byte[] large = new byte[3 << 20];
        copy.append(GRAPH, graphWithTensor(message().bytes(9, large)));
        assertEquals(
                Files.size(copy.file(GRAPH)) + DATA_BYTES, copy.sound().contents().weightBytes());
    }
}
