package nearside.desktop.downloads;

import nearside.cloud.download.Hub;
import nearside.cloud.download.Source;
import nearside.cloud.outbound.Origin;
import nearside.copilot.catalogue.CatalogueFolder;
import nearside.copilot.catalogue.Catalogues;
import nearside.copilot.catalogue.Entry;
import nearside.copilot.catalogue.Home;
import nearside.copilot.catalogue.InForce;
import nearside.copilot.catalogue.Offered;
import nearside.copilot.catalogue.Shop;
import nearside.copilot.catalogue.Variant;
import nearside.hubside.HubSide;
import nearside.storage.policy.Policy;

import java.nio.file.Path;
import java.util.List;

/// Where the models of the tests may be got.
public final class Shops {
    public static final String REPOSITORY = "owner/tiny";
    public static final String FOLDER = "cpu/int4";

    private static final Path MODELS = Path.of(System.getProperty("nearside.models"));

    private Shops() {}

    /// The program's own catalogue.
    public static Shop own() {
        return new Shop(
                () -> new Catalogues(new CatalogueFolder(MODELS), Policy.Models.OPEN, 1).inForce());
    }

    /// The first model of that catalogue, as if a hub on this machine published it.
    public static Shop of(HubSide hub) {
        return of(hub, "main");
    }

    /// The same at another revision.
    public static Shop of(HubSide hub, String revision) {
        Offered first = own().get().offered().getFirst();
        Variant variant = first.variant();
        Entry entry = first.entry();
        Home home =
                new Home.OnHub(new Hub(hub.base().resolve("/"), List.of(Origin.of(hub.storage()))));
        Offered here =
                new Offered(
                        entry,
                        new Variant(
                                variant.id(),
                                variant.accelerator(),
                                variant.emphasis(),
                                new Source(REPOSITORY, revision, FOLDER),
                                variant.bytes(),
                                List.of()),
                        home);
        return new Shop(() -> new InForce.Offers(List.of(here)));
    }
}
