package nearside.desktop.tree;

import nearside.desktop.words.Beginning;
import nearside.storage.MessageId;
import nearside.storage.Ways.Place;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Puts the messages of a tree one below the other: each way whole, and set in where the
/// conversation forked.
final class TreeRows {
    private static final int SHORT = 90;

    private TreeRows() {}

    private record Step(Place place, int depth) {}

    /// @param places parents first
    /// @param shown the messages on the shown way
    static List<TreeRow> of(List<Place> places, Set<MessageId> shown) {
        Map<Optional<MessageId>, List<Place>> children = new HashMap<>();
        for (Place place : places) {
            children.computeIfAbsent(place.parent(), none -> new ArrayList<>()).add(place);
        }
        Deque<Step> open = new ArrayDeque<>();
        push(open, children.getOrDefault(Optional.empty(), List.of()), 0);
        List<TreeRow> rows = new ArrayList<>();
        while (!open.isEmpty()) {
            Step step = open.pop();
            Place place = step.place();
            rows.add(
                    new TreeRow(
                            place.id(),
                            step.depth(),
                            TreeRow.Speaker.of(place.speaker()),
                            Beginning.of(place.text(), SHORT),
                            shown.contains(place.id())));
            push(open, children.getOrDefault(Optional.of(place.id()), List.of()), step.depth());
        }
        return List.copyOf(rows);
    }

    private static void push(Deque<Step> open, List<Place> children, int depth) {
        int below = children.size() > 1 ? depth + 1 : depth;
        children.reversed().forEach(child -> open.push(new Step(child, below)));
    }
}
