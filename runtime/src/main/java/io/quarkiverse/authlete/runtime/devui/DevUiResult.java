package io.quarkiverse.authlete.runtime.devui;

import java.util.function.Supplier;

import org.jboss.logging.Logger;

import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.runtime.devui.Input.InvalidInputException;
import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * What the Dev UI gets from a call: a value, or why there is none. An exception would end up as a stack trace in the log of
 * the application, and as one line without the outcome in the browser.
 *
 * @param value the value, {@code null} if the call failed
 * @param failure why it failed, {@code null} if it did not
 */
public record DevUiResult<T>(T value, Failure failure) {

    private static final Logger LOG = Logger.getLogger(DevUiResult.class);

    static <T> DevUiResult<T> of(Supplier<T> call) {
        try {
            return new DevUiResult<>(call.get(), null);
        } catch (AuthleteException e) {
            return new DevUiResult<>(null, Failure.of(e));
        } catch (ConfigurationException | InvalidInputException e) {
            return new DevUiResult<>(null, Failure.of(e.getMessage()));
        } catch (RuntimeException e) {
            // Its message is for who reads the code.
            LOG.error("A call of the Dev UI failed unexpectedly", e);
            return new DevUiResult<>(null, Failure.of("The application could not do that. Its log tells why."));
        }
    }
}
