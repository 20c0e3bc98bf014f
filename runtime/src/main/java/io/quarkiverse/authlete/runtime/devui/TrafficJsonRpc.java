package io.quarkiverse.authlete.runtime.devui;

/**
 * What the Traffic page and the card ask for, every second. It is no stream: the Dev UI takes streams of two browser tabs for
 * one another, and does not end them when a tab is closed.
 */
public class TrafficJsonRpc {

    private final Traffic traffic;

    TrafficJsonRpc(Traffic traffic) {
        this.traffic = traffic;
    }

    /**
     * @param version that of the last update, blank for none
     * @return what has changed since then
     */
    public DevUiResult<TrafficUpdate> traffic(String version) {
        return DevUiResult.of(() -> {
            Long since = Input.number("The version", version, 0, Long.MAX_VALUE);
            return traffic.update(since == null ? 0 : since);
        });
    }

    /** @return whether the calls are forgotten */
    public DevUiResult<Boolean> clearTraffic() {
        return DevUiResult.of(() -> {
            traffic.clear();
            return true;
        });
    }

    /** @return what has happened since the application started */
    public DevUiResult<TrafficCounts> trafficCounts() {
        return DevUiResult.of(traffic::counts);
    }
}
