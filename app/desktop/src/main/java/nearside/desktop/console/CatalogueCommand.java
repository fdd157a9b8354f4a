package nearside.desktop.console;

import nearside.copilot.catalogue.InForce;
import nearside.copilot.fit.Survey;
import nearside.copilot.models.InstalledModel;
import nearside.copilot.orchestrator.Wanted;
import nearside.desktop.console.Command.Output;
import nearside.desktop.fit.FitWords;
import nearside.desktop.start.Wiring;
import nearside.desktop.trouble.Explain;
import nearside.desktop.words.Words;
import nearside.engine.folder.FolderCheck;
import nearside.engine.memory.Memory;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Set;
import java.util.stream.Collectors;

/// `models catalogue`: what may be got, and how each would get on here now.
final class CatalogueCommand {
    private final PrintStream out;
    private final Wiring wiring;
    private final Explain explain;
    private final Sentences sentences;
    private final Words words;

    CatalogueCommand(
            PrintStream out, Wiring wiring, Explain explain, Sentences sentences, Words words) {
        this.out = out;
        this.wiring = wiring;
        this.explain = explain;
        this.sentences = sentences;
        this.words = words;
    }

    ExitCode run(Command.Catalogue asked, InForce shop) throws IOException, InterruptedException {
        return switch (shop) {
            case InForce.Nothing(var fault) -> sentences.failed(explain.of(fault));
            case InForce.Offers offers -> {
                tell(offers, asked);
                yield ExitCode.DONE;
            }
        };
    }

    private void tell(InForce.Offers offers, Command.Catalogue asked)
            throws IOException, InterruptedException {
        Wanted wanted = asked.context().map(Wanted::context).orElse(Wanted.USUAL);
        Set<String> here =
                wiring.models().list().stream()
                        .filter(it -> it.check() instanceof FolderCheck.Sound)
                        .map(InstalledModel::id)
                        .collect(Collectors.toSet());
        CatalogueReport report =
                new CatalogueReport(
                        offers,
                        report(offers, wanted).offered(),
                        here,
                        new FitWords(words, explain, offers));
        out.println(asked.common().output() == Output.JSON ? report.json() : report.text());
    }

    /// Memory is read before a short answer by the starter, which shows what there is to compute on
    /// and, the first time, how fast this device is.
    private Survey.Report report(InForce offers, Wanted wanted)
            throws IOException, InterruptedException {
        Memory before = wiring.watch().now().memory();
        if (wiring.models().list().getFirst().check() instanceof FolderCheck.Sound(var first)) {
            var _ = new Trial(wiring).of(first);
        }
        return wiring.survey(() -> before).of(offers, wanted);
    }
}
