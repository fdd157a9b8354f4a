package nearside.storage.policy;

import java.nio.file.Path;
import java.util.List;

/// The texts of the policy files, and what was wrong where they lie.
public record PolicyTexts(List<PolicyText> texts, List<PolicyFault> faults) {
    public static final PolicyTexts NONE = new PolicyTexts(List.of(), List.of());

    public PolicyTexts {
        texts = List.copyOf(texts);
        faults = List.copyOf(faults);
    }

    /// The text of one file.
    public record PolicyText(Path path, String text) {}
}
