package io.quarkiverse.authlete.it;

import java.util.stream.Stream;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.jboss.resteasy.reactive.RestQuery;

import io.quarkiverse.authlete.ReactiveTokenOperations;
import io.quarkiverse.authlete.TokenOperations;
import io.quarkiverse.authlete.model.AccessToken;
import io.quarkiverse.authlete.model.TokenListRequest;
import io.smallrye.mutiny.Uni;

/** Reads all tokens of the service and keeps none. */
@Path("/stream")
public class StreamResource {

    private final TokenOperations tokens;
    private final ReactiveTokenOperations reactive;

    StreamResource(TokenOperations tokens, ReactiveTokenOperations reactive) {
        this.tokens = tokens;
        this.reactive = reactive;
    }

    @GET
    public Summary read(@RestQuery int pageSize) {
        Summary summary = new Summary();
        try (Stream<AccessToken> stream = tokens.stream(TokenListRequest.builder().range(0, pageSize).build())) {
            stream.forEach(summary::add);
        }
        return summary;
    }

    @GET
    @Path("/reactive")
    public Uni<Summary> readReactively(@RestQuery int pageSize) {
        return reactive.stream(TokenListRequest.builder().range(0, pageSize).build()).collect().in(Summary::new, Summary::add);
    }

    /** How many tokens there were, and how many of them did not have a greater hash than the one before. */
    public static class Summary {

        public int count;
        public int disorder;
        private String last = "";

        void add(AccessToken token) {
            count++;
            if (token.accessTokenHash().compareTo(last) <= 0) {
                disorder++;
            }
            last = token.accessTokenHash();
        }
    }
}
