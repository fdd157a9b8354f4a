package nearside.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;

import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URL;
import java.net.URLConnection;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/// What the module descriptors cannot say.
enum Rule {
    NO_CYCLES(slices().matching("nearside.(**)").should().beFreeOfCycles()),

    NO_RAW_SOCKETS(
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName("nearside.desktop.start.FirstWindow")
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
                            "the one local socket is the first window's; all else goes by cloud.outbound")),

    FIRST_WINDOW_IS_LOCAL(
            noClasses()
                    .that()
                    .haveSimpleNameContaining("FirstWindow")
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("java.net.InetSocketAddress")
                    .because("the first window listens on a file, never on a port")),

    NO_URL_CONNECTIONS(
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .belongToAnyOf(URLConnection.class)
                    .orShould()
                    .callMethod(URL.class, "openStream")
                    .orShould()
                    .callMethod(URL.class, "openConnection")),

    HTTP_ONLY_OUTBOUND(
            noClasses()
                    .that()
                    .resideOutsideOfPackage("nearside.cloud.outbound..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("java.net.http..")),

    VIEW_MODELS_WITHOUT_SCENE(
            noClasses()
                    .that()
                    .haveSimpleNameEndingWith("ViewModel")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("javafx.scene..")),

    VIEWS_WITHOUT_STORE_OR_ENGINE(
            noClasses()
                    .that()
                    .haveSimpleNameEndingWith("View")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("nearside.storage..", "nearside.engine..")),

    ONLY_THE_WIRING_CONSTRUCTS_THE_ENGINE(
            noClasses()
                    .that()
                    .resideOutsideOfPackage("nearside.desktop.start..")
                    .and()
                    .resideOutsideOfPackage("nearside.engine.local..")
                    .should()
                    .callConstructor(
                            nearside.engine.local.LocalEngine.class,
                            nearside.engine.local.WorkerCommand.class,
                            java.util.function.Consumer.class)),

    TOKENIZER_ONLY_IN_TEXT(
            noClasses()
                    .that()
                    .resideOutsideOfPackage("nearside.worker.text..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("ai.djl..")),

    RUNTIME_ONLY_IN_ONNX(
            noClasses()
                    .that()
                    .resideOutsideOfPackage("nearside.worker.onnx..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("ai.onnxruntime..")),

    SQL_ONLY_IN_STORAGE(
            noClasses()
                    .that()
                    .resideOutsideOfPackage("nearside.storage..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("java.sql..", "org.sqlite..")),

    NATIVE_CALLS_IN_TWO_ROOMS(
            noClasses()
                    .that()
                    .resideOutsideOfPackages("nearside.engine.seal..", "nearside.worker.onnx..")
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("java.lang.foreign.Linker")),

    TURNS_ARE_NOT_INTERRUPTED(
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "nearside.copilot..", "nearside.storage..", "nearside.house.broken..")
                    .should()
                    .callMethod(Thread.class, "stop")
                    .orShould()
                    .callMethod(java.util.concurrent.ExecutorService.class, "shutdownNow")
                    .because("an interrupt would close channels and cut the journal"));

    private final ArchRule rule;

    Rule(ArchRule rule) {
        this.rule = rule;
    }

    EvaluationResult over(JavaClasses classes) {
        return rule.allowEmptyShould(true).evaluate(classes);
    }
}
