/**
 * The handle of the emulator of the API that runs in dev and test mode, for tests: it lets calls fail, tells what has been
 * called, and moves time forward. Begin with {@link io.quarkiverse.authlete.emulator.AuthleteEmulator}.
 * <p>
 * These classes are left out when an application is packaged.
 */
@NullMarked
package io.quarkiverse.authlete.emulator;

import org.jspecify.annotations.NullMarked;
