package nearside.copilot.borrow.mask;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;

import java.math.BigInteger;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A sentence with something in it that must be masked. The values are made here, by the rules of
/// those who give them out, and not by the code that finds them.
///
/// @param sort which family of its kind
record Labelled(String text, Kind kind, String sort, String value) {
    private static final List<String> FRAMES =
            List.of(
                    "Please look at %s and tell me what is wrong.",
                    "%s",
                    "My details: %s.",
                    "(%s)",
                    "Hi,\n\nas agreed: %s\n\nBest, Ann",
                    "Ist %s richtig, oder fehlt etwas?",
                    "Voici %s, merci de vérifier",
                    "请检查 %s 是否正确。",
                    "| name | value |\n|---|---|\n| it | %s |",
                    "- first\n- %s\n- last",
                    "\"%s\"",
                    "Use %s; then call back on 3 May 2024 at 10:30.");

    static Labelled of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Kind> kinds = List.of(Kind.values());
        Kind kind = kinds.get((int) (seed % kinds.size()));
        Value value =
                switch (kind) {
                    case SECRET -> secret(random);
                    case IBAN -> iban(random);
                    case CARD -> card(random);
                    case ID -> id(random);
                    case EMAIL -> email(random);
                    case IP -> ip(random);
                    case PHONE -> phone(random);
                };
        String frame = one(random, FRAMES);
        return new Labelled(frame.formatted(value.text()), kind, value.sort(), value.text());
    }

    private record Value(String sort, String text) {}

    private static <T> T one(SplittableRandom random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static String of(SplittableRandom random, String alphabet, int length) {
        return IntStream.range(0, length)
                .mapToObj(_ -> String.valueOf(alphabet.charAt(random.nextInt(alphabet.length()))))
                .collect(Collectors.joining());
    }

    private static String digits(SplittableRandom random, int length) {
        return of(random, "0123456789", length);
    }

    private static Value card(SplittableRandom random) {
        String[] issuer =
                one(
                                random,
                                List.of(
                                        "4 16", "51 16", "2223 16", "34 15", "37 15", "6011 16",
                                        "3528 16", "36 14"))
                        .split(" ", -1);
        int length = Integer.parseInt(issuer[1]);
        String body = issuer[0] + digits(random, length - 1 - issuer[0].length());
        String number = body + luhn(body);
        return new Value(issuer[0], grouped(number, 4, one(random, List.of("", " ", "-"))));
    }

    /// The digit that makes the sum a multiple of ten.
    private static int luhn(String body) {
        int sum = 0;
        boolean doubled = true;
        for (int i = body.length() - 1; i >= 0; i--) {
            int digit = Character.digit(body.charAt(i), 10);
            sum += doubled ? digit / 5 + digit * 2 % 10 : digit;
            doubled = !doubled;
        }
        return (10 - sum % 10) % 10;
    }

    private static String grouped(String text, int size, String separator) {
        return text.replaceAll("(?<=\\G.{" + size + "})(?=.)", separator);
    }

    private static Value iban(SplittableRandom random) {
        String[] country =
                one(
                                random,
                                List.of(
                                        "DE 18 n", "FR 23 a", "GB 18 g", "NL 14 g", "ES 20 n",
                                        "IT 23 i", "CH 17 n", "PL 24 n", "NO 11 n", "MT 27 a"))
                        .split(" ", -1);
        int length = Integer.parseInt(country[1]);
        String account =
                switch (country[2]) {
                    case "n" -> digits(random, length);
                    case "g" ->
                            of(random, "ABCDEFGHIJKLMNOPQRSTUVWXYZ", 4)
                                    + digits(random, length - 4);
                    case "i" ->
                            of(random, "ABCDEFGHIJKLMNOPQRSTUVWXYZ", 1)
                                    + digits(random, length - 1);
                    default -> of(random, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", length);
                };
        String spelled =
                (account + country[0] + "00")
                        .chars()
                        .mapToObj(c -> String.valueOf(Character.digit(c, 36)))
                        .collect(Collectors.joining());
        int check = 98 - new BigInteger(spelled).mod(BigInteger.valueOf(97)).intValue();
        String whole = country[0] + (check < 10 ? "0" : "") + check + account;
        return new Value(country[0], grouped(whole, 4, one(random, List.of("", " "))));
    }

    private static Value email(SplittableRandom random) {
        String name = of(random, "abcdefghij", 1 + random.nextInt(6));
        String local =
                one(random, List.of("%s", "%s.smith", "%s+news", "%s_9", "O'%s", "ü%s", "%s-%<s"))
                        .formatted(name);
        String domain =
                one(
                        random,
                        List.of(
                                "example.com",
                                "mail.example.co.uk",
                                "ex-ample.org",
                                "bücher.example",
                                "a.museum"));
        return new Value("mail", local + "@" + domain);
    }

    private static Value ip(SplittableRandom random) {
        if (random.nextBoolean()) {
            String four =
                    (1 + random.nextInt(223))
                            + "."
                            + random.nextInt(256)
                            + "."
                            + random.nextInt(256)
                            + "."
                            + (1 + random.nextInt(254));
            return new Value("v4", four);
        }
        String hex = "0123456789abcdef";
        return new Value(
                "v6",
                one(
                        random,
                        List.of(
                                "2001:db8:" + of(random, hex, 4) + "::" + of(random, hex, 3),
                                "fe80::"
                                        + of(random, hex, 4)
                                        + ":"
                                        + of(random, hex, 2)
                                        + ":"
                                        + of(random, hex, 4),
                                grouped(of(random, hex, 32), 4, ":"))));
    }

    private static Value phone(SplittableRandom random) {
        PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
        String region =
                one(random, List.of("US", "DE", "FR", "GB", "CN", "IN", "BR", "JP", "ES", "IT"));
        PhoneNumberType type =
                random.nextBoolean() ? PhoneNumberType.MOBILE : PhoneNumberType.FIXED_LINE;
        PhoneNumber example = phones.getExampleNumberForType(region, type);
        PhoneNumber number = example;
        for (int tries = 0; tries < 50; tries++) {
            PhoneNumber other = new PhoneNumber().mergeFrom(example);
            long tail = 10_000;
            other.setNationalNumber(
                    example.getNationalNumber() / tail * tail + random.nextInt(10_000));
            if (phones.isValidNumber(other)) {
                number = other;
            }
        }
        String form =
                phones.format(
                        number,
                        random.nextBoolean()
                                ? PhoneNumberFormat.INTERNATIONAL
                                : PhoneNumberFormat.E164);
        return new Value(region, form);
    }

    private static Value secret(SplittableRandom random) {
        String word = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
        return one(
                random,
                List.of(
                        new Value("openai", "sk-proj-" + of(random, word + "_-", 70) + "7a"),
                        new Value(
                                "anthropic", "sk-ant-api03-" + of(random, word + "_-", 90) + "Aa"),
                        new Value("github", "ghp_" + of(random, word, 36)),
                        new Value("gitlab", "glpat-" + of(random, word, 20)),
                        new Value(
                                "aws",
                                "AKIA" + of(random, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 15) + "7"),
                        new Value("google", "AIza" + of(random, word + "_-", 34) + "a"),
                        new Value(
                                "slack", "xoxb-" + digits(random, 11) + "-" + of(random, word, 24)),
                        new Value("stripe", "sk_live_" + of(random, word, 24)),
                        new Value("huggingface", "hf_" + of(random, word, 34)),
                        new Value("npm", "npm_" + of(random, word, 36)),
                        new Value(
                                "jwt",
                                "eyJhbGciOiJIUzI1NiJ9.eyJzdWIi"
                                        + of(random, word, 30)
                                        + "."
                                        + of(random, word + "_-", 42)
                                        + "a")));
    }

    private static Value id(SplittableRandom random) {
        return switch (random.nextInt(8)) {
            case 0 ->
                    new Value(
                            "US",
                            (100 + random.nextInt(500))
                                    + "-"
                                    + (10 + random.nextInt(89))
                                    + "-"
                                    + (1000 + random.nextInt(8999)));
            case 1 ->
                    new Value(
                            "GB",
                            of(random, "ABCEHJ", 1)
                                    + of(random, "ABCEHJ", 1).replace('B', 'A')
                                    + digits(random, 6)
                                    + of(random, "ABCD", 1));
            case 2 -> spanish(random);
            case 3 -> french(random);
            case 4 -> chinese(random);
            case 5 -> brazilian(random);
            case 6 -> swiss(random);
            default -> polish(random);
        };
    }

    private static Value spanish(SplittableRandom random) {
        String number = digits(random, 8);
        return new Value(
                "ES", number + "TRWAGMYFPDXBNJZSQVHLCKE".charAt(Integer.parseInt(number) % 23));
    }

    private static Value french(SplittableRandom random) {
        String body =
                (1 + random.nextInt(2))
                        + digits(random, 2)
                        + "%02d".formatted(1 + random.nextInt(12))
                        + "%02d".formatted(1 + random.nextInt(95))
                        + digits(random, 6);
        return new Value("FR", body + "%02d".formatted(97 - Long.parseLong(body) % 97));
    }

    private static Value chinese(SplittableRandom random) {
        String body =
                "110105"
                        + (1950 + random.nextInt(60))
                        + "%02d%02d".formatted(1 + random.nextInt(12), 1 + random.nextInt(28))
                        + digits(random, 3);
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            // 2 to the power of the place, modulo 11
            sum += Character.digit(body.charAt(i), 10) * ((1 << (17 - i)) % 11);
        }
        int check = (12 - sum % 11) % 11;
        return new Value("CN", body + (check == 10 ? "X" : String.valueOf(check)));
    }

    private static Value brazilian(SplittableRandom random) {
        String body = digits(random, 9);
        String first = body + eleven(body, 10);
        String all = first + eleven(first, 11);
        return new Value(
                "BR",
                all.substring(0, 3)
                        + "."
                        + all.substring(3, 6)
                        + "."
                        + all.substring(6, 9)
                        + "-"
                        + all.substring(9));
    }

    private static int eleven(String body, int weight) {
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            sum += Character.digit(body.charAt(i), 10) * (weight - i);
        }
        int rest = 11 - sum % 11;
        return rest > 9 ? 0 : rest;
    }

    private static Value swiss(SplittableRandom random) {
        String body = "756" + digits(random, 9);
        int sum = 0;
        for (int i = 0; i < 12; i++) {
            sum += Character.digit(body.charAt(i), 10) * (i % 2 == 0 ? 1 : 3);
        }
        String all = body + (10 - sum % 10) % 10;
        return new Value(
                "CH",
                all.substring(0, 3)
                        + "."
                        + all.substring(3, 7)
                        + "."
                        + all.substring(7, 11)
                        + "."
                        + all.substring(11));
    }

    private static Value polish(SplittableRandom random) {
        String body =
                "%02d%02d%02d"
                                .formatted(
                                        random.nextInt(100),
                                        1 + random.nextInt(12),
                                        1 + random.nextInt(28))
                        + digits(random, 4);
        int[] weights = {9, 7, 3, 1, 9, 7, 3, 1, 9, 7};
        int sum = 0;
        for (int i = 0; i < 10; i++) {
            sum += Character.digit(body.charAt(i), 10) * weights[i];
        }
        return new Value("PL", body + sum % 10);
    }
}
