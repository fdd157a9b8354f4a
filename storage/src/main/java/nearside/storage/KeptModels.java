package nearside.storage;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Which model a person uses, which ones are used where they lie, and from where others come.
///
/// @param inUse the id of the model in use; empty for the embedded starter
/// @param inPlace folders outside the profile by the ids that they have here
public record KeptModels(Optional<String> inUse, Map<String, Path> inPlace, Fetching fetching) {
    /// The starter alone.
    public static final KeptModels NONE = new KeptModels(Optional.empty(), Map.of());

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    /// Others come from where it is usual.
    public KeptModels(Optional<String> inUse, Map<String, Path> inPlace) {
        this(inUse, inPlace, Fetching.USUAL);
    }

    public KeptModels {
        Objects.requireNonNull(fetching);
        if (inUse.filter(String::isBlank).isPresent()) {
            throw new IllegalArgumentException("a model without an id");
        }
        inPlace.forEach((id, folder) -> {
            if (!isPlace(id, folder)) {
                throw new IllegalArgumentException("no place of a model: " + id + " " + folder);
            }
        });
        inPlace = Map.copyOf(inPlace);
    }

    /// That one in use, none in its own place.
    public static KeptModels using(String id) {
        return new KeptModels(Optional.of(id), Map.of());
    }

    /// Whether a model can be called that and lie there.
    static boolean isPlace(String id, Path folder) {
        return ID.matcher(id).matches() && folder.isAbsolute();
    }

    /// The same with another one in use.
    KeptModels using(Optional<String> next) {
        return new KeptModels(next, inPlace, fetching);
    }

    /// The same with a folder that stays where it is.
    public KeptModels with(String id, Path folder) {
        Map<String, Path> more = new TreeMap<>(inPlace);
        more.put(id, folder);
        return new KeptModels(inUse, more, fetching);
    }

    /// The same with others coming otherwise.
    public KeptModels with(Fetching next) {
        return new KeptModels(inUse, inPlace, next);
    }

    /// The same without that one, in use or not.
    public KeptModels without(String id) {
        Map<String, Path> fewer = new TreeMap<>(inPlace);
        fewer.remove(id);
        return new KeptModels(inUse.filter(used -> !used.equals(id)), fewer, fetching);
    }
}
