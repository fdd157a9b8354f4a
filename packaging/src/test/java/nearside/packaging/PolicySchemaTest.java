package nearside.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import nearside.storage.policy.PolicyState;
import nearside.storage.policy.PolicyTexts;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What the published schema takes the program takes, and the other way round.
class PolicySchemaTest {
    private static Schema schema() throws IOException {
        Path models = Path.of(System.getProperty("nearside.models"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(
                        Files.readString(models.resolveSibling("docs/policy.schema.json")),
                        InputFormat.JSON);
    }

    private static boolean programTakes(String json) {
        PolicyTexts.PolicyText file = new PolicyTexts.PolicyText(Path.of("p.json"), json);
        return PolicyState.of(new PolicyTexts(List.of(file), List.of()))
                instanceof PolicyState.Valid;
    }

    private static void bothSay(boolean taken, String json) throws IOException {
        String text = json.replace('\'', '"');
        assertEquals(taken, schema().validate(text, InputFormat.JSON).isEmpty(), text);
        assertEquals(taken, programTakes(text), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'offline': false, 'export': true, 'cloud': 'ask'}",
                "{'endpoints': []}",
                "{'endpoints': ['https://api.example.com', 'http://127.0.0.1:8080/']}",
                "{'caps': {'usd_per_day': 0.000001, 'usd_per_month': 1000000}}",
                "{'caps': {'tokens_per_request': 0}}",
                "{'models': {'base': 'https://a.example/b/', 'allow': []}}",
                "{'models': {'key': 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA='}}",
                "{'models': {'folder': '/srv/models', 'extend': true}}",
                "{'models': {'extend': false, 'storage': []}}",
                "{'models': {'storage': ['https://cdn.example.com', 'https://a:8443/']}}",
                "{'retention': {'least_days': 1, 'most_days': 36500}}",
                "{'proxy': 'http://proxy:3128', 'ca': '/etc/ca.pem'}",
                "{'accelerators': {'runtime': '/opt/cuda'}}"
            })
    void bothTake(String json) throws IOException {
        bothSay(true, json);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{'Offline': true}",
                "{'offline': 'true'}",
                "{'cloud': 'never'}",
                "{'endpoints': ['https://a.example/v1']}",
                "{'endpoints': 'https://a.example'}",
                "{'caps': {'usd_per_day': -1}}",
                "{'caps': {'usd_per_day': 1000001}}",
                "{'caps': {'eur_per_day': 1}}",
                "{'caps': {'tokens_per_request': 1.5}}",
                "{'caps': []}",
                "{'models': {'base': 'http://a.example/'}}",
                "{'models': {'base': 'https://a.example/b'}}",
                "{'models': {'key': 'AAAA'}}",
                "{'models': {'allow': [' ']}}",
                "{'models': {'base': 'https://a.example/', 'folder': '/srv/models'}}",
                "{'models': {'folder': ''}}",
                "{'models': {'extend': 'true'}}",
                "{'models': {'storage': ['http://a.example']}}",
                "{'models': {'storage': 'https://a.example'}}",
                "{'retention': {'most_days': 0}}",
                "{'retention': {'least_days': 36501}}",
                "{'export': null}",
                "{'proxy': 'socks://a'}",
                "{'ca': ''}",
                "{'accelerators': {'runtime': ''}}",
                "{'accelerators': {'order': ['cuda']}}",
                "{'accelerators': ['cuda']}"
            })
    void bothRefuse(String json) throws IOException {
        bothSay(false, json);
    }
}
