package nearside.copilot.borrow.mask;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;

import java.net.Inet6Address;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// By what somebody, or somebody's machine, can be reached.
final class Contacts {
    private static final Pattern EMAIL =
            Pattern.compile(
                    "(?<![\\p{L}\\p{N}._%+-])[\\p{L}\\p{N}](?:[\\p{L}\\p{N}._%+'-]{0,62}[\\p{L}\\p{N}_%+-])?"
                            + "@(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)+\\p{L}{2,24}"
                            + "(?![\\p{L}\\p{N}@])");

    private static final Pattern IP_4 =
            Pattern.compile(
                    "(?<![\\w.])(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)"
                            + "(?![\\w]|\\.\\d)");

    private static final Pattern IP_6 =
            Pattern.compile(
                    "(?<![\\w:.])[0-9A-Fa-f:]{2,39}(?::\\d{1,3}(?:\\.\\d{1,3}){3})?(?![\\w:])");

    /// They are everybody's.
    private static final Set<String> NOBODYS = Set.of("0.0.0.0", "127.0.0.1", "255.255.255.255");

    private static final int LEAST_COLONS = 2;
    private static final int LEAST_WITHOUT_DIGIT = 4;
    private static final long MOST_TRIES = 1_000_000;

    private Contacts() {}

    /// @param region two letters of the country whose phone numbers are written without its code
    static List<Finder> finders(String region) {
        return List.of(
                Finder.of(Kind.EMAIL, EMAIL, _ -> true),
                Finder.of(Kind.IP, IP_4, text -> !NOBODYS.contains(text)),
                Finder.of(Kind.IP, IP_6, Contacts::isIp6),
                text -> phones(text, region));
    }

    /// `a::b` is a name in C++ and others; an address has a digit or more groups.
    private static boolean isIp6(String text) {
        boolean usual = text.equals("::") || text.equals("::1");
        long colons = text.chars().filter(c -> c == ':').count();
        boolean named = text.chars().noneMatch(Character::isDigit) && colons < LEAST_WITHOUT_DIGIT;
        if (usual || named || colons < LEAST_COLONS) {
            return false;
        }
        try {
            // A literal is never looked up.
            return Inet6Address.ofLiteral(text).getAddress().length > 0;
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    private static Stream<Finding> phones(String text, String region) {
        return StreamSupport.stream(
                        PhoneNumberUtil.getInstance()
                                .findNumbers(text, region, Leniency.VALID, MOST_TRIES)
                                .spliterator(),
                        false)
                .map(match -> new Finding(match.start(), match.end(), Kind.PHONE));
    }
}
