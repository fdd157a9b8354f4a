package nearside.worker.template;

/// The filters that make numbers.
final class Conversions {
    private Conversions() {}

    static Value whole(Value value, Given given) {
        if (value instanceof Value.Text text) {
            try {
                return Value.of(Long.parseLong(Spaces.strip(text.text())));
            } catch (NumberFormatException _) {
                return real(value, given) instanceof Value.Real real
                        ? Value.of((long) real.number())
                        : given.at("default").orElse(Value.of(0));
            }
        }
        if (value instanceof Value.Real real && Double.isFinite(real.number())) {
            return Value.of((long) real.number());
        }
        return Numbers.isWhole(value)
                ? Value.of(Numbers.whole(value))
                : given.at("default").orElse(Value.of(0));
    }

    static Value real(Value value, Given given) {
        if (Numbers.is(value)) {
            return new Value.Real(Numbers.real(value));
        }
        if (value instanceof Value.Text text
                && text.text().matches("\\s*[-+]?[0-9.]+([eE][-+]?[0-9]+)?\\s*")) {
            try {
                return new Value.Real(Double.parseDouble(Spaces.strip(text.text())));
            } catch (NumberFormatException _) {
                return given.at("default").orElse(new Value.Real(0));
            }
        }
        return given.at("default").orElse(new Value.Real(0));
    }

    static Value absolute(Value value) {
        return value instanceof Value.Real real
                ? new Value.Real(Math.abs(real.number()))
                : Value.of(Math.abs(Numbers.whole(value)));
    }
}
