package nearside.desktop.trouble;

import nearside.engine.EngineFailure.Far;

import java.time.Duration;

/// Sentences for failures of a borrowed model.
record FarTrouble(Wording wording) {
    private static final int UNAUTHORIZED = 401;
    private static final int PAYMENT = 402;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int TOO_LARGE = 413;
    private static final int TOO_MANY = 429;
    private static final int SERVER = 500;

    Trouble of(Far failure) {
        return switch (failure) {
            case Far.Unreachable unreachable -> unreachable(unreachable);
            case Far.Untrusted untrusted -> untrusted(untrusted);
            case Far.Refused refused -> refused(refused);
            case Far.Redirected(String far, String to) ->
                    wording.trouble("far-redirected", failure, far, to);
            case Far.Garbled(String far, String expected, String found) ->
                    wording.trouble("far-garbled", failure, far, expected, found);
            case Far.Silent(String far, Duration silence) ->
                    wording.trouble("far-silent", failure, far, silence.toSeconds());
            case Far.CutOff(String far) -> wording.trouble("far-cut-off", failure, far);
            case Far.Withheld(String far, String rule) ->
                    wording.trouble("far-withheld", failure, far, rule);
            case Far.Resting(String far, Duration pause) ->
                    wording.trouble("far-resting", failure, far, seconds(pause));
            case Far.NotPermitted(String far) -> wording.trouble("far-not-permitted", failure, far);
        };
    }

    private Trouble unreachable(Far.Unreachable failure) {
        String far = failure.far();
        return switch (failure.obstacle()) {
            case NO_ADDRESS -> wording.trouble("far-unreachable.address", failure, far);
            case NO_CONNECTION -> wording.trouble("far-unreachable.connection", failure, far);
            case NO_ANSWER -> wording.trouble("far-unreachable.answer", failure, far);
            case DROPPED -> wording.trouble("far-unreachable.dropped", failure, far);
        };
    }

    private Trouble untrusted(Far.Untrusted failure) {
        String far = failure.far();
        return switch (failure.doubt()) {
            case UNKNOWN_ISSUER -> wording.trouble("far-untrusted.issuer", failure, far);
            case EXPIRED -> wording.trouble("far-untrusted.expired", failure, far);
            case OTHER_HOST -> wording.trouble("far-untrusted.host", failure, far);
            case OTHER -> wording.trouble("far-untrusted.other", failure, far);
        };
    }

    /// What a person can do depends on the status more than on the words.
    private Trouble refused(Far.Refused refused) {
        String far = refused.far();
        int status = refused.status();
        String said = refused.said().isEmpty() ? "–" : refused.said();
        return switch (status) {
            case UNAUTHORIZED, FORBIDDEN ->
                    wording.trouble("far-refused.key", refused, far, status, said);
            case PAYMENT -> wording.trouble("far-refused.payment", refused, far, status, said);
            case NOT_FOUND -> wording.trouble("far-refused.address", refused, far, status, said);
            case TOO_LARGE -> wording.trouble("far-refused.size", refused, far, status, said);
            case TOO_MANY ->
                    wording.trouble(
                            "far-refused.busy",
                            refused,
                            far,
                            status,
                            said,
                            seconds(refused.pause()));
            default ->
                    status >= SERVER
                            ? wording.trouble("far-refused.broken", refused, far, status, said)
                            : wording.trouble("far-refused.request", refused, far, status, said);
        };
    }

    private static long seconds(Duration pause) {
        return pause.plusMillis(999).toSeconds();
    }
}
