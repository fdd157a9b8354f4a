package nearside.copilot.borrow.mask;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Keys, tokens and passwords: by the marks that their makers give them, by where they stand, and
/// never by looking random alone, since hashes and ids do that, too.
final class SecretTexts {
    /// Bits a character below which a value is a word, a name or a place-holder.
    private static final double LEAST_ENTROPY = 3.0;

    static final List<Finder> FINDERS =
            List.of(
                    secret(
                            "-----BEGIN [A-Z ]*PRIVATE KEY(?: BLOCK)?-----[\\s\\S]{16,20000}?"
                                    + "-----END [A-Z ]*PRIVATE KEY(?: BLOCK)?-----",
                            _ -> true),
                    // OpenAI, Anthropic, OpenRouter, DeepSeek and others
                    word("sk-(?:ant-|or-|proj-|svcacct-|admin-)?[A-Za-z0-9_-]{20,250}"),
                    // GitHub
                    word("gh[pousr]_[A-Za-z0-9]{36,255}"),
                    word("github_pat_[A-Za-z0-9_]{36,255}"),
                    // GitLab
                    word("gl(?:pat|dt|rt|cbt|ptt|ft|soat)-[A-Za-z0-9_.-]{20,255}"),
                    // AWS
                    word("(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}"),
                    // Google
                    word("AIza[A-Za-z0-9_-]{35}"),
                    word("GOCSPX-[A-Za-z0-9_-]{28}"),
                    word("ya29\\.[A-Za-z0-9_-]{20,500}"),
                    // Slack
                    word("xox[abeoprs]-[A-Za-z0-9-]{10,255}"),
                    word("https://hooks\\.slack\\.com/(?:services|workflows)/[A-Za-z0-9+/]{40,90}"),
                    // Stripe
                    word("[rs]k_(?:live|test|prod)_[A-Za-z0-9]{16,255}"),
                    // Hugging Face, npm, PyPI, SendGrid, DigitalOcean, Docker, Azure DevOps,
                    // Telegram
                    word("hf_[A-Za-z0-9]{30,60}"),
                    word("npm_[A-Za-z0-9]{36}"),
                    word("pypi-[A-Za-z0-9_-]{50,1000}"),
                    word("SG\\.[A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]{43}"),
                    word("do[por]_v1_[a-f0-9]{64}"),
                    word("dckr_pat_[A-Za-z0-9_-]{27,40}"),
                    word("\\d{8,10}:AA[A-Za-z0-9_-]{33}"),
                    // JSON web tokens
                    word(
                            "eyJ[A-Za-z0-9_-]{10,5000}\\.eyJ[A-Za-z0-9_-]{10,20000}\\.[A-Za-z0-9_-]{10,2000}"),
                    // A password in an address
                    secret(
                            "[a-z][a-z0-9+.-]{1,20}://[^\\s/:@\"'<>]{0,200}:(?<it>[^\\s/@\"'<>{}$]{3,200})@[^\\s/]",
                            SecretTexts::isNoPlaceholder),
                    // A storage account's key
                    secret("AccountKey=(?<it>[A-Za-z0-9+/]{80,100}={0,2})", _ -> true),
                    secret(
                            "(?i)\\bauthorization: ?(?:bearer|basic|token) (?<it>[A-Za-z0-9._~+/=-]{12,4000})",
                            SecretTexts::isNoPlaceholder),
                    // Something that is named a secret and has a value in quotes, or as in an
                    // environment file
                    secret(
                            "(?i)(?:api[_-]?key|apikey|secret|token|passw(?:or)?d|passphrase|pwd|credential)s?"
                                    + "[A-Za-z0-9_-]{0,20}[\"']?\\s{0,3}(?:=>|:=|=|:)\\s{0,3}[\"'](?<it>[^\\s\"'<>{}$]{8,300})[\"']",
                            SecretTexts::looksMade),
                    secret(
                            "(?m)^(?:export )?[A-Z0-9_]{0,40}(?:API_?KEY|SECRET|TOKEN|PASSW(?:OR)?D|PWD|CREDENTIAL)S?[A-Z0-9_]{0,20}"
                                    + "=(?<it>[^\\s\"'<>{}$()]{8,300})$",
                            SecretTexts::looksMade),
                    // Said in plain words; `Pin::size)` is a method of a program
                    secret(
                            "(?i)\\b(?:my |the |our )?(?:password|passphrase|api key|pin|passwort|kennwort|mot de passe|contraseña)"
                                    + "(?!::\\p{L}\\w{0,60}\\))(?: is| ist| est| es|:| =)[ :]{1,2}[\"'`]?(?<it>[^\\s\"'`<>]{4,100}[^\\s\"'`<>.,;!?)])",
                            SecretTexts::isNoWord),
                    secret("(?:密码|口令)(?:是|为|:|：) ?(?<it>[A-Za-z0-9!-~]{4,100})", _ -> true));

    private SecretTexts() {}

    private static Finder word(String form) {
        return secret("(?<![A-Za-z0-9_-])(?:" + form + ")(?![A-Za-z0-9_-])", SecretTexts::isMixed);
    }

    private static Finder secret(String form, Predicate<String> check) {
        return Finder.of(Kind.SECRET, Pattern.compile(form), check);
    }

    /// `sk-this-is-only-an-example` is a name.
    private static boolean isMixed(String text) {
        return text.chars().anyMatch(Character::isDigit) && entropy(text) >= LEAST_ENTROPY;
    }

    private static boolean isNoPlaceholder(String value) {
        return !value.matches(
                "(?i)[*x.•]+|pass(?:word)?|secret|token|user(?:name)?|changeme|\\[.*");
    }

    private static boolean isNoWord(String value) {
        return isNoPlaceholder(value) && !value.matches("\\p{L}+");
    }

    /// A made secret mixes kinds of characters; the name of a variable, a setting or a path is
    /// words with separators.
    private static boolean looksMade(String value) {
        boolean digit = value.chars().anyMatch(Character::isDigit);
        boolean letter = value.chars().anyMatch(Character::isLetter);
        boolean other =
                value.chars().anyMatch(c -> !Character.isLetterOrDigit(c) && "._-/".indexOf(c) < 0);
        boolean call =
                value.matches(".*[(\\[].*|[\\w.]+\\.[a-z]{1,5}|[a-z]+(?:[._/-][a-z0-9]{1,3})*");
        return isNoPlaceholder(value)
                && letter
                && (digit || other)
                && !call
                && entropy(value) >= LEAST_ENTROPY - 0.5;
    }

    /// Shannon's, in bits a character.
    static double entropy(String text) {
        return text.chars()
                .distinct()
                .mapToDouble(c -> share(text, c))
                .map(share -> -share * Math.log(share) / Math.log(2))
                .sum();
    }

    private static double share(String text, int character) {
        return (double) text.chars().filter(c -> c == character).count() / text.length();
    }
}
