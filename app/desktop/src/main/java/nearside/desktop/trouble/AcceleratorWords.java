package nearside.desktop.trouble;

import nearside.desktop.words.Words;
import nearside.engine.accelerator.Provider;
import nearside.engine.accelerator.Standing;
import nearside.engine.accelerator.Verdict;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Sentences for how an accelerator stands with a model.
record AcceleratorWords(Words words) {
    String of(Standing standing) {
        return standing.verdict().map(this::of).orElseGet(() -> words.of("accelerator.untried"));
    }

    String of(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Faster(double speed, double cpu) ->
                    words.of("accelerator.faster", speed, cpu);
            case Verdict.Slower(double speed, double cpu) ->
                    words.of("accelerator.slower", speed, cpu);
            case Verdict.OtherToken _ -> words.of("accelerator.other-token");
            case Verdict.Refused(String problem) -> words.of("accelerator.refused", problem);
            case Verdict.Died(int code) -> words.of("accelerator.died", code);
            case Verdict.Hung(Duration patience) ->
                    words.of("accelerator.hung", patience.toSeconds());
            case Verdict.OtherVersion(String found, String needed) ->
                    words.of("accelerator.other-version", found, needed);
            case Verdict.NotBuilt(String providers) ->
                    words.of("accelerator.not-built", providers.replace(" ", ", "));
        };
    }

    /// Says which names a person may have meant.
    String unknown(List<String> names) {
        String known =
                Arrays.stream(Provider.values())
                        .map(Provider::word)
                        .collect(Collectors.joining(", "));
        return words.of("accelerator.unknown", String.join(", ", names), known);
    }
}
