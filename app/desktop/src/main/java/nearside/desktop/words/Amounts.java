package nearside.desktop.words;

import java.math.BigDecimal;
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

    /// US dollars; less than one in cents, to two figures that say something.
    public String usd(BigDecimal usd) {
        if (usd.compareTo(BigDecimal.ONE) >= 0) {
            return words.of("amount.usd", decimal(usd.doubleValue(), 2));
        }
        double cents = usd.movePointRight(2).doubleValue();
        int digits = cents >= 10 || cents == 0 ? 0 : cents >= 1 ? 1 : 2;
        double shown = cents > 0 ? Math.max(cents, 0.01) : 0;
        return words.of("amount.cents", decimal(shown, digits));
    }

    private String decimal(double value, int digits) {
        NumberFormat format = NumberFormat.getInstance(words.locale());
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(value);
    }
}
