package io.quarkiverse.authlete.it;

import java.time.Duration;
import java.util.Optional;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.jboss.resteasy.reactive.RestQuery;

import io.quarkiverse.authlete.RequestOptions;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** Blocking calls on virtual threads. */
@Path("/virtual-thread")
@RunOnVirtualThread
public class VirtualThreadResource {

    private final TokenOperations tokens;

    VirtualThreadResource(TokenOperations tokens) {
        this.tokens = tokens;
    }

    @GET
    public CountedTokens count(@RestQuery Optional<Integer> timeoutMillis) {
        RequestOptions.Builder options = RequestOptions.builder();
        timeoutMillis.map(Duration::ofMillis).ifPresent(options::timeout);
        long count = tokens.list(TokenListRequest.all(), options.build()).totalCount();
        return new CountedTokens(count, Thread.currentThread().toString());
    }

    /** How many tokens there are, and the thread that has waited for the answer. */
    public record CountedTokens(long count, String thread) {
    }
}
