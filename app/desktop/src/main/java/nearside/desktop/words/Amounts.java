package nearside.desktop.words;

import java.text.NumberFormat;

/// Numbers with their units, as a person reads them.
public final class Amounts {
    private static final double GIB = 1L << 30;
    private static final double MIB = 1L << 20;

    private final Words words;

    public Amounts(Words words) {
        this.words = words;
    }

    /// Bytes in GB or MB (of 1,024), as the systems' own monitors count memory.
    public String bytes(long bytes) {
        return bytes >= GIB
                ? words.of("amount.gb", decimal(bytes / GIB, 1))
                : words.of("amount.mb", decimal(Math.ceil(bytes / MIB), 0));
    }

    public String rate(double tokensPerSecond) {
        return words.of("amount.rate", decimal(tokensPerSecond, tokensPerSecond < 100 ? 1 : 0));
    }

    public String seconds(double seconds) {
        return words.of("amount.seconds", decimal(seconds, seconds < 10 ? 1 : 0));
    }

    public String tokens(int tokens) {
        return words.of("amount.tokens", tokens);
    }

    private String decimal(double value, int digits) {
        NumberFormat format = NumberFormat.getInstance(words.locale());
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(value);
    }
}
