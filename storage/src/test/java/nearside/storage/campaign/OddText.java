package nearside.storage.campaign;

import java.util.SplittableRandom;

/// Text by chance, of what text has been lost to before, and what it must come back as.
final class OddText {
    private static final String[] ODD = {
        "\0",
        "\u0001\u007f\u009f",
        "\r",
        "\r\n",
        "\n",
        "\u2028\u2029",
        "'\"\\`;--",
        "<|end|>",
        "\u202e\u05d0\u05d1\u202c",
        "\u2066\u0627\u0644\u2069",
        "\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc67",
        "\ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc7f",
        "\ufeff",
        "\ufffd",
        "\uffff\ufffe",
        "\udbff\udfff",
        "e\u0301\u00e9",
        "\u4f60\u597d",
        "\ud800",
        "\udc00",
        "\udc00\ud800"
    };

    private OddText() {}

    static String of(SplittableRandom random, int pieces) {
        StringBuilder text = new StringBuilder("begin ");
        for (int piece = 0; piece < pieces; piece++) {
            text.append(ODD[random.nextInt(ODD.length)]);
            if (random.nextBoolean()) {
                text.append((char) ('a' + random.nextInt(26)));
            }
        }
        return text.append(" end").toString();
    }

    /// Each half of a character that stands alone is shown as one mark.
    static String kept(String text) {
        StringBuilder kept = new StringBuilder(text);
        for (int at = 0; at < kept.length(); at++) {
            if (Character.isHighSurrogate(kept.charAt(at))
                    && at + 1 < kept.length()
                    && Character.isLowSurrogate(kept.charAt(at + 1))) {
                at++;
            } else if (Character.isSurrogate(kept.charAt(at))) {
                kept.setCharAt(at, '\ufffd');
            }
        }
        return kept.toString();
    }
}
