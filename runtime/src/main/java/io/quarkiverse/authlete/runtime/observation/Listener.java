package io.quarkiverse.authlete.runtime.observation;

import java.util.function.BiConsumer;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.authlete.AuthleteServiceName;
import io.quarkiverse.authlete.event.TokenCallInfo;
import io.quarkiverse.authlete.event.TokenCallListener;
import io.quarkus.arc.InstanceHandle;

/** A listener of the application, which may throw anything, or never come back. */
final class Listener {

    private final InstanceHandle<TokenCallListener> bean;
    private final @Nullable String service;
    private final EventQueue events;

    Listener(InstanceHandle<TokenCallListener> bean) {
        this.bean = bean;
        this.service = bean.getBean().getQualifiers().stream().filter(AuthleteServiceName.class::isInstance)
                .map(qualifier -> ((AuthleteServiceName) qualifier).value()).findAny().orElse(null);
        Class<?> type = bean.getBean().getImplementationClass();
        this.events = new EventQueue("authlete-listener " + type.getSimpleName(), "The TokenCallListener " + type.getName());
    }

    boolean isToldOf(String service) {
        return this.service == null || this.service.equals(service);
    }

    void addHeaders(TokenCallInfo call, BiConsumer<String, String> headers) {
        try {
            bean.get().addHeaders(call, headers);
        } catch (Throwable e) {
            events.failed(e);
        }
    }

    void tell(Consumer<TokenCallListener> event) {
        events.add(() -> event.accept(bean.get()));
    }

    EventQueue events() {
        return events;
    }
}
