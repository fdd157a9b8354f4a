package nearside.desktop.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.desktop.words.Words;
import nearside.storage.policy.Endpoint;
import nearside.storage.policy.Policy;
import nearside.storage.policy.PolicyFault;
import nearside.storage.policy.PolicyState;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

class LocksTest {
    private static final Path FILE = Path.of("/etc/nearside/policy/managed/a.json");

    private final Locks locks = new Locks(Words.of(Locale.ENGLISH));

    @Test
    void withoutAPolicyNothingIsLocked() {
        assertEquals(List.of(), locks.of(new PolicyState.None()));
        assertEquals("", locks.source(new PolicyState.None()));
        assertEquals(List.of(), locks.of(new PolicyState.Valid(Policy.OPEN, List.of(FILE))));
    }

    @Test
    void whatItLocksIsSaidWithItsFile() {
        PolicyState state = new PolicyState.Valid(Policy.STRICTEST, List.of(FILE));
        assertEquals(
                List.of(
                        "This program uses no network.",
                        "No far model answers.",
                        "Borrowing costs at most $0.00 a day.",
                        "Borrowing costs at most $0.00 a month.",
                        "At most 0 tokens leave with one question.",
                        "No model but the starter.",
                        "Conversations are not written to files."),
                locks.of(state).subList(0, 7));
        assertEquals("Set by " + FILE, locks.source(state));
    }

    @Test
    void fromWhereModelsComeIsSaid() {
        assertEquals(
                List.of(
                        "Models come from https://models.example.com/near/.",
                        "Downloads may be sent on to https://cdn.example.com:443."),
                locks.of(
                        under(
                                new Policy.Place.Address(
                                        URI.create("https://models.example.com/near/")),
                                List.of(new Endpoint("https", "cdn.example.com", 443)))));
        assertEquals(
                List.of("Models come from /srv/models."),
                locks.of(under(new Policy.Place.Folder(Path.of("/srv/models")), List.of())));
    }

    private static PolicyState under(Policy.Place place, List<Endpoint> storage) {
        Policy open = Policy.OPEN;
        return new PolicyState.Valid(
                new Policy(
                        open.network(),
                        open.cloud(),
                        new Policy.Models(
                                Optional.of(place),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(storage)),
                        open.export(),
                        open.retention(),
                        open.route(),
                        open.runtime()),
                List.of(FILE));
    }

    @Test
    void aFileThatCannotBeUsedIsNamed() {
        PolicyState state = new PolicyState.Restricted(List.of(new PolicyFault.Unreadable(FILE)));
        assertEquals(FILE + " cannot be used, so the strictest rules hold.", locks.source(state));
    }
}
