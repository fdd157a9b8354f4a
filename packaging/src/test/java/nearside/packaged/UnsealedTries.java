package nearside.packaged;

import nearside.cloud.proof.Target;
import nearside.cloud.proof.Tries;

import java.net.InetAddress;

/// Leaves a process that nothing holds, in all ways of the proof, but not this machine.
final class UnsealedTries {
    private UnsealedTries() {}

    public static void main(String[] arguments) throws InterruptedException {
        Target near = new Target(InetAddress.getLoopbackAddress(), 9, "localhost");
        Tries.ways(near).forEach(System.out::println);
    }
}
