/**
 * What an application injects and passes to list, create, update, delete and revoke access tokens with the API of Authlete.
 * <p>
 * Begin with {@link io.quarkiverse.authlete.TokenOperations}, or with
 * {@link io.quarkiverse.authlete.ReactiveTokenOperations} for {@code Uni} and {@code Multi}.
 * {@link io.quarkiverse.authlete.RequestOptions} say what is different for one call,
 * {@link io.quarkiverse.authlete.BulkTokenOperations} make many calls, and {@link io.quarkiverse.authlete.TokenResult} stands
 * for the outcome of a call as a value.
 * <p>
 * What may be absent is marked as {@link org.jspecify.annotations.Nullable}; nothing else is {@code null}, and {@code null} is
 * accepted for nothing else. Later versions add methods to interfaces and values to the values here: applications call the
 * interfaces, and do not implement them except where their documentation says so.
 */
// Holds for the packages below, too. Requests are checked before they are sent, and a field that the server has left out is no
// reason to lose what it has done: so nothing is checked when a value is built.
@NullMarked
@Value.Style(visibility = ImplementationVisibility.PACKAGE, builderVisibility = BuilderVisibility.PACKAGE, //
        alwaysPublicInitializers = false, overshadowImplementation = true, headerComments = false, jdkOnly = true, //
        defaults = @Value.Immutable(copy = false), validationMethod = ValidationMethod.NONE, redactedMask = "***", //
        builtinContainerAttributes = false, immutableCopyOfRoutines = ImmutableCopies.class, //
        allowedClasspathAnnotations = Override.class)
package io.quarkiverse.authlete;

import org.immutables.value.Value;
import org.immutables.value.Value.Style.BuilderVisibility;
import org.immutables.value.Value.Style.ImplementationVisibility;
import org.immutables.value.Value.Style.ValidationMethod;
import org.jspecify.annotations.NullMarked;

import io.quarkiverse.authlete.runtime.ImmutableCopies;
