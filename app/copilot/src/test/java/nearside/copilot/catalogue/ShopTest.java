package nearside.copilot.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.cloud.download.Hub;
import nearside.copilot.catalogue.InForce.Nothing;
import nearside.copilot.catalogue.InForce.Offers;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

class ShopTest {
    private static final Entry ONE = Samples.entry("one", "one-cpu");
    private static final Home.OnHub SET =
            new Home.OnHub(new Hub(URI.create("https://mine.example/"), List.of()));

    private final AtomicInteger readings = new AtomicInteger();
    private final List<String> anew = new ArrayList<>();
    private InForce there = offers(Home.PUBLIC);
    private Home.OnHub own = Home.PUBLIC;

    private static InForce offers(Home home) {
        return new Offers(List.of(new Offered(ONE, ONE.variants().getFirst(), home)));
    }

    private Shop shop() {
        return new Shop(
                () -> {
                    readings.incrementAndGet();
                    return there;
                },
                () -> own,
                () -> anew.add("anew"));
    }

    @Test
    void whatIsOfferedIsReadOnce() {
        Shop shop = shop();
        assertEquals(0, readings.get());
        assertEquals(offers(Home.PUBLIC), shop.get());
        assertEquals(offers(Home.PUBLIC), shop.get());
        assertEquals(1, readings.get());
        assertEquals(List.of(), anew);
    }

    @Test
    void fromWhereItComesIsLookedAtEachTime() {
        Shop shop = shop();
        assertEquals(offers(Home.PUBLIC), shop.get());
        own = SET;
        assertEquals(offers(SET), shop.get());
        assertEquals(1, readings.get());
    }

    @Test
    void whereNothingIsItIsLookedAtAnew() {
        Shop shop = shop();
        there = new Nothing(new CatalogueFault.Unreadable());
        assertEquals(there, shop.get());
        there = offers(Home.PUBLIC);
        assertEquals(there, shop.get());
    }

    @Test
    void aPersonsWishReadsAnew() {
        Shop shop = shop();
        var _ = shop.get();
        there = new Nothing(new CatalogueFault.Missing());
        shop.again();
        assertEquals(List.of("anew"), anew);
        assertEquals(there, shop.get());
    }
}
