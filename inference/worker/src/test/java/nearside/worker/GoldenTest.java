package nearside.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.engine.Finish;
import nearside.engine.ReplyEvent.Finished;
import nearside.engine.contract.Pulled;
import nearside.engine.local.LocalEngine;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.util.stream.Stream;

/// Every golden case through the engine and a real worker process: the same ids in and out.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoldenTest {
    @TempDir static Path temp;
    private LocalEngine engine;
    private String loaded = "";

    @BeforeAll
    void startEngine() {
        engine = new LocalEngine(RealWorker.command(temp), state -> {});
    }

    @AfterAll
    void closeEngine() {
        engine.close();
    }

    static Stream<GoldenCase> cases() {
        return GoldenCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void idsAreThoseOfTheReference(GoldenCase golden) {
        if (!loaded.equals(golden.model())) {
            engine.use(RealWorker.model(golden.model()));
            loaded = golden.model();
        }
        Pulled pulled = Pulled.all(engine.answer(golden.prompt()));
        assertEquals(golden.promptIds(), pulled.prompt());
        assertEquals(golden.replyIds(), pulled.ids());
        assertEquals(finish(golden), ((Finished) pulled.last()).finish());
    }

    private static Finish finish(GoldenCase golden) {
        return golden.replyIds().count() < golden.prompt().replyLimit()
                ? Finish.EOS
                : Finish.LENGTH;
    }
}
