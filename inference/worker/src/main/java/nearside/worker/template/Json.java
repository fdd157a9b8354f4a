package nearside.worker.template;

import nearside.worker.template.JsonStyle.Letters;

import java.util.List;
import java.util.Map;

/// The `tojson` filter as chat templates know it: Python's `json.dumps`.
final class Json {
    private final MeteredText out;
    private final Budget budget;
    private final JsonStyle style;

    private Json(Budget budget, JsonStyle style) {
        this.out = new MeteredText(budget);
        this.budget = budget;
        this.style = style;
    }

    static String write(Value value, JsonStyle style, Budget budget) {
        Json json = new Json(budget, style);
        json.value(value, 1);
        return json.out.toString();
    }

    private void value(Value value, int level) {
        budget.step();
        switch (value) {
            case Value.Text text -> string(text.text());
            case Value.Whole whole -> out.add(Long.toString(whole.number()));
            case Value.Real real -> out.add(Writing.real(real.number()));
            case Value.Truth truth -> out.add(truth.holds() ? "true" : "false");
            case Value.None _ -> out.add("null");
            case Value.Sequence sequence -> items(sequence, level);
            case Value.Mapping mapping -> entries(mapping.entries(), level);
            case Value.Missing _, Value.Namespace _, Value.Function _, Value.Macro _ ->
                    throw new TemplateException(
                            "expected a value that JSON can hold, found " + value.kind() + ".");
        }
    }

    private void items(Value.Sequence sequence, int level) {
        if (sequence.items().isEmpty()) {
            out.add("[]");
            return;
        }
        String before = "[";
        for (Value item : sequence.items()) {
            out.add(before).add(lineBreak(level));
            value(item, level + 1);
            before = style.between();
        }
        out.add(lineBreak(level - 1)).add("]");
    }

    private void entries(Map<String, Value> entries, int level) {
        if (entries.isEmpty()) {
            out.add("{}");
            return;
        }
        String before = "{";
        for (Map.Entry<String, Value> entry : ordered(entries)) {
            out.add(before).add(lineBreak(level));
            string(entry.getKey());
            out.add(style.colon());
            value(entry.getValue(), level + 1);
            before = style.between();
        }
        out.add(lineBreak(level - 1)).add("}");
    }

    private List<Map.Entry<String, Value>> ordered(Map<String, Value> entries) {
        return switch (style.order()) {
            case AS_GIVEN -> List.copyOf(entries.entrySet());
            case SORTED ->
                    entries.entrySet().stream()
                            .sorted(Map.Entry.comparingByKey(Comparing::orderOfTexts))
                            .toList();
        };
    }

    private String lineBreak(int level) {
        return style.indent() < 0 ? "" : "\n" + " ".repeat(style.indent() * level);
    }

    private void string(String text) {
        budget.grow(text.length());
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(character -> escaped((char) character, quoted));
        out.add(quoted.append('"').toString());
    }

    private void escaped(char character, StringBuilder out) {
        switch (character) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            default -> {
                if (character < 0x20 || (character > 0x7e && style.letters() == Letters.ASCII)) {
                    out.append("\\u%04x".formatted((int) character));
                } else {
                    out.append(character);
                }
            }
        }
    }
}
