package io.quarkiverse.authlete.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkiverse.authlete.model.TokenCreateResponse;
import io.quarkiverse.authlete.model.TokenListResponse;

/** The JDK's client with Jackson. */
final class JdkClient implements TokenClient {

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;
    private final ObjectMapper mapper = new ObjectMapper().setSerializationInclusion(JsonInclude.Include.NON_NULL)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    JdkClient(String url) {
        this.url = url;
    }

    @Override
    public Object create() throws Exception {
        return mapper.readValue(http.send(createRequest(), BodyHandlers.ofByteArray()).body(), TokenCreateResponse.class);
    }

    @Override
    public Object list(int count) throws Exception {
        return mapper.readValue(http.send(listRequest(count), BodyHandlers.ofByteArray()).body(), TokenListResponse.class);
    }

    @Override
    public void create(Completion completion) {
        send(createRequest(), TokenCreateResponse.class, completion);
    }

    @Override
    public void list(int count, Completion completion) {
        send(listRequest(count), TokenListResponse.class, completion);
    }

    private <T> void send(HttpRequest request, Class<T> type, Completion completion) {
        CompletableFuture<T> answer = http.sendAsync(request, BodyHandlers.ofByteArray()).thenApply(response -> {
            try {
                return mapper.readValue(response.body(), type);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        answer.whenComplete((value, failure) -> completion.ended(failure));
    }

    private HttpRequest createRequest() {
        try {
            return request(Requests.CREATE_PATH).header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(mapper.writeValueAsBytes(Requests.create()))).build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpRequest listRequest(int count) {
        return request(Requests.LIST_PATH + count).GET().build();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).header("Authorization", Requests.AUTHORIZATION)
                .header("Accept", "application/json");
    }
}
