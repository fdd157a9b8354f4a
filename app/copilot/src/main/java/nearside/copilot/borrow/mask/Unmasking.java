package nearside.copilot.borrow.mask;

import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// Puts values back in the place of their place-holders while an answer comes in pieces. What may
/// become a place-holder is held back until it is one or is none; models write them in small
/// letters now and then, and with a backslash before the brackets.
public final class Unmasking {
    private final NavigableMap<String, String> values;
    private final StringBuilder held = new StringBuilder();

    private Unmasking(NavigableMap<String, String> values) {
        this.values = values;
    }

    /// One that puts these in.
    static Unmasking of(Map<String, String> byPlaceholder) {
        NavigableMap<String, String> values = new TreeMap<>();
        byPlaceholder.forEach((placeholder, value) -> {
            String plain = placeholder.toLowerCase(Locale.ROOT);
            values.put(plain, value);
            values.put(plain.replace("[", "\\[").replace("]", "\\]"), value);
            values.put(plain.replace("_", "\\_"), value);
        });
        return new Unmasking(values);
    }

    /// What can be shown by now.
    public String add(String piece) {
        StringBuilder shown = new StringBuilder();
        piece.chars().forEach(c -> take((char) c, shown));
        return shown.toString();
    }

    private void take(char next, StringBuilder shown) {
        held.append(next);
        while (!held.isEmpty()) {
            String lower = held.toString().toLowerCase(Locale.ROOT);
            Optional<String> value = Optional.ofNullable(values.get(lower));
            if (value.isPresent()) {
                shown.append(value.get());
                held.setLength(0);
            } else if (begins(lower)) {
                return;
            } else {
                shown.append(held.charAt(0));
                held.deleteCharAt(0);
            }
        }
    }

    private boolean begins(String start) {
        String next = values.ceilingKey(start);
        return next != null && next.startsWith(start);
    }

    /// A whole text with the values, whatever is held back of another.
    ///
    /// @param json in whose texts they are put back; else it counts as one text
    public String whole(String json) {
        return new JsonTexts(this::inOne, JsonTexts.Numbers.STAY).in(json);
    }

    private String inOne(String text) {
        Unmasking alone = new Unmasking(values);
        return alone.add(text) + alone.end();
    }

    /// What was held back to the end.
    public String end() {
        String rest = held.toString();
        held.setLength(0);
        return rest;
    }
}
