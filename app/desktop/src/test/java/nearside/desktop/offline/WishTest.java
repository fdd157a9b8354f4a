package nearside.desktop.offline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.storage.Settings.Mode;
import nearside.storage.policy.Policy.Network;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WishTest {
    @ParameterizedTest
    @CsvSource({
        "ALLOWED, AS_SET, LOCAL_FIRST, nobody",
        "ALLOWED, AS_SET, OFFLINE, PERSON",
        "ALLOWED, OFFLINE, LOCAL_FIRST, THIS_RUN",
        "ALLOWED, OFFLINE, OFFLINE, THIS_RUN",
        "OFFLINE, AS_SET, LOCAL_FIRST, POLICY",
        "OFFLINE, OFFLINE, OFFLINE, POLICY",
    })
    void whoeverCannotBeOverruledIsNamed(Network policy, Run run, Mode settings, String wanted) {
        assertEquals(wanted, Wish.of(policy, run, settings).map(Wish::name).orElse("nobody"));
    }
}
