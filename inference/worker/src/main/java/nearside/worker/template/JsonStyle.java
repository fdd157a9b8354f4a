package nearside.worker.template;

import java.util.List;

/// How `tojson` writes, by the arguments of Python's `json.dumps`.
///
/// @param indent spaces for each level; below zero everything stands in one line
/// @param letters which characters are written as they are
/// @param between what stands between two items or entries
/// @param colon what stands between a key and its value
record JsonStyle(int indent, Letters letters, Order order, String between, String colon) {
    private static final int DEEPEST_INDENT = 64;

    enum Letters {
        ALL,
        ASCII
    }

    enum Order {
        AS_GIVEN,
        SORTED
    }

    static JsonStyle of(Given given) {
        long indent = given.whole("indent", -1);
        if (indent > DEEPEST_INDENT) {
            throw new TemplateException(
                    "expected an indent of at most " + DEEPEST_INDENT + ", found " + indent + ".");
        }
        List<String> marks = marks(given, indent);
        return new JsonStyle(
                Math.toIntExact(Math.max(-1, indent)),
                given.holds("ensure_ascii") ? Letters.ASCII : Letters.ALL,
                given.holds("sort_keys") ? Order.SORTED : Order.AS_GIVEN,
                marks.getFirst(),
                marks.getLast());
    }

    private static List<String> marks(Given given, long indent) {
        Value separators = given.at("separators").orElse(new Value.None());
        if (separators instanceof Value.None) {
            return List.of(indent < 0 ? ", " : ",", ": ");
        }
        if (separators instanceof Value.Sequence pair
                && pair.items().size() == 2
                && pair.items().getFirst() instanceof Value.Text(String between)
                && pair.items().getLast() instanceof Value.Text(String colon)) {
            return List.of(between, colon);
        }
        throw new TemplateException(
                "expected two texts as 'separators', found " + separators.kind() + ".");
    }
}
