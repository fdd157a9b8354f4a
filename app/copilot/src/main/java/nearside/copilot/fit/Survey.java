package nearside.copilot.fit;

import nearside.copilot.catalogue.InForce;
import nearside.copilot.device.Speed;
import nearside.copilot.fit.Computing.Found;
import nearside.copilot.fit.FitQuestion.Here;
import nearside.copilot.fit.Recommendation.Judged;
import nearside.copilot.models.Models;
import nearside.copilot.orchestrator.Situation.Cache;
import nearside.copilot.orchestrator.Situation.Model.Present;
import nearside.copilot.orchestrator.Situation.Pace;
import nearside.copilot.orchestrator.Situation.Weights;
import nearside.copilot.orchestrator.Wanted;
import nearside.engine.KvPrecision;
import nearside.engine.folder.FolderCheck;
import nearside.engine.folder.ModelFolder;
import nearside.engine.memory.Memory;
import nearside.engine.memory.ModelSize;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Judges what may be got, and what is here already, for this device as it is now. Blocks.
public record Survey(Models models, Device device) {
    public Survey {
        Objects.requireNonNull(models);
        Objects.requireNonNull(device);
    }

    /// What of the device counts.
    public interface Device {
        /// As it would be if no model were in it.
        Memory memory();

        Found found();

        /// How conversations are kept.
        Cache cache();

        /// How fast a model was measured to be.
        Speed speed(ModelFolder folder);
    }

    /// What was found.
    ///
    /// @param offered in the order of the catalogue; without those of which nothing can be said
    /// @param others models on this device that no catalogue offers
    public record Report(List<Judged> offered, List<Judged> others) {
        public Report {
            offered = List.copyOf(offered);
            others = List.copyOf(others);
        }

        public Recommendation recommendation() {
            return Recommendation.of(offered);
        }
    }

    /// Judges all of them for a conversation of that length.
    public Report of(InForce offers, Wanted wanted) throws IOException {
        List<ModelFolder> folders =
                models.list().stream()
                        .flatMap(it ->
                                it.check() instanceof FolderCheck.Sound(var folder)
                                        ? Stream.of(folder)
                                        : Stream.empty())
                        .toList();
        Here here = here(folders, offers);
        List<Judged> offered = Recommendation.judged(candidates(offers, folders), wanted, here);
        List<Candidate> others =
                folders.stream()
                        .filter(it -> offers.find(it.id()).isEmpty())
                        .map(it -> plain(it, device.cache()))
                        .toList();
        return new Report(offered, Recommendation.judged(others, wanted, here));
    }

    /// What is on this device already need not come.
    private List<Candidate> candidates(InForce offers, List<ModelFolder> folders) {
        Set<String> here = folders.stream().map(ModelFolder::id).collect(Collectors.toSet());
        return offers.offered().stream()
                .flatMap(it -> Candidate.of(it, device.cache()).stream())
                .map(it -> here.contains(it.id()) ? it.withoutDownload() : it)
                .toList();
    }

    private Here here(List<ModelFolder> folders, InForce offers) throws IOException {
        Found found = device.found();
        return new Here(
                device.memory(),
                models.freeBytes(),
                found,
                Pace.USUAL_PATIENCE,
                references(folders, found, offers));
    }

    private static Candidate plain(ModelFolder folder, Cache cache) {
        return Candidate.here(
                new Present(
                        folder.id(),
                        ModelSize.of(folder, KvPrecision.FLOAT32),
                        folder.shape().window(),
                        Weights.ON_DISK,
                        cache));
    }

    /// The catalogue knows better what of its files is read for a token.
    private static Candidate measured(ModelFolder folder, InForce offers) {
        Candidate plain = plain(folder, Cache.FLOAT32);
        return offers.find(folder.id())
                .flatMap(it -> Candidate.of(it, Cache.FLOAT32))
                .map(it -> plain.reading(it.readBytes()))
                .orElse(plain);
    }

    /// Where an accelerator may be used nobody knows which of both a speed is of.
    private List<Reference> references(List<ModelFolder> folders, Found found, InForce offers) {
        return found.order().toTry(found.devices()).isEmpty()
                ? folders.stream()
                        .filter(it -> device.speed(it).isKnown())
                        .map(it -> Reference.of(measured(it, offers), device.speed(it)))
                        .toList()
                : List.of();
    }
}
