package nearside.desktop.start;

import nearside.copilot.catalogue.CatalogueFolder;
import nearside.copilot.catalogue.CatalogueKey;
import nearside.copilot.catalogue.CatalogueSite;
import nearside.copilot.catalogue.Catalogues;
import nearside.copilot.catalogue.Fetched;
import nearside.copilot.catalogue.InForce;
import nearside.storage.CatalogueAnswer;
import nearside.storage.CatalogueSerials;
import nearside.storage.StorageException;
import nearside.storage.policy.Policy;

import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/// The catalogues of this device, of which the last issue that was accepted is remembered, and kept
/// where it was fetched.
record KeptCatalogues(CatalogueFolder builtIn, CatalogueSerials serials, CatalogueAnswer answer) {
    private static final System.Logger LOG = System.getLogger("nearside.desktop");

    static KeptCatalogues in(Path profile, CatalogueFolder builtIn) {
        return new KeptCatalogues(
                builtIn, new CatalogueSerials(profile), new CatalogueAnswer(profile));
    }

    /// What may be got here under that policy; blocks where its catalogue has to be fetched.
    ///
    /// @param site asked if the policy names an address, and only then
    InForce inForce(Policy.Models policy, CatalogueSite site) {
        String key = policy.key().orElse(CatalogueKey.OWN);
        Catalogues catalogues = new Catalogues(builtIn, policy, serials.of(key));
        Optional<URI> address = catalogues.address();
        if (address.isPresent()) {
            return fetched(catalogues, key, address.get(), site);
        }
        InForce inForce = catalogues.inForce();
        remember(key, catalogues.serial());
        return inForce;
    }

    private InForce fetched(Catalogues catalogues, String key, URI address, CatalogueSite site) {
        Fetched now = site.ask(address);
        Optional<byte[]> kept = answer.of(address);
        InForce inForce = catalogues.inForce(now, kept.map(Fetched.Told::of));
        Optional<Fetched.Told> told = now.told().filter(catalogues::keeps);
        told.map(Fetched.Told::bytes)
                .filter(bytes -> kept.filter(it -> Arrays.equals(it, bytes)).isEmpty())
                .ifPresent(bytes -> keep(address, bytes));
        told.ifPresent(it -> remember(key, catalogues.serial(it)));
        return inForce;
    }

    private void keep(URI address, byte[] told) {
        orLater(() -> answer.keep(address, told));
    }

    private void remember(String key, OptionalLong serial) {
        serial.ifPresent(it -> orLater(() -> serials.accepted(key, it)));
    }

    /// That it cannot be kept is no reason to offer nothing: it is kept the next time.
    private static void orLater(Runnable keeping) {
        try {
            keeping.run();
        } catch (StorageException refused) {
            LOG.log(Level.INFO, "a catalogue is not kept: {0}", refused.getMessage());
        }
    }
}
