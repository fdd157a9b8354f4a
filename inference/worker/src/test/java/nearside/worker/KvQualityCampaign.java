package nearside.worker;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OrtException;

import nearside.engine.KvScales;
import nearside.engine.Prompt;
import nearside.engine.Role;
import nearside.engine.Sampling;
import nearside.engine.TokenIds;
import nearside.engine.folder.ModelFolder;
import nearside.worker.graph.EditedGraph;
import nearside.worker.onnx.ChannelSamples;
import nearside.worker.onnx.OnnxModel;
import nearside.worker.onnx.PlainLoop;
import nearside.worker.text.ModelText;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// Measures what an int8 KV cache costs: perplexity, divergence from the fp32 cache and how often
/// the likeliest token stays the same, over a text that the scales were not made from.
///
/// The long form takes all ways of making scales and the whole text, and appends to a table: `mvn
/// -pl inference/worker -am test -Dtest=KvQualityCampaign -Dsurefire.failIfNoSpecifiedTests=false
/// -Dnearside.kv.table=$PWD/docs/proof/kv-quality.csv`, with `-Dnearside.kv.model=DIR` for another
/// model folder.
class KvQualityCampaign {
    private static final int CHUNK = 64;
    private static final int WINDOW = Integer.getInteger("nearside.kv.window", 1024);
    private static final int SHORT_FORM_TOKENS = 256;

    private final ModelFolder folder =
            RealWorker.model(System.getProperty("nearside.kv.model", "smollm2-135m-instruct-int4"));

    @Test
    void predictionsStayCloseWithAQuarterOfTheMemory() throws Exception {
        String table = System.getProperty("nearside.kv.table", "");
        byte[] text = heldText();
        List<long[]> texts = new ArrayList<>();
        long[] held;
        try (ModelText model = ModelText.open(folder)) {
            CalibrationTexts.prompts().forEach(prompt -> texts.add(ids(model.encode(prompt))));
            held = ids(model.encode(asked(new String(text, StandardCharsets.UTF_8))));
        }
        OnnxModel.runtime();
        Map<String, KvScales> ways = ways(texts, !table.isEmpty());
        long[] read = table.isEmpty() ? Arrays.copyOf(held, SHORT_FORM_TOKENS) : held;
        for (Way way : compare(ways, read)) {
            report(table, way, text.length);
            double most = way.name().startsWith("max") ? .05 : 1;
            assertTrue(way.result().divergence() < most, way.toString());
        }
    }

    /// One way to keep the cache, and how it does.
    private record Way(String name, PlainLoop loop, Divergence result) {}

    private static byte[] heldText() throws IOException {
        try (var in = KvQualityCampaign.class.getResourceAsStream("held-text.txt")) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }

    private static Prompt asked(String text) {
        return new Prompt(
                List.of(new Prompt.Line(Role.USER, text)),
                Prompt.Ending.NEW_REPLY,
                Prompt.SpecialTokens.AS_TEXT,
                Sampling.GREEDY,
                1);
    }

    private static long[] ids(TokenIds ids) {
        return Arrays.stream(ids.toArray()).asLongStream().toArray();
    }

    private Map<String, KvScales> ways(List<long[]> texts, boolean all) throws Exception {
        Map<String, KvScales> ways = new LinkedHashMap<>();
        try (PlainLoop loop = new PlainLoop(graph().bytes(), folder.path())) {
            ChannelSamples samples = ChannelSamples.of(loop, folder, texts);
            ways.put("max x 1.1", samples.largest(1.1));
            if (all) {
                ways.put("max x 1.3", samples.largest(1.3));
                ways.put("max of rotary pairs", samples.largestOfPairs(1));
                ways.put("percentile 99.9", samples.percentile(.999));
                ways.put("least squared error", samples.leastError());
                ways.put("per tensor, max x 1.1", samples.perTensor(1.1));
            }
        }
        return ways;
    }

    private EditedGraph graph() throws Exception {
        Path file = folder.path().resolve(folder.names().onnxFile());
        return EditedGraph.of(Files.readAllBytes(file), folder.names());
    }

    private List<Way> compare(Map<String, KvScales> ways, long[] ids) throws Exception {
        List<Way> all = new ArrayList<>();
        try {
            all.add(way("fp32", graph()));
            for (var way : ways.entrySet()) {
                all.add(way(way.getKey(), graph().withInt8Cache(folder, way.getValue())));
            }
            for (int start = 0; start + CHUNK < ids.length; start += WINDOW) {
                all.forEach(way -> way.loop().forget());
                int end = Math.min(ids.length - 1, start + WINDOW);
                for (int at = start; at + CHUNK <= end; at += CHUNK) {
                    chunk(all, Arrays.copyOfRange(ids, at, at + CHUNK + 1));
                }
            }
        } finally {
            for (Way way : all) {
                way.loop().close();
            }
        }
        return all;
    }

    private Way way(String name, EditedGraph graph) throws OrtException {
        return new Way(name, new PlainLoop(graph.bytes(), folder.path()), new Divergence());
    }

    /// Reads a chunk in every way and compares with the first one.
    ///
    /// @param ids one more than is read: the last is only predicted
    private static void chunk(List<Way> all, long[] ids) throws OrtException {
        long[] read = Arrays.copyOf(ids, ids.length - 1);
        float[][] exact = all.getFirst().loop().read(read);
        add(all.getFirst(), exact, exact, ids);
        for (Way way : all.subList(1, all.size())) {
            add(way, exact, way.loop().read(read), ids);
        }
    }

    private static void add(Way way, float[][] exact, float[][] found, long[] ids) {
        for (int row = 0; row < found.length; row++) {
            way.result().add(exact[row], found[row], (int) ids[row + 1]);
        }
    }

    private void report(String table, Way way, int bytes) throws IOException {
        String line =
                String.format(
                        Locale.ROOT,
                        "%s,%s,%s,%d,%d,%d,%.4f,%.5f,%.4f%n",
                        folder.id(),
                        OnnxModel.runtime(),
                        way.name().replace(',', ';'),
                        WINDOW,
                        bytes,
                        way.result().tokens(),
                        way.result().perplexity(),
                        way.result().divergence(),
                        way.result().sameChoice());
        if (!table.isEmpty()) {
            Path file = Path.of(table);
            if (Files.notExists(file)) {
                Files.writeString(
                        file,
                        "model,runtime,scales,window,text_bytes,tokens,perplexity,kl,same_arg_max\n");
            }
            Files.writeString(file, line, StandardOpenOption.APPEND);
        }
    }
}
