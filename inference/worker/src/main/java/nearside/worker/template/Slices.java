package nearside.worker.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Python's `[from:to:step]`.
final class Slices {
    private Slices() {}

    static List<Value> of(
            List<Value> items, Optional<Long> from, Optional<Long> to, Optional<Long> step) {
        long stride = step.orElse(1L);
        if (stride == 0) {
            throw new TemplateException("expected a step other than 0 in a slice.");
        }
        int size = items.size();
        long first = stride > 0 ? 0 : size - 1L;
        long last = stride > 0 ? size : -1;
        long at = from.map(bound -> clamp(bound, size, stride)).orElse(first);
        long end = to.map(bound -> clamp(bound, size, stride)).orElse(last);
        List<Value> part = new ArrayList<>();
        while (stride > 0 ? at < end : at > end) {
            part.add(items.get((int) at));
            at += Math.clamp(stride, -size - 1L, size + 1L);
        }
        return part;
    }

    private static long clamp(long bound, int size, long stride) {
        long place = bound < 0 ? bound + size : bound;
        return stride > 0 ? Math.clamp(place, 0, size) : Math.clamp(place, -1, size - 1L);
    }
}
