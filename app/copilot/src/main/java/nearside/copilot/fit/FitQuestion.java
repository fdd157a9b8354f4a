package nearside.copilot.fit;

import nearside.copilot.fit.Computing.Found;
import nearside.copilot.orchestrator.Wanted;
import nearside.engine.memory.Memory;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/// Whether a model fits a device as it is now: values only, taken at one moment.
///
/// @param others that could be chosen in its stead, the recommended ones first
public record FitQuestion(Candidate model, Wanted wanted, Here here, List<Candidate> others) {
    public FitQuestion {
        Objects.requireNonNull(model);
        Objects.requireNonNull(wanted);
        Objects.requireNonNull(here);
        others = List.copyOf(others);
    }

    /// This device.
    ///
    /// @param freeDiskBytes where models lie
    /// @param patience the longest that a person waits for the first word
    /// @param measured what is known of the speed of models here
    public record Here(
            Memory memory,
            long freeDiskBytes,
            Found found,
            Duration patience,
            List<Reference> measured) {
        public Here {
            Objects.requireNonNull(memory);
            Objects.requireNonNull(found);
            Objects.requireNonNull(patience);
            measured = List.copyOf(measured);
        }
    }

    FitQuestion of(Candidate other) {
        return new FitQuestion(other, wanted, here, List.of());
    }
}
