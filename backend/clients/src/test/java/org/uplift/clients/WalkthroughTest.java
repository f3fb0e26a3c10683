package org.uplift.clients;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The walk-through for analysts runs as it stands in the guide, and gives what it shows. */
@ExtendWith(Stack.class)
class WalkthroughTest {
    @BeforeEach
    void prepare() {
        Python.prepare();
    }

    @Test
    void everyBlockRunsAndPrintsWhatIsShown() throws Exception {
        String said = Python.run(
                "walkthrough.py",
                Stack.environment(),
                Stack.ROOT.resolve("docs/guide/walkthrough.md").toString(),
                Python.program("correction.py").toString());
        assertTrue(said.matches("1\\d blocks, 1\\d of them with what they print\\n"), said);
    }
}
