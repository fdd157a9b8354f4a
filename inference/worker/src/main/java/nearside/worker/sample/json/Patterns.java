package nearside.worker.sample.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Makes patterns in a normal form, each only once, and says what is left of one after a byte.
///
/// What is left is its derivative (Brzozowski, "Derivatives of regular expressions", 1964); with
/// choices flat, sorted and without doubles a pattern has only finitely many of them (Owens, Reppy
/// and Turon, 2009). A pattern that is not [Form.Nothing] can always be completed.
final class Patterns {
    static final int NO_END = Integer.MAX_VALUE;

    private final Map<Form, Pattern> made = new HashMap<>();
    private int last;
    private final Pattern nothing = make(new Form.Nothing(), false);
    private final Pattern empty = make(new Form.Empty(), true);

    int count() {
        return made.size();
    }

    private Pattern make(Form form, boolean matchesEmpty) {
        return made.computeIfAbsent(form, f -> new Pattern(last++, f, matchesEmpty));
    }

    Pattern nothing() {
        return nothing;
    }

    Pattern empty() {
        return empty;
    }

    Pattern oneOf(ByteSet bytes) {
        return make(new Form.OneOf(bytes), false);
    }

    Pattern range(int first, int last) {
        return oneOf(ByteSet.range(first, last));
    }

    Pattern text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Pattern pattern = empty;
        for (int i = bytes.length - 1; i >= 0; i--) {
            int value = bytes[i] & 0xFF;
            pattern = sequence(range(value, value), pattern);
        }
        return pattern;
    }

    Pattern sequence(Pattern... parts) {
        Pattern whole = empty;
        for (int i = parts.length - 1; i >= 0; i--) {
            whole = sequence(parts[i], whole);
        }
        return whole;
    }

    private Pattern sequence(Pattern first, Pattern rest) {
        return switch (first.form()) {
            case Form.Nothing _ -> nothing;
            case Form.Empty _ -> rest;
            case Form.OneOf _, Form.Sequence _, Form.Choice _, Form.Repeat _ ->
                    switch (rest.form()) {
                        case Form.Nothing _ -> nothing;
                        case Form.Empty _ -> first;
                        case Form.OneOf _, Form.Sequence _, Form.Choice _, Form.Repeat _ ->
                                make(
                                        new Form.Sequence(first, rest),
                                        first.matchesEmpty() && rest.matchesEmpty());
                    };
        };
    }

    Pattern choice(Pattern... options) {
        return choice(List.of(options));
    }

    Pattern choice(List<Pattern> options) {
        Set<Pattern> flat = new TreeSet<>(Comparator.comparingInt(Pattern::number));
        for (Pattern option : options) {
            switch (option.form()) {
                case Form.Nothing _ -> {}
                case Form.Choice(List<Pattern> inner) -> flat.addAll(inner);
                case Form.Empty _, Form.OneOf _, Form.Sequence _, Form.Repeat _ -> flat.add(option);
            }
        }
        return switch (flat.size()) {
            case 0 -> nothing;
            case 1 -> flat.iterator().next();
            default ->
                    make(
                            new Form.Choice(List.copyOf(flat)),
                            flat.stream().anyMatch(Pattern::matchesEmpty));
        };
    }

    Pattern optional(Pattern pattern) {
        return choice(pattern, empty);
    }

    Pattern repeat(Pattern item, int least, int most) {
        if (item.matchesEmpty()) {
            throw new IllegalArgumentException("a repeated item that may be empty");
        }
        if (most == 0) {
            return empty;
        }
        return least == 1 && most == 1
                ? item
                : make(new Form.Repeat(item, least, most), least == 0);
    }

    /// What may follow after this byte; nothing if it cannot come.
    Pattern after(Pattern pattern, int value) {
        Pattern known = pattern.knownAfter(value);
        if (known == null) {
            known = derive(pattern, value);
            pattern.learnAfter(value, known);
        }
        return known;
    }

    private Pattern derive(Pattern pattern, int value) {
        return switch (pattern.form()) {
            case Form.Nothing _, Form.Empty _ -> nothing;
            case Form.OneOf(ByteSet bytes) -> bytes.has(value) ? empty : nothing;
            case Form.Sequence(Pattern first, Pattern rest) -> {
                Pattern within = sequence(after(first, value), rest);
                yield first.matchesEmpty() ? choice(within, after(rest, value)) : within;
            }
            case Form.Choice(List<Pattern> options) -> {
                Set<Pattern> left = new LinkedHashSet<>();
                options.forEach(option -> left.add(after(option, value)));
                yield choice(List.copyOf(left));
            }
            case Form.Repeat(Pattern item, int least, int most) ->
                    sequence(
                            after(item, value),
                            repeat(item, Math.max(0, least - 1), most == NO_END ? most : most - 1));
        };
    }

    /// Forgets all patterns that this one does not need, and all that was learned about those.
    void keepOnly(Pattern kept) {
        Set<Pattern> needed = new HashSet<>(List.of(nothing, empty));
        Deque<Pattern> open = new ArrayDeque<>(List.of(kept));
        while (!open.isEmpty()) {
            Pattern pattern = open.pop();
            if (needed.add(pattern)) {
                open.addAll(parts(pattern));
            }
        }
        made.values().retainAll(needed);
        needed.forEach(Pattern::forget);
    }

    private static List<Pattern> parts(Pattern pattern) {
        return switch (pattern.form()) {
            case Form.Nothing _, Form.Empty _, Form.OneOf _ -> List.of();
            case Form.Sequence(Pattern first, Pattern rest) -> List.of(first, rest);
            case Form.Choice(List<Pattern> options) -> options;
            case Form.Repeat(Pattern item, int _, int _) -> List.of(item);
        };
    }
}
