package nearside.copilot.borrow.mask;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Replaces what names a person, an account or a machine, and secrets, by place-holders before a
/// text leaves, and knows what each stands for. The same value has the same place-holder in all
/// texts of one request.
///
/// This hides numbers and addresses. It makes nobody anonymous: names and stories stay.
public final class Mask {
    private final List<Finder> finders;
    private final Map<String, String> byValue = new HashMap<>();
    private final Map<String, String> byPlaceholder = new LinkedHashMap<>();
    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    private final List<String> seen;

    /// A mask for these texts; none of its place-holders occurs in them.
    ///
    /// @param region two letters of the country whose phone numbers are written without its code
    /// @param texts all that will be masked
    public Mask(String region, List<String> texts) {
        finders =
                Stream.of(
                                SecretTexts.FINDERS,
                                Accounts.FINDERS,
                                NationalIds.FINDERS,
                                Contacts.finders(region))
                        .flatMap(List::stream)
                        .toList();
        seen = List.copyOf(texts);
    }

    /// The text with place-holders.
    public String apply(String text) {
        StringBuilder masked = new StringBuilder();
        int at = 0;
        for (Finding finding : findings(text)) {
            masked.append(text, at, finding.from());
            masked.append(
                    placeholder(text.substring(finding.from(), finding.to()), finding.kind()));
            at = finding.to();
        }
        return masked.append(text, at, text.length()).toString();
    }

    /// The same of what a model wrote, or is told, as JSON: its texts and keys have place-holders,
    /// and a number that names something becomes a text.
    public String applyToValues(String json) {
        return new JsonTexts(this::apply, JsonTexts.Numbers.CHANGE).in(json);
    }

    /// The same of a JSON Schema, whose numbers are limits.
    public String applyToSchema(String json) {
        return new JsonTexts(this::apply, JsonTexts.Numbers.STAY).in(json);
    }

    /// What is replaced in a text, in order, none over another.
    List<Finding> findings(String text) {
        Places code = Places.of(CodeSpans.in(text));
        Places taken = new Places();
        finders.stream()
                .flatMap(finder -> finder.in(text))
                .filter(it -> it.kind() == Kind.SECRET || code.areFree(it))
                .sorted(
                        Comparator.comparing(Finding::kind)
                                .thenComparingInt(it -> it.from() - it.to())
                                .thenComparingInt(Finding::from))
                .forEach(taken::add);
        return taken.all();
    }

    private String placeholder(String value, Kind kind) {
        return byValue.computeIfAbsent(kind + " " + value, _ -> next(value, kind));
    }

    private String next(String value, Kind kind) {
        String placeholder;
        do {
            placeholder = "[" + kind + "_" + counts.merge(kind, 1, Integer::sum) + "]";
        } while (isTyped(placeholder));
        byPlaceholder.put(placeholder, value);
        return placeholder;
    }

    private boolean isTyped(String placeholder) {
        return seen.stream().anyMatch(text -> text.contains(placeholder));
    }

    /// How much of each kind was replaced.
    public Map<Kind, Long> counts() {
        Map<Kind, Long> all = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            long count =
                    byPlaceholder.keySet().stream()
                            .filter(it -> it.startsWith("[" + kind + "_"))
                            .count();
            if (count > 0) {
                all.put(kind, count);
            }
        }
        return all;
    }

    /// Puts the values back into an answer, as it comes.
    public Unmasking unmasking() {
        return Unmasking.of(byPlaceholder);
    }
}
