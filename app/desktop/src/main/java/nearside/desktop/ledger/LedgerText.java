package nearside.desktop.ledger;

import nearside.desktop.words.Amounts;
import nearside.desktop.words.Words;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/// What is said of what left and what stayed.
record LedgerText(Words words, ZoneId zone) {
    private static final int REFUSED = 400;
    private static final BigDecimal CENT = new BigDecimal("0.01");

    String of(Counts counts) {
        return words.of("ledger.counts", counts.here(), counts.borrowed(), counts.tokensHome());
    }

    String of(Saved saved) {
        return words.of(
                "ledger.saved",
                new Amounts(words).usd(rounded(saved.usd())),
                saved.lender(),
                day(saved.asOf(), FormatStyle.MEDIUM));
    }

    /// An estimate is no more exact than a cent, unless it is less than one.
    private static BigDecimal rounded(BigDecimal usd) {
        int digits = usd.compareTo(CENT) < 0 ? 4 : 2;
        return usd.setScale(digits, RoundingMode.HALF_UP);
    }

    String chain(Page page) {
        return page.firstBroken().isPresent()
                ? words.of("ledger.chain.broken", page.firstBroken().getAsLong())
                : words.of("ledger.chain.whole");
    }

    String of(Week week) {
        return words.of(
                "ledger.week",
                day(week.monday(), FormatStyle.MEDIUM),
                week.here(),
                week.borrowed());
    }

    /// The first day, as short as it can be read.
    String below(Week week) {
        return DateTimeFormatter.ofPattern(words.of("ledger.week.pattern"), words.locale())
                .format(week.monday());
    }

    private String day(LocalDate day, FormatStyle style) {
        return DateTimeFormatter.ofLocalizedDate(style).withLocale(words.locale()).format(day);
    }

    String time(Attempt attempt) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(words.locale())
                .format(attempt.at().atZone(zone));
    }

    /// Scheme and usual port say nothing to most people; an unusual port stays.
    String server(Attempt attempt) {
        return attempt.far()
                .replaceFirst("^https://(.*):443$", "$1")
                .replaceFirst("^https?://", "");
    }

    String purpose(Attempt attempt) {
        return switch (attempt.purpose()) {
            case "TRIAL" -> words.of("ledger.purpose.trial");
            case "DOWNLOAD" -> words.of("ledger.purpose.download");
            case "CATALOGUE" -> words.of("ledger.purpose.catalogue");
            case "ANSWER" -> words.of("ledger.purpose.answer");
            default -> attempt.purpose();
        };
    }

    String reason(Attempt attempt) {
        return switch (attempt.reason()) {
            case "NO_MEMORY_LOAD" -> words.of("ledger.reason.no-memory-load");
            case "NO_MEMORY_CONTEXT" -> words.of("ledger.reason.no-memory-context");
            case "WINDOW_EXCEEDED" -> words.of("ledger.reason.window-exceeded");
            case "TOO_SLOW" -> words.of("ledger.reason.too-slow");
            case "ENGINE_FAILED" -> words.of("ledger.reason.engine-failed");
            case "POLICY" -> words.of("ledger.reason.policy");
            case "USER_CHOICE" -> words.of("ledger.reason.user-choice");
            default -> attempt.reason();
        };
    }

    String sent(Attempt attempt) {
        return attempt.end().map(end -> new Amounts(words).size(end.bytesOut())).orElse("–");
    }

    String received(Attempt attempt) {
        return attempt.end().map(end -> new Amounts(words).size(end.bytesIn())).orElse("–");
    }

    String outcome(Attempt attempt) {
        return attempt.end().map(this::of).orElseGet(() -> words.of("ledger.outcome.open"));
    }

    private String of(Attempt.End end) {
        if (end.status() >= REFUSED) {
            return words.of("ledger.outcome.refused", end.status());
        }
        return switch (end.outcome()) {
            case "COMPLETE" -> words.of("ledger.outcome.complete");
            case "BROKEN" -> words.of("ledger.outcome.broken");
            case "STOPPED" -> words.of("ledger.outcome.stopped");
            case "UNREACHED" -> words.of("ledger.outcome.unreached");
            default -> end.outcome();
        };
    }
}
