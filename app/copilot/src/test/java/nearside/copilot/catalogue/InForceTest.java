package nearside.copilot.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.cloud.download.Hub;
import nearside.cloud.download.Source;
import nearside.cloud.outbound.Origin;
import nearside.copilot.catalogue.CatalogueReading.Accepted;
import nearside.copilot.catalogue.CatalogueReading.Refused;
import nearside.storage.Fetching;
import nearside.storage.policy.Endpoint;
import nearside.storage.policy.Policy;
import nearside.storage.policy.Policy.BuiltIn;
import nearside.storage.policy.Policy.Place;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

class InForceTest {
    private static final URI BASE = URI.create("https://models.example.com/near/");
    private static final Optional<Place> ADDRESS = Optional.of(new Place.Address(BASE));
    private static final Home MIRROR = new Home.OnHub(new Hub(BASE, List.of()));
    private static final Entry ONE = Samples.entry("one", "one-cpu");
    private static final Entry TWO = Samples.entry("two", "two-cpu");
    private static final CatalogueReading OWN = new Accepted(Samples.catalogue(1, ONE, TWO));
    private static final CatalogueReading BAD = new Refused(new CatalogueFault.BadSignature());
    private static final InForce NOTHING = new InForce.Nothing(new CatalogueFault.BadSignature());

    private static final URI SET = URI.create("https://mine.example/hub/");
    private static final Origin ORIGIN = new Origin("https", "cdn.mine.example", 443);
    private static final Fetching CHOSEN =
            new Fetching(
                    Optional.of(SET),
                    List.of(new Endpoint(ORIGIN.scheme(), ORIGIN.host(), ORIGIN.port())),
                    OptionalInt.empty());

    private static Policy.Models policy(Optional<Place> place) {
        return new Policy.Models(
                place, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Policy.Models extending(BuiltIn builtIn) {
        return new Policy.Models(
                ADDRESS,
                Optional.empty(),
                Optional.empty(),
                Optional.of(builtIn),
                Optional.empty());
    }

    private static Policy.Models allowing(String... ids) {
        return new Policy.Models(
                Optional.empty(),
                Optional.empty(),
                Optional.of(List.of(ids)),
                Optional.empty(),
                Optional.empty());
    }

    private static Policy.Models keyed() {
        return new Policy.Models(
                ADDRESS,
                Optional.of(CatalogueKey.OWN),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Offered offered(Entry entry, Home home) {
        return new Offered(entry, entry.variants().getFirst(), home);
    }

    private static InForce offers(Offered... all) {
        return new InForce.Offers(List.of(all));
    }

    @Test
    void withoutAPolicyTheProgramsOwnCounts() {
        Home home = Home.PUBLIC;
        assertEquals(
                offers(offered(ONE, home), offered(TWO, home)),
                InForce.of(OWN, Optional.empty(), Policy.Models.OPEN));
        assertEquals(NOTHING, InForce.of(BAD, Optional.empty(), Policy.Models.OPEN));
    }

    @Test
    void anAddressWithoutACatalogueIsAMirror() {
        assertEquals(
                offers(offered(ONE, MIRROR), offered(TWO, MIRROR)),
                InForce.of(OWN, Optional.empty(), policy(ADDRESS)));
    }

    @Test
    void whoNamesAKeyHasACatalogue() {
        assertEquals(
                new InForce.Nothing(new CatalogueFault.Missing()),
                InForce.of(OWN, Optional.empty(), keyed()));
    }

    @Test
    void aCompanysReplacesTheProgramsOwn() {
        Entry theirs = Samples.entry("theirs", "theirs-cpu");
        Optional<CatalogueReading> company =
                Optional.of(new Accepted(Samples.catalogue(1, theirs)));
        InForce replaced = offers(offered(theirs, MIRROR));
        assertEquals(replaced, InForce.of(OWN, company, policy(ADDRESS)));
        assertEquals(replaced, InForce.of(OWN, company, extending(BuiltIn.GOES)));
        assertEquals(replaced, InForce.of(BAD, company, policy(ADDRESS)));
    }

    @Test
    void addedToItTheCompanysComesFirstAndWins() {
        Entry theirs = Samples.entry("theirs", "one-cpu");
        Entry two = Samples.entry("two", "two-gpu");
        Entry three = Samples.entry("three", "three-cpu");
        CatalogueReading own = new Accepted(Samples.catalogue(1, ONE, TWO, three));
        Optional<CatalogueReading> company =
                Optional.of(new Accepted(Samples.catalogue(1, theirs, two)));
        assertEquals(
                offers(offered(theirs, MIRROR), offered(two, MIRROR), offered(three, Home.PUBLIC)),
                InForce.of(own, company, extending(BuiltIn.STAYS)));
    }

    @Test
    void anUnsoundOneIsNeverReplacedInSilence() {
        Optional<CatalogueReading> company = Optional.of(new Accepted(Samples.catalogue(1, ONE)));
        assertEquals(NOTHING, InForce.of(OWN, Optional.of(BAD), policy(ADDRESS)));
        assertEquals(NOTHING, InForce.of(OWN, Optional.of(BAD), extending(BuiltIn.STAYS)));
        assertEquals(NOTHING, InForce.of(BAD, company, extending(BuiltIn.STAYS)));
    }

    @Test
    void onlyWhatIsAllowedIsOffered() {
        Home home = Home.PUBLIC;
        assertEquals(
                offers(offered(TWO, home)),
                InForce.of(OWN, Optional.empty(), allowing("two-cpu", "other")));
        assertEquals(offers(), InForce.of(OWN, Optional.empty(), allowing("two")));
        assertEquals(offers(), InForce.of(OWN, Optional.empty(), Policy.STRICTEST.models()));
    }

    @Test
    void aVariantIsFoundByItsId() {
        InForce offers = InForce.of(OWN, Optional.empty(), Policy.Models.OPEN);
        assertEquals(Optional.of(offered(TWO, Home.PUBLIC)), offers.find("two-cpu"));
        assertEquals(Optional.empty(), offers.find("two"));
        assertEquals(Optional.empty(), NOTHING.find("two-cpu"));
        assertEquals(List.of(), NOTHING.offered());
    }

    @Test
    void hubsFollowThePolicy() {
        Endpoint cdn = new Endpoint("https", "cdn.example.com", 443);
        assertEquals(Home.PUBLIC, Home.of(Policy.Models.OPEN));
        assertEquals(
                new Home.OnHub(
                        new Hub(BASE, List.of(new Origin(cdn.scheme(), cdn.host(), cdn.port())))),
                Home.of(
                        new Policy.Models(
                                ADDRESS,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(List.of(cdn)))));
        Path root = Path.of("/srv/models");
        Home.OnShare share = new Home.OnShare(root);
        assertEquals(share, Home.of(policy(Optional.of(new Place.Folder(root)))));
        assertEquals(
                root.resolve("owner").resolve("one-cpu").resolve("cpu"),
                share.folder(ONE.variants().getFirst().source()));
    }

    @Test
    void theProgramsOwnComeFromTheHubThatAPersonSet() {
        Home.OnHub set = new Home.OnHub(new Hub(SET, List.of(ORIGIN)));
        assertEquals(set, Home.own(Policy.Models.OPEN, CHOSEN));
        assertEquals(Home.PUBLIC, Home.own(Policy.Models.OPEN, Fetching.USUAL));
        assertEquals(
                offers(offered(ONE, set), offered(TWO, set)),
                InForce.of(OWN, Optional.empty(), Policy.Models.OPEN).from(set));
        assertEquals(NOTHING, NOTHING.from(set));
    }

    /// Also with a catalogue of the company beside the program's own, which comes from the public
    /// hub then.
    @Test
    void aPolicyThatNamesAPlaceGoesBeforeIt() {
        assertEquals(Home.PUBLIC, Home.own(policy(ADDRESS), CHOSEN));
        assertEquals(
                Home.PUBLIC,
                Home.own(policy(Optional.of(new Place.Folder(Path.of("/srv")))), CHOSEN));
        assertEquals(
                offers(offered(ONE, MIRROR)),
                offers(offered(ONE, MIRROR)).from(new Home.OnHub(new Hub(SET, List.of()))));
    }

    /// Where a policy names servers they are the only ones, whichever hub sends there.
    @Test
    void serversOfAPolicyGoBeforeThoseOfASetting() {
        Policy.Models servers =
                new Policy.Models(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(List.of()));
        assertEquals(new Home.OnHub(new Hub(SET, List.of())), Home.own(servers, CHOSEN));
    }

    @Test
    void pagesLieInTheirHub() {
        Source source = ONE.variants().getFirst().source();
        assertEquals(URI.create("https://huggingface.co/owner/one-cpu"), Home.PUBLIC.page(source));
        assertEquals(BASE.resolve("owner/one-cpu"), MIRROR.page(source));
        assertEquals(
                URI.create("file:///srv/owner/one-cpu"),
                new Home.OnShare(Path.of("/srv")).page(source));
    }
}
