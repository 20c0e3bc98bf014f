package org.acme.importer;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;

import io.quarkiverse.authlete.BulkOptions;
import io.quarkiverse.authlete.BulkResult;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.model.TokenCreateRequest;
import io.quarkiverse.authlete.model.TokenCreateResponse;

/** Reads lines, creates their tokens, and notes what has become of each. */
@ApplicationScoped
class Importer {

    private final TokenOperations tokens;
    private final ObjectReader rows;

    Importer(TokenOperations tokens, ObjectMapper json) {
        this.tokens = tokens;
        // A misspelt member would be a token without its scopes, for example, and a fraction that of another client.
        this.rows = json.readerFor(Row.class).without(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
    }

    /** @throws io.quarkiverse.authlete.error.AuthleteException if the service refuses all calls for too long */
    void run(Path file, boolean dryRun, BulkOptions options, Counts counts, Failures failures, Progress progress)
            throws IOException {
        // Results come in the order of the requests, so that the line of a result is the first one here.
        Queue<Line> inFlight = new ConcurrentLinkedQueue<>();
        try (Stream<Line> lines = Line.read(file)) {
            Stream<TokenCreateRequest> requests = lines.map(line -> {
                TokenCreateRequest request = request(line, counts, failures);
                if (request == null || dryRun) {
                    progress.show();
                } else {
                    inFlight.add(line);
                }
                return request;
            }).filter(Objects::nonNull);
            if (dryRun) {
                requests.forEach(request -> counts.countImported());
                return;
            }
            try (Stream<BulkResult<TokenCreateRequest, TokenCreateResponse>> results = tokens.bulk(options)
                    .createAll(requests)) {
                results.forEach(result -> {
                    note(result, inFlight.remove(), counts, failures);
                    progress.show();
                });
            }
        }
    }

    /** @return {@code null} if there is nothing to create */
    private TokenCreateRequest request(Line line, Counts counts, Failures failures) {
        try {
            Row row = rows.readValue(line.text());
            String missing = row == null ? "the token" : row.missing();
            if (missing != null) {
                failed(line, missing + " is missing", counts, failures);
            } else if (row.isOfUse(Instant.now())) {
                return row.request(Instant.now());
            } else {
                counts.countExpired();
            }
        } catch (JsonProcessingException e) {
            // Its message quotes the line.
            failed(line, "not JSON, or a member has the wrong name or type", counts, failures);
        }
        return null;
    }

    private static void note(BulkResult<TokenCreateRequest, TokenCreateResponse> result, Line line, Counts counts,
            Failures failures) {
        if (result.isSuccess()) {
            counts.countImported();
        } else if (result.alreadyExists()) {
            counts.countExisting();
        } else {
            failed(line, result.failure().getMessage(), counts, failures);
        }
    }

    private static void failed(Line line, String reason, Counts counts, Failures failures) {
        failures.add(line, reason);
        counts.countFailed();
    }
}
