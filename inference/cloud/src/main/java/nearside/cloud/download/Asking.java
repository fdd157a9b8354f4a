package nearside.cloud.download;

import nearside.cloud.outbound.Call;
import nearside.cloud.outbound.FarException;
import nearside.cloud.outbound.Head;
import nearside.cloud.outbound.Limits;
import nearside.cloud.outbound.Origin;
import nearside.cloud.outbound.Outbound;
import nearside.cloud.outbound.Parcel;
import nearside.cloud.outbound.Permit;
import nearside.cloud.outbound.Slice;
import nearside.engine.EngineFailure.Far;

import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Asks a hub for files: by the door out, each time with a permit, and along its pointers as far as
/// they lead to its own hosts.
final class Asking {
    private static final int MOST_POINTERS = 5;
    private static final Set<Integer> POINTERS = Set.of(301, 302, 303, 307, 308);

    private final Hub hub;
    private final Outbound door;
    private final DownloadGate gate;
    private final Limits limits;
    private final Set<Call> underWay = new HashSet<>();
    private boolean stopped;

    Asking(Hub hub, Outbound door, DownloadGate gate, Limits limits) {
        this.hub = hub;
        this.door = door;
        this.gate = gate;
        this.limits = limits;
    }

    /// An answer with content, or the setback that another one is.
    Answer get(URI address, Optional<Slice> slice) throws Setback, InterruptedException {
        URI at = address;
        Optional<Head> first = Optional.empty();
        for (int pointers = 0; pointers <= MOST_POINTERS; pointers++) {
            Answer answer = asked(at, slice);
            Head head = answer.head();
            first = first.or(() -> Optional.of(head));
            if (!POINTERS.contains(head.status())) {
                return answer.judged(pointers > 0, first.get());
            }
            answer.close();
            at = pointer(head, at);
        }
        throw new Setback.Lasting(
                new DownloadFailure.Unlike(host(address), "a file", "pointers without an end"));
    }

    /// An answer with all of the content from that very address: no pointer is followed.
    Answer exactly(URI address) throws Setback, InterruptedException {
        Answer answer = asked(address, Optional.empty());
        Head head = answer.head();
        if (POINTERS.contains(head.status())) {
            answer.close();
            throw new Setback.Lasting(
                    new DownloadFailure.Elsewhere(
                            host(address), brief(head.header("Location").orElse("–"))));
        }
        return answer.judged(false, head);
    }

    private Answer asked(URI at, Optional<Slice> slice) throws Setback, InterruptedException {
        Call call = call(Parcel.asking(at, slice));
        try {
            return new Answer(this, call, at, call.begin());
        } catch (FarException failed) {
            over(call);
            throw setback(failed.failure());
        } catch (InterruptedException left) {
            over(call);
            throw left;
        }
    }

    private Call call(Parcel parcel) throws Setback {
        Optional<Permit> permit = gate.permit(parcel);
        if (permit.isEmpty()) {
            throw new Setback.Lasting(new DownloadFailure.NotPermitted(parcel.to().toString()));
        }
        Call call = door.call(permit.get(), parcel, limits);
        if (!taken(call)) {
            call.close();
            throw new Setback.Stopped();
        }
        return call;
    }

    private synchronized boolean taken(Call call) {
        return !stopped && underWay.add(call);
    }

    /// Where it points to, if that is one of the hub's hosts.
    private URI pointer(Head head, URI at) throws Setback {
        String location = head.header("Location").orElse("");
        try {
            URI to = at.resolve(location);
            if (hub.reaches(Origin.of(to))) {
                return to;
            }
            throw new Setback.Lasting(
                    new DownloadFailure.Elsewhere(host(at), Origin.of(to).toString()));
        } catch (IllegalArgumentException none) {
            throw new Setback.Lasting(
                    new DownloadFailure.Unlike(host(at), "an address", brief(location)));
        }
    }

    /// What a failed connection means: one that cannot be trusted stays so.
    Setback setback(Far failure) {
        DownloadFailure connection = new DownloadFailure.Connection(failure);
        if (isStopped()) {
            return new Setback.Stopped();
        }
        return failure instanceof Far.Untrusted
                ? new Setback.Lasting(connection)
                : new Setback.Passing(connection);
    }

    Duration patience() {
        return limits.silence();
    }

    /// Ends a call and writes down how.
    void over(Call call) {
        call.close();
        synchronized (this) {
            underWay.remove(call);
        }
    }

    synchronized boolean isStopped() {
        return stopped;
    }

    /// Ends all that is under way; nothing begins any more.
    synchronized void stop() {
        stopped = true;
        underWay.forEach(Call::stop);
    }

    static String host(URI at) {
        return Origin.of(at).toString();
    }

    static String brief(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200) + "…";
    }
}
