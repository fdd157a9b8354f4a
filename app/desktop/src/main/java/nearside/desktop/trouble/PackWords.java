package nearside.desktop.trouble;

import nearside.desktop.words.Words;
import nearside.engine.accelerator.Verdict;
import nearside.engine.pack.PackFlaw;
import nearside.engine.pack.PackStanding;

import java.time.Duration;

/// Sentences for how it stands with a pack, and why.
record PackWords(Words words, AcceleratorWords accelerators) {
    String of(PackStanding standing) {
        return switch (standing) {
            case PackStanding.Flawed(var _, PackFlaw flaw) -> of(flaw);
            case PackStanding.InUse(var pack) -> words.of("pack.in-use", pack.provider().name());
            case PackStanding.PutAside(var _, Verdict verdict) -> of(verdict);
            case PackStanding.LeftAlone _ -> words.of("pack.left-alone");
            case PackStanding.NotUsed(var pack) ->
                    words.of("pack.not-used", pack.provider().name());
        };
    }

    private String of(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Refused(String problem) -> words.of("pack.refused", problem);
            case Verdict.Died(int code) -> words.of("pack.died", code);
            case Verdict.Hung(Duration patience) -> words.of("pack.hung", patience.toSeconds());
            case Verdict.Faster _,
                    Verdict.Slower _,
                    Verdict.OtherToken _,
                    Verdict.OtherVersion _,
                    Verdict.NotBuilt _ ->
                    accelerators.of(verdict);
        };
    }

    private String of(PackFlaw flaw) {
        return switch (flaw) {
            case PackFlaw.Unreadable _ -> words.of("pack.unreadable");
            case PackFlaw.Link(String name) -> words.of("pack.link", name);
            case PackFlaw.OtherSystem(String file) -> words.of("pack.other-system", file);
            case PackFlaw.Missing(var files) -> words.of("pack.missing", String.join(", ", files));
            case PackFlaw.NoAccelerator _ -> words.of("pack.no-accelerator");
            case PackFlaw.OtherVersion(String found, String needed) ->
                    accelerators.of(new Verdict.OtherVersion(found, needed));
            case PackFlaw.Unguarded(String entry) -> words.of("pack.unguarded", entry);
        };
    }
}
