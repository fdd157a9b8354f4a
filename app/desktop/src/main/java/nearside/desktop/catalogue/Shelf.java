package nearside.desktop.catalogue;

import nearside.copilot.catalogue.InForce;
import nearside.copilot.downloads.Provenance;
import nearside.copilot.fit.Survey;
import nearside.copilot.models.InstalledModel;
import nearside.copilot.models.Models;
import nearside.copilot.orchestrator.Wanted;
import nearside.desktop.welcome.AbilityViewModel.Computing;
import nearside.engine.accelerator.Standing;
import nearside.engine.folder.FolderCheck;
import nearside.engine.folder.ModelFolder;
import nearside.engine.pack.RuntimeNow;
import nearside.storage.shelf.Footprint;

import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/// Reads which models are here and which may be got. Blocks.
///
/// @param anew makes the shop look anew when it is asked next
/// @param computing what computes
public record Shelf(
        Models models, Supplier<InForce> shop, Runnable anew, Survey survey, Computing computing) {
    public Shelf {
        Objects.requireNonNull(models);
        Objects.requireNonNull(shop);
        Objects.requireNonNull(anew);
        Objects.requireNonNull(survey);
        Objects.requireNonNull(computing);
    }

    /// A model on this device.
    ///
    /// @param sizes of its files by their names
    /// @param from empty for one that was not fetched
    record Installed(
            InstalledModel model,
            Footprint room,
            Map<String, Long> sizes,
            Optional<Provenance> from) {
        Installed {
            Objects.requireNonNull(model);
            Objects.requireNonNull(room);
            sizes = Collections.unmodifiableMap(new TreeMap<>(sizes));
            Objects.requireNonNull(from);
        }

        static Installed of(InstalledModel model) {
            return new Installed(
                    model,
                    Footprint.of(model.folder()),
                    sizes(model),
                    Provenance.of(model.folder()));
        }

        private static Map<String, Long> sizes(InstalledModel model) {
            Map<String, Long> sizes = new HashMap<>();
            if (model.check() instanceof FolderCheck.Sound(ModelFolder folder)) {
                folder.contents()
                        .files()
                        .forEach(name ->
                                sizes.put(name, folder.path().resolve(name).toFile().length()));
            }
            return sizes;
        }

        String id() {
            return model.id();
        }
    }

    /// What was begun and did not come whole.
    record Begun(String id, long bytes) {}

    /// What there was at one moment.
    ///
    /// @param begun of what is not offered any more
    /// @param inUse the id of the model that is used
    record Seen(
            InForce offers,
            Survey.Report report,
            List<Installed> here,
            List<Begun> begun,
            String inUse,
            long freeBytes) {
        Seen {
            Objects.requireNonNull(offers);
            Objects.requireNonNull(report);
            here = List.copyOf(here);
            begun = List.copyOf(begun);
            Objects.requireNonNull(inUse);
        }

        Optional<Installed> installed(String id) {
            return here.stream().filter(it -> it.id().equals(id)).findFirst();
        }
    }

    /// What computes here.
    record Machine(RuntimeNow runtime, List<Standing> standings) {
        Machine {
            Objects.requireNonNull(runtime);
            standings = List.copyOf(standings);
        }
    }

    /// Waits while accelerators are tried.
    Machine machine() {
        List<Standing> standings =
                models.inUse().check() instanceof FolderCheck.Sound(ModelFolder folder)
                        ? computing.standings().apply(folder)
                        : List.of();
        return new Machine(computing.runtime().get(), standings);
    }

    Seen look(Wanted wanted) throws IOException {
        InForce offers = shop.get();
        return new Seen(
                offers,
                survey.of(offers, wanted),
                models.list().stream().map(Installed::of).toList(),
                begun(offers),
                models.inUse().id(),
                models.freeBytes());
    }

    private List<Begun> begun(InForce offers) throws IOException {
        return models.arrivals().stream()
                .filter(id -> offers.find(id).isEmpty())
                .map(id -> new Begun(id, models.arrivalRoom(id).bytes()))
                .toList();
    }
}
