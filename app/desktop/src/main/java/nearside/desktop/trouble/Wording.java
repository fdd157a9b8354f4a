package nearside.desktop.trouble;

import nearside.copilot.borrow.Offer;
import nearside.copilot.orchestrator.TurnEvent;
import nearside.desktop.words.Amounts;
import nearside.desktop.words.Words;

import java.util.List;

/// Finds the sentences of a trouble by its name in the messages.
record Wording(Words words) {
    /// @param facts what the details show, as it is
    Trouble trouble(String name, Object facts, Object... arguments) {
        String key = "trouble." + name;
        return new Trouble(
                words.of(key + ".title", arguments),
                words.of(key + ".meaning", arguments),
                List.of(words.of(key + ".next", arguments).split("\n")),
                facts.toString());
    }

    String left(Offer offer) {
        return words.of(
                "terminal.left",
                offer.weight().tokens(),
                offer.lender().model().origin().host(),
                offer.lender().model().name());
    }

    String needs(TurnEvent.Needs needs) {
        return words.of("notice.needs", needs.model(), needs.what());
    }

    String bytes(long bytes) {
        return new Amounts(words).bytes(bytes);
    }

    String stage(nearside.engine.EngineFailure.Stage stage) {
        return switch (stage) {
            case START -> words.of("stage.start");
            case LOAD -> words.of("stage.load");
            case READ -> words.of("stage.read");
            case WRITE -> words.of("stage.write");
        };
    }
}
