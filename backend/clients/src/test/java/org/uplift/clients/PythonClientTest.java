package org.uplift.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The client that a generator makes for Python: whole, and in use. */
@ExtendWith(Stack.class)
class PythonClientTest {
    private static final List<String> STEPS = List.of(
            "every module is imported",
            "the sets are listed",
            "a question has the values of the file",
            "a school is read",
            "what is not there is a problem with a type",
            "a question that cannot be understood says where",
            "what was read is changed, and what is stale is not");

    @BeforeEach
    void prepare() {
        Python.prepare();
    }

    @Test
    void theClientDoesWhatItsContractSays() throws Exception {
        Map<String, String> environment = new HashMap<>(Stack.environment());
        environment.put("PYTHONPATH", Python.GENERATED.toString());
        environment.put("UPLIFT_ANALYST_TOKEN", Stack.clientToken(Stack.ANALYST));
        assertEquals(STEPS, Python.run("client.py", environment).lines().toList());
    }
}
