package nearside.desktop.borrow;

import nearside.desktop.borrow.Flaw.Field;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the fields of a far model mean, and which of them mean nothing.
record FieldsCheck(Typed typed) {
    /// What stands in a preset where only the person knows what belongs there.
    private static final List<String> EXAMPLES = List.of("//your-resource.", ":your-port");

    private static final int LONGEST_DIGITS = 9;
    private static final int MOST_USD = 1_000_000;

    /// All flaws, in the order of the fields.
    List<Flaw> flaws() {
        List<Flaw> flaws = new ArrayList<>();
        add(flaws, !typed.name().isBlank(), Field.NAME, typed.name());
        add(flaws, address().isPresent() || isExample(), Field.ADDRESS, address(typed));
        add(flaws, !isExample(), Field.ADDRESS_EXAMPLE, address(typed));
        add(flaws, !typed.model().isBlank(), Field.MODEL, typed.model());
        add(flaws, isKey(), Field.KEY, "");
        add(flaws, window().isPresent(), Field.WINDOW, typed.window());
        Typed.Costs costs = typed.costs();
        if (!costs.isEmpty()) {
            boolean both = usd(costs.usdIn()).isPresent() && usd(costs.usdOut()).isPresent();
            add(flaws, both, Field.PRICE, costs.usdIn() + " / " + costs.usdOut());
            boolean none = costs.usdCached().isBlank();
            add(flaws, none || usd(costs.usdCached()).isPresent(), Field.PRICE, costs.usdCached());
            add(flaws, asOf().isPresent(), Field.DATE, costs.asOf());
        }
        return flaws;
    }

    private static void add(List<Flaw> flaws, boolean sound, Field field, String found) {
        if (!sound) {
            flaws.add(new Flaw(field, found.strip()));
        }
    }

    private static String address(Typed typed) {
        return typed.asked().address().strip();
    }

    private boolean isExample() {
        return EXAMPLES.stream().anyMatch(address(typed)::contains);
    }

    /// Visible ASCII, as headers carry it.
    private boolean isKey() {
        return typed.key().strip().chars().allMatch(c -> c > ' ' && c <= '~');
    }

    /// An absolute address of http or https without a name, password or fragment. The path that is
    /// added by itself is taken off where somebody pasted it, too.
    Optional<URI> address() {
        try {
            URI uri = new URI(address(typed).replaceFirst("/chat/completions/?(?=$|\\?)", ""));
            boolean sound =
                    uri.getHost() != null
                            && uri.getRawUserInfo() == null
                            && uri.getRawFragment() == null
                            && String.valueOf(uri.getScheme()).matches("(?i)https?")
                            && uri.getPort() != 0
                            && uri.getPort() <= 65_535;
            return Optional.of(uri).filter(_ -> sound);
        } catch (URISyntaxException none) {
            return Optional.empty();
        }
    }

    /// A whole number from 1 on; separators between thousands may stand in it.
    Optional<Integer> window() {
        String digits = typed.window().strip().replaceAll("[\\s,.’_]", "");
        return digits.matches("\\d{1," + LONGEST_DIGITS + "}") && Integer.parseInt(digits) > 0
                ? Optional.of(Integer.parseInt(digits))
                : Optional.empty();
    }

    /// An amount from 0 on, with a point or a comma before its cents.
    static Optional<BigDecimal> usd(String text) {
        try {
            BigDecimal usd = new BigDecimal(text.strip().replace(',', '.'));
            boolean sound =
                    usd.signum() >= 0
                            && usd.scale() <= LONGEST_DIGITS
                            && usd.compareTo(BigDecimal.valueOf(MOST_USD)) <= 0;
            return Optional.of(usd).filter(_ -> sound);
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    /// A day such as 2026-11-29.
    Optional<LocalDate> asOf() {
        try {
            return Optional.of(LocalDate.parse(typed.costs().asOf().strip()));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
