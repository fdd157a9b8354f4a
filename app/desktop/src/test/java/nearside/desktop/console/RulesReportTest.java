package nearside.desktop.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import nearside.desktop.trouble.Explain;
import nearside.desktop.words.Words;
import nearside.storage.Damage;
import nearside.storage.Settings;
import nearside.storage.SettingsFound;
import nearside.storage.SettingsFound.From;
import nearside.storage.SettingsTrouble;
import nearside.storage.policy.PolicyFault;
import nearside.storage.policy.PolicyState;
import nearside.storage.policy.PolicyTexts;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

final class RulesReportTest {
    private static final Path FILE = Path.of("/place/a.json");
    private static final List<Path> PLACES = List.of(Path.of("/place"));
    private static final String EVERY_KEY =
            """
            {"offline":true,"cloud":"ask","endpoints":["https://api.example.com:443"],\
            "caps":{"usd_per_day":2.5,"usd_per_month":9,"tokens_per_request":16000},\
            "models":{"base":"https://models.example.com/","key":"%s","allow":["phi-3"],\
            "extend":true,"storage":["https://cdn.example.com:443"]},\
            "export":false,"retention":{"least_days":30,"most_days":365},\
            "proxy":"http://proxy:3128","ca":"/etc/ca.pem",\
            "accelerators":{"runtime":"/opt/cuda"}}\
            """
                    .formatted("A".repeat(43) + "=");

    private final RulesReport report = new RulesReport(new Explain(Words.of(Locale.ENGLISH)));

    private static JsonObject json(String text) {
        return JsonParser.parseString(text.replace('\'', '"')).getAsJsonObject();
    }

    @Test
    void aValidPolicyIsShownAsItWasWritten() {
        PolicyState state =
                PolicyState.of(
                        new PolicyTexts(
                                List.of(new PolicyTexts.PolicyText(FILE, EVERY_KEY)), List.of()));
        assertEquals(
                json(
                        "{'places': ['/place'], 'state': 'valid', 'files': ['/place/a.json'],"
                                + " 'faults': [], 'rules': "
                                + EVERY_KEY
                                + "}"),
                report.of(state, PLACES));
    }

    @Test
    void withoutAPolicyNothingIsDecided() {
        assertEquals(
                json(
                        "{'places': ['/place'], 'state': 'none', 'files': [], 'faults': [],"
                                + " 'rules': {'offline': false, 'cloud': 'allowed', 'export': true}}"),
                report.of(new PolicyState.None(), PLACES));
    }

    @Test
    void aRestrictionNamesEachFaultAndTheStrictestRules() {
        PolicyState state =
                new PolicyState.Restricted(
                        List.of(
                                new PolicyFault.WrongValue(FILE, "offline", "true or false", "1"),
                                new PolicyFault.Unreadable(FILE)));
        assertEquals(
                json(
                        """
                        {'places': ['/place'], 'state': 'restricted', 'files': [],
                         'faults': [
                           {'path': '/place/a.json', 'key': 'offline',
                            'expected': 'true or false', 'found': '1',
                            'text': 'In /place/a.json, at “offline”, expected was true or false and found was 1.'},
                           {'path': '/place/a.json', 'text': '/place/a.json cannot be read.'}],
                         'rules': {'offline': true, 'cloud': 'forbidden', 'endpoints': [],
                           'caps': {'usd_per_day': 0, 'usd_per_month': 0, 'tokens_per_request': 0},
                           'models': {'allow': []}, 'export': false,
                           'retention': {'least_days': 36500}}}
                        """),
                report.of(state, PLACES));
    }

    @Test
    void settingsAreShownWithTheirTroubles() {
        SettingsFound found =
                new SettingsFound(
                        FILE,
                        Settings.DEFAULT,
                        From.PREVIOUS,
                        List.of(
                                new SettingsTrouble.Damaged(
                                        FILE, new Damage.NotJson(), Optional.of(Path.of("/kept"))),
                                new SettingsTrouble.WrongValue(FILE, "theme", "dark", "7"),
                                new SettingsTrouble.Newer(FILE, 2, 1)));
        assertEquals(
                json(
                        """
                        {'file': '/place/a.json', 'used': 'previous', 'troubles': [
                          {'file': '/place/a.json', 'kept_as': '/kept',
                           'text': 'a.json is damaged: its text is no JSON object. What was found is kept as /kept.'},
                          {'file': '/place/a.json', 'key': 'theme', 'expected': 'dark', 'found': '7',
                           'text': 'In a.json, the value of “theme” is not used: expected was dark, found was 7.'},
                          {'file': '/place/a.json', 'format': 2, 'known_format': 1,
                           'text': 'a.json was written by a newer Nearside (format 2, this one knows 1); what is known of it is used.'}]}
                        """),
                report.of(found));
    }
}
