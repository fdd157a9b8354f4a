package nearside.desktop.trouble;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.desktop.words.Words;
import nearside.storage.Damage;
import nearside.storage.Settings;
import nearside.storage.SettingsFound;
import nearside.storage.SettingsFound.From;
import nearside.storage.SettingsTrouble;
import nearside.storage.policy.Policy;
import nearside.storage.policy.PolicyFault;
import nearside.storage.policy.PolicyState;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Sentences for settings and policy that cannot be used.
final class RulesWordsTest {
    private static final Path FILE = Path.of("/place/settings.json");
    private static final Path OTHER = Path.of("/place/other.json");

    private final Explain english = new Explain(Words.of(Locale.ENGLISH));
    private final Explain chinese = new Explain(Words.of(Locale.SIMPLIFIED_CHINESE));

    static Stream<SettingsTrouble> settingsTroubles() {
        Stream<SettingsTrouble> damaged =
                Stream.of(
                                new Damage.Missing(),
                                new Damage.Unreadable(),
                                new Damage.TooLarge(2_000_000, 1_048_576),
                                new Damage.NotText(),
                                new Damage.NotJson())
                        .map(damage ->
                                new SettingsTrouble.Damaged(FILE, damage, Optional.of(OTHER)));
        return Stream.concat(
                damaged,
                Stream.of(
                        new SettingsTrouble.WrongValue(FILE, "theme", "dark", "7"),
                        new SettingsTrouble.Newer(FILE, 2, 1)));
    }

    static Stream<PolicyFault> policyFaults() {
        return Stream.of(
                new PolicyFault.Unreadable(FILE),
                new PolicyFault.WrongKind(FILE),
                new PolicyFault.ForeignOwner(FILE, "1000"),
                new PolicyFault.WritableByOthers(FILE, "666"),
                new PolicyFault.TooLarge(FILE, 70_000, 65_536),
                new PolicyFault.TooMany(FILE, 65, 64),
                new PolicyFault.NotJson(FILE, "line 1"),
                new PolicyFault.DuplicateKey(FILE, "offline"),
                new PolicyFault.UnknownKey(FILE, "colour"),
                new PolicyFault.WrongValue(FILE, "offline", "true or false", "{}"),
                new PolicyFault.Conflict(FILE, "proxy", OTHER));
    }

    @ParameterizedTest
    @MethodSource("settingsTroubles")
    void everySettingsTroubleIsTold(SettingsTrouble trouble) {
        for (Explain explain : List.of(english, chinese)) {
            whole(explain.of(trouble));
            assertTrue(explain.of(trouble).contains("settings.json"), explain.of(trouble));
        }
    }

    @ParameterizedTest
    @EnumSource(From.class)
    void whicheverVersionIsUsedIsTold(From from) {
        SettingsFound found =
                new SettingsFound(FILE, Settings.DEFAULT, from, settingsTroubles().toList());
        for (Explain explain : List.of(english, chinese)) {
            Trouble trouble = explain.of(found).orElseThrow();
            assertTrue(trouble.meaning().contains("/place/other.json"), trouble.meaning());
            assertFalse(trouble.title().isBlank() || trouble.next().isEmpty());
        }
    }

    @Test
    void soundSettingsAndNoneAreNoTrouble() {
        for (From from : List.of(From.CURRENT, From.DEFAULTS)) {
            assertEquals(
                    Optional.empty(),
                    english.of(new SettingsFound(FILE, Settings.DEFAULT, from, List.of())));
        }
    }

    @ParameterizedTest
    @MethodSource("policyFaults")
    void everyPolicyFaultIsToldWithItsPath(PolicyFault fault) {
        for (Explain explain : List.of(english, chinese)) {
            String said = explain.of(fault);
            assertTrue(said.contains(FILE.toString()) && !said.contains("null"), said);
        }
    }

    @Test
    void aRestrictionTellsTheFirstFaultAndHowManyMore() {
        List<PolicyFault> faults = policyFaults().toList();
        assertEquals(
                "/place/settings.json cannot be read. Until this is mended, Nearside is offline,"
                        + " exports nothing, and removes nothing for good.",
                meaning(faults.subList(0, 1)));
        assertTrue(meaning(faults.subList(0, 2)).contains("There is one more fault. Until"));
        assertTrue(meaning(faults).contains("There are 10 more faults. Until"));
    }

    private String meaning(List<PolicyFault> faults) {
        return english.of(new PolicyState.Restricted(faults)).orElseThrow().meaning();
    }

    @Test
    void aPolicyThatCountsIsNoTrouble() {
        assertEquals(Optional.empty(), english.of(new PolicyState.None()));
        assertEquals(
                Optional.empty(),
                english.of(new PolicyState.Valid(Policy.STRICTEST, List.of(FILE))));
    }

    private static void whole(String said) {
        assertFalse(said.isBlank() || said.contains("{") || said.contains("null"), said);
    }
}
