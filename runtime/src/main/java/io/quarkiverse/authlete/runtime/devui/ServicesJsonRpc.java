package io.quarkiverse.authlete.runtime.devui;

import java.util.List;

/** What the card of the Dev UI and the service choosers ask for. */
public class ServicesJsonRpc {

    private final DevUiServices services;

    ServicesJsonRpc(DevUiServices services) {
        this.services = services;
    }

    /** @return the services, by name */
    public DevUiResult<List<DevUiService>> services() {
        return DevUiResult.of(services::all);
    }
}
