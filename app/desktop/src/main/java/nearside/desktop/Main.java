package nearside.desktop;

import nearside.desktop.console.Command;
import nearside.desktop.console.Command.Common;
import nearside.desktop.console.CommandLineReader;
import nearside.desktop.console.Console;
import nearside.desktop.console.Terminal;
import nearside.desktop.offline.Wish;
import nearside.desktop.start.Bugs;
import nearside.desktop.start.Installation;
import nearside.desktop.start.Itself;
import nearside.desktop.start.LocalLog;
import nearside.desktop.start.OfflineSeal;
import nearside.desktop.start.Places;
import nearside.desktop.start.WindowStart;
import nearside.storage.Settings.Mode;
import nearside.storage.SettingsFile;
import nearside.storage.policy.PolicySource;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The program: a window without a command, else a terminal command.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        Console console = Console.system();
        Command command = new CommandLineReader(version()).read(arguments);
        Optional<Common> shared = command.shared();
        Places places = places(shared.flatMap(Common::dataFolder));
        if (shared.isPresent()) { // help, mistakes and tries to leave leave no trace
            LocalLog.open(places);
            Thread.setDefaultUncaughtExceptionHandler(new Bugs(console.err()));
        }
        PolicySource policy = policy();
        Installation installation = Installation.of(System.getProperties()).under(policy);
        Itself itself = Itself.of(ProcessHandle.current().info(), arguments.length);
        OfflineSeal seal = seal(command, itself);
        shared.flatMap(common ->
                        Wish.of(policy.state().policy().network(), common.run(), mode(places)))
                .ifPresent(seal::shut); // before anything that could connect is begun
        int code =
                command instanceof Command.Window window
                        ? new WindowStart(
                                        console.err(),
                                        installation,
                                        places,
                                        policy.state(),
                                        seal,
                                        window.call())
                                .run()
                        : new Terminal(
                                        console,
                                        installation,
                                        places.profile(),
                                        policy,
                                        seal,
                                        itself)
                                .run(command)
                                .number();
        console.out().flush();
        System.exit(code);
    }

    /// A window that starts anew keeps the profile that was named, and nothing else of this run.
    private static OfflineSeal seal(Command command, Itself itself) {
        if (command instanceof Command.Window(Common common, var _)) {
            return OfflineSeal.ofWindow(
                    itself.with(
                            common.dataFolder()
                                    .map(folder ->
                                            List.of(
                                                    "--data-dir",
                                                    folder.toAbsolutePath().toString()))
                                    .orElse(List.of())));
        }
        return OfflineSeal.ofCommand();
    }

    private static Mode mode(Places places) {
        return new SettingsFile(places.profile()).read().borrowing().mode();
    }

    private static String version() {
        return System.getProperty("nearside.version", "development");
    }

    private static PolicySource policy() {
        return PolicySource.of(System.getProperty("os.name"), System.getenv());
    }

    private static Places places(Optional<Path> named) {
        return Places.of(
                named,
                System.getProperty("os.name"),
                System.getenv(),
                Path.of(System.getProperty("user.home")));
    }
}
