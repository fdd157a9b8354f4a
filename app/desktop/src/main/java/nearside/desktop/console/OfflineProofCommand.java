package nearside.desktop.console;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import nearside.cloud.proof.Target;
import nearside.cloud.proof.Tries;
import nearside.cloud.proof.Try;
import nearside.desktop.console.Command.Output;
import nearside.desktop.offline.Standing;
import nearside.desktop.offline.Standing.Enforcer;
import nearside.desktop.offline.Standing.Offline;
import nearside.desktop.offline.Wish;
import nearside.desktop.start.Itself;
import nearside.desktop.trouble.Trouble;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// `doctor --offline-proof`: tries to leave a process that is offline, and shows that each try
/// failed by the seal.
final class OfflineProofCommand {
    private final Console console;
    private final Sentences sentences;
    private final ChildTries children;

    OfflineProofCommand(Console console, Sentences sentences, Itself itself) {
        this.console = console;
        this.sentences = sentences;
        children = new ChildTries(itself, Target.FAR);
    }

    /// One try, and the process that made it.
    record Tried(From from, Try made) {}

    enum From {
        THIS_PROCESS,
        CHILD
    }

    ExitCode run(Standing standing, Output output) throws InterruptedException {
        return switch (standing) {
            case Offline(Enforcer.Sealed _, Wish _) -> sealed(output);
            case Offline(Enforcer.Program(String why), Wish _) -> byTheProgram(why, output);
            case Standing.LocalFirst _ -> throw new IllegalStateException("not offline");
        };
    }

    private ExitCode sealed(Output output) throws InterruptedException {
        List<Tried> tried = tries();
        boolean holds = holds(tried);
        if (output == Output.JSON) {
            JsonObject report = report("system", tried);
            console.out().println(report);
        } else {
            tried.forEach(each -> console.out().println(line(each)));
        }
        return holds ? ExitCode.DONE : failed(tried);
    }

    /// Children only follow where this process is shut.
    private List<Tried> tries() throws InterruptedException {
        List<Tried> tried = new ArrayList<>();
        Tries.all(Target.FAR).forEach(each -> tried.add(new Tried(From.THIS_PROCESS, each)));
        if (tried.getFirst().made().shut()) {
            children.all().forEach(each -> tried.add(new Tried(From.CHILD, each)));
        }
        return tried;
    }

    static boolean holds(List<Tried> tried) {
        return !tried.isEmpty() && tried.stream().allMatch(each -> each.made().shut());
    }

    private ExitCode failed(List<Tried> tried) {
        long open = tried.stream().filter(each -> !each.made().shut()).count();
        return sentences.failed(
                new Trouble(
                        "The seal is not proved.",
                        open
                                + " of "
                                + tried.size()
                                + " tries got out or failed for another reason than the seal.",
                        List.of("Look at the lines that do not begin with “sealed”."),
                        ""));
    }

    private ExitCode byTheProgram(String why, Output output) {
        if (output == Output.JSON) {
            JsonObject report = report("program", List.of());
            report.addProperty("why", why);
            console.out().println(report);
        }
        return sentences.failed(
                new Trouble(
                        "Only the program enforces that nothing leaves.",
                        "There is no seal of the system here ("
                                + why
                                + "), so nothing can be proved and nothing was tried.",
                        List.of("The system’s own firewall can refuse Nearside the network."),
                        ""));
    }

    private static JsonObject report(String enforcedBy, List<Tried> tried) {
        JsonObject report = new JsonObject();
        report.addProperty("enforced_by", enforcedBy);
        report.addProperty("holds", holds(tried));
        JsonArray tries = new JsonArray();
        tried.forEach(each -> tries.add(entry(each)));
        report.add("tries", tries);
        return report;
    }

    private static JsonObject entry(Tried tried) {
        JsonObject entry = TriesJson.of(tried.made());
        entry.addProperty("from", tried.from().name().toLowerCase(Locale.ROOT));
        return entry;
    }

    private static String line(Tried tried) {
        String from = tried.from() == From.CHILD ? " (from a child)" : "";
        return "%-9s %s%s: %s"
                .formatted(
                        TriesJson.word(tried.made().outcome()),
                        tried.made().way(),
                        from,
                        tried.made().outcome().said());
    }
}
