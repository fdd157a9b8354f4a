package nearside.desktop.catalogue;

import nearside.copilot.catalogue.InForce;
import nearside.copilot.downloads.Provenance;
import nearside.copilot.fit.Survey;
import nearside.copilot.models.InstalledModel;
import nearside.copilot.models.Models;
import nearside.copilot.orchestrator.Wanted;
import nearside.storage.shelf.Footprint;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/// Reads which models are here and which may be got. Blocks.
public record Shelf(Models models, Supplier<InForce> shop, Survey survey) {
    public Shelf {
        Objects.requireNonNull(models);
        Objects.requireNonNull(shop);
        Objects.requireNonNull(survey);
    }

    /// A model on this device.
    ///
    /// @param from empty for one that was not fetched
    record Installed(InstalledModel model, Footprint room, Optional<Provenance> from) {
        Installed {
            Objects.requireNonNull(model);
            Objects.requireNonNull(room);
            Objects.requireNonNull(from);
        }

        static Installed of(InstalledModel model) {
            return new Installed(
                    model, Footprint.of(model.folder()), Provenance.of(model.folder()));
        }

        String id() {
            return model.id();
        }
    }

    /// What there was at one moment.
    ///
    /// @param inUse the id of the model that is used
    record Seen(
            InForce offers,
            Survey.Report report,
            List<Installed> here,
            String inUse,
            long freeBytes) {
        Seen {
            Objects.requireNonNull(offers);
            Objects.requireNonNull(report);
            here = List.copyOf(here);
            Objects.requireNonNull(inUse);
        }

        Optional<Installed> installed(String id) {
            return here.stream().filter(it -> it.id().equals(id)).findFirst();
        }
    }

    Seen look(Wanted wanted) throws IOException {
        InForce offers = shop.get();
        return new Seen(
                offers,
                survey.of(offers, wanted),
                models.list().stream().map(Installed::of).toList(),
                models.inUse().id(),
                models.freeBytes());
    }
}
