package nearside.engine.local;

import nearside.engine.TokenIds;
import nearside.engine.local.SnapshotShelf.Found;
import nearside.engine.local.SnapshotShelf.Keeping;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/// Moves keys and values between a worker and a shelf, once. It ends soon after its owner does not
/// want to go on, with nothing half done on either side.
final class KvTransfer {
    private final WorkerProcess worker;
    private final BooleanSupplier goesOn;
    private Optional<Keeping> keeping = Optional.empty();
    private long left;
    private boolean whole;

    KvTransfer(WorkerProcess worker, BooleanSupplier goesOn) {
        this.worker = worker;
        this.goesOn = goesOn;
    }

    /// Whether all that was to be kept is kept.
    boolean isWhole() {
        return whole;
    }

    /// Offers the worker what was found for the prompt, and sends it if it is wanted.
    ///
    /// @return the worker's end, if that is what came
    Optional<WorkerNews.Gone> restore(Frame.Offer offer, Found found) throws InterruptedException {
        worker.send(offer);
        while (true) {
            switch (worker.next()) {
                case WorkerNews.Gone gone -> {
                    return Optional.of(gone);
                }
                case WorkerNews.Said(Frame.Wanted()) -> send(found);
                case WorkerNews.Said(Frame.NotWanted()), WorkerNews.Said(Frame.Restored()) -> {
                    return Optional.empty();
                }
                case WorkerNews.Said _ -> {}
            }
        }
    }

    private void send(Found found) {
        if (!found.read(bytes -> goesOn.getAsBoolean() && worker.sendKv(bytes))) {
            worker.send(new Frame.Enough());
        }
    }

    /// Has the worker hand out what it read last.
    ///
    /// @param known what is kept of that already
    /// @param begin where the rest goes, if anywhere
    /// @return the worker's end, if that is what came
    Optional<WorkerNews.Gone> keep(
            TokenIds known, RotaryFactors factors, Function<KvPart, Optional<Keeping>> begin)
            throws InterruptedException {
        worker.send(new Frame.Keep(known, factors));
        while (true) {
            switch (worker.next()) {
                case WorkerNews.Gone gone -> {
                    drop();
                    return Optional.of(gone);
                }
                case WorkerNews.Said(Frame.Kept(KvPart part)) -> begin(part, begin);
                case WorkerNews.Said(Frame.Kv kv) -> add(kv);
                case WorkerNews.Said(Frame.KeepOver()) -> {
                    finish();
                    return Optional.empty();
                }
                case WorkerNews.Said _ -> {}
            }
        }
    }

    private void begin(KvPart part, Function<KvPart, Optional<Keeping>> begin) {
        left = part.dataBytes();
        keeping = left == 0 ? Optional.empty() : begin.apply(part);
        if (keeping.isEmpty()) {
            worker.send(new Frame.Enough());
        }
    }

    private void add(Frame.Kv kv) {
        int count = kv.bytes().remaining();
        if (keeping.isPresent()) {
            boolean added =
                    goesOn.getAsBoolean() && count <= left && keeping.get().write(kv.bytes());
            if (!added) {
                drop();
                worker.send(new Frame.Enough());
            }
        }
        left -= count;
        worker.giveBack(kv);
    }

    private void finish() {
        if (left == 0) {
            keeping.ifPresent(Keeping::finish);
            whole = keeping.isPresent();
        }
        drop();
    }

    private void drop() {
        keeping.ifPresent(Keeping::close);
        keeping = Optional.empty();
    }
}
