package nearside.copilot.borrow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.cloud.FarModel;
import nearside.cloud.outbound.Errand;
import nearside.cloud.outbound.Ledger;
import nearside.cloud.outbound.Parcel;
import nearside.cloud.outbound.Permit;
import nearside.storage.Profile;
import nearside.storage.Settings;
import nearside.storage.Settings.Mode;
import nearside.storage.ledger.LedgerEvent;
import nearside.storage.ledger.LedgerRow;
import nearside.storage.policy.Endpoint;
import nearside.storage.policy.Policy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What was approved leaves, once; nothing else does.
class PolicyGateTest {
    private static final FarModel FAR =
            new FarModel(
                    "Far",
                    URI.create("https://far.example/v1"),
                    "far-1",
                    FarModel.Dialect.COMPATIBLE,
                    Optional.empty(),
                    8_000);

    private static final Errand ERRAND =
            new Errand(Errand.Purpose.ANSWER, "NO_MEMORY_LOAD", "{}", List.of("m1"));

    private Rules rules = rules(Mode.LOCAL_FIRST, Policy.OPEN);
    private final PolicyGate gate = new PolicyGate(() -> rules);

    private static Rules rules(Mode mode, Policy policy) {
        return new Rules(Settings.DEFAULT.borrowing().with(mode), policy);
    }

    private static Parcel parcel(String body) {
        return new Parcel(
                URI.create("https://far.example/v1/chat/completions"),
                body.getBytes(StandardCharsets.UTF_8),
                Optional.empty());
    }

    @Test
    void nothingLeavesThatNobodyApproved() {
        assertEquals(Optional.empty(), gate.permit(FAR, parcel("one")));
    }

    @Test
    void whatWasApprovedLeavesOnce() {
        gate.approve(parcel("one"), ERRAND);
        Permit permit = gate.permit(FAR, parcel("one")).orElseThrow();
        assertEquals(ERRAND, permit.errand());
        assertEquals(FAR.origin(), permit.to());
        assertEquals(Optional.empty(), gate.permit(FAR, parcel("one")));
    }

    @Test
    void otherBytesDoNotLeave() {
        gate.approve(parcel("one"), ERRAND);
        assertEquals(Optional.empty(), gate.permit(FAR, parcel("one ")));
    }

    @Test
    void anApprovalThatIsTakenBackIsNone() {
        gate.approve(parcel("one"), ERRAND).close();
        assertEquals(Optional.empty(), gate.permit(FAR, parcel("one")));
    }

    @Test
    void whatWasApprovedForOneFarSideDoesNotGoToAnother() {
        gate.approve(parcel("one"), ERRAND);
        Parcel elsewhere =
                new Parcel(
                        URI.create("https://far.example:8443/v1/chat/completions"),
                        "one".getBytes(StandardCharsets.UTF_8),
                        Optional.empty());
        assertEquals(Optional.empty(), gate.permit(FAR, elsewhere));
    }

    private static Policy with(Policy.Network network, Policy.Cloud cloud) {
        return new Policy(
                network,
                cloud,
                Policy.OPEN.models(),
                Policy.OPEN.export(),
                Policy.OPEN.retention(),
                Policy.OPEN.route(),
                Policy.OPEN.runtime());
    }

    private static Policy.Cloud only(String endpoint) {
        return new Policy.Cloud(
                Policy.Use.ALLOWED,
                Optional.of(List.of(Endpoint.of(endpoint).orElseThrow())),
                Policy.OPEN.cloud().caps());
    }

    static Stream<Rules> shut() {
        Policy.Cloud forbidden =
                new Policy.Cloud(
                        Policy.Use.FORBIDDEN, Optional.empty(), Policy.OPEN.cloud().caps());
        return Stream.of(
                rules(Mode.OFFLINE, Policy.OPEN),
                rules(Mode.LOCAL_FIRST, with(Policy.Network.OFFLINE, Policy.OPEN.cloud())),
                rules(Mode.LOCAL_FIRST, with(Policy.Network.ALLOWED, forbidden)),
                rules(
                        Mode.LOCAL_FIRST,
                        with(Policy.Network.ALLOWED, only("https://other.example"))),
                rules(
                        Mode.LOCAL_FIRST,
                        with(Policy.Network.ALLOWED, only("http://far.example:443"))),
                rules(Mode.LOCAL_FIRST, Policy.STRICTEST));
    }

    /// The rules may have changed since the person said yes.
    @ParameterizedTest
    @MethodSource("shut")
    void theRulesAreLookedAtAgainWhenItLeaves(Rules shut) {
        gate.approve(parcel("one"), ERRAND);
        rules = shut;
        assertTrue(shut.shutFor(FAR.origin()).isPresent());
        assertEquals(Optional.empty(), gate.permit(FAR, parcel("one")));
    }

    @Test
    void anEndpointThatThePolicyNamesIsOpen() {
        Policy policy = with(Policy.Network.ALLOWED, only("https://far.example"));
        assertEquals(Optional.empty(), rules(Mode.LOCAL_FIRST, policy).shutFor(FAR.origin()));
    }

    @Test
    void everyAttemptStandsInTheProfilesLedger(@TempDir Path folder) {
        gate.approve(parcel("one"), ERRAND);
        Permit permit = gate.permit(FAR, parcel("one")).orElseThrow();
        try (Profile profile = Profile.open(folder)) {
            new KeptLedger(profile.ledger())
                    .begin(permit)
                    .end(
                            new Ledger.Outcome(
                                    Ledger.Ending.COMPLETE, 200, 3, 400, new Ledger.Used(7, 9)));
        }
        try (Profile profile = Profile.open(folder)) {
            assertEquals(
                    List.of(
                            new LedgerEvent.Began(
                                    "https://far.example:443",
                                    "ANSWER",
                                    "NO_MEMORY_LOAD",
                                    "{}",
                                    List.of("m1")),
                            new LedgerEvent.Ended(1, "COMPLETE", 200, 3, 400, 7, 9)),
                    profile.ledger().rows().stream().map(LedgerRow::event).toList());
        }
    }
}
