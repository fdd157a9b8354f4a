package nearside.storage.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.storage.policy.Policy.BuiltIn;
import nearside.storage.policy.Policy.Caps;
import nearside.storage.policy.Policy.Cloud;
import nearside.storage.policy.Policy.Export;
import nearside.storage.policy.Policy.Models;
import nearside.storage.policy.Policy.Network;
import nearside.storage.policy.Policy.Place;
import nearside.storage.policy.Policy.Route;
import nearside.storage.policy.Policy.Use;
import nearside.storage.policy.PolicyTexts.PolicyText;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

class PolicyStateTest {
    private static final String KEY = "A".repeat(43) + "=";
    private static final Path A = Path.of("/policy/a.json");
    private static final Path B = Path.of("/policy/b.json");

    private static PolicyState state(String... texts) {
        List<PolicyText> files = new ArrayList<>();
        for (String text : texts) {
            Path path = Path.of("/policy/" + (char) ('a' + files.size()) + ".json");
            files.add(new PolicyText(path, text.replace('\'', '"')));
        }
        return PolicyState.of(new PolicyTexts(files, List.of()));
    }

    private static Policy policy(String... texts) {
        return assertInstanceOf(PolicyState.Valid.class, state(texts)).policy();
    }

    private static List<PolicyFault> faults(String... texts) {
        PolicyState.Restricted restricted =
                assertInstanceOf(PolicyState.Restricted.class, state(texts));
        assertEquals(Policy.STRICTEST, restricted.policy());
        return restricted.faults();
    }

    @Test
    void withoutAFileThereIsNone() {
        assertEquals(new PolicyState.None(), state());
        assertEquals(Policy.OPEN, state().policy());
    }

    @Test
    void anEmptyObjectDecidesNothing() {
        assertEquals(new PolicyState.Valid(Policy.OPEN, List.of(A)), state("{}"));
    }

    @Test
    void everyKeyIsRead() {
        assertEquals(
                new Policy(
                        Network.OFFLINE,
                        new Cloud(
                                Use.ASK,
                                Optional.of(List.of(new Endpoint("https", "api.example.com", 443))),
                                new Caps(
                                        Optional.of(new BigDecimal("2.5")),
                                        Optional.of(new BigDecimal("3E+1")),
                                        OptionalLong.of(16_000))),
                        new Models(
                                Optional.of(
                                        new Place.Address(
                                                URI.create("https://models.example.com/near/"))),
                                Optional.of(KEY),
                                Optional.of(List.of("phi-3", "smol")),
                                Optional.of(BuiltIn.STAYS),
                                Optional.of(
                                        List.of(new Endpoint("https", "cdn.example.com", 443)))),
                        Export.FORBIDDEN,
                        new Retention(OptionalInt.of(30), OptionalInt.of(365)),
                        new Route(
                                Optional.of(new Endpoint("http", "proxy", 3128)),
                                Optional.of(Path.of("/etc/ca.pem"))),
                        Optional.of(Path.of("/opt/cuda"))),
                policy(
                        """
                        {'offline': true, 'cloud': 'ask', 'endpoints': ['https://api.example.com'],
                         'caps': {'usd_per_day': 2.50, 'usd_per_month': 30.0,
                                  'tokens_per_request': 16000},
                         'models': {'base': 'https://models.example.com/near/', 'key': '%s',
                                    'allow': ['phi-3', 'smol', 'phi-3'], 'extend': true,
                                    'storage': ['https://cdn.example.com']},
                         'export': false, 'retention': {'least_days': 30, 'most_days': 365},
                         'proxy': 'http://proxy:3128', 'ca': '/etc/ca.pem',
                         'accelerators': {'runtime': '/opt/cuda'}}
                        """
                                .formatted(KEY)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '@',
            value = {
                "offline|'yes'",
                "offline|1",
                "offline|null",
                "cloud|true",
                "cloud|'ASK'",
                "cloud|'never'",
                "endpoints|'https://a'",
                "endpoints|['https://a/v1']",
                "endpoints|['https://a', 1]",
                "endpoints|[['https://a']]",
                "export|'no'",
                "proxy|'socks://a'",
                "proxy|'none'",
                "ca|'ca.pem'",
                "ca|''",
                "ca|'/a\\u0000b'",
                "caps.usd_per_day|-1",
                "caps.usd_per_day|'3'",
                "caps.usd_per_day|1e3",
                "caps.usd_per_day|1e999999999",
                "caps.usd_per_day|1000001",
                "caps.usd_per_day|0.0000001",
                "caps.usd_per_month|[1]",
                "caps.tokens_per_request|1.5",
                "caps.tokens_per_request|1000000001",
                "models.base|'http://a/'",
                "models.base|'https://a'",
                "models.base|'https://a/?x/'",
                "models.base|'https://u@a/'",
                "models.base|'https://a:99999/'",
                "models.key|'AAAA'",
                "models.key|'!'",
                "models.allow|'phi'",
                "models.allow|['']",
                "accelerators.runtime|'cuda'",
                "accelerators.runtime|''",
                "accelerators.runtime|['/opt/cuda']",
                "models.folder|'models'",
                "models.folder|''",
                "models.folder|1",
                "models.extend|'yes'",
                "models.extend|null",
                "models.storage|'https://a'",
                "models.storage|['http://a']",
                "models.storage|['https://a/b']",
                "models.storage|['*.hf.co']",
                "retention.least_days|0",
                "retention.least_days|'30'",
                "retention.most_days|36501",
                "retention.most_days|1.5"
            })
    void aWrongValueRestricts(String key, String value) {
        int dot = key.indexOf('.');
        String inner = "'" + key.substring(dot + 1) + "': " + value;
        String json =
                dot < 0 ? "{" + inner + "}" : "{'" + key.substring(0, dot) + "': {" + inner + "}}";

        PolicyFault.WrongValue fault =
                assertInstanceOf(PolicyFault.WrongValue.class, faults(json).getFirst());

        assertEquals(List.of(A, key), List.of(fault.path(), fault.key()));
        assertTrue(!fault.expected().isBlank() && !fault.found().isBlank());
    }

    @ParameterizedTest
    @ValueSource(strings = {"caps", "models", "retention"})
    void aGroupIsAnObject(String group) {
        assertEquals(
                List.of(new PolicyFault.WrongValue(A, group, "an object", "[]")),
                faults("{'" + group + "': []}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '@',
            value = {
                "{'Offline': true}|Offline",
                "{'caps.usd_per_day': 1}|caps.usd_per_day",
                "{'usd_per_day': 1}|usd_per_day",
                "{'caps': {'offline': true}}|caps.offline",
                "{'caps': {'caps': {}}}|caps.caps",
                "{'retention': {'days': 3}}|retention.days",
                "{'$schema': 'x'}|$schema",
                "{'': 1}|@@"
            })
    void anUnknownKeyRestricts(String json, String key) {
        assertEquals(List.of(new PolicyFault.UnknownKey(A, key)), faults(json));
    }

    @Test
    void aKeyGivenTwiceRestricts() {
        assertEquals(
                List.of(new PolicyFault.DuplicateKey(A, "offline")),
                faults("{'offline': true, 'offline': false}"));
        assertEquals(
                List.of(new PolicyFault.DuplicateKey(A, "most_days")),
                faults("{'retention': {'most_days': 3, 'most_days': 3}}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "1",
                "{",
                "{} {}",
                "{}x",
                "{'offline': true,}",
                "{offline: true}",
                "// none\n{}",
                "{'offline': TRUE}",
                "{'offline': NaN}",
                "{'caps': {'usd_per_day': 1e99999999999}}"
            })
    void whatIsNoStrictJsonRestricts(String json) {
        assertInstanceOf(PolicyFault.NotJson.class, faults(json).getFirst());
    }

    @Test
    void singleQuotesAreNoJson() {
        PolicyState state =
                PolicyState.of(
                        new PolicyTexts(
                                List.of(new PolicyText(A, "{'offline': true}")), List.of()));
        assertInstanceOf(PolicyState.Restricted.class, state);
    }

    @Test
    void deepNestingEndsEarly() {
        assertInstanceOf(
                PolicyFault.NotJson.class,
                faults("{'endpoints': " + "[".repeat(30_000) + "}").getFirst());
    }

    @Test
    void everyFaultIsTold() {
        assertEquals(
                3,
                faults("{'offline': 1, 'wrong': 2, 'retention': {'least_days': 9, 'most_days': 8}}")
                        .size());
    }

    @Test
    void oneFaultInAnyFileRestrictsAll() {
        assertEquals(
                List.of(new PolicyFault.UnknownKey(B, "x")),
                faults("{'offline': false}", "{'x': 1}"));
        PolicyFault unreadable = new PolicyFault.Unreadable(B);
        assertEquals(
                new PolicyState.Restricted(List.of(unreadable)),
                PolicyState.of(
                        new PolicyTexts(List.of(new PolicyText(A, "{}")), List.of(unreadable))));
    }

    @Test
    void severalFilesCountTogether() {
        assertEquals(
                new PolicyState.Valid(policy("{'offline': true, 'export': false}"), List.of(A, B)),
                state("{'offline': true}", "{'export': false}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '@',
            value = {
                "{'offline': true}|{'offline': false}|{'offline': true}",
                "{'cloud': 'ask'}|{'cloud': 'allowed'}|{'cloud': 'ask'}",
                "{'cloud': 'ask'}|{'cloud': 'forbidden'}|{'cloud': 'forbidden'}",
                "{'export': false}|{'export': true}|{'export': false}",
                "{'endpoints': ['https://a', 'https://b']}|{'endpoints': ['https://b:443', 'http://a']}|{'endpoints': ['https://b']}",
                "{'endpoints': ['https://a']}|{'endpoints': ['https://b']}|{'endpoints': []}",
                "{'endpoints': ['https://a']}|{}|{'endpoints': ['https://a']}",
                "{'models': {'allow': ['a', 'b']}}|{'models': {'allow': ['b']}}|{'models': {'allow': ['b']}}",
                "{'models': {'extend': true}}|{'models': {'extend': false}}|{'models': {'extend': false}}",
                "{'models': {'extend': true}}|{}|{'models': {'extend': true}}",
                "{'models': {'storage': ['https://a', 'https://b']}}|{'models': {'storage': ['https://b']}}|{'models': {'storage': ['https://b']}}",
                "{'models': {'storage': ['https://a']}}|{'models': {'storage': ['https://b']}}|{'models': {'storage': []}}",
                "{'models': {'folder': '/srv/models'}}|{'models': {'folder': '/srv/models'}}|{'models': {'folder': '/srv/models'}}",
                "{'caps': {'usd_per_day': 3}}|{'caps': {'usd_per_day': 2.5}}|{'caps': {'usd_per_day': 2.50}}",
                "{'caps': {'usd_per_day': 3}}|{'caps': {'usd_per_month': 9}}|{'caps': {'usd_per_day': 3, 'usd_per_month': 9}}",
                "{'caps': {'tokens_per_request': 3}}|{'caps': {'tokens_per_request': 0}}|{'caps': {'tokens_per_request': 0}}",
                "{'retention': {'least_days': 3}}|{'retention': {'least_days': 5, 'most_days': 9}}|{'retention': {'least_days': 5, 'most_days': 9}}",
                "{'proxy': 'http://p'}|{'proxy': 'http://p:80'}|{'proxy': 'http://p'}",
                "{'ca': '/ca'}|{}|{'ca': '/ca'}",
                "{'accelerators': {'runtime': '/a'}}|{}|{'accelerators': {'runtime': '/a'}}"
            })
    void ofTwoRulesTheStricterHolds(String one, String other, String both) {
        assertEquals(policy(both), policy(one, other));
        assertEquals(policy(both), policy(other, one));
        assertEquals(policy(both), policy(one, other, one));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '@',
            value = {
                "models.base|{'models': {'base': 'https://a/'}}|{'models': {'base': 'https://b/'}}",
                "models.folder|{'models': {'folder': '/a'}}|{'models': {'folder': '/b'}}",
                "models.folder|{'models': {'base': 'https://a/'}}|{'models': {'folder': '/b'}}",
                "models.base|{'models': {'folder': '/b'}}|{'models': {'base': 'https://a/'}}",
                "proxy|{'proxy': 'http://p'}|{'proxy': 'http://q'}",
                "ca|{'ca': '/a'}|{'ca': '/b'}",
                "accelerators.runtime|{'accelerators': {'runtime': '/a'}}|{'accelerators': {'runtime': '/b'}}",
                "retention.most_days|{'retention': {'least_days': 9}}|{'retention': {'most_days': 8}}"
            })
    void whereNoneIsTheStricterBothAreNamed(String key, String one, String other) {
        assertEquals(List.of(new PolicyFault.Conflict(B, key, A)), faults(one, other));
    }

    @Test
    void modelsLieInOnePlace() {
        assertEquals(
                List.of(
                        new PolicyFault.WrongValue(
                                A, "models.folder", "nothing beside models.base", "\"/srv\"")),
                faults("{'models': {'base': 'https://a/', 'folder': '/srv'}}"));
        assertEquals(
                Optional.of(new Place.Folder(Path.of("/srv"))),
                policy("{'models': {'folder': '/srv'}}").models().place());
    }

    @Test
    void twoKeysAreAConflict() {
        String other = KEY.replace("AAA=", "BBA=");
        assertEquals(
                List.of(new PolicyFault.Conflict(B, "models.key", A)),
                faults(
                        "{'models': {'key': '" + KEY + "'}}",
                        "{'models': {'key': '" + other + "'}}"));
    }

    @Test
    void theStrictestForbidsAndRemovesNothing() {
        assertEquals(Network.OFFLINE, Policy.STRICTEST.network());
        assertEquals(Use.FORBIDDEN, Policy.STRICTEST.cloud().use());
        assertEquals(Optional.of(List.of()), Policy.STRICTEST.cloud().endpoints());
        assertEquals(Export.FORBIDDEN, Policy.STRICTEST.export());
        assertEquals(Optional.of(List.of()), Policy.STRICTEST.models().allow());
        assertEquals(Retention.HOLD, Policy.STRICTEST.retention());
        assertEquals(Optional.empty(), Policy.STRICTEST.runtime());
    }

    @Test
    void nothingIsRestrictedWithoutAFault() {
        assertThrows(IllegalArgumentException.class, () -> new PolicyState.Restricted(List.of()));
    }
}
