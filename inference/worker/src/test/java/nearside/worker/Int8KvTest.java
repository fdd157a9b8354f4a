package nearside.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.engine.KvPrecision;
import nearside.engine.KvScales;
import nearside.engine.Prompt;
import nearside.engine.ReplyEvent.Finished;
import nearside.engine.Role;
import nearside.engine.Sampling;
import nearside.engine.contract.Pulled;
import nearside.engine.folder.ModelFolder;
import nearside.engine.folder.ModelHash;
import nearside.engine.local.LocalEngine;
import nearside.engine.local.ScaleShelf;
import nearside.engine.local.SnapshotShelf;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// An int8 KV cache from the order to the reply, through a real worker.
class Int8KvTest {
    @TempDir Path temp;

    /// Keeps in memory and counts.
    private static final class Remembering implements ScaleShelf {
        private final Map<String, KvScales> kept = new ConcurrentHashMap<>();
        private final AtomicInteger times = new AtomicInteger();

        @Override
        public Optional<KvScales> find(String modelHash) {
            return Optional.ofNullable(kept.get(modelHash));
        }

        @Override
        public void keep(String modelHash, KvScales scales) {
            kept.put(modelHash, scales);
            times.incrementAndGet();
        }
    }

    private static final Prompt QUESTION =
            new Prompt(
                    List.of(new Prompt.Line(Role.USER, "What is the capital of France?")),
                    Prompt.Ending.NEW_REPLY,
                    Prompt.SpecialTokens.AS_TEXT,
                    Sampling.GREEDY,
                    12);

    private Pulled answer(ScaleShelf shelf, ModelFolder folder, KvPrecision kv) {
        try (LocalEngine engine =
                new LocalEngine(RealWorker.command(temp), shelf, SnapshotShelf.NONE, state -> {})) {
            engine.use(folder, kv);
            return Pulled.all(engine.answer(QUESTION));
        }
    }

    @Test
    void scalesAreFoundOnceAndKept() throws Exception {
        ModelFolder folder = RealWorker.model("smollm2-135m-instruct-int4");
        Remembering shelf = new Remembering();
        Pulled first = answer(shelf, folder, KvPrecision.INT8);
        assertInstanceOf(Finished.class, first.last());
        KvScales scales = shelf.find(ModelHash.of(folder)).orElseThrow();
        assertEquals(folder.shape().layers(), scales.layers());
        Pulled second = answer(shelf, folder, KvPrecision.INT8);
        assertEquals(first.ids(), second.ids());
        assertEquals(1, shelf.times.get());
        assertTrue(first.ids().count() > 0);
    }

    @Test
    void scalesOfAnotherModelOrRuntimeAreFoundAnew() throws Exception {
        ModelFolder folder = RealWorker.model("phi3-tiny-4k");
        String hash = ModelHash.of(folder);
        for (KvScales stale :
                List.of(
                        KvScales.of("1.29.0", 1, new float[] {1, 1}).orElseThrow(),
                        ofEarlierRuntime())) {
            Remembering shelf = new Remembering();
            shelf.kept.put(hash, stale);
            assertInstanceOf(Finished.class, answer(shelf, folder, KvPrecision.INT8).last());
            assertEquals(1, shelf.times.get());
            assertFalse(shelf.find(hash).orElseThrow().equals(stale));
        }
    }

    private static KvScales ofEarlierRuntime() {
        float[] scales = new float[2 * 2 * 4 * 16];
        Arrays.fill(scales, .1f);
        return KvScales.of("0.1", 2, scales).orElseThrow();
    }

    @Test
    void exactCacheNeedsNoScales() {
        Remembering shelf = new Remembering();
        ModelFolder folder = RealWorker.model("phi3-tiny-4k");
        assertInstanceOf(Finished.class, answer(shelf, folder, KvPrecision.FLOAT32).last());
        assertEquals(0, shelf.times.get());
    }
}
