package nearside.desktop.prompts;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Places in a prompt that are filled in: each a name between two pairs of braces.
public final class Places {
    private static final Pattern PLACE = Pattern.compile("\\{\\{ *([^{}\\n]{1,80}?) *}}");

    /// Filled in by itself, with today.
    static final String DATE = "date";

    /// Filled in by itself, with what was copied.
    static final String CLIPBOARD = "clipboard";

    private Places() {}

    /// Where one stands.
    public record Span(int from, int to) {}

    /// One of that name, as it is written.
    static String of(String name) {
        return "{{" + name + "}}";
    }

    /// The next one that begins there or later; else the first of all.
    public static Optional<Span> next(String text, int from) {
        Matcher places = PLACE.matcher(text);
        return (places.find(Math.min(from, text.length())) || places.find(0))
                ? Optional.of(new Span(places.start(), places.end()))
                : Optional.empty();
    }

    /// With today's date and what was copied put where their names stand; all other places stay.
    public static String filled(
            String text, LocalDate today, Locale locale, Supplier<String> clipboard) {
        DateTimeFormatter form =
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
        return PLACE.matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(value(found, today.format(form), clipboard)));
    }

    private static String value(MatchResult found, String date, Supplier<String> clipboard) {
        return switch (found.group(1).toLowerCase(Locale.ROOT)) {
            case DATE -> date;
            case CLIPBOARD -> clipboard.get();
            default -> found.group();
        };
    }
}
