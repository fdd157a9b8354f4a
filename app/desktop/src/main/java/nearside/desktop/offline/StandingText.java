package nearside.desktop.offline;

import nearside.desktop.borrow.ConsentViewModel.Asking;
import nearside.desktop.offline.Standing.Enforcer;
import nearside.desktop.offline.Standing.LocalFirst;
import nearside.desktop.offline.Standing.Offline;
import nearside.desktop.words.Words;

/// Says how it stands with the way out: in one line, who enforces it, and who decided.
record StandingText(Words words) {
    /// @param asking who is asked before something leaves
    String of(Standing standing, Asking asking) {
        return switch (standing) {
            case LocalFirst _ ->
                    switch (asking) {
                        case EACH_TIME -> words.of("mode.here");
                        case WITHIN_LIMITS -> words.of("mode.here.limits");
                    };
            case Offline(Enforcer.Sealed _, Wish _) -> words.of("mode.offline.system");
            case Offline(Enforcer.Program _, Wish _) -> words.of("mode.offline.program");
        };
    }

    String enforced(Standing standing) {
        return switch (standing) {
            case LocalFirst _ -> words.of("mode.note.here");
            case Offline(Enforcer.Sealed _, Wish _) -> words.of("mode.note.system");
            case Offline(Enforcer.Program(String why), Wish _) ->
                    words.of("mode.note.program", why);
        };
    }

    /// Empty where the person decided.
    String decided(Standing standing) {
        return switch (standing) {
            case LocalFirst _ -> "";
            case Offline(Enforcer _, Wish wanted) ->
                    switch (wanted) {
                        case POLICY -> words.of("mode.by.policy");
                        case THIS_RUN -> words.of("mode.by.run");
                        case PERSON -> "";
                    };
        };
    }
}
