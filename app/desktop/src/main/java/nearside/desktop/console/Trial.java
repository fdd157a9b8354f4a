package nearside.desktop.console;

import com.google.gson.JsonObject;

import nearside.copilot.orchestrator.Request;
import nearside.copilot.orchestrator.Turn;
import nearside.copilot.orchestrator.TurnEvent;
import nearside.desktop.start.Wiring;
import nearside.engine.Prompt;
import nearside.engine.Role;
import nearside.engine.Sampling;
import nearside.engine.Usage;
import nearside.engine.folder.ModelFolder;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A short answer by one model, to see whether it fits and how fast it is here.
final class Trial {
    private static final int TOKENS = 32;
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Wiring wiring;

    Trial(Wiring wiring) {
        this.wiring = wiring;
    }

    JsonObject of(ModelFolder folder) throws InterruptedException {
        wiring.use(folder);
        Request request =
                new Request.Unsaved(
                        List.of(new Prompt.Line(Role.USER, "Count from one to thirty.")),
                        Prompt.SpecialTokens.AS_TEXT,
                        Sampling.GREEDY,
                        TOKENS);
        Turn turn = wiring.orchestrator(Optional.empty()).answer(request);
        while (true) {
            if (turn.next(PATIENCE).orElse(null) instanceof TurnEvent.End end) {
                return report(end);
            }
        }
    }

    private static JsonObject report(TurnEvent.End end) {
        JsonObject json = new JsonObject();
        switch (end) {
            case TurnEvent.Done(var _, Usage usage) -> {
                json.addProperty("fits", true);
                json.addProperty("load_s", usage.load().toMillis() / 1000.0);
                json.addProperty("first_token_s", usage.firstToken().toMillis() / 1000.0);
                json.addProperty("tokens_per_second", Math.round(usage.tokensPerSecond()));
            }
            case TurnEvent.Declined(var decision) -> {
                json.addProperty("fits", false);
                json.addProperty("reason", decision.reason().name());
                json.addProperty("missing_bytes", decision.needs().missingBytes());
            }
            case TurnEvent.EngineFailed(var failure) ->
                    json.addProperty("failure", failure.toString());
            case TurnEvent.StorageFailed(var failure) ->
                    json.addProperty("failure", failure.toString());
            case TurnEvent.Broken(String code) -> json.addProperty("failure", code);
        }
        return json;
    }
}
