package nearside.desktop.console;

import nearside.copilot.orchestrator.Consent;
import nearside.copilot.orchestrator.TurnEvent;
import nearside.desktop.consent.Sheet;
import nearside.desktop.consent.SheetText;
import nearside.desktop.words.Visible;
import nearside.desktop.words.Words;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Asks a person at the terminal whether something may leave: the sheet of the window in lines, on
/// standard error. Whoever says nothing, or nothing that was offered, stays here.
final class ConsentTalk {
    private final Person person;
    private final PrintStream err;
    private final Words words;

    ConsentTalk(Person person, PrintStream err, Words words) {
        this.person = person;
        this.err = err;
        this.words = words;
    }

    /// One thing that can be said.
    ///
    /// @param consent empty for one that shows what would leave
    private record Choice(String text, Optional<Consent> consent) {
        Choice(String text, Consent consent) {
            this(text, Optional.of(consent));
        }
    }

    /// What the person says. Blocks.
    Consent ask(TurnEvent.Asking asking) {
        Sheet sheet = new SheetText(words).of(asking);
        List<Choice> choices = choices(sheet.buttons());
        tell(sheet, choices);
        while (true) {
            Choice chosen = chosen(choices);
            if (chosen.consent().isPresent()) {
                return chosen.consent().get();
            }
            err.println();
            Visible.of(sheet.exact()).lines().map("  | "::concat).forEach(err::println);
        }
    }

    private List<Choice> choices(Sheet.Buttons buttons) {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice(buttons.send(), Consent.SEND));
        if (!buttons.less().isEmpty()) {
            choices.add(new Choice(buttons.less(), Consent.SEND_LESS));
        }
        if (!buttons.all().isEmpty()) {
            choices.add(new Choice(buttons.all(), Consent.SEND_ALL));
        }
        choices.add(new Choice(buttons.stay(), Consent.STAY_HERE));
        if (!buttons.never().isEmpty()) {
            choices.add(new Choice(buttons.never(), Consent.NEVER_HERE));
        }
        choices.add(new Choice(words.of("consent.show"), Optional.empty()));
        return choices;
    }

    private void tell(Sheet sheet, List<Choice> choices) {
        err.println();
        err.println(sheet.title());
        err.println(sheet.why());
        err.println();
        for (Sheet.Line row : sheet.rows()) {
            err.println(
                    "  " + String.join("  ", row.what(), row.amount(), row.note()).stripTrailing());
        }
        err.println("  " + Visible.of(sheet.to()));
        err.println();
        for (int i = 0; i < choices.size(); i++) {
            err.println("  " + (i + 1) + "  " + choices.get(i).text());
        }
        err.println(words.of("console.consent"));
    }

    private Choice chosen(List<Choice> choices) {
        err.print("> ");
        err.flush();
        String typed = person.line().map(String::strip).orElse("");
        for (int i = 0; i < choices.size(); i++) {
            if (typed.equals(String.valueOf(i + 1))) {
                return choices.get(i);
            }
        }
        return new Choice("", Consent.STAY_HERE);
    }
}
