package nearside.worker.template;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The methods of Python's `str`.
final class TextMethods {
    private final Budget budget;
    private final Items items;
    private final Writing writing;

    TextMethods(Budget budget, Items items, Writing writing) {
        this.budget = budget;
        this.items = items;
        this.writing = writing;
    }

    Value call(String text, String name, Given given) {
        budget.grow(text.length());
        return switch (name) {
            case "strip" -> Value.of(stripRight(stripLeft(text, given), given));
            case "lstrip" -> Value.of(stripLeft(text, given));
            case "rstrip" -> Value.of(stripRight(text, given));
            case "upper" -> Value.of(text.toUpperCase(Locale.ROOT));
            case "lower" -> Value.of(text.toLowerCase(Locale.ROOT));
            case "title" -> Value.of(Letters.title(text));
            case "capitalize" -> Value.of(Letters.capitalized(text));
            case "split" -> Splitting.split(text, given);
            case "rsplit" -> Splitting.splitFromRight(text, given);
            case "splitlines" -> Splitting.lines(text, given);
            case "replace" -> replace(text, given);
            case "join" -> Value.of(join(text, items.of(given.need("iterable"))));
            case "format" -> throw Methods.unsupported(Value.of(text), name);
            default -> question(text, name, given);
        };
    }

    private Value question(String text, String name, Given given) {
        return switch (name) {
            case "startswith" ->
                    Value.of(any(given.need("prefix")).stream().anyMatch(text::startsWith));
            case "endswith" ->
                    Value.of(any(given.need("suffix")).stream().anyMatch(text::endsWith));
            case "find" -> Value.of(place(text, text.indexOf(given.needText("sub"))));
            case "rfind" -> Value.of(place(text, text.lastIndexOf(given.needText("sub"))));
            case "count" -> Value.of(count(text, given.needText("sub")));
            case "isdigit" -> Value.of(all(text, Character::isDigit));
            case "isalpha" -> Value.of(all(text, Character::isLetter));
            case "isalnum" -> Value.of(all(text, Character::isLetterOrDigit));
            case "isspace" -> Value.of(all(text, Spaces::is));
            case "islower" -> Value.of(Tests.isLower(text));
            case "isupper" -> Value.of(Tests.isUpper(text));
            case "removeprefix" -> Value.of(withoutPrefix(text, given.needText("prefix")));
            case "removesuffix" -> Value.of(withoutSuffix(text, given.needText("suffix")));
            default -> throw Methods.unsupported(Value.of(text), name);
        };
    }

    private static List<String> any(Value value) {
        return switch (value) {
            case Value.Text text -> List.of(text.text());
            case Value.Sequence sequence ->
                    sequence.items().stream().flatMap(item -> any(item).stream()).toList();
            case Value.Whole _,
                    Value.Real _,
                    Value.Truth _,
                    Value.None _,
                    Value.Missing _,
                    Value.Mapping _,
                    Value.Namespace _,
                    Value.Function _,
                    Value.Macro _ ->
                    throw new TemplateException("expected a text, found " + value.kind() + ".");
        };
    }

    private static String stripLeft(String text, Given given) {
        Optional<String> characters = given.text("chars");
        int from = 0;
        while (from < text.length() && strips(text.codePointAt(from), characters)) {
            from += Character.charCount(text.codePointAt(from));
        }
        return text.substring(from);
    }

    private static String stripRight(String text, Given given) {
        Optional<String> characters = given.text("chars");
        int to = text.length();
        while (to > 0 && strips(text.codePointBefore(to), characters)) {
            to -= Character.charCount(text.codePointBefore(to));
        }
        return text.substring(0, to);
    }

    private static boolean strips(int point, Optional<String> characters) {
        return characters.map(some -> some.indexOf(point) >= 0).orElseGet(() -> Spaces.is(point));
    }

    private static long place(String text, int index) {
        return index < 0 ? -1 : text.codePointCount(0, index);
    }

    private static long count(String text, String part) {
        if (part.isEmpty()) {
            return text.codePointCount(0, text.length()) + 1L;
        }
        long count = 0;
        for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
            count++;
        }
        return count;
    }

    private static boolean all(String text, java.util.function.IntPredicate holds) {
        return !text.isEmpty() && text.codePoints().allMatch(holds);
    }

    private static String withoutPrefix(String text, String prefix) {
        return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
    }

    private static String withoutSuffix(String text, String suffix) {
        return text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text;
    }

    Value replace(String text, Given given) {
        String old = given.needText("old");
        String fresh = given.needText("new");
        long most = given.whole("count", -1);
        MeteredText out = new MeteredText(budget);
        int from = 0;
        int at = text.indexOf(old);
        for (long done = 0; at >= 0 && done != most; done++) {
            out.add(text.substring(from, at)).add(fresh);
            from = at;
            int next = old.isEmpty() ? at + charCount(text, at) : at + old.length();
            if (!old.isEmpty()) {
                from = next;
            }
            at = next > text.length() ? -1 : text.indexOf(old, next);
        }
        return Value.of(out.add(text.substring(from)).toString());
    }

    /// One more than the length at the end of the text, so that a search stops there.
    private static int charCount(String text, int at) {
        return at < text.length() ? Character.charCount(text.codePointAt(at)) : 1;
    }

    String join(String between, List<Value> parts) {
        MeteredText out = new MeteredText(budget);
        for (int i = 0; i < parts.size(); i++) {
            out.add(i == 0 ? "" : between).add(writing.text(parts.get(i)));
        }
        return out.toString();
    }
}
