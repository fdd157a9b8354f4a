package nearside.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;

class HouseTest {
    private static JavaClasses house;

    @BeforeAll
    static void readTheHouse() {
        house =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .withImportOption(location -> !location.contains("-tests.jar"))
                        .importPackages("nearside");
    }

    @Test
    void seesEveryModule() {
        List.of("engine", "worker", "storage", "copilot", "desktop")
                .forEach(room ->
                        assertTrue(
                                house.stream()
                                        .anyMatch(type ->
                                                type.getPackageName()
                                                        .startsWith("nearside." + room)),
                                room));
    }

    @ParameterizedTest
    @MethodSource("nearside.house.Rule#all")
    void keeps(Rule rule) {
        assertEquals(List.of(), rule.over(house).getFailureReport().getDetails());
    }

    @ParameterizedTest
    @MethodSource("nearside.house.Rule#all")
    void isTrippedByItsBreaker(Rule rule) {
        JavaClasses broken = new ClassFileImporter().importPackages("nearside.house.broken");
        assertTrue(rule.over(broken).hasViolation(), rule + " cannot fail");
    }
}
