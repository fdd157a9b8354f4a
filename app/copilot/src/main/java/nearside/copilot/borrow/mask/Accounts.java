package nearside.copilot.borrow.mask;

import static java.util.Map.entry;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Payment cards and bank accounts.
final class Accounts {
    private static final int MOST_CARD = 19;

    /// Groups of digits with single spaces or hyphens between.
    private static final Pattern CARD =
            Pattern.compile("(?<![\\w.])\\d(?:[ -]?\\d){12,18}(?![\\w]|[.,]\\d)");

    /// Issuers' ranges: Visa, Mastercard (old and new), American Express, Discover, Diners Club,
    /// JCB, UnionPay, Maestro.
    private static final Pattern ISSUER =
            Pattern.compile(
                    "4\\d{12}(?:\\d{3}){0,2}"
                            + "|5[1-5]\\d{14}|2(?:2[2-9]|[3-6]\\d|7[01])\\d{13}|2720\\d{12}"
                            + "|3[47]\\d{13}|6(?:011|5\\d\\d|4[4-9]\\d)\\d{12}"
                            + "|3(?:0[0-5]|[689]\\d)\\d{11,13}|35\\d{14}|62\\d{14,17}"
                            + "|(?:50|5[6-9]|6[0-9])\\d{10,17}");

    private static final Pattern IBAN =
            Pattern.compile(
                    "(?<![A-Za-z0-9])[A-Za-z]{2}\\d{2}(?:[ -]?[A-Za-z0-9]){11,30}(?![A-Za-z0-9])");

    /// Lengths by country (SWIFT's registry of IBAN formats, release 99).
    private static final Map<String, Integer> LENGTHS =
            Map.ofEntries(
                    entry("AD", 24),
                    entry("AE", 23),
                    entry("AL", 28),
                    entry("AT", 20),
                    entry("AZ", 28),
                    entry("BA", 20),
                    entry("BE", 16),
                    entry("BG", 22),
                    entry("BH", 22),
                    entry("BI", 27),
                    entry("BR", 29),
                    entry("BY", 28),
                    entry("CH", 21),
                    entry("CR", 22),
                    entry("CY", 28),
                    entry("CZ", 24),
                    entry("DE", 22),
                    entry("DJ", 27),
                    entry("DK", 18),
                    entry("DO", 28),
                    entry("EE", 20),
                    entry("EG", 29),
                    entry("ES", 24),
                    entry("FI", 18),
                    entry("FK", 18),
                    entry("FO", 18),
                    entry("FR", 27),
                    entry("GB", 22),
                    entry("GE", 22),
                    entry("GI", 23),
                    entry("GL", 18),
                    entry("GR", 27),
                    entry("GT", 28),
                    entry("HN", 28),
                    entry("HR", 21),
                    entry("HU", 28),
                    entry("IE", 22),
                    entry("IL", 23),
                    entry("IQ", 23),
                    entry("IS", 26),
                    entry("IT", 27),
                    entry("JO", 30),
                    entry("KW", 30),
                    entry("KZ", 20),
                    entry("LB", 28),
                    entry("LC", 32),
                    entry("LI", 21),
                    entry("LT", 20),
                    entry("LU", 20),
                    entry("LV", 21),
                    entry("LY", 25),
                    entry("MC", 27),
                    entry("MD", 24),
                    entry("ME", 22),
                    entry("MK", 19),
                    entry("MN", 20),
                    entry("MR", 27),
                    entry("MT", 31),
                    entry("MU", 30),
                    entry("NI", 28),
                    entry("NL", 18),
                    entry("NO", 15),
                    entry("OM", 23),
                    entry("PK", 24),
                    entry("PL", 28),
                    entry("PS", 29),
                    entry("PT", 25),
                    entry("QA", 29),
                    entry("RO", 24),
                    entry("RS", 22),
                    entry("RU", 33),
                    entry("SA", 24),
                    entry("SC", 31),
                    entry("SD", 18),
                    entry("SE", 24),
                    entry("SI", 19),
                    entry("SK", 24),
                    entry("SM", 27),
                    entry("SO", 23),
                    entry("ST", 25),
                    entry("SV", 28),
                    entry("TL", 23),
                    entry("TN", 24),
                    entry("TR", 26),
                    entry("UA", 29),
                    entry("VA", 22),
                    entry("VG", 24),
                    entry("XK", 20),
                    entry("YE", 30));

    static final List<Finder> FINDERS =
            List.of(Finder.of(Kind.CARD, CARD, Accounts::isCard), Accounts::ibans);

    private Accounts() {}

    private static boolean isCard(String text) {
        String digits = text.replaceAll("\\D", "");
        return digits.length() <= MOST_CARD
                && ISSUER.matcher(digits).matches()
                && CheckDigits.luhn(digits)
                && digits.chars().distinct().count() > 1;
    }

    /// A word may follow behind a space and look like a part of it, so only as much is taken as the
    /// country's length says.
    private static Stream<Finding> ibans(String text) {
        return IBAN.matcher(text)
                .results()
                .flatMap(match -> iban(match.group(), match.start()).stream());
    }

    private static List<Finding> iban(String text, int from) {
        int length = LENGTHS.getOrDefault(text.substring(0, 2).toUpperCase(Locale.ROOT), 0);
        int taken = 0;
        int to = 0;
        while (to < text.length() && taken < length) {
            taken += Character.isLetterOrDigit(text.charAt(to)) ? 1 : 0;
            to++;
        }
        boolean endsWord = to == text.length() || !Character.isLetterOrDigit(text.charAt(to));
        String solid = text.substring(0, to).replaceAll("[ -]", "").toUpperCase(Locale.ROOT);
        return length > 0 && taken == length && endsWord && CheckDigits.iban(solid)
                ? List.of(new Finding(from, from + to, Kind.IBAN))
                : List.of();
    }
}
