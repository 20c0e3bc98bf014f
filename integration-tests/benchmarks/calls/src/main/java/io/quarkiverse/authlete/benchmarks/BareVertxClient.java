package io.quarkiverse.authlete.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;

import io.quarkiverse.authlete.model.TokenCreateResponse;
import io.quarkiverse.authlete.model.TokenListResponse;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;

/** The limit of what any client on Vert.x can reach: no checks, no timeouts, no repeats. */
final class BareVertxClient implements TokenClient {

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setUseDaemonThread(true));
    /** For all calls: elsewhere, an answer could arrive before anybody has asked for its body. */
    private final EventLoops eventLoops = new EventLoops(vertx);
    private final HttpClient http = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(64));
    private final String url;
    private final ObjectWriter writer;
    private final ObjectReader created;
    private final ObjectReader listed;

    BareVertxClient(String url) {
        this.url = url;
        ObjectMapper mapper = new ObjectMapper().setSerializationInclusion(JsonInclude.Include.NON_NULL)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        writer = mapper.writer();
        created = mapper.readerFor(TokenCreateResponse.class);
        listed = mapper.readerFor(TokenListResponse.class);
    }

    @Override
    public Object create() throws Exception {
        CompletableFuture<Object> answer = new CompletableFuture<>();
        eventLoops.execute(() -> createFuture().onSuccess(answer::complete).onFailure(answer::completeExceptionally));
        return answer.get();
    }

    @Override
    public Object list(int count) throws Exception {
        CompletableFuture<Object> answer = new CompletableFuture<>();
        eventLoops.execute(() -> listFuture(count).onSuccess(answer::complete).onFailure(answer::completeExceptionally));
        return answer.get();
    }

    @Override
    public Executor callers() {
        return eventLoops;
    }

    @Override
    public void create(Completion completion) {
        createFuture().onComplete(result -> completion.ended(result.cause()));
    }

    @Override
    public void list(int count, Completion completion) {
        listFuture(count).onComplete(result -> completion.ended(result.cause()));
    }

    private Future<Object> createFuture() {
        return http.request(options(HttpMethod.POST, Requests.CREATE_PATH).putHeader("Content-Type", "application/json"))
                .compose(request -> request.send(Buffer.buffer(json())))
                .compose(HttpClientResponse::body).map(body -> read(created, body));
    }

    private Future<Object> listFuture(int count) {
        return http.request(options(HttpMethod.GET, Requests.LIST_PATH + count)).compose(request -> request.send())
                .compose(HttpClientResponse::body).map(body -> read(listed, body));
    }

    private RequestOptions options(HttpMethod method, String path) {
        return new RequestOptions().setMethod(method).setAbsoluteURI(url + path)
                .putHeader("Authorization", Requests.AUTHORIZATION).putHeader("Accept", "application/json");
    }

    private byte[] json() {
        try {
            return writer.writeValueAsBytes(Requests.create());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object read(ObjectReader reader, Buffer body) {
        try {
            return reader.readValue(body.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
