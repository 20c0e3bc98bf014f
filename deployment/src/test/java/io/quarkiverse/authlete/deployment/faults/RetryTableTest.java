package io.quarkiverse.authlete.deployment.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.deployment.faults.Call.Column;
import io.quarkiverse.authlete.error.AuthleteActionException;
import io.quarkiverse.authlete.error.FailedCall;
import io.quarkiverse.authlete.error.Outcome;
import io.quarkiverse.authlete.runtime.call.RetryRules;
import io.quarkiverse.authlete.runtime.failure.OutcomeRules;

/** The retry table of the documentation says what the fault matrix proves, no less and no more. */
class RetryTableTest {

    private static final Path PAGE = Path.of("../docs/modules/ROOT/pages/fault-tolerance.adoc");
    private static final String RETRIED = "retried";
    private static final String NOT_RETRIED = "not retried";
    private static final String NEVER_RETRIED = "*never retried*";

    @Test
    void everyRowIsProvenAndEveryProofHasItsRow() throws IOException {
        Map<String, List<FaultCase>> proofs = proofs();
        Map<String, List<String>> rows = rows();

        assertThat(rows.keySet()).isEqualTo(proofs.keySet());
        rows.forEach((key, cells) -> {
            for (FaultCase proof : proofs.get(key)) {
                assertThat(cells).as("row '%s', fault '%s'", key, proof.name()).isEqualTo(cells(proof));
            }
        });
    }

    @Test
    void allOther4xxAreRejectedAndNotRetried() {
        IntStream.range(400, 500).filter(status -> status != 429).forEach(status -> {
            assertThat(OutcomeRules.ofError(status, null, false)).isEqualTo(Outcome.REJECTED);
            assertThat(RetryRules.DEFAULT_STATUS_CODES).doesNotContain(status);
        });
    }

    private static Map<String, List<FaultCase>> proofs() {
        return Stream.of(ConnectionFaults.ALL, HttpFaults.ALL, BodyFaults.ALL,
                List.of(ConnectionFaults.NO_FREE_CONNECTION, ConnectionFaults.BREAKER_OPEN))
                .flatMap(List::stream).filter(fault -> fault.documentedAs() != null)
                .collect(Collectors.groupingBy(FaultCase::documentedAs));
    }

    private static List<String> cells(FaultCase proof) {
        List<String> cells = new ArrayList<>(List.of("`" + proof.outcome() + "`"));
        for (Column column : Column.values()) {
            cells.add(cell(proof, column));
        }
        return cells;
    }

    private static String cell(FaultCase proof, Column column) {
        if (isProven(proof, column) ? proof.attempts(column) > 1 : isRuledToBeRetried(proof)) {
            return RETRIED;
        }
        return column == Column.ONCE && proof.outcome() == Outcome.UNKNOWN ? NEVER_RETRIED : NOT_RETRIED;
    }

    private static boolean isProven(FaultCase proof, Column column) {
        return proof.calls().stream().anyMatch(call -> call.column() == column)
                || proof.exception() != AuthleteActionException.class;
    }

    /** No answer to a list has an action; for this column the table repeats the rule. */
    private static boolean isRuledToBeRetried(FaultCase proof) {
        FailedCall call = FailedCall.builder(TokenOperation.LIST, "<default>", true, proof.outcome()).status(200).build();
        return RetryRules.isRetryable(new AuthleteActionException(call, "why", null), RetryRules.DEFAULT_STATUS_CODES, true);
    }

    /** The rows of the table: the first cell, and the others. */
    private static Map<String, List<String>> rows() throws IOException {
        List<String> lines = Files.readAllLines(PAGE);
        int start = lines.indexOf("// tag::retry-table[]");
        int end = lines.indexOf("// end::retry-table[]");
        assertThat(start).as("the table in " + PAGE).isNotNegative().isLessThan(end);
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (String line : lines.subList(start, end)) {
            List<String> cells = Arrays.stream(line.split("\\|")).skip(1).map(String::strip).toList();
            if (cells.size() == 5 && Set.of("`NOT_SENT`", "`REJECTED`", "`UNKNOWN`").contains(cells.get(1))) {
                rows.put(cells.get(0), cells.subList(1, 5));
            }
        }
        return rows;
    }
}
