package nearside.copilot.borrow.mask;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Findings of a text, none over another, in the order of the text.
final class Places {
    private final TreeMap<Integer, Finding> byFrom = new TreeMap<>();

    static Places of(Collection<Finding> findings) {
        Places places = new Places();
        findings.forEach(places::add);
        return places;
    }

    /// Adds one where nothing is yet.
    void add(Finding finding) {
        if (areFree(finding)) {
            byFrom.put(finding.from(), finding);
        }
    }

    boolean areFree(Finding finding) {
        Map.Entry<Integer, Finding> before = byFrom.lowerEntry(finding.to());
        return before == null || !before.getValue().overlaps(finding);
    }

    List<Finding> all() {
        return List.copyOf(byFrom.values());
    }
}
