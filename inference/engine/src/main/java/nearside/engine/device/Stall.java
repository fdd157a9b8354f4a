package nearside.engine.device;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which part of the last ten seconds programs waited for something that they lacked.
///
/// Source: accounting/psi in the kernel's documentation.
///
/// @param somePercent one at least
/// @param allPercent all of them
record Stall(double somePercent, double allPercent) {
    private static final Pattern LINE =
            Pattern.compile("(?m)^(some|full) avg10=([0-9]{1,3}(?:\\.[0-9]{1,6})?) ");

    /// Empty where that is no such file. Older kernels tell only of `some` for processors.
    static Optional<Stall> parse(String text) {
        OptionalDouble some = percent(text, "some");
        return some.isPresent()
                ? Optional.of(new Stall(some.getAsDouble(), percent(text, "full").orElse(0)))
                : Optional.empty();
    }

    private static OptionalDouble percent(String text, String who) {
        Matcher line = LINE.matcher(text);
        while (line.find()) {
            if (line.group(1).equals(who)) {
                return OptionalDouble.of(Double.parseDouble(line.group(2)));
            }
        }
        return OptionalDouble.empty();
    }
}
