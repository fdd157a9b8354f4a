package nearside.storage;

import nearside.storage.far.FarEntry;
import nearside.storage.far.FarEntry.Secret;
import nearside.storage.far.FarJson;
import nearside.storage.far.KeySeal;
import nearside.storage.policy.Endpoint;
import nearside.storage.vault.Place;
import nearside.storage.vault.Sealer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// The far models that a person set up, in the order in which they are asked: one sealed file, in
/// which each key is sealed once more for its own server. Backups and exports hold none of it.
public final class FarModels {
    static final String FILE = "far-models";

    private static final Place PLACE = new Place("far.models", "", "");

    private final Path profile;
    private final KeptFile<List<FarEntry>> file;
    private final FarJson json;
    private final Sealer sealer;
    private final TimeOrderedIds ids;

    private record Seal(Sealer sealer) implements KeySeal {
        @Override
        public byte[] seal(String id, Endpoint server, String secret) {
            return sealer.seal(place(id, server), secret);
        }

        @Override
        public Optional<String> open(String id, Endpoint server, byte[] sealed) {
            return sealer.text(place(id, server), sealed);
        }

        private static Place place(String id, Endpoint server) {
            return new Place("far.key", "", id + " " + server);
        }
    }

    /// Where what is shown comes from.
    public enum Standing {
        SOUND,
        /// The file cannot be read; the version before it is shown.
        PREVIOUS,
        /// No version can be read.
        LOST
    }

    /// Where one goes in the order.
    public enum Move {
        UP,
        DOWN
    }

    private FarModels(Path profile, Sealer sealer, TimeOrderedIds ids) {
        this.profile = profile;
        this.sealer = sealer;
        this.ids = ids;
        this.json = new FarJson(new Seal(sealer));
        this.file = new KeptFile<>(profile.resolve(FILE), this::opened);
    }

    /// A copy of what cannot be read is kept.
    static FarModels in(Path profile, Sealer sealer, TimeOrderedIds ids) {
        FarModels models = new FarModels(profile, sealer, ids);
        try {
            models.file.keepDamaged();
        } catch (IOException readOnly) {
            return models;
        }
        return models;
    }

    private Optional<List<FarEntry>> opened(String text) {
        try {
            byte[] sealed = Base64.getDecoder().decode(text.strip());
            return sealer.text(PLACE, sealed).flatMap(json::read);
        } catch (IllegalArgumentException other) {
            return Optional.empty();
        }
    }

    private String sealed(List<FarEntry> entries) {
        byte[] sealed = sealer.seal(PLACE, json.text(entries));
        return Base64.getEncoder().encodeToString(sealed) + "\n";
    }

    /// All of them, the first one first.
    public List<FarEntry> all() {
        return file.look().value().orElse(List.of());
    }

    public Standing standing() {
        KeptFile.Found<List<FarEntry>> found = file.look();
        return switch (found.from()) {
            case CURRENT -> Standing.SOUND;
            case PREVIOUS -> Standing.PREVIOUS;
            case DEFAULTS -> found.damaged().isEmpty() ? Standing.SOUND : Standing.LOST;
        };
    }

    /// An id that none of them ever had.
    public String freshId() {
        return ids.next();
    }

    /// Puts one into the place of the one with its id, or behind the last. Throws
    /// [StorageException].
    public void keep(FarEntry entry) {
        change(all -> {
            int at = at(all, entry.id());
            if (at < 0) {
                all.add(entry);
            } else {
                all.set(at, entry);
            }
        });
    }

    /// Lets go of one and of its key; harmless when it is gone. Throws [StorageException].
    public void remove(String id) {
        change(all -> all.removeIf(it -> it.id().equals(id)));
    }

    /// Moves one by one place, as far as there is one. Throws [StorageException].
    public void move(String id, Move move) {
        change(all -> {
            int from = at(all, id);
            int to = move == Move.UP ? from - 1 : from + 1;
            if (from >= 0 && to >= 0 && to < all.size()) {
                Collections.swap(all, from, to);
            }
        });
    }

    private static int at(List<FarEntry> all, String id) {
        return all.stream().map(FarEntry::id).toList().indexOf(id);
    }

    /// A key that somebody let go of stays in no version.
    private void change(Consumer<List<FarEntry>> change) {
        try {
            Set<Secret> before = secrets(all());
            List<FarEntry> now = file.change(found -> changed(found, change), this::sealed);
            if (!secrets(now).containsAll(before)) {
                file.change(found -> found.orElse(now), this::sealed);
            }
        } catch (IOException refused) {
            throw new StorageException(Refusal.of(profile, refused), refused);
        }
    }

    private static List<FarEntry> changed(
            Optional<List<FarEntry>> found, Consumer<List<FarEntry>> change) {
        List<FarEntry> all = new ArrayList<>(found.orElse(List.of()));
        change.accept(all);
        return List.copyOf(all);
    }

    private static Set<Secret> secrets(List<FarEntry> all) {
        return all.stream().flatMap(it -> it.door().secret().stream()).collect(Collectors.toSet());
    }
}
