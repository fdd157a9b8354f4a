package nearside.house;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;

import nearside.storage.Profile;
import nearside.storage.Unlock;

import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URL;
import java.net.URLConnection;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.List;

/// What the module descriptors cannot say.
record Rule(String name, ArchRule rule) {
    /// The one class that tries what nobody may do.
    private static final String PROOF = "nearside.cloud.proof.Tries";

    static List<Rule> all() {
        return List.of(
                new Rule("no cycles", slices().matching("nearside.(**)").should().beFreeOfCycles()),
                new Rule(
                        "no raw sockets",
                        noClasses()
                                .that()
                                .doNotHaveFullyQualifiedName("nearside.desktop.start.FirstWindow")
                                .and()
                                .doNotHaveFullyQualifiedName(PROOF)
                                .should()
                                .dependOnClassesThat()
                                .belongToAnyOf(
                                        Socket.class,
                                        ServerSocket.class,
                                        DatagramSocket.class,
                                        SocketChannel.class,
                                        ServerSocketChannel.class,
                                        DatagramChannel.class)
                                .because(
                                        "the one local socket is the first window's, and the proof of the seal"
                                                + " tries all kinds; all else goes by cloud.outbound")),
                new Rule(
                        "first window is local",
                        noClasses()
                                .that()
                                .haveSimpleNameContaining("FirstWindow")
                                .should()
                                .dependOnClassesThat()
                                .haveFullyQualifiedName("java.net.InetSocketAddress")
                                .because("the first window listens on a file, never on a port")),
                new Rule(
                        "no url connections",
                        noClasses()
                                .should()
                                .dependOnClassesThat()
                                .belongToAnyOf(URLConnection.class)
                                .orShould()
                                .callMethod(URL.class, "openStream")
                                .orShould()
                                .callMethod(URL.class, "openConnection")),
                new Rule(
                        "http only outbound",
                        noClasses()
                                .that()
                                .resideOutsideOfPackage("nearside.cloud.outbound..")
                                .and()
                                .doNotHaveFullyQualifiedName(PROOF)
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage("java.net.http..")),
                new Rule(
                        "permits only by the policy gate",
                        noClasses()
                                .that()
                                .doNotHaveFullyQualifiedName("nearside.copilot.borrow.PolicyGate")
                                .should()
                                .callConstructorWhere(
                                        target(owner(type(nearside.cloud.outbound.Permit.class))))
                                .because("what leaves was approved, to the byte, under the rules")),
                new Rule(
                        "view models without scene",
                        noClasses()
                                .that()
                                .haveSimpleNameEndingWith("ViewModel")
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage("javafx.scene..")),
                new Rule(
                        "views without store or engine",
                        noClasses()
                                .that()
                                .haveSimpleNameEndingWith("View")
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage("nearside.storage..", "nearside.engine..")),
                new Rule(
                        "only the wiring constructs the engine",
                        noClasses()
                                .that()
                                .resideOutsideOfPackage("nearside.desktop.start..")
                                .and()
                                .resideOutsideOfPackage("nearside.engine.local..")
                                .should()
                                .callConstructorWhere(
                                        target(
                                                owner(
                                                        type(
                                                                nearside.engine.local.LocalEngine
                                                                        .class))))),
                new Rule(
                        "profiles open under the policy",
                        noClasses()
                                .that()
                                .resideOutsideOfPackage("nearside.storage..")
                                .should()
                                .callMethod(Profile.class, "open", Path.class)
                                .orShould()
                                .callMethod(Profile.class, "open", Path.class, Unlock.class)
                                .because("a policy says how long conversations are kept")),
                new Rule(
                        "tokenizer only in text",
                        noClasses()
                                .that()
                                .resideOutsideOfPackage("nearside.worker.text..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage("ai.djl..")),
                new Rule(
                        "runtime only in onnx",
                        noClasses()
                                .that()
                                .resideOutsideOfPackage("nearside.worker.onnx..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage("ai.onnxruntime..")),
                new Rule(
                        "sql only in storage",
                        noClasses()
                                .that()
                                .resideOutsideOfPackage("nearside.storage..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage("java.sql..", "org.sqlite..")),
                new Rule(
                        "native calls in five rooms",
                        noClasses()
                                .that()
                                .resideOutsideOfPackages(
                                        "nearside.engine.seal..",
                                        "nearside.worker.onnx..",
                                        "nearside.desktop.foreign..")
                                .and()
                                .doNotHaveFullyQualifiedName(
                                        "nearside.storage.keystore.NativeLibrary")
                                .and()
                                .doNotHaveFullyQualifiedName("nearside.engine.device.SystemCall")
                                .should()
                                .dependOnClassesThat()
                                .haveFullyQualifiedName("java.lang.foreign.Linker")),
                new Rule(
                        "nothing is printed on the way",
                        noClasses()
                                .that()
                                .resideOutsideOfPackages(
                                        "nearside.desktop.console..",
                                        "nearside.packaging..",
                                        "nearside.worker")
                                .should()
                                .accessField(System.class, "out")
                                .orShould()
                                .accessField(System.class, "err")
                                .because(
                                        "standard output is what a command answers; numbers of messages stood there once")),
                new Rule(
                        "turns are not interrupted",
                        noClasses()
                                .that()
                                .resideInAnyPackage(
                                        "nearside.copilot..",
                                        "nearside.storage..",
                                        "nearside.house.broken..")
                                .should()
                                .callMethod(Thread.class, "stop")
                                .orShould()
                                .callMethod(
                                        java.util.concurrent.ExecutorService.class, "shutdownNow")
                                .because("an interrupt would close channels and cut the journal")));
    }

    EvaluationResult over(JavaClasses classes) {
        return rule.allowEmptyShould(true).evaluate(classes);
    }

    @Override
    public String toString() {
        return name;
    }
}
