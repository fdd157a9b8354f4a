package nearside.desktop.start;

import nearside.copilot.catalogue.CatalogueFolder;
import nearside.copilot.catalogue.CatalogueKey;
import nearside.copilot.catalogue.Catalogues;
import nearside.copilot.catalogue.InForce;
import nearside.storage.CatalogueSerials;
import nearside.storage.StorageException;
import nearside.storage.policy.Policy;

import java.lang.System.Logger.Level;

/// The catalogues of this device, of which the last issue that was accepted is remembered.
record KeptCatalogues(CatalogueFolder builtIn, CatalogueSerials serials) {
    private static final System.Logger LOG = System.getLogger("nearside.desktop");

    /// What may be got here under that policy.
    InForce inForce(Policy.Models policy) {
        String key = policy.key().orElse(CatalogueKey.OWN);
        Catalogues catalogues = new Catalogues(builtIn, policy, serials.of(key));
        InForce inForce = catalogues.inForce();
        catalogues.serial().ifPresent(serial -> remember(key, serial));
        return inForce;
    }

    /// That it cannot be kept is no reason to offer nothing: it is kept the next time.
    private void remember(String key, long serial) {
        try {
            serials.accepted(key, serial);
        } catch (StorageException refused) {
            LOG.log(Level.INFO, "a serial is not kept: {0}", refused.getMessage());
        }
    }
}
