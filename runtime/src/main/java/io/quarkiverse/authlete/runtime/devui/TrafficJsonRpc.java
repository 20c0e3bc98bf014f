package io.quarkiverse.authlete.runtime.devui;

import java.util.List;

/**
 * What the Traffic page asks for, every second. It is no stream: the Dev UI takes streams of two browser tabs for one
 * another, and does not end them when a tab is closed.
 */
public class TrafficJsonRpc {

    private final Traffic traffic;

    TrafficJsonRpc(Traffic traffic) {
        this.traffic = traffic;
    }

    /**
     * @param version the version that the caller has, {@code null} for none
     * @return the last calls; without them if the caller has them already
     */
    public Update traffic(Long version) {
        // The version first: what happens in between is then in the next update once more.
        long current = traffic.version();
        return new Update(current, version != null && version == current ? null : traffic.calls());
    }

    /** @return the update without calls */
    public Update clearTraffic() {
        traffic.clear();
        return traffic(null);
    }

    /**
     * @param version tells what the caller has
     * @param calls the last calls, the latest first; {@code null} if nothing has changed
     */
    public record Update(long version, List<TrafficCall> calls) {
    }
}
