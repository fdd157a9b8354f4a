package nearside.copilot.orchestrator;

import nearside.copilot.device.Memory;
import nearside.engine.Engine;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/// The one door by which every question enters: window, terminal and whatever comes later.
public final class Orchestrator {
    private final Device device;
    private final Optional<Kept> kept;

    /// An orchestrator over this device's engine.
    ///
    /// @param kept where conversations are kept; empty when another program holds the profile, and
    ///   then only [Request.Unsaved] can be answered
    public Orchestrator(Device device, Optional<Kept> kept) {
        this.device = Objects.requireNonNull(device);
        this.kept = Objects.requireNonNull(kept);
    }

    /// Starts the turn and returns at once.
    public Turn answer(Request request) {
        Transcript transcript =
                switch (request) {
                    case Request.Ask ask -> KeptTranscript.ofQuestion(keeping(), ask);
                    case Request.Continue more -> KeptTranscript.ofRest(keeping(), more);
                    case Request.Unsaved unsaved -> new UnsavedTranscript(unsaved);
                };
        return Turn.start(turn -> new TurnRun(turn, device, transcript, request.replyLimit()));
    }

    private Kept keeping() {
        return kept.orElseThrow(
                () -> new IllegalStateException("this profile is held by another program"));
    }

    /// What of the device a turn uses.
    ///
    /// @param model the model in use now; empty when there is none
    /// @param memory a fresh reading
    public record Device(
            Engine engine, Supplier<Optional<LocalModel>> model, Supplier<Memory> memory) {
        public Device {
            Objects.requireNonNull(engine);
            Objects.requireNonNull(model);
            Objects.requireNonNull(memory);
        }
    }
}
