package nearside.storage;

import nearside.storage.Settings.Place;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Where the window stood when it was closed: at last, and with each set of screens that there was.
///
/// @param onScreens by what the screens were called, the one that was used last at the end
public record Windows(Optional<Place> last, Map<String, Place> onScreens) {
    static final Windows NONE = new Windows(Optional.empty(), Map.of());

    /// Of sets of screens: a home, an office and some more.
    static final int MOST = 8;

    public Windows {
        Objects.requireNonNull(last);
        onScreens = Collections.unmodifiableMap(new LinkedHashMap<>(onScreens));
    }

    /// Where it stood with these screens, else where it stood at last.
    public Optional<Place> with(String screens) {
        return Optional.ofNullable(onScreens.get(screens)).or(() -> last);
    }

    /// The same after it stood there.
    Windows stood(String screens, Place place) {
        Map<String, Place> all = new LinkedHashMap<>(onScreens);
        all.remove(screens);
        while (all.size() >= MOST) {
            all.remove(all.keySet().iterator().next());
        }
        all.put(screens, place);
        return new Windows(Optional.of(place), all);
    }
}
