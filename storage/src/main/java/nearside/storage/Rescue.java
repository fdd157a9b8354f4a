package nearside.storage;

import nearside.storage.database.Building;
import nearside.storage.database.Schema;
import nearside.storage.salvage.DamagedSet;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/// Puts a database together anew from what can be read of a damaged one and from the newest backup,
/// and the damaged files aside. They are only read and moved; killed at any point, it begins anew
/// or ends at the next start.
final class Rescue {
    private static final Recovered.Found NOTHING = new Recovered.Found(0, 0, 0, 0, 0);

    private final Path profile;
    private final Secrets secrets;
    private final Instant now;
    private final Aside aside;

    Rescue(Path profile, Secrets secrets, Instant now) {
        this.profile = profile;
        this.secrets = secrets;
        this.now = now;
        this.aside = new Aside(profile);
    }

    Recovered run(Recovered.Cause cause) throws IOException {
        secrets.checkNothingIsSealed();
        Path set = aside.begin(now);
        Recovered recovered =
                secrets.isOpen()
                        ? built(set, cause)
                        : new Recovered(now, set, cause, NOTHING, Optional.empty());
        aside.report(recovered);
        aside.move(set);
        return recovered;
    }

    private Recovered built(Path set, Recovered.Cause cause) throws IOException {
        if (cause == Recovered.Cause.LOG_TORN) {
            Optional<Recovered.Found> found = new TornLog(profile, set, secrets).run();
            if (found.isPresent()) {
                return new Recovered(now, set, cause, found.get(), Optional.empty());
            }
        }
        Schema schema = Schema.of(secrets::seal);
        try (Building building = Building.at(set.resolve("building.db"), schema);
                DamagedSet damaged = DamagedSet.open(profile.resolve(Store.FILE))) {
            Optional<OpenBackup> backup = OpenBackup.newest(profile, secrets.proof());
            try {
                Recovered.Found found =
                        building.work(session -> {
                            Salvage salvage = new Salvage(session, damaged, secrets.contents());
                            Recovered.Found all = salvage.run(backup);
                            new SecondLook(profile, secrets).goOn(session);
                            return all;
                        });
                building.finish(set.resolve(Aside.READY));
                return new Recovered(
                        now, set, cause, found, backup.map(open -> open.file().path()));
            } finally {
                backup.ifPresent(OpenBackup::close);
            }
        }
    }
}
