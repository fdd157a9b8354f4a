package nearside.desktop;

import nearside.desktop.console.Command;
import nearside.desktop.console.CommandLineReader;
import nearside.desktop.console.Console;
import nearside.desktop.console.Terminal;
import nearside.desktop.start.Bugs;
import nearside.desktop.start.Installation;
import nearside.desktop.start.LocalLog;
import nearside.desktop.start.Places;
import nearside.desktop.start.WindowStart;
import nearside.storage.policy.PolicySource;

import java.nio.file.Path;
import java.util.Optional;

/// The program: a window without a command, else a terminal command.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        Console console = Console.system();
        Command command = new CommandLineReader(version()).read(arguments);
        Places places = places(dataFolder(command));
        if (keepsALog(command)) {
            LocalLog.open(places);
            Thread.setDefaultUncaughtExceptionHandler(new Bugs(console.err()));
        }
        Installation installation = Installation.of(System.getProperties());
        PolicySource policy = policy();
        int code =
                command instanceof Command.Window
                        ? new WindowStart(console.err(), installation, places, policy.state()).run()
                        : new Terminal(console, installation, places.profile(), policy)
                                .run(command)
                                .number();
        console.out().flush();
        System.exit(code);
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

    private static Optional<Path> dataFolder(Command command) {
        return switch (command) {
            case Command.Window(var common) -> common.dataFolder();
            case Command.Ask ask -> ask.common().dataFolder();
            case Command.ListModels(var common) -> common.dataFolder();
            case Command.CheckModel check -> check.common().dataFolder();
            case Command.ImportModel bringIn -> bringIn.common().dataFolder();
            case Command.UseModel use -> use.common().dataFolder();
            case Command.Doctor(var common) -> common.dataFolder();
            case Command.Bench bench -> bench.common().dataFolder();
            case Command.BringIn bringIn -> bringIn.common().dataFolder();
            case Command.TakeAway takeAway -> takeAway.common().dataFolder();
            case Command.Print _, Command.Wrong _ -> Optional.empty();
        };
    }

    /// Help and mistakes leave no trace.
    private static boolean keepsALog(Command command) {
        return !(command instanceof Command.Print || command instanceof Command.Wrong);
    }
}
