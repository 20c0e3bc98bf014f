package io.quarkiverse.authlete.runtime.faulttolerance;

import io.vertx.core.Context;
import io.vertx.core.Vertx;

/**
 * Where a call was made. The REST client makes a Vert.x context for each request, but what the caller has put into its own,
 * such as a database session, must be there when it goes on.
 */
final class CallerContext {

    private final Context context;

    private CallerContext(Context context) {
        this.context = context;
    }

    /** @return the context of this thread; only event loops have one to come back to */
    static CallerContext current() {
        return new CallerContext(Context.isOnEventLoopThread() ? Vertx.currentContext() : null);
    }

    /** @param next what the caller does next; on this thread if it was on no event loop */
    void run(Runnable next) {
        if (context == null || context == Vertx.currentContext()) {
            next.run();
        } else {
            context.runOnContext(back -> next.run());
        }
    }
}
