package nearside.cloud.proof;

import nearside.engine.seal.Seal;

import java.net.InetAddress;

/// A process that tries to leave for a local port, sealed or not. Only under the seal it asks for a
/// name that a name server would have to know.
final class Leaving {
    private Leaving() {}

    public static void main(String[] arguments) throws Exception {
        boolean sealed = arguments[0].equals("sealed");
        if (sealed && !(Seal.set() instanceof Seal.Closed)) {
            throw new IllegalStateException("no seal");
        }
        int port = Integer.parseInt(arguments[1]);
        Target target =
                new Target(
                        InetAddress.getLoopbackAddress(),
                        port,
                        sealed ? Target.FAR.name() : "localhost");
        for (Try each : Tries.all(target)) {
            print("all", each);
        }
        for (Try each : Tries.ways(target)) {
            print("ways", each);
        }
    }

    private static void print(String which, Try each) {
        System.out.println(which + " " + each.outcome().getClass().getSimpleName());
        System.err.println(each);
    }
}
