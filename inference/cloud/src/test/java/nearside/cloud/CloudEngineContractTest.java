package nearside.cloud;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import nearside.cloud.outbound.Limits;
import nearside.engine.Engine;
import nearside.engine.Prompt;
import nearside.engine.contract.EngineContract;
import nearside.farside.Asked;
import nearside.farside.Completion;
import nearside.farside.FarSide;
import nearside.farside.Wire;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import java.io.IOException;

/// A borrowed engine keeps what every engine promises.
class CloudEngineContractTest extends EngineContract {
    private FarSide far;
    private Borrowed borrowed;

    @BeforeEach
    void open() throws IOException {
        far = FarSide.plain(this::write);
        borrowed = Borrowed.from(far.base(), Limits.USUAL);
    }

    @AfterEach
    void close() throws IOException {
        borrowed.close();
        far.close();
    }

    @Override
    protected Engine engine() {
        return borrowed.engine();
    }

    /// Longer replies are there to be stopped: they come to no end by themselves.
    private static final int STOPPED = 100;

    private void write(Asked asked, Wire wire) throws IOException {
        JsonObject request = JsonParser.parseString(asked.body()).getAsJsonObject();
        int limit = request.get("max_tokens").getAsInt();
        wire.stream().body(Completion.opening());
        for (int i = 0; i < Math.min(limit, STOPPED); i++) {
            wire.body(Completion.text(" wave"));
        }
        if (limit > STOPPED) {
            wire.awaitHangUp();
            return;
        }
        wire.body(Completion.finish("length"));
        wire.body(Completion.usage(promptTokens(), limit)).body(Completion.DONE).end();
    }

    private int promptTokens() {
        Prompt prompt = ask(1);
        return borrowed.engine().promptTokens(prompt);
    }
}
