package nearside.cloud.outbound;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.security.GeneralSecurityException;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The one door out. It sends what a permit covers and nothing else, writes every attempt down
/// before it begins, never follows to another address, and never asks twice by itself.
///
/// HTTP/1.1 on purpose: over plain connections HTTP/2 begins by an upgrade that some servers of
/// one's own refuse, and one reply at a time gains nothing by it. The runtime's own second try at a
/// refused connection is switched off by the launcher (`jdk.httpclient.disableRetryConnect`).
public final class Outbound implements AutoCloseable {
    private final HttpClient client;
    private final Ledger ledger;
    private final Limits limits;
    private final Set<Call> underWay = ConcurrentHashMap.newKeySet();

    private Outbound(HttpClient client, Ledger ledger, Limits limits) {
        this.client = client;
        this.ledger = Objects.requireNonNull(ledger);
        this.limits = Objects.requireNonNull(limits);
    }

    /// A door by this route.
    ///
    /// @throws IOException if the certificates of the route cannot be used; the message says which
    public static Outbound by(Route route, Ledger ledger, Limits limits) throws IOException {
        try {
            HttpClient client =
                    HttpClient.newBuilder()
                            .version(Version.HTTP_1_1)
                            .followRedirects(Redirect.NEVER)
                            .connectTimeout(limits.connect())
                            .proxy(route.selector())
                            .sslContext(Trust.context(route.certificates()))
                            .build();
            return new Outbound(client, ledger, limits);
        } catch (GeneralSecurityException unusable) {
            String where = route.certificates().map(file -> file + ", ").orElse("");
            throw new IOException(
                    "certificates: expected X.509 in PEM or DER, found trouble in "
                            + where
                            + "the system's store: "
                            + unusable.getMessage(),
                    unusable);
        }
    }

    /// A call that was written down and is ready to begin.
    ///
    /// @throws IllegalArgumentException if the permit is for other bytes or another far side
    public Call call(Permit permit, Parcel parcel) {
        if (!permit.covers(parcel)) {
            throw new IllegalArgumentException(
                    "not what was permitted: " + permit + " for " + parcel.address());
        }
        Call call = new Call(client, parcel, limits, ledger.begin(permit), underWay::remove);
        underWay.add(call);
        return call;
    }

    /// Ends all calls that are under way; others may begin.
    public void endAll() {
        underWay.forEach(Call::stop);
    }

    public Limits limits() {
        return limits;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
