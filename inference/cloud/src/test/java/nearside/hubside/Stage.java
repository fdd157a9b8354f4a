package nearside.hubside;

import java.util.HashMap;
import java.util.Map;

/// A script and how far it has come.
final class Stage {
    private HubScript script = HubScript.none();
    private final Map<String, Integer> counts = new HashMap<>();

    /// Begins another script, which counts from one.
    synchronized void begin(HubScript other) {
        script = other;
        counts.clear();
    }

    HubFault next(Turn.Kind kind, HubRequest request) {
        HubScript now;
        Turn turn;
        synchronized (this) {
            now = script;
            int nth = counts.merge(kind.name(), 1, Integer::sum);
            int nthOfPath = counts.merge(kind.name() + " " + request.path(), 1, Integer::sum);
            turn = new Turn(kind, nth, nthOfPath, request);
        }
        return now.fault(turn);
    }
}
