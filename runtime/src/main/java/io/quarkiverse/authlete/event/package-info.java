/**
 * What an application can learn of its calls, and add to them. A bean that implements
 * {@link io.quarkiverse.authlete.event.TokenCallListener} is told of each call and may add headers:
 *
 * <pre>
 * &#64;Singleton
 * class LongestCall implements TokenCallListener {
 *
 *     volatile Duration longest = Duration.ZERO;
 *
 *     &#64;Override
 *     public void callEnded(TokenCallInfo call, TokenCallResult result) {
 *         longest = result.duration().compareTo(longest) &gt; 0 ? result.duration() : longest;
 *     }
 * }
 * </pre>
 *
 * If {@code quarkus.authlete.audit.enabled} is set, a {@link io.quarkiverse.authlete.event.TokenAuditEvent} is fired for each
 * create, update, revoke and delete.
 *
 * @since 1.0.0
 */
@NullMarked
package io.quarkiverse.authlete.event;

import org.jspecify.annotations.NullMarked;
