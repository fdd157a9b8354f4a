package nearside.copilot.catalogue;

import nearside.copilot.catalogue.CatalogueReading.Accepted;
import nearside.copilot.catalogue.CatalogueReading.Refused;
import nearside.storage.policy.Policy;

import java.net.URI;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/// The catalogues that can count on this device: the program's own and the one that a policy names.
///
/// @param builtIn where the program's own lies
/// @param ownKey by which that one is believed, and another for which no key is named
/// @param leastSerial of the one that a policy names: the last that was accepted from there
public record Catalogues(
        CatalogueFolder builtIn, PublicKey ownKey, Policy.Models policy, long leastSerial) {
    private static final long FIRST_SERIAL = 1;

    public Catalogues {
        Objects.requireNonNull(builtIn);
        Objects.requireNonNull(ownKey);
        Objects.requireNonNull(policy);
    }

    /// By the key of this program.
    public Catalogues(CatalogueFolder builtIn, Policy.Models policy, long leastSerial) {
        this(builtIn, CatalogueKey.own(), policy, leastSerial);
    }

    /// The address of the catalogue that has to be fetched before it is known what counts. Its
    /// signature lies at the same address with `.sig` behind it.
    public Optional<URI> address() {
        return policy.place()
                .flatMap(place ->
                        switch (place) {
                            case Policy.Place.Address(URI base) ->
                                    Optional.of(base.resolve(CatalogueFolder.CATALOGUE));
                            case Policy.Place.Folder _ -> Optional.empty();
                        });
    }

    /// What counts where nothing has to be fetched, or nothing lies at that address.
    public InForce inForce() {
        return policy.place()
                .map(place ->
                        switch (place) {
                            case Policy.Place.Address _ ->
                                    InForce.of(own(), Optional.empty(), policy);
                            case Policy.Place.Folder(Path path) ->
                                    placed(reader -> new CatalogueFolder(path).read(reader));
                        })
                .orElseGet(() -> InForce.of(own(), Optional.empty(), policy));
    }

    /// What counts after these were fetched from the address.
    public InForce inForce(byte[] catalogue, byte[] signature) {
        return placed(reader -> Optional.of(reader.read(catalogue, signature)));
    }

    /// What counts after the address was asked. Where nobody told what lies there, it is what was
    /// told last; before the first time it is nothing, so that who keeps a company's catalogue away
    /// does not bring back what it replaced.
    ///
    /// @param kept what was told last
    public InForce inForce(Fetched now, Optional<Fetched.Told> kept) {
        return switch (now) {
            case Fetched.Told told -> inForce(told);
            case Fetched.Untold(CatalogueFault why) ->
                    kept.map(this::inForce).orElseGet(() -> new InForce.Nothing(why));
        };
    }

    private InForce inForce(Fetched.Told told) {
        return switch (told) {
            case Fetched.Files files -> inForce(files.catalogue(), files.signature());
            case Fetched.None _ -> inForce();
        };
    }

    /// Whether it is to be kept: a catalogue that is accepted, or that there is none where none has
    /// to be. What is refused never takes the place of what was accepted.
    public boolean keeps(Fetched.Told told) {
        return switch (told) {
            case Fetched.Files files -> serial(files.catalogue(), files.signature()).isPresent();
            case Fetched.None _ -> policy.key().isEmpty();
        };
    }

    /// Of what the address told, where it is accepted: what is to be remembered.
    public OptionalLong serial(Fetched.Told told) {
        return switch (told) {
            case Fetched.Files files -> serial(files.catalogue(), files.signature());
            case Fetched.None _ -> OptionalLong.empty();
        };
    }

    /// Of the catalogue in the policy's folder, where one is accepted: what is to be remembered.
    public OptionalLong serial() {
        return policy.place()
                .map(place ->
                        switch (place) {
                            case Policy.Place.Address _ -> OptionalLong.empty();
                            case Policy.Place.Folder(Path path) ->
                                    serial(reader -> new CatalogueFolder(path).read(reader));
                        })
                .orElseGet(OptionalLong::empty);
    }

    /// The same of what was fetched from the address.
    public OptionalLong serial(byte[] catalogue, byte[] signature) {
        return serial(reader -> Optional.of(reader.read(catalogue, signature)));
    }

    private OptionalLong serial(Function<CatalogueReader, Optional<CatalogueReading>> reading) {
        return key().flatMap(key -> reading.apply(reader(key, own())))
                .map(it ->
                        it instanceof Accepted(Catalogue catalogue)
                                ? OptionalLong.of(catalogue.serial())
                                : OptionalLong.empty())
                .orElseGet(OptionalLong::empty);
    }

    private InForce placed(Function<CatalogueReader, Optional<CatalogueReading>> reading) {
        CatalogueReading own = own();
        return key().map(key -> InForce.of(own, reading.apply(reader(key, own)), policy))
                .orElseGet(() -> new InForce.Nothing(new CatalogueFault.WeakKey()));
    }

    private Optional<PublicKey> key() {
        return policy.key().map(CatalogueKey::of).orElseGet(() -> Optional.of(ownKey));
    }

    /// Under the program's own key an issue before the one that came with it is outdated.
    private CatalogueReader reader(PublicKey key, CatalogueReading own) {
        return key.equals(ownKey) && own instanceof Accepted(Catalogue known)
                ? new CatalogueReader(key, Math.max(leastSerial, known.serial()))
                : new CatalogueReader(key, leastSerial);
    }

    private CatalogueReading own() {
        return builtIn.read(new CatalogueReader(ownKey, FIRST_SERIAL))
                .orElseGet(() -> new Refused(new CatalogueFault.Missing()));
    }
}
