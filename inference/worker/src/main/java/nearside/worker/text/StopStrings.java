package nearside.worker.text;

import java.util.List;

/// Lets a reply's text through up to the first stop string, whatever the pieces it comes in.
///
/// What may still become a stop string is held back and let through as soon as it cannot. Of stop
/// strings inside each other the one that ends first counts, and the longer of two that end
/// together.
final class StopStrings {
    private final List<String> stops;
    private final int longest;
    private String held = "";
    private boolean found;

    StopStrings(List<String> stops) {
        this.stops = List.copyOf(stops);
        this.longest = stops.stream().mapToInt(String::length).max().orElse(0);
    }

    boolean found() {
        return found;
    }

    /// The part that may be shown now; nothing more once a stop string was found.
    String add(String piece) {
        if (found || piece.isEmpty()) {
            return "";
        }
        String text = held + piece;
        for (int end = held.length() + 1; end <= text.length(); end++) {
            int start = startOfStop(text, end);
            if (start >= 0) {
                found = true;
                held = "";
                return text.substring(0, start);
            }
        }
        int open = openStart(text);
        held = text.substring(open);
        return text.substring(0, open);
    }

    /// What was held back when the reply ends.
    String end() {
        String rest = held;
        held = "";
        return rest;
    }

    private int startOfStop(String text, int end) {
        int first = -1;
        for (String stop : stops) {
            int start = end - stop.length();
            if (start >= 0 && text.startsWith(stop, start) && (first < 0 || start < first)) {
                first = start;
            }
        }
        return first;
    }

    /// Where the longest end of the text begins that some stop string begins with.
    private int openStart(String text) {
        for (int start = Math.max(0, text.length() - longest + 1); start < text.length(); start++) {
            String rest = text.substring(start);
            if (stops.stream().anyMatch(stop -> stop.startsWith(rest))) {
                return start;
            }
        }
        return text.length();
    }
}
