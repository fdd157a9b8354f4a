package nearside.cloud.outbound;

import nearside.engine.EngineFailure.Doubt;
import nearside.engine.EngineFailure.Far;
import nearside.engine.EngineFailure.Obstacle;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import javax.net.ssl.SSLException;

/// Tells what the exceptions of the HTTP client mean, by their kinds where there are any.
final class Causes {
    private static final int DEEPEST = 12;

    private Causes() {}

    /// What it means before there was an answer.
    static Far unreached(Origin to, Throwable thrown, Duration waited) {
        String far = to.toString();
        List<Throwable> chain = chain(thrown);
        if (has(chain, HttpConnectTimeoutException.class)) {
            return new Far.Unreachable(far, Obstacle.NO_ANSWER);
        }
        if (has(chain, HttpTimeoutException.class)) {
            return new Far.Silent(far, waited);
        }
        if (has(chain, SSLException.class)) {
            return new Far.Untrusted(far, doubt(chain));
        }
        if (has(chain, ProtocolException.class)) {
            return new Far.Garbled(far, "an HTTP answer", "something else");
        }
        return new Far.Unreachable(far, obstacle(chain));
    }

    private static Obstacle obstacle(List<Throwable> chain) {
        if (has(chain, UnresolvedAddressException.class)
                || has(chain, UnknownHostException.class)) {
            return Obstacle.NO_ADDRESS;
        }
        boolean refused =
                has(chain, ConnectException.class)
                        || has(chain, NoRouteToHostException.class)
                        || has(chain, SocketException.class);
        return refused ? Obstacle.NO_CONNECTION : Obstacle.DROPPED;
    }

    private static Doubt doubt(List<Throwable> chain) {
        if (has(chain, CertificateExpiredException.class)
                || has(chain, CertificateNotYetValidException.class)) {
            return Doubt.EXPIRED;
        }
        if (has(chain, CertPathBuilderException.class)) {
            return Doubt.UNKNOWN_ISSUER;
        }
        // The check of the host throws the plain kind.
        boolean otherHost =
                chain.stream().anyMatch(cause -> cause.getClass() == CertificateException.class);
        return otherHost ? Doubt.OTHER_HOST : Doubt.OTHER;
    }

    private static boolean has(List<Throwable> chain, Class<? extends Throwable> kind) {
        return chain.stream().anyMatch(kind::isInstance);
    }

    private static List<Throwable> chain(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST)
                .toList();
    }
}
