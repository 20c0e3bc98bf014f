/**
 * What the calls of an application tell it: to a {@link io.quarkiverse.authlete.event.TokenCallListener}, which also adds
 * headers, and as {@link io.quarkiverse.authlete.event.TokenAuditEvent}s.
 */
@NullMarked
package io.quarkiverse.authlete.event;

import org.jspecify.annotations.NullMarked;
