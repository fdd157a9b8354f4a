package nearside.worker;

import nearside.engine.Engine;
import nearside.engine.contract.EngineContract;
import nearside.engine.local.LocalEngine;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/// The local engine with a real worker and real models keeps the promises of every engine.
class LocalEngineContractTest {

    @Nested
    class WithStarter extends RealEngine {
        WithStarter() {
            super("smollm2-135m-instruct-int4");
        }
    }

    @Nested
    class WithPhi3 extends RealEngine {
        WithPhi3() {
            super("phi3-tiny-4k");
        }
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    abstract static class RealEngine extends EngineContract {
        private final String model;
        private LocalEngine engine;

        RealEngine(String model) {
            this.model = model;
        }

        @BeforeAll
        void start(@TempDir Path temp) {
            engine = new LocalEngine(RealWorker.command(temp), state -> {});
            engine.use(RealWorker.model(model));
        }

        @AfterAll
        void close() {
            engine.close();
        }

        @Override
        protected Engine engine() {
            return engine;
        }
    }
}
