package nearside.desktop.borrow;

import nearside.copilot.borrow.Lender;
import nearside.copilot.borrow.Price;
import nearside.copilot.borrow.PriceTable;
import nearside.copilot.borrow.Rules.Shut;
import nearside.desktop.words.Amounts;
import nearside.desktop.words.Words;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/// What is said of far models.
record BorrowText(Words words) {
    private static final double MILLIS = 1e3;

    /// What stands below the name of one.
    String of(Lender lender) {
        return words.of(
                "borrow.row",
                lender.model().model(),
                lender.model().origin().host(),
                whose(lender.whose()),
                lender.model().key().isPresent()
                        ? words.of("borrow.key.kept")
                        : words.of("borrow.key.none"));
    }

    String price(Lender lender) {
        return lender.price().map(this::of).orElseGet(() -> words.of("borrow.price.unknown"));
    }

    private String of(Price price) {
        Amounts amounts = new Amounts(words);
        String in = amounts.usd(price.usdIn());
        String out = amounts.usd(price.usdOut());
        String day = day(price.asOf());
        return price.cached()
                .map(it -> words.of("borrow.price.cached", in, amounts.usd(it.usd()), out, day))
                .orElseGet(() -> words.of("borrow.price", in, out, day));
    }

    String whose(Lender.Whose whose) {
        return switch (whose) {
            case CLOUD -> words.of("borrow.whose.cloud");
            case MY_DEVICE -> words.of("borrow.whose.mine");
        };
    }

    String of(Told told) {
        return switch (told) {
            case Told.Nothing _, Told.Failed _ -> "";
            case Told.Trying(var name) -> words.of("borrow.trying", name);
            case Told.Worked(var name, var said, var took) ->
                    said.isEmpty()
                            ? words.of("borrow.worked.wordless", name, seconds(took))
                            : words.of("borrow.worked", name, said, seconds(took));
            case Told.NotAsked(var by) -> of(by);
            case Told.NoDoor(var why) -> words.of("borrow.no-door", why);
        };
    }

    private String seconds(Duration took) {
        return new Amounts(words).seconds(took.toMillis() / MILLIS);
    }

    String of(Shut by) {
        return switch (by) {
            case OFFLINE_BY_PERSON -> words.of("borrow.shut.person");
            case OFFLINE_BY_POLICY -> words.of("borrow.shut.offline");
            case CLOUD_BY_POLICY -> words.of("borrow.shut.cloud");
            case ENDPOINT_BY_POLICY -> words.of("borrow.shut.server");
        };
    }

    String of(BorrowViewModel.Read read) {
        return switch (read) {
            case SOUND -> "";
            case PREVIOUS -> words.of("borrow.read.previous");
            case LOST -> words.of("borrow.read.lost");
        };
    }

    String of(Flaw flaw) {
        String found = flaw.found().isEmpty() ? "–" : flaw.found();
        return switch (flaw.field()) {
            case NAME -> words.of("far.bad.name");
            case ADDRESS -> words.of("far.bad.address", found);
            case ADDRESS_BY_POLICY -> words.of("far.bad.server", found);
            case ADDRESS_EXAMPLE -> words.of("far.bad.example");
            case MODEL -> words.of("far.bad.model");
            case KEY -> words.of("far.bad.key");
            case WINDOW -> words.of("far.bad.window", found);
            case PRICE -> words.of("far.bad.price", found);
            case DATE -> words.of("far.bad.date", found);
        };
    }

    String of(PriceTable.Row row) {
        return words.of("far.price.source", row.source().getHost(), day(row.price().asOf()));
    }

    String of(Preset preset) {
        return switch (preset) {
            case OPENAI -> words.of("far.kind.openai");
            case AZURE -> words.of("far.kind.azure");
            case OLLAMA -> words.of("far.kind.ollama");
            case LM_STUDIO -> words.of("far.kind.lm-studio");
            case LLAMA_CPP -> words.of("far.kind.llama-cpp");
            case VLLM -> words.of("far.kind.vllm");
            case FOUNDRY_LOCAL -> words.of("far.kind.foundry-local");
            case OTHER -> words.of("far.kind.other");
        };
    }

    private String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(words.locale())
                .format(day);
    }
}
