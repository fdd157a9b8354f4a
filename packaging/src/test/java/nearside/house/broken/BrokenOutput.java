package nearside.house.broken;

/// Says something in passing.
final class BrokenOutput {
    private BrokenOutput() {}

    static void say() {
        System.out.println("in passing");
    }
}
