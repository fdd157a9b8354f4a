package nearside.worker.template;

import java.math.BigDecimal;
import java.util.Map;

/// Values as text, as Python's `str` and `repr` write them.
final class Writing {
    private final Budget budget;

    Writing(Budget budget) {
        this.budget = budget;
    }

    String text(Value value) {
        return switch (value) {
            case Value.Text text -> text.text();
            case Value.Missing _ -> "";
            case Value.Whole _,
                    Value.Real _,
                    Value.Truth _,
                    Value.None _,
                    Value.Sequence _,
                    Value.Mapping _,
                    Value.Namespace _,
                    Value.Function _,
                    Value.Macro _ -> {
                MeteredText out = new MeteredText(budget);
                represent(value, out);
                yield out.toString();
            }
        };
    }

    private void represent(Value value, MeteredText out) {
        budget.step();
        switch (value) {
            case Value.Text text -> out.add(quoted(text.text()));
            case Value.Whole whole -> out.add(Long.toString(whole.number()));
            case Value.Real real -> out.add(real(real.number()));
            case Value.Truth truth -> out.add(truth.holds() ? "True" : "False");
            case Value.None _ -> out.add("None");
            case Value.Missing _ -> out.add("Undefined");
            case Value.Sequence sequence -> items(sequence, out);
            case Value.Mapping mapping -> entries(mapping.entries(), out);
            case Value.Namespace namespace -> {
                out.add("<Namespace ");
                entries(namespace.entries, out);
                out.add(">");
            }
            case Value.Function _, Value.Macro _ ->
                    throw new TemplateException("expected a value to print, found a function.");
        }
    }

    private void items(Value.Sequence sequence, MeteredText out) {
        String between = "[";
        for (Value item : sequence.items()) {
            represent(item, out.add(between));
            between = ", ";
        }
        out.add(sequence.items().isEmpty() ? "[]" : "]");
    }

    private void entries(Map<String, Value> entries, MeteredText out) {
        String between = "{";
        for (Map.Entry<String, Value> entry : entries.entrySet()) {
            represent(entry.getValue(), out.add(between).add(quoted(entry.getKey())).add(": "));
            between = ", ";
        }
        out.add(entries.isEmpty() ? "{}" : "}");
    }

    static String real(double number) {
        if (Double.isNaN(number)) {
            return "nan";
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? "inf" : "-inf";
        }
        double size = Math.abs(number);
        if (size != 0 && (size < 1e-4 || size >= 1e16)) {
            return scientific(Double.toString(number));
        }
        String plain = new BigDecimal(Double.toString(number)).toPlainString();
        String sign = number == 0 && 1 / number < 0 && !plain.startsWith("-") ? "-" : "";
        return sign + (plain.contains(".") ? plain : plain + ".0");
    }

    /// Java writes `1.0E16` where Python writes `1e+16`.
    private static String scientific(String java) {
        int mark = java.indexOf('E');
        String mantissa = java.substring(0, mark).replaceFirst("\\.0$", "");
        int exponent = Integer.parseInt(java.substring(mark + 1));
        return mantissa
                + (exponent < 0 ? "e-" : "e+")
                + (Math.abs(exponent) < 10 ? "0" : "")
                + Math.abs(exponent);
    }

    private String quoted(String text) {
        char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
        budget.grow(text.length());
        StringBuilder out = new StringBuilder().append(quote);
        text.codePoints().forEach(point -> escaped(point, quote, out));
        return out.append(quote).toString();
    }

    private static void escaped(int point, char quote, StringBuilder out) {
        switch (point) {
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case '\\' -> out.append("\\\\");
            default -> {
                if (point == quote) {
                    out.append('\\').append(quote);
                } else if (point < 0x20 || (point >= 0x7f && point < 0xa0)) {
                    out.append("\\x%02x".formatted(point));
                } else {
                    out.appendCodePoint(point);
                }
            }
        }
    }
}
