package nearside.worker.template;

import java.util.List;

/// What may stand after `|`.
final class Filters {
    private final Budget budget;
    private final Items items;
    private final Writing writing;
    private final TextMethods texts;
    private final ListFilters lists;

    Filters(Budget budget, Items items, Writing writing, Comparing comparing, Tests tests) {
        this.budget = budget;
        this.items = items;
        this.writing = writing;
        this.texts = new TextMethods(budget, items, writing);
        this.lists = new ListFilters(budget, items, comparing, tests, this);
    }

    Value apply(String name, Value value, Given raw) {
        Given given = Parameters.bind(Parameters.FILTERS, name, raw);
        return switch (name) {
            case "default", "d" -> otherwise(value, given);
            case "length", "count" -> Value.of(items.length(value));
            case "tojson" -> Value.of(Json.write(value, JsonStyle.of(given), budget));
            case "join" -> join(value, given);
            case "int" -> Conversions.whole(value, given);
            case "float" -> Conversions.real(value, given);
            case "abs" -> Conversions.absolute(value);
            case "string", "safe" -> Value.of(writing.text(value));
            case "trim", "upper", "lower", "capitalize", "replace", "title", "indent" ->
                    ofText(name, writing.text(value), given);
            default -> lists.apply(name, value, given);
        };
    }

    private Value ofText(String name, String text, Given given) {
        return switch (name) {
            case "trim" -> texts.call(text, "strip", given);
            case "title" -> Value.of(Letters.words(text));
            case "indent" -> Value.of(indented(text, given));
            default -> texts.call(text, name, given);
        };
    }

    private static Value otherwise(Value value, Given given) {
        boolean alsoForFalse = given.holds("boolean");
        boolean missing = value instanceof Value.Missing || (alsoForFalse && !value.holds());
        return missing ? given.at("default_value").orElse(Value.of("")) : value;
    }

    private Value join(Value value, Given given) {
        List<Value> parts =
                given.text("attribute")
                        .map(path -> lists.attributes(value, path))
                        .orElseGet(() -> items.of(value));
        return Value.of(texts.join(given.text("d").orElse(""), parts));
    }

    private String indented(String text, Given given) {
        String margin =
                given.at("width").orElse(Value.of(4)) instanceof Value.Text prefix
                        ? prefix.text()
                        : " ".repeat(Math.clamp(given.whole("width", 4), 0, 64));
        boolean first = given.holds("first");
        boolean blank = given.holds("blank");
        MeteredText out = new MeteredText(budget);
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            boolean moved = i == 0 ? first : blank || !lines[i].isEmpty();
            out.add(i == 0 ? "" : "\n").add(moved ? margin : "").add(lines[i]);
        }
        return out.toString();
    }
}
