package nearside.worker;

import static org.junit.jupiter.api.Assertions.assertTrue;

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
    private static final int WINDOW = 1024;
    private static final int FIRST_WINDOW = Integer.getInteger("nearside.kv.first", 0);
    private static final int LAST_WINDOW = Integer.getInteger("nearside.kv.last", 1000);
    private static final int SHORT_FORM_TOKENS = 256;

    private final ModelFolder folder =
            RealWorker.model(System.getProperty("nearside.kv.model", "smollm2-135m-instruct-int4"));

    @Test
    void predictionsStayCloseWithAQuarterOfTheMemory() throws Exception {
        String table = System.getProperty("nearside.kv.table", "");
        List<long[]> texts = new ArrayList<>();
        long[] held;
        try (ModelText model = ModelText.open(folder)) {
            CalibrationTexts.prompts().forEach(prompt -> texts.add(ids(model.encode(prompt))));
            held = ids(model.encode(asked(heldText())));
        }
        OnnxModel.runtime();
        Map<String, KvScales> ways = ways(texts, !table.isEmpty());
        long[] read = table.isEmpty() ? Arrays.copyOf(held, SHORT_FORM_TOKENS) : held;
        try (Ways all = new Ways(folder, graph(), ways)) {
            int last = Math.min(LAST_WINDOW, (read.length - 2) / WINDOW);
            for (int window = FIRST_WINDOW; window <= last; window++) {
                int end = Math.min(read.length, (window + 1) * WINDOW + 1);
                Map<String, Divergence> results =
                        all.compare(Arrays.copyOfRange(read, window * WINDOW, end));
                for (var result : results.entrySet()) {
                    report(table, window, result.getKey(), result.getValue());
                    double most = result.getKey().startsWith("max") ? .05 : 1;
                    double found = result.getValue().divergence();
                    assertTrue(found < most, result.getKey() + " " + found);
                }
            }
        }
    }

    private static String heldText() throws IOException {
        try (var in = KvQualityCampaign.class.getResourceAsStream("held-text.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
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
            ways.put("max of rotary pairs", samples.largestOfPairs(1));
            if (all) {
                ways.put("max x 1.1", samples.largest(1.1));
                ways.put("percentile 99.9", samples.percentile(.999));
                ways.put("least squared error", samples.leastError());
                ways.put("per tensor max x 1.1", samples.perTensor(1.1));
            }
        }
        return ways;
    }

    private EditedGraph graph() throws Exception {
        Path file = folder.path().resolve(folder.names().onnxFile());
        return EditedGraph.of(Files.readAllBytes(file), folder.names());
    }

    private void report(String table, int window, String way, Divergence result)
            throws IOException {
        String line =
                String.format(
                        Locale.ROOT,
                        "%s,%s,%s,%d,%d,%.5f,%.6f,%.4f%n",
                        folder.id(),
                        OnnxModel.runtime(),
                        way,
                        window,
                        result.tokens(),
                        result.surprise(),
                        result.divergence(),
                        result.sameChoice());
        if (!table.isEmpty()) {
            Path file = Path.of(table);
            if (Files.notExists(file)) {
                Files.writeString(
                        file, "model,runtime,scales,window,tokens,surprise,kl,same_arg_max\n");
            }
            Files.writeString(file, line, StandardOpenOption.APPEND);
        }
    }
}
