package nearside.desktop.trouble;

import nearside.engine.EngineFailure.Doubt;
import nearside.engine.EngineFailure.Far;
import nearside.engine.EngineFailure.Obstacle;

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
            case Far.Unreachable(String far, Obstacle obstacle) ->
                    wording.trouble("far-unreachable." + name(obstacle), failure, far);
            case Far.Untrusted(String far, Doubt doubt) ->
                    wording.trouble("far-untrusted." + name(doubt), failure, far);
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
            case Far.NotPermitted(String far) ->
                    wording.trouble("far-not-permitted", failure, far);
        };
    }

    /// What a person can do depends on the status more than on the words.
    private Trouble refused(Far.Refused refused) {
        String kind =
                switch (refused.status()) {
                    case UNAUTHORIZED, FORBIDDEN -> "key";
                    case PAYMENT -> "payment";
                    case NOT_FOUND -> "address";
                    case TOO_LARGE -> "size";
                    case TOO_MANY -> "busy";
                    default -> refused.status() >= SERVER ? "broken" : "request";
                };
        return wording.trouble(
                "far-refused." + kind,
                refused,
                refused.far(),
                refused.status(),
                refused.said().isEmpty() ? "–" : refused.said(),
                seconds(refused.pause()));
    }

    private static String name(Obstacle obstacle) {
        return switch (obstacle) {
            case NO_ADDRESS -> "address";
            case NO_CONNECTION -> "connection";
            case NO_ANSWER -> "answer";
            case DROPPED -> "dropped";
        };
    }

    private static String name(Doubt doubt) {
        return switch (doubt) {
            case UNKNOWN_ISSUER -> "issuer";
            case EXPIRED -> "expired";
            case OTHER_HOST -> "host";
            case OTHER -> "other";
        };
    }

    private static long seconds(Duration pause) {
        return pause.plusMillis(999).toSeconds();
    }
}
