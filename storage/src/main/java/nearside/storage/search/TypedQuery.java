package nearside.storage.search;

import nearside.storage.search.Filter.Origin;
import nearside.storage.search.Filter.Place;
import nearside.storage.search.Term.Kind;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes apart what a person types into the search field.
final class TypedQuery {
    private static final String KEY = "(folder|after|before|from|in)[:：]";

    /// A filter's key, if any, before words in quotation marks (the last may still be open) or a
    /// word.
    private static final Pattern PART =
            Pattern.compile(
                    "(?:" + KEY + ")?(?:[\"“”„«»]([^\"“”„«»]*)([\"“”„«»]\\*?|$)|([^\\s\"“”„«»]+))",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern KEY_ALONE = Pattern.compile(KEY, Pattern.CASE_INSENSITIVE);

    private final String text;
    private final ZoneId zone;
    private final List<Term> terms = new ArrayList<>();
    private Filter filter = Filter.NONE;

    TypedQuery(String text, ZoneId zone) {
        this.text = text;
        this.zone = zone;
    }

    Query read() {
        Matcher part = PART.matcher(text);
        while (part.find()) {
            read(part);
        }
        return new Query(terms, filter);
    }

    private void read(Matcher part) {
        String word = part.group(4) == null ? part.group(2) : part.group(4);
        Optional<Filter> narrower =
                Optional.ofNullable(part.group(1)).flatMap(key -> narrower(key, word));
        if (narrower.isPresent()) {
            filter = narrower.get();
        } else if (!KEY_ALONE.matcher(part.group()).matches()) {
            terms.add(new Term(part.group(1) == null ? word : part.group(), kind(part)));
        }
    }

    private Kind kind(Matcher part) {
        boolean goesOn =
                part.group(4) == null
                        ? !part.group(3).matches("[\"“”„«»]")
                        : part.end() == text.length() || part.group(4).endsWith("*");
        return goesOn ? Kind.BEGINNING : Kind.WHOLE;
    }

    private Optional<Filter> narrower(String key, String value) {
        String small = value.toLowerCase(Locale.ROOT);
        return switch (key.toLowerCase(Locale.ROOT)) {
            case "folder" -> value.isBlank() ? Optional.empty() : folder(value);
            case "after" -> TypedDate.start(small, zone).map(filter::from);
            case "before" -> TypedDate.start(small, zone).map(filter::until);
            case "from" -> origin(small).map(filter::of);
            default -> small.equals("trash") ? Optional.of(filter.in(Place.TRASH)) : none();
        };
    }

    private Optional<Filter> folder(String name) {
        return Optional.of(filter.inFolder(name));
    }

    private static Optional<Filter> none() {
        return Optional.empty();
    }

    private static Optional<Origin> origin(String value) {
        return switch (value) {
            case "here" -> Optional.of(Origin.HERE);
            case "borrowed" -> Optional.of(Origin.BORROWED);
            default -> Optional.empty();
        };
    }
}
