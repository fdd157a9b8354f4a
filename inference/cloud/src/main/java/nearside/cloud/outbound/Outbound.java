package nearside.cloud.outbound;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.security.GeneralSecurityException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

import javax.net.ssl.SSLContext;

/// The one door out. It sends what a permit covers and nothing else, writes every attempt down
/// before it begins, never follows to another address, and never asks twice by itself.
///
/// HTTP/1.1 on purpose: over plain connections HTTP/2 begins by an upgrade that some servers of
/// one's own refuse, and one reply at a time gains nothing by it. The runtime's own second try at a
/// refused connection is switched off by the launcher (`jdk.httpclient.disableRetryConnect`).
public final class Outbound implements AutoCloseable {
    private final Supplier<HttpClient> clients;
    private final Ledger ledger;
    private final Limits limits;
    private final Set<Call> underWay = new HashSet<>();
    private @Nullable HttpClient client;
    private boolean shut;

    private Outbound(Supplier<HttpClient> clients, Ledger ledger, Limits limits) {
        this.clients = clients;
        this.ledger = Objects.requireNonNull(ledger);
        this.limits = Objects.requireNonNull(limits);
    }

    /// A door by this route.
    ///
    /// @throws IOException if the certificates of the route cannot be used; the message says which
    public static Outbound by(Route route, Ledger ledger, Limits limits) throws IOException {
        try {
            SSLContext trusted = Trust.context(route.certificates());
            return new Outbound(
                    () ->
                            HttpClient.newBuilder()
                                    .version(Version.HTTP_1_1)
                                    .followRedirects(Redirect.NEVER)
                                    .connectTimeout(limits.connect())
                                    .proxy(route.selector())
                                    .sslContext(trusted)
                                    .build(),
                    ledger,
                    limits);
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
        return call(permit, parcel, limits);
    }

    /// The same, waited for otherwise; the time to connect stays the door's.
    ///
    /// @throws IllegalArgumentException if the permit is for other bytes or another far side
    public Call call(Permit permit, Parcel parcel, Limits patience) {
        if (!permit.covers(parcel)) {
            throw new IllegalArgumentException(
                    "not what was permitted: " + permit + " for " + parcel.address());
        }
        return begun(parcel, patience, ledger.begin(permit));
    }

    /// One that was permitted before the door was shut begins stopped.
    private synchronized Call begun(Parcel parcel, Limits patience, Ledger.Booking booking) {
        client = client == null ? clients.get() : client;
        Call call = new Call(client, parcel, patience, booking, this::over);
        underWay.add(call);
        if (shut) {
            call.stop();
        }
        return call;
    }

    private synchronized void over(Call call) {
        underWay.remove(call);
    }

    /// Ends all that is under way and every connection, those too that wait to be used again; no
    /// call begins until [#open].
    public void shut() {
        for (Call call : shutNow()) {
            call.stop();
        }
        close();
    }

    private synchronized List<Call> shutNow() {
        shut = true;
        return List.copyOf(underWay);
    }

    /// Calls may begin again.
    public synchronized void open() {
        shut = false;
    }

    public Limits limits() {
        return limits;
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.shutdownNow();
            client = null;
        }
    }
}
