package nearside.cloud.download;

import nearside.cloud.download.PlanText.Kept;
import nearside.cloud.outbound.Limits;
import nearside.cloud.outbound.Outbound;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Fetches one published model to where it lands, goes on where it was left, and believes nothing
/// that it did not sum up. Run once, on a thread of its own; [#stop] and [#progress] from any.
public final class Download {
    /// So much room stays free on the disk.
    private static final long SPARE_BYTES = 64L << 20;

    /// So often a file is fetched whose bytes turn out wrong.
    private static final int TRIES = 2;

    private final Wanted wanted;
    private final Landing landing;
    private final Pins pins;
    private final Meter meter = new Meter();
    private final Means means;

    /// What is fetched.
    ///
    /// @param pins what the catalogue names of its files; empty where the hub alone tells
    public record Wanted(Hub hub, Source source, List<HubFile> pins) {
        public Wanted {
            pins = List.copyOf(pins);
        }
    }

    /// How it is fetched.
    ///
    /// @param connections at the same time
    /// @param throttle holds it, and all that share it, to a limit
    public record Manner(Limits limits, int connections, Throttle throttle) {
        public Manner {
            if (connections < 1 || connections > 8) {
                throw new IllegalArgumentException(
                        "connections: expected 1 to 8, found " + connections);
            }
        }
    }

    /// What came of it.
    public sealed interface Outcome {
        /// All of it is here and verified.
        ///
        /// @param hub that told the plan
        record Landed(Plan plan, Hub hub) implements Outcome {}

        record Failed(DownloadFailure failure) implements Outcome {}

        record Stopped() implements Outcome {}
    }

    public Download(
            Wanted wanted, Landing landing, Outbound door, DownloadGate gate, Manner manner) {
        this.wanted = wanted;
        this.landing = landing;
        this.pins = new Pins(wanted.pins());
        this.means =
                new Means(
                        new Asking(wanted.hub(), door, gate, manner.limits()),
                        manner.throttle(),
                        meter,
                        manner.connections(),
                        manner.limits().pause());
    }

    /// Blocks until it is over.
    public Outcome run() throws InterruptedException {
        try {
            return new Outcome.Landed(landed(), wanted.hub());
        } catch (Setback setback) {
            return switch (setback) {
                case Setback.Stopped _ -> new Outcome.Stopped();
                case Setback.Passing passing -> new Outcome.Failed(passing.failure());
                case Setback.Lasting lasting -> new Outcome.Failed(lasting.failure());
            };
        } catch (IOException disk) {
            return new Outcome.Failed(disk(disk));
        } finally {
            means.asking().stop();
        }
    }

    /// Ends it; what is here stays.
    public void stop() {
        means.asking().stop();
    }

    public Progress progress() {
        return meter.now();
    }

    private Plan landed() throws Setback, IOException, InterruptedException {
        Plan plan = plan();
        meter.whole(plan.bytes());
        List<HubFile> smallFirst =
                plan.files().stream().sorted(Comparator.comparingLong(HubFile::size)).toList();
        for (HubFile file : smallFirst) {
            if (!landing.has(file.name(), file.size())) {
                landOrDoubt(plan, file);
            }
            meter.settled(file.size());
        }
        return plan;
    }

    /// The one by which was fetched before, if it is for the same and by the word of the same hub;
    /// else what the hub lists now.
    private Plan plan() throws Setback, IOException, InterruptedException {
        Optional<Kept> kept = landing.plan().flatMap(PlanText::read);
        Optional<Plan> followed =
                kept.filter(it -> it.isBy(wanted.hub()))
                        .map(Kept::plan)
                        .filter(plan -> plan.source().equals(wanted.source()))
                        .filter(pins::allow);
        if (followed.isPresent()) {
            return followed.get();
        }
        Plan listed = new Listing(wanted.hub(), wanted.source(), means).plan();
        Plan held = pins.hold(listed);
        replace(kept.map(Kept::plan), held);
        return held;
    }

    /// What is here of files that are the same stays.
    private void replace(Optional<Plan> before, Plan listed) throws IOException {
        List<HubFile> known = before.map(Plan::files).orElse(List.of());
        for (HubFile file : known) {
            if (!listed.files().contains(file)) {
                landing.drop(file.name());
            }
        }
        for (HubFile file : listed.files()) {
            if (!known.contains(file)) {
                landing.drop(file.name());
            }
        }
        landing.keep(PlanText.of(listed, wanted.hub()));
    }

    /// Who was not told the truth about a file asks the hub again the next time.
    private void landOrDoubt(Plan plan, HubFile file)
            throws Setback, IOException, InterruptedException {
        try {
            land(plan, file);
        } catch (Setback.Lasting failed) {
            if (failed.failure() instanceof DownloadFailure.Unlike
                    || failed.failure() instanceof DownloadFailure.NotThere
                    || failed.failure() instanceof DownloadFailure.WrongBytes) {
                landing.keep(PlanText.doubted(plan, wanted.hub()));
            }
            throw failed;
        }
    }

    private void land(Plan plan, HubFile file) throws Setback, IOException, InterruptedException {
        try (LandingFile here = landing.open(file.name(), file.size())) {
            room(file, here);
            for (int tried = 1; ; tried++) {
                Checksum found = fetch(plan, file, here);
                if (found.equals(file.sum())) {
                    here.settle();
                    return;
                }
                here.clear();
                if (tried == TRIES) {
                    throw new Setback.Lasting(
                            new DownloadFailure.WrongBytes(file.name(), file.sum(), found));
                }
            }
        }
    }

    private Checksum fetch(Plan plan, HubFile file, LandingFile here)
            throws Setback, IOException, InterruptedException {
        FileAddress address =
                new FileAddress(
                        means.asking(),
                        wanted.hub().file(plan.source(), plan.revision(), file.name()),
                        file.size());
        return new FileFetch(means, file, address, here).run();
    }

    private void room(HubFile file, LandingFile here) throws Setback, IOException {
        long missing =
                file.size()
                        - Math.min(
                                file.size(),
                                (long) here.blocks().cardinality() * LandingFile.BLOCK);
        long free = landing.freeBytes();
        if (free < missing + SPARE_BYTES) {
            throw new Setback.Lasting(new DownloadFailure.NoSpace(missing + SPARE_BYTES, free));
        }
    }

    /// A disk that is full says so in many ways; how much is free tells it.
    private DownloadFailure disk(IOException problem) {
        try {
            long free = landing.freeBytes();
            if (free < SPARE_BYTES) {
                return new DownloadFailure.NoSpace(SPARE_BYTES, free);
            }
        } catch (IOException _) {
            // the first problem is the one to tell
        }
        return new DownloadFailure.Disk(
                String.valueOf(problem.getMessage()), problem.getClass().getSimpleName());
    }
}
