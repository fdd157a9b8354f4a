package nearside.storage.campaign;

import java.util.SplittableRandom;

/// Texts by number, so that a session and its judge know the same ones without telling them.
final class Words {
    private static final int[] LENGTHS = {1, 12, 60, 400, 3_000};

    /// What text has been lost to before: NUL, controls, right to left, joiners, tags, astral.
    private static final String[] ODD = {
        "\0",
        "\u0001",
        "\r\n",
        "'",
        "\u05d0\u05d1",
        "\u202e",
        "\u200d",
        "\ufeff",
        "\ud83d\udc69\u200d\ud83d\udd2c",
        "\udb40\udc41",
        "\u4f60\u597d",
        "e\u0301"
    };

    private Words() {}

    /// Its first line is its number, so that no two are equal and its title is known; none for
    /// number zero.
    static String of(int number) {
        if (number == 0) {
            return "";
        }
        SplittableRandom random = new SplittableRandom(number);
        int length = LENGTHS[random.nextInt(LENGTHS.length)];
        StringBuilder text = new StringBuilder(title(number)).append('\n');
        while (text.length() < length) {
            if (random.nextInt(8) == 0) {
                text.append(ODD[random.nextInt(ODD.length)]);
            } else {
                text.append((char) ('a' + random.nextInt(26)));
            }
        }
        return text.toString();
    }

    static String title(int number) {
        return "t" + number;
    }
}
