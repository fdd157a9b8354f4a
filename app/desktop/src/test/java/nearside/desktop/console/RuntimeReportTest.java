package nearside.desktop.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.desktop.trouble.Explain;
import nearside.desktop.words.Words;
import nearside.engine.accelerator.Provider;
import nearside.engine.accelerator.Verdict;
import nearside.engine.pack.Pack;
import nearside.engine.pack.PackFlaw;
import nearside.engine.pack.PackStanding;
import nearside.engine.pack.RuntimeNow;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

final class RuntimeReportTest {
    private static final Path FOLDER = Path.of("/opt/cuda");
    private static final Pack PACK = new Pack(FOLDER, Provider.CUDA, "");
    private final RuntimeReport report = new RuntimeReport(new Explain(Words.of(Locale.ENGLISH)));

    private String packs(PackStanding... packs) {
        return report.of(new RuntimeNow("1.29.0", List.of("CPU"), List.of(packs)))
                .getAsJsonArray("packs")
                .toString();
    }

    @Test
    void theBuildIsToldWithItsProviders() {
        assertEquals(
                "{\"version\":\"1.29.0\",\"providers\":[\"CPU\",\"CUDA\"],\"packs\":[]}",
                report.of(new RuntimeNow("1.29.0", List.of("CPU", "CUDA"), List.of())).toString());
    }

    @Test
    void oneThatWasPutAsideHasItsVerdict() {
        assertEquals(
                "[{\"folder\":\"/opt/cuda\",\"state\":\"put-aside\",\"provider\":\"cuda\","
                        + "\"verdict\":{\"kind\":\"died\",\"exit_code\":139},"
                        + "\"text\":\"Put aside: the engine ended with code 139 when it was"
                        + " loaded.\"}]",
                packs(new PackStanding.PutAside(PACK, new Verdict.Died(139))));
    }

    @Test
    void aFolderThatIsNoPackHasNoProvider() {
        assertEquals(
                "[{\"folder\":\"/opt/cuda\",\"state\":\"flawed\",\"text\":\"Put aside: files are"
                        + " missing: a.so.\"}]",
                packs(new PackStanding.Flawed(FOLDER, new PackFlaw.Missing(List.of("a.so")))));
    }

    @Test
    void theOthersAreToldByTheirState() {
        String told =
                packs(
                        new PackStanding.InUse(PACK),
                        new PackStanding.LeftAlone(PACK),
                        new PackStanding.NotUsed(PACK));
        assertEquals(
                List.of("in-use", "left-alone", "not-used"),
                told.lines()
                        .flatMap(it -> List.of(it.split("\"state\":\"", -1)).stream().skip(1))
                        .map(it -> it.substring(0, it.indexOf('"')))
                        .toList());
    }
}
