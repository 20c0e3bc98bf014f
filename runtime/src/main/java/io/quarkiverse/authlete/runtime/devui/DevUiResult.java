package io.quarkiverse.authlete.runtime.devui;

import java.util.function.Supplier;

import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * What the Dev UI gets from a call: a value, or why there is none. An exception would end up as a stack trace in the log of
 * the application, and as one line without the outcome in the browser.
 *
 * @param value the value, {@code null} if the call failed
 * @param failure why it failed, {@code null} if it did not
 */
public record DevUiResult<T>(T value, Failure failure) {

    static <T> DevUiResult<T> of(Supplier<T> call) {
        try {
            return new DevUiResult<>(call.get(), null);
        } catch (AuthleteException e) {
            return new DevUiResult<>(null, Failure.of(e));
        } catch (ConfigurationException | IllegalArgumentException | IllegalStateException e) {
            return new DevUiResult<>(null, Failure.of(e));
        }
    }
}
