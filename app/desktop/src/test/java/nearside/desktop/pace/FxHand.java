package nearside.desktop.pace;

import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.Node;

import org.testfx.api.FxRobot;
import org.testfx.service.query.NodeQuery;
import org.testfx.service.query.PointQuery;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.Callable;

/// A robot that looks for nodes on the UI thread, and clicks where a node is when it has come to
/// rest: under load a click went to where a menu had been a frame before, and a search met a list
/// that was just changing.
public final class FxHand extends FxRobot {
    private static final int MOST_LOOKS = 100;

    @Override
    public NodeQuery lookup(String query) {
        return onFx(NodeQuery.class, there(() -> super.lookup(query)));
    }

    @Override
    public PointQuery point(Node node) {
        return onFx(PointQuery.class, there(() -> super.point(node)));
    }

    /// `asked` with everything it is asked run on the UI thread.
    private static <T> T onFx(Class<T> kind, T asked) {
        Object proxy =
                Proxy.newProxyInstance(
                        kind.getClassLoader(),
                        new Class<?>[] {kind},
                        (_, method, arguments) -> {
                            Callable<Object> call = () -> called(method, asked, arguments);
                            Object answer =
                                    method.getReturnType() == Point2D.class
                                            ? atRest(call)
                                            : there(call);
                            return kind.isInstance(answer) ? onFx(kind, kind.cast(answer)) : answer;
                        });
        return kind.cast(proxy);
    }

    private static Object called(Method method, Object asked, Object[] arguments) throws Exception {
        try {
            return method.invoke(asked, arguments);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw thrown;
        }
    }

    /// The same before and after the nodes were laid out once more.
    private static Object atRest(Callable<Object> point) {
        Object before = there(point);
        for (int i = 0; i < MOST_LOOKS; i++) {
            Fx.frames();
            Object now = there(point);
            if (now.equals(before)) {
                return now;
            }
            before = now;
        }
        return before;
    }

    private static <T> T there(Callable<T> action) {
        if (Platform.isFxApplicationThread()) {
            return called(action);
        }
        return Fx.read(action);
    }

    private static <T> T called(Callable<T> action) {
        try {
            return action.call();
        } catch (RuntimeException wrong) {
            throw wrong;
        } catch (Exception wrong) {
            throw new IllegalStateException(wrong);
        }
    }
}
