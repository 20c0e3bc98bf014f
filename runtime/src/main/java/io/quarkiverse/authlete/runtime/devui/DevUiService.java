package io.quarkiverse.authlete.runtime.devui;

/**
 * A service as the Dev UI shows it.
 *
 * @param name the name in the configuration
 * @param url where it is; {@code null} if it is inactive
 * @param serviceId its ID in Authlete; {@code null} if it is inactive
 * @param emulated whether the emulator stands in for it
 * @param inactive why it cannot be used; {@code null} if it can
 */
public record DevUiService(String name, String url, String serviceId, boolean emulated, String inactive) {
}
