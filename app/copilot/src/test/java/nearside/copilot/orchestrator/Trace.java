package nearside.copilot.orchestrator;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// What a device and its person did, turn by turn: how much was asked, and how much memory was free
/// at each of the readings that a decision may take. In episodes other programs take the memory:
/// slowly or at once, nearly all or about as much as a short question needs, and every reading
/// differs from the one before by some percent.
record Trace(List<Step> steps) {
    static final int TURNS = 1_000;
    private static final String COLUMNS = "prompt,least,reply,free_mib,again_mib,last_mib,event";

    Trace {
        steps = List.copyOf(steps);
    }

    /// What happens in a turn beside its question.
    enum Event {
        NOTHING,
        WORKER_DIES
    }

    /// One turn.
    ///
    /// @param prompt tokens of the whole conversation
    /// @param least tokens of it that stay in any case
    /// @param reply the most tokens it may have
    /// @param freeMib free memory at three readings
    record Step(int prompt, int least, int reply, List<Integer> freeMib, Event event) {
        Step {
            freeMib = List.copyOf(freeMib);
        }

        private String csv() {
            return "%d,%d,%d,%d,%d,%d,%s"
                    .formatted(
                            prompt,
                            least,
                            reply,
                            freeMib.get(0),
                            freeMib.get(1),
                            freeMib.get(2),
                            event);
        }

        private static Step of(String row) {
            String[] cells = row.split(",", 7);
            return new Step(
                    Integer.parseInt(cells[0]),
                    Integer.parseInt(cells[1]),
                    Integer.parseInt(cells[2]),
                    List.of(
                            Integer.valueOf(cells[3]),
                            Integer.valueOf(cells[4]),
                            Integer.valueOf(cells[5])),
                    Event.valueOf(cells[6]));
        }
    }

    /// A device that has room for everything, always.
    static Trace roomy(long seed) {
        return new Writer(seed, Device.ROOMY).write();
    }

    /// A device on which other programs take memory at times.
    static Trace pressed(long seed) {
        return new Writer(seed, Device.PRESSED).write();
    }

    static Trace of(String csv) {
        return new Trace(csv.lines().skip(1).map(Step::of).toList());
    }

    String csv() {
        StringBuilder rows = new StringBuilder(COLUMNS).append('\n');
        steps.forEach(step -> rows.append(step.csv()).append('\n'));
        return rows.toString();
    }

    private enum Device {
        ROOMY,
        PRESSED
    }

    private static final class Writer {
        private static final int USUAL_MIB = 9_000;
        private static final int WINDOW = 4_096;

        private final SplittableRandom random;
        private final Device device;
        private double level = USUAL_MIB;
        private double aim = USUAL_MIB;
        private double pace = 1;
        private int until;
        private int prompt;

        Writer(long seed, Device device) {
            this.random = new SplittableRandom(seed);
            this.device = device;
        }

        Trace write() {
            List<Step> steps = new ArrayList<>();
            until = 20 + random.nextInt(60);
            for (int turn = 0; turn < TURNS; turn++) {
                if (turn == until && device == Device.PRESSED) {
                    change(turn);
                }
                level += (aim - level) * pace;
                steps.add(step());
            }
            return new Trace(steps);
        }

        /// An episode begins or ends.
        private void change(int turn) {
            boolean begins = aim == USUAL_MIB;
            aim = begins ? 1_000 + random.nextInt(1_800) : USUAL_MIB;
            pace = 1.0 / (1 + random.nextInt(8));
            until = turn + (begins ? 25 + random.nextInt(50) : 40 + random.nextInt(80));
        }

        private Step step() {
            int question = 15 + random.nextInt(120);
            boolean anew = prompt == 0 || random.nextInt(12) == 0;
            int before = anew ? 0 : 60 + random.nextInt(240);
            prompt = anew ? question : Math.min(WINDOW - 300, prompt + before + question);
            boolean pastes = device == Device.PRESSED && random.nextInt(400) == 0;
            int pasted = pastes ? WINDOW + random.nextInt(2_000) : 0;
            boolean dies = device == Device.PRESSED && random.nextInt(300) == 0;
            return new Step(
                    prompt + pasted,
                    Math.min(prompt, before + question) + pasted,
                    256,
                    List.of(reading(), reading(), reading()),
                    dies ? Event.WORKER_DIES : Event.NOTHING);
        }

        private int reading() {
            return (int) (level * (.92 + .16 * random.nextDouble()));
        }
    }
}
