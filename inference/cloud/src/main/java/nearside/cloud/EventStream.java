package nearside.cloud;

import nearside.cloud.outbound.FarException;
import nearside.cloud.outbound.Limits;
import nearside.engine.EngineFailure.Far;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The data of the events of a `text/event-stream`, as the HTML standard reads it ("Server-sent
/// events"): comments and unknown fields are passed over, an event without data is none, an event
/// without its empty line at the end is given up.
///
/// An event that comes twice is told once where that can be known: its id came before, with the
/// same data, and no id of this stream stood for two different ones.
final class EventStream {
    private static final int MOST_DATA = 4 << 20;

    private final String far;
    private final Lines lines;
    private final Limits limits;
    private final Map<String, String> byId = new HashMap<>();
    private boolean idsAreNames = true;

    EventStream(String far, Lines.Source source, Limits limits) {
        this.far = far;
        this.lines = new Lines(far, source, limits.silence());
        this.limits = limits;
    }

    /// The data of the next event, or empty at the end of the stream.
    Optional<String> next() throws FarException, InterruptedException {
        long since = System.nanoTime();
        Event event = new Event();
        while (true) {
            Optional<String> line = lines.next();
            if (line.isEmpty()) {
                return Optional.empty();
            }
            if (line.get().isEmpty()) {
                if (event.hasData() && isNew(event)) {
                    return Optional.of(event.data());
                }
                event = new Event();
            } else {
                event.take(line.get());
                checkSize(event);
            }
            checkTime(since);
        }
    }

    private void checkSize(Event event) throws FarException {
        if (event.data.length() > MOST_DATA) {
            throw new FarException(
                    new Far.Garbled(far, "events of at most 4 Mi characters", "a longer one"));
        }
    }

    private void checkTime(long since) throws FarException {
        if (System.nanoTime() - since > limits.fruitless().toNanos()) {
            throw new FarException(new Far.Silent(far, limits.fruitless()));
        }
    }

    private boolean isNew(Event event) {
        if (event.id.isEmpty() || !idsAreNames) {
            return true;
        }
        String before = byId.putIfAbsent(event.id, event.data());
        if (before != null && !before.equals(event.data())) {
            idsAreNames = false;
            byId.clear();
        }
        return before == null || !idsAreNames;
    }

    /// What came of one event so far.
    private static final class Event {
        private final StringBuilder data = new StringBuilder();
        private String id = "";

        void take(String line) {
            int colon = line.indexOf(':');
            String field = colon < 0 ? line : line.substring(0, colon);
            String value = colon < 0 ? "" : line.substring(colon + 1);
            value = value.startsWith(" ") ? value.substring(1) : value;
            switch (field) {
                case "data" -> data.append(value).append('\n');
                case "id" -> id = value;
                default -> {}
            }
        }

        boolean hasData() {
            return !data.isEmpty();
        }

        String data() {
            return data.substring(0, data.length() - 1);
        }
    }
}
