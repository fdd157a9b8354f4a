package nearside.desktop.welcome;

import nearside.copilot.borrow.Rules.Shut;
import nearside.desktop.offline.Standing.Offline;
import nearside.desktop.offline.Wish;
import nearside.desktop.welcome.StayingViewModel.Stay;
import nearside.desktop.words.Words;

/// Says what stays on this device, and why.
record StayText(Words words) {
    String of(Stay stay) {
        return switch (stay) {
            case Stay.NothingSetUp _ -> words.of("welcome.stay.none");
            case Stay.IsOffline(Offline(var _, Wish wanted)) ->
                    switch (wanted) {
                        case PERSON -> words.of("welcome.stay.offline");
                        case THIS_RUN -> words.of("welcome.stay.run");
                        case POLICY -> words.of("mode.by.policy");
                    };
            case Stay.Locked(Shut by, String source) -> locked(by, source).strip();
            case Stay.MayAsk(var asking) ->
                    switch (asking) {
                        case EACH_TIME -> words.of("welcome.stay.each");
                        case WITHIN_LIMITS -> words.of("welcome.stay.limits");
                    };
        };
    }

    private String locked(Shut by, String source) {
        return switch (by) {
            case OFFLINE_BY_POLICY -> words.of("welcome.stay.policy-offline", source);
            case CLOUD_BY_POLICY -> words.of("welcome.stay.policy-cloud", source);
            case OFFLINE_BY_PERSON, ENDPOINT_BY_POLICY ->
                    throw new IllegalStateException("this shuts no door for all: " + by);
        };
    }
}
