package nearside.copilot.orchestrator;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Knows of the newest few alone. May be used by several threads.
final class NewestOnly<K, V> {
    /// Nobody goes on in more conversations at a time.
    private static final int MOST = 8;

    private final Map<K, V> all = new LinkedHashMap<>();

    synchronized Optional<V> get(K key) {
        return Optional.ofNullable(all.get(key));
    }

    synchronized void put(K key, V value) {
        all.remove(key);
        all.put(key, value);
        if (all.size() > MOST) {
            all.remove(all.keySet().iterator().next());
        }
    }
}
