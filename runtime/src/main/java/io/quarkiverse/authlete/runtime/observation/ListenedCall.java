package io.quarkiverse.authlete.runtime.observation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.authlete.TokenOperation;
import io.quarkiverse.authlete.event.TokenCallInfo;
import io.quarkiverse.authlete.event.TokenCallResult;
import io.quarkiverse.authlete.model.TokenRequest;
import io.quarkiverse.authlete.model.TokenResponse;
import io.quarkiverse.authlete.runtime.HeaderRules;

/** One call of which listeners are told. */
final class ListenedCall implements CallObservation {

    private final List<Listener> listeners;
    private final long id;
    private final String service;
    private final TokenOperation operation;
    private volatile TokenCallInfo call;
    private volatile Map<String, String> headers = Map.of();
    private volatile @Nullable TokenResponse answer;

    ListenedCall(List<Listener> listeners, long id, String service, TokenOperation operation) {
        this.listeners = listeners;
        this.id = id;
        this.service = service;
        this.operation = operation;
    }

    @Override
    public void requested(@Nullable Object request) {
        TokenCallInfo started = TokenCallInfo.builder().id(id).service(service).operation(operation).startedAt(Instant.now())
                .request(request instanceof TokenRequest asked ? MaskedValues.of(asked) : null).build();
        call = started;
        Map<String, String> added = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Listener listener : listeners) {
            listener.addHeaders(started, (name, value) -> {
                // Thrown here, it is the listener that fails; thrown where the header is sent, it would be the call.
                HeaderRules.check(name, value);
                added.put(name, value);
            });
        }
        headers = Map.copyOf(added);
        listeners.forEach(listener -> listener.tell(told -> told.callStarted(started)));
    }

    @Override
    public void addHeaders(BiConsumer<String, String> headers) {
        this.headers.forEach(headers);
    }

    @Override
    public void attemptEnded(int attempt, CallResult result) {
        Supplier<TokenCallResult> ended = () -> result(attempt, result, null);
        listeners.forEach(listener -> listener.tell(told -> told.attemptEnded(call, ended.get())));
    }

    @Override
    public void answered(TokenResponse answer) {
        this.answer = answer;
    }

    @Override
    public void callEnded(int attempts, CallResult result) {
        Supplier<TokenCallResult> ended = () -> result(attempts, result, MaskedValues.of(answer));
        listeners.forEach(listener -> listener.tell(told -> told.callEnded(call, ended.get())));
    }

    private static TokenCallResult result(int attempts, CallResult result, @Nullable TokenResponse response) {
        return TokenCallResult.builder().kind(result.kind()).attempts(attempts).duration(result.duration())
                .status(result.status()).resultCode(result.resultCode()).response(response).exception(result.failure())
                .build();
    }
}
