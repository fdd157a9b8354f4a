package nearside.packaging.layout;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The jars of the build, told apart by their module descriptors: what the core needs, what the
/// worker needs, and JavaFX, which becomes part of the runtime.
public record Jars(
        List<ModuleReference> core, List<ModuleReference> worker, List<ModuleReference> javafx) {
    private static final String CORE = "nearside.desktop";
    private static final String WORKER = "nearside.worker";

    /// Libraries without a descriptor that need no other one, as their makers' builds say; what is
    /// used of opennlp-tools does not log.
    private static final Set<String> ALONE =
            Set.of(
                    "jlatexmath",
                    "jtokkit",
                    "networkanalysis",
                    "com.google.i18n.phonenumbers.libphonenumber",
                    "org.apache.opennlp.tools",
                    "org.fife.RSyntaxTextArea");

    public Jars {
        core = List.copyOf(core);
        worker = List.copyOf(worker);
        javafx = List.copyOf(javafx);
    }

    /// The core is all that `nearside.desktop` requires. The worker is all that `nearside.worker`
    /// requires, and every jar that the core does not: its libraries have no descriptors that could
    /// name what they need.
    public static Jars among(List<Path> jars) {
        ModuleFinder finder = ModuleFinder.of(jars.toArray(Path[]::new));
        Set<String> core = requiredBy(CORE, finder);
        Set<String> worker = requiredBy(WORKER, finder);
        Predicate<String> program = name -> !isJavaFx(name) && !name.equals("org.jspecify");
        refuseAutomatic(core, finder);
        return new Jars(
                chosen(finder, program.and(core::contains)),
                chosen(finder, program.and(n -> worker.contains(n) || !core.contains(n))),
                chosen(finder, name -> isJavaFx(name) && core.contains(name)));
    }

    /// The JDK's modules that descriptors of both processes ask for by name.
    public Set<String> systemModules() {
        Set<String> found = new TreeSet<>();
        Stream.of(core, worker, javafx)
                .flatMap(List::stream)
                .flatMap(reference -> reference.descriptor().requires().stream())
                .filter(requires -> !requires.modifiers().contains(Requires.Modifier.STATIC))
                .map(Requires::name)
                .filter(name -> ModuleFinder.ofSystem().find(name).isPresent())
                .forEach(found::add);
        return found;
    }

    /// The jar of one of the program's own modules.
    public ModuleReference named(String module) {
        return Stream.concat(core.stream(), worker.stream())
                .filter(reference -> reference.descriptor().name().equals(module))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no jar holds " + module));
    }

    /// Where a jar lies.
    public static Path file(ModuleReference jar) {
        return Path.of(jar.location().orElseThrow());
    }

    /// All that descriptors name, one by the other. The module system would add every library
    /// without a descriptor as soon as there is one.
    private static Set<String> requiredBy(String root, ModuleFinder finder) {
        Set<String> found = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            String name = open.pop();
            finder
                    .find(name)
                    .filter(reference -> found.add(name))
                    .map(ModuleReference::descriptor)
                    .stream()
                    .flatMap(descriptor -> descriptor.requires().stream())
                    .filter(requires -> !requires.modifiers().contains(Requires.Modifier.STATIC))
                    .map(Requires::name)
                    .forEach(open::push);
        }
        return found;
    }

    private static void refuseAutomatic(Set<String> core, ModuleFinder finder) {
        finder.findAll().stream()
                .map(ModuleReference::descriptor)
                .filter(found -> found.isAutomatic() && core.contains(found.name()))
                .map(ModuleDescriptor::name)
                .filter(name -> !ALONE.contains(name))
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException(
                            name
                                    + " has no module descriptor that could name the libraries"
                                    + " that it needs in the core");
                });
    }

    private static List<ModuleReference> chosen(ModuleFinder finder, Predicate<String> wanted) {
        return finder.findAll().stream()
                .filter(reference -> wanted.test(reference.descriptor().name()))
                .sorted(Comparator.comparing(reference -> reference.descriptor().name()))
                .toList();
    }

    private static boolean isJavaFx(String module) {
        return module.startsWith("javafx.");
    }
}
