/**
 * The handle of the emulator that stands in for Authlete in dev and test mode. Tests inject
 * {@link io.quarkiverse.authlete.emulator.AuthleteEmulator} to make calls fail, look at requests, and move time forward:
 *
 * <pre>
 * &#64;Inject
 * AuthleteEmulator emulator;
 *
 * &#64;Test
 * void answerIsLost() {
 *     emulator.inject(Fault.connectionReset().afterProcessing().on(TokenOperation.CREATE));
 *     assertThatThrownBy(() -&gt; issue("john")).isInstanceOf(AuthleteConnectionException.class);
 *     assertThat(tokens.list(TokenListRequest.builder().subject("john").build()).totalCount()).isEqualTo(1);
 * }
 * </pre>
 *
 * A packaged application does not contain these classes.
 *
 * @since 1.0.0
 */
@NullMarked
package io.quarkiverse.authlete.emulator;

import org.jspecify.annotations.NullMarked;
