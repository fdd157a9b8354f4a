package nearside.engine.folder;

import static nearside.engine.folder.Proto.graphWithNode;
import static nearside.engine.folder.Proto.message;
import static nearside.engine.folder.Proto.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.engine.folder.FolderFlaw.MadeFor;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// Folders that were made for another provider: recognized, and refused where nothing else can run
/// them.
class MadeForTest {
    private static final String GRAPH = "model.onnx";
    private static final String CONFIG = "genai_config.json";
    private static final String OPTIONS = "\"provider_options\": []";

    @TempDir Path temp;
    private FolderCopy copy = new FolderCopy(Path.of(""));

    @BeforeEach
    void copy() throws IOException {
        copy = FolderCopy.of("phi3-tiny-4k", temp);
    }

    private void options(String list) throws IOException {
        copy.replace(CONFIG, OPTIONS, "\"provider_options\": " + list);
    }

    @Test
    void folderForTheProcessorIsForNobodyElse() {
        assertEquals(Optional.empty(), copy.sound().madeFor());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    [{"cuda": {"enable_cuda_graph": "0"}}] | cuda
                    [{"dml": {}}]                          | dml
                    [{"cpu": {}}, {"NvTensorRtRtx": {}}]   | NvTensorRtRtx
                    [{"OpenVINO": {"device_type": "NPU"}}] | OpenVINO
                    """)
    void providerOfTheConfigurationIsNamedAndTheFolderStaysSound(String list, String provider)
            throws IOException {
        options(list);
        assertEquals(Optional.of(provider), copy.sound().madeFor());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "null",
                "3",
                "[\"cuda\"]",
                "[[{\"cuda\": {}}]]",
                "[{\"cpu\": {}}]",
                "[{\"CPUExecutionProvider\": {}}]",
                "[{\"cuda; rm\": {}}]",
            })
    void optionsThatNameNobodyElseSayNothing(String list) throws IOException {
        options(list);
        assertEquals(Optional.empty(), copy.sound().madeFor());
    }

    @Test
    void libraryAmongTheOptionsOfAProviderSaysWhoseFolderItIs() throws IOException {
        options("[{\"QNN\": {\"backend_path\": \"QnnHtp.dll\"}}]");
        assertEquals(new MadeFor("QNN"), copy.flaw());
    }

    @Test
    void compiledGraphSaysWhoCompiledIt() throws IOException {
        Proto source = message().text(1, "source").text(4, "QNNExecutionProvider");
        Proto other = message().text(1, "notes").text(4, "x");
        Proto compiled =
                message().text(4, "EPContext").inner(5, source).inner(5, other).text(7, "");
        copy.append(GRAPH, graphWithNode(compiled));
        assertEquals(new MadeFor("QNN"), copy.flaw());
    }

    @Test
    void compiledGraphThatSaysNothingGoesByItsConfiguration() throws IOException {
        copy.append(GRAPH, graphWithNode(node("com.microsoft", "EPContext")));
        assertEquals(new MadeFor("an unnamed device"), copy.flaw());
        options("[{\"OpenVINO\": {}}]");
        assertEquals(new MadeFor("OpenVINO"), copy.flaw());
    }

    @ParameterizedTest
    @CsvSource({
        "com.microsoft, PagedAttention, CUDA",
        "com.microsoft, PackedMultiHeadAttention, CUDA",
        "com.microsoft.dml, DmlFusedConv, DirectML",
        "com.qti.aisw, Run, QNN",
        "com.ryzenai, MatMul, RyzenAI",
    })
    void operatorsThatOneProviderAloneRunsAreRefused(String domain, String op, String provider)
            throws IOException {
        copy.append(GRAPH, graphWithNode(node(domain, op)));
        assertEquals(new MadeFor(provider), copy.flaw());
    }

    @Test
    void theSameNameInAnotherDomainIsNoSuchOperator() throws IOException {
        copy.append(GRAPH, graphWithNode(node("ai.onnx", "PagedAttention")));
        assertEquals(Optional.empty(), copy.sound().madeFor());
    }
}
