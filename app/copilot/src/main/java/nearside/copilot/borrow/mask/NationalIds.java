package nearside.copilot.borrow.mask;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Numbers that states give to persons, where they can be told from others by their form or their
/// check digits.
final class NationalIds {
    private static final String SPANISH = "TRWAGMYFPDXBNJZSQVHLCKE";
    private static final String CHINESE = "10X98765432";
    private static final int[] CHINESE_WEIGHTS = {
        7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2
    };
    private static final int[] POLISH_WEIGHTS = {1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1};

    static final List<Finder> FINDERS =
            List.of(
                    // United States: social security number
                    id("(?!000|666|9\\d\\d)\\d{3}-(?!00)\\d{2}-(?!0000)\\d{4}", _ -> true),
                    // United Kingdom: national insurance number
                    id(
                            "(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\\d{2} ?\\d{2} ?\\d{2} ?[A-D]",
                            _ -> true),
                    // Germany: tax identification number
                    id("[1-9]\\d ?\\d{3} ?\\d{3} ?\\d{3}", NationalIds::isGerman),
                    // France: number of inscription in the register
                    id(
                            "[12] ?\\d{2} ?(?:0[1-9]|1[0-2]|[2-9]\\d) ?(?:\\d{2}|2[AB]) ?\\d{3} ?\\d{3} ?\\d{2}",
                            NationalIds::isFrench),
                    // Spain: DNI and NIE
                    id("(?:\\d{8}|[XYZ]\\d{7})-?[A-Z]", NationalIds::isSpanish),
                    // Italy: codice fiscale
                    id("[A-Z]{6}\\d{2}[A-EHLMPR-T]\\d{2}[A-Z]\\d{3}[A-Z]", NationalIds::isItalian),
                    // Poland: PESEL
                    id("\\d{11}", NationalIds::isPolish),
                    // Brazil: CPF
                    id("\\d{3}\\.\\d{3}\\.\\d{3}-\\d{2}", NationalIds::isBrazilian),
                    // Switzerland: AHV number
                    id("756\\.?\\d{4}\\.?\\d{4}\\.?\\d{2}", NationalIds::isSwiss),
                    // China: resident identity number
                    id("[1-9]\\d{5}(?:19|20)\\d{9}[\\dXx]", NationalIds::isChinese));

    private NationalIds() {}

    private static Finder id(String form, Predicate<String> check) {
        Pattern whole = Pattern.compile("(?<![\\w.+-])" + "(?:" + form + ")" + "(?![\\w]|[.-]\\d)");
        return Finder.of(Kind.ID, whole, check);
    }

    private static String solid(String text) {
        return text.replaceAll("[ .-]", "").toUpperCase(Locale.ROOT);
    }

    /// One digit of the first ten comes twice or three times; the last one checks.
    private static boolean isGerman(String text) {
        String digits = solid(text);
        long distinct = digits.substring(0, 10).chars().distinct().count();
        return (distinct == 8 || distinct == 9) && CheckDigits.mod1110(digits);
    }

    private static boolean isFrench(String text) {
        String solid = solid(text).replace("2A", "19").replace("2B", "18");
        long number = Long.parseLong(solid.substring(0, 13));
        return 97 - number % 97 == Long.parseLong(solid.substring(13));
    }

    private static boolean isSpanish(String text) {
        String solid = solid(text);
        int first = "XYZ".indexOf(solid.charAt(0));
        String digits = first < 0 ? solid.substring(0, 8) : first + solid.substring(1, 8);
        return SPANISH.charAt(Integer.parseInt(digits) % 23) == solid.charAt(8);
    }

    private static boolean isItalian(String text) {
        int sum = 0;
        for (int i = 0; i < 15; i++) {
            int value = Character.digit(text.charAt(i), 36);
            int plain = Character.isDigit(text.charAt(i)) ? value : value - 10;
            sum += i % 2 == 1 ? plain : ODD[plain];
        }
        return 'A' + sum % 26 == text.charAt(15);
    }

    /// What letters and digits count at odd places (decree of 23 December 1976).
    private static final int[] ODD = {
        1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23
    };

    private static boolean isPolish(String text) {
        int month = Integer.parseInt(text.substring(2, 4));
        int century = List.of(1900, 2000, 2100, 2200, 1800).get(month / 20);
        return CheckDigits.weighted(text, POLISH_WEIGHTS) % 10 == 0
                && isDate(
                        century + Integer.parseInt(text.substring(0, 2)),
                        month % 20,
                        Integer.parseInt(text.substring(4, 6)));
    }

    private static boolean isBrazilian(String text) {
        String digits = solid(text);
        return digits.chars().distinct().count() > 1
                && brazilian(digits, 9) == digits.charAt(9) - '0'
                && brazilian(digits, 10) == digits.charAt(10) - '0';
    }

    private static int brazilian(String digits, int count) {
        int sum = 0;
        for (int i = 0; i < count; i++) {
            sum += (count + 1 - i) * (digits.charAt(i) - '0');
        }
        return sum * 10 % 11 % 10;
    }

    private static boolean isSwiss(String text) {
        return CheckDigits.weighted(solid(text), 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1) % 10 == 0;
    }

    private static boolean isChinese(String text) {
        String solid = solid(text);
        return CHINESE.charAt(CheckDigits.weighted(solid, CHINESE_WEIGHTS) % 11) == solid.charAt(17)
                && isDate(
                        Integer.parseInt(solid.substring(6, 10)),
                        Integer.parseInt(solid.substring(10, 12)),
                        Integer.parseInt(solid.substring(12, 14)));
    }

    private static boolean isDate(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day).getYear() == year;
        } catch (DateTimeException none) {
            return false;
        }
    }
}
