package nearside.desktop.console;

import nearside.copilot.catalogue.InForce;
import nearside.copilot.fit.Candidate;
import nearside.copilot.fit.Computing.Found;
import nearside.copilot.fit.FitQuestion.Here;
import nearside.copilot.fit.Recommendation;
import nearside.copilot.fit.Recommendation.Judged;
import nearside.copilot.fit.Reference;
import nearside.copilot.orchestrator.Situation.Cache;
import nearside.copilot.orchestrator.Situation.Model.Present;
import nearside.copilot.orchestrator.Situation.Pace;
import nearside.copilot.orchestrator.Situation.Weights;
import nearside.copilot.orchestrator.Wanted;
import nearside.desktop.console.Command.Output;
import nearside.desktop.fit.FitWords;
import nearside.desktop.start.Wiring;
import nearside.desktop.trouble.Explain;
import nearside.desktop.words.Words;
import nearside.engine.KvPrecision;
import nearside.engine.accelerator.Device;
import nearside.engine.folder.FolderCheck;
import nearside.engine.folder.ModelFolder;
import nearside.engine.memory.Memory;
import nearside.engine.memory.ModelSize;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        List<ModelFolder> folders = folders();
        Set<String> ids = folders.stream().map(ModelFolder::id).collect(Collectors.toSet());
        List<Judged> judged =
                Recommendation.judged(candidates(offers, ids), wanted, here(folders, offers));
        CatalogueReport report =
                new CatalogueReport(offers, judged, ids, new FitWords(words, explain, offers));
        out.println(asked.common().output() == Output.JSON ? report.json() : report.text());
    }

    private List<ModelFolder> folders() {
        return wiring.models().list().stream()
                .flatMap(it ->
                        it.check() instanceof FolderCheck.Sound(var folder)
                                ? Stream.of(folder)
                                : Stream.empty())
                .toList();
    }

    /// What is on this device already need not come.
    private List<Candidate> candidates(InForce.Offers offers, Set<String> here) {
        Cache cache =
                switch (wiring.settings().read().running().kvCache()) {
                    case AUTO -> Cache.FLOAT32_OR_INT8;
                    case FLOAT32 -> Cache.FLOAT32;
                    case INT8 -> Cache.INT8;
                };
        return offers.all().stream()
                .flatMap(it -> Candidate.of(it, cache).stream())
                .map(it -> here.contains(it.id()) ? it.withoutDownload() : it)
                .toList();
    }

    /// Memory is read before a short answer by the starter, which shows what there is to compute on
    /// and, the first time, how fast this device is.
    private Here here(List<ModelFolder> folders, InForce.Offers offers)
            throws IOException, InterruptedException {
        Memory memory = wiring.watch().now().memory();
        Optional<ModelFolder> first = folders.stream().findFirst();
        if (first.isPresent()) {
            var _ = new Trial(wiring).of(first.get());
        }
        List<Device> devices = wiring.engine().devices();
        Found found = new Found(devices, wiring.tryOrder(), List.of());
        return new Here(
                memory,
                wiring.models().freeBytes(),
                found,
                Pace.USUAL_PATIENCE,
                references(folders, found, offers));
    }

    /// The catalogue knows better what of its files is read for a token.
    private static Candidate candidate(ModelFolder folder, InForce.Offers offers) {
        Candidate plain =
                Candidate.here(
                        new Present(
                                folder.id(),
                                ModelSize.of(folder, KvPrecision.FLOAT32),
                                folder.shape().window(),
                                Weights.ON_DISK,
                                Cache.FLOAT32));
        return offers.find(folder.id())
                .flatMap(it -> Candidate.of(it, Cache.FLOAT32))
                .map(it -> plain.reading(it.readBytes()))
                .orElse(plain);
    }

    /// Where an accelerator may be used nobody knows which of both a speed is of.
    private List<Reference> references(
            List<ModelFolder> folders, Found found, InForce.Offers offers) {
        return found.order().toTry(found.devices()).isEmpty()
                ? folders.stream()
                        .filter(it -> wiring.speed(it).isKnown())
                        .map(it -> Reference.of(candidate(it, offers), wiring.speed(it)))
                        .toList()
                : List.of();
    }
}
