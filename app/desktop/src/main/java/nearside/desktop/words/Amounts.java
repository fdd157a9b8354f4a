package nearside.desktop.words;

import java.math.BigDecimal;
import java.text.NumberFormat;

/// Numbers with their units, as a person reads them.
public final class Amounts {
    private static final double GIB = 1L << 30;
    private static final double MIB = 1L << 20;
    private static final double KIB = 1L << 10;

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

    /// The bytes of something small, in KB (of 1,024) or single ones.
    public String size(long bytes) {
        if (bytes >= MIB) {
            return words.of("amount.mb", decimal(bytes / MIB, 1));
        }
        return bytes >= KIB
                ? words.of("amount.kb", decimal(bytes / KIB, 1))
                : words.of("amount.b", bytes);
    }

    /// US dollars: whole cents, and smaller parts of them below one dollar.
    public String usd(BigDecimal amount) {
        NumberFormat format = NumberFormat.getInstance(words.locale());
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(amount.compareTo(BigDecimal.ONE) < 0 ? 4 : 2);
        return words.of("amount.usd", format.format(amount));
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
